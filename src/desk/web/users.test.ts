import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventDeskReports } from '../../../test/invented-desk.ts';
import { HOST, openUsersDesk, PASSWORD, type UsersDesk } from '../../../test/open-users-desk.ts';
import { roleFor } from './door/gate.ts';

let desk: UsersDesk;
let [reader, editor, admin] = ['', '', ''];
beforeAll(async () => {
  desk = await openUsersDesk({ people: { Rea: 'reader', Edda: 'editor', Ada: 'admin' }, reports: inventDeskReports() });
  [reader, editor, admin] = [await desk.signIn('Rea'), await desk.signIn('Edda'), await desk.signIn('Ada')];
}, 60_000);
afterAll(() => desk.close());

const textOf = async (answer: Promise<Response>): Promise<string> => (await (await answer).text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' '); // prettier-ignore
const HTML = { accept: 'text/html' };

describe('signing in', () => {
  it('shows who is not signed in nothing but the way in', async () => {
    const page = await desk.knock('/claims/abc?x=1', { headers: HTML });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fclaims%2Fabc%3Fx%3D1']);
    const program = await desk.knock('/api/v1/claims');
    expect([program.status, program.headers.get('content-type'), program.headers.get('www-authenticate')]).toEqual([401, 'application/problem+json', 'Bearer realm="hearsay"']); // prettier-ignore
    expect((await desk.knock('/search.atom')).status).toBe(401);
    const form = await desk.knock('/sign-in', { headers: HTML });
    expect(form.status).toBe(200);
    expect(await form.text()).toContain('autocomplete="current-password"');
  });

  it('takes name and password, however the name is written, and leads back', async () => {
    const answer = await desk.knock('/sign-in', { method: 'POST', headers: { origin: `http://${HOST}` }, body: new URLSearchParams({ name: ' eDDa ', password: PASSWORD, to: '/calendar' }) }); // prettier-ignore
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/calendar']);
    expect(answer.headers.get('set-cookie')).toMatch(/^hearsay-session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/u); // prettier-ignore
  });

  it('does not lead to another site', async () => {
    for (const to of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await desk.knock('/sign-in', { method: 'POST', headers: { origin: `http://${HOST}` }, body: new URLSearchParams({ name: 'Edda', password: PASSWORD, to }) }); // prettier-ignore
      expect([to, answer.headers.get('location')]).toEqual([to, '/']);
    }
  });

  it('says the same of a wrong name and a wrong password, and lets no other page sign anybody in', async () => {
    const post = (name: string, password: string, headers: Record<string, string>) => desk.knock('/sign-in', { method: 'POST', headers, body: new URLSearchParams({ name, password }) }, '192.0.2.40'); // prettier-ignore
    const [one, other] = [await post('Nobody', PASSWORD, { origin: `http://${HOST}` }), await post('Edda', 'wrong', { origin: `http://${HOST}` })]; // prettier-ignore
    expect([one.status, other.status]).toEqual([401, 401]);
    expect((await one.text()).replaceAll('Nobody', 'X')).toBe((await other.text()).replaceAll('Edda', 'X'));
    expect((await post('Edda', PASSWORD, {})).status).toBe(403);
    expect((await post('Edda', PASSWORD, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('Edda', PASSWORD, { origin: 'null' })).status).toBe(403);
    expect(await (await post('Edda', PASSWORD, { origin: `https://${HOST}` })).text()).toContain('--public-url https://desk.example'); // prettier-ignore
  });

  it('slows down who tries, from that machine alone', async () => {
    const from = (peer: string, password: string): Promise<Response> => desk.knock('/sign-in', { method: 'POST', headers: { origin: `http://${HOST}` }, body: new URLSearchParams({ name: 'Rea', password }) }, peer); // prettier-ignore
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await from('192.0.2.66', 'wrong wrong wrong')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await from('192.0.2.66', PASSWORD);
    expect([right.status, Number(right.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await from('192.0.2.67', PASSWORD)).status).toBe(303);
  });

  it('ends: by hand, when idle, after two weeks, with a new password', async () => {
    const left = await desk.signIn('Edda');
    expect((await desk.send(left, '/sign-out', {})).headers.get('location')).toBe('/sign-in');
    expect((await desk.ask(left, '/', { headers: HTML })).status).toBe(303);
    const idle = await desk.signIn('Edda');
    desk.pass(12.1 * 3_600_000);
    expect((await desk.ask(idle, '/', { headers: HTML })).status).toBe(303);
    const used = await desk.signIn('Edda');
    for (let i = 0; i < 29; i++) {
      desk.pass(11 * 3_600_000);
      expect((await desk.ask(used, '/words', { headers: HTML })).status).toBe(200);
    }
    for (let i = 0; i < 3; i++) desk.pass(11 * 3_600_000);
    expect((await desk.ask(used, '/words', { headers: HTML })).status).toBe(303);
    const [one, other] = [await desk.signIn('Edda'), await desk.signIn('Edda')];
    const page = await textOf(desk.send(one, '/account/password', { current: PASSWORD, next: 'marble kettle thrush ten', again: 'marble kettle thrush ten' })); // prettier-ignore
    expect(page).toContain('Your password is changed');
    expect([(await desk.ask(one, '/words')).status, (await desk.ask(other, '/words')).status]).toEqual([200, 401]);
    await desk.desk.team.setPassword('Edda', PASSWORD, 'tester');
    [reader, editor, admin] = [await desk.signIn('Rea'), await desk.signIn('Edda'), await desk.signIn('Ada')];
  });
});

describe('roles', () => {
  it('each path needs the role that it should', () => {
    const table = [
      ['GET', '/', 'reader'], ['GET', '/claims/ab', 'reader'], ['GET', '/claims/ab/check', 'editor'],
      ['GET', '/claims/ab/answers', 'editor'], ['GET', '/review', 'editor'], ['GET', '/add', 'editor'],
      ['GET', '/add/x/events', 'editor'], ['POST', '/add', 'editor'], ['POST', '/decide', 'editor'],
      ['POST', '/decide/sources', 'editor'], ['POST', '/feeds', 'editor'], ['POST', '/feeds/paused', 'editor'],
      ['GET', '/people', 'admin'], ['POST', '/people/role', 'admin'], ['GET', '/audit', 'admin'],
      ['GET', '/account', 'reader'], ['POST', '/account/keys', 'reader'], ['POST', '/following', 'reader'],
      ['DELETE', '/claims/ab', 'editor'], ['GET', '/peoples', 'reader'], ['POST', '/anything/new', 'editor'],
    ] as const; // prettier-ignore
    for (const [method, path, role] of table) expect([method, path, roleFor(method, path)]).toEqual([method, path, role]); // prettier-ignore
  });

  it('hold on every route that the desk has, and every form must be its own', async () => {
    const routes = desk.app.routes.filter(({ method, path }) => method === 'POST' && !path.includes('*') && !path.startsWith('/api/')); // prettier-ignore
    expect(new Set(routes.map(({ path }) => path)).size).toBeGreaterThan(18);
    for (const path of new Set(routes.map((route) => route.path))) {
      if (path === '/sign-in') continue;
      const needed = roleFor('POST', path);
      if (needed !== 'reader') expect([path, (await desk.send(reader, path, {})).status]).toEqual([path, 403]);
      const foreign = await desk.ask(admin, path, { method: 'POST', headers: { origin: `http://${HOST}` }, body: new URLSearchParams({ csrf: 'wrong' }) }); // prettier-ignore
      expect([path, foreign.status]).toEqual([path, 400]);
      const nowhere = await desk.ask(admin, path, { method: 'POST', body: new URLSearchParams({}) });
      expect([path, nowhere.status]).toEqual([path, 403]);
    }
    for (const path of ['/people', '/audit'])
      expect([path, (await desk.ask(editor, path)).status]).toEqual([path, 403]);
    for (const path of ['/add', '/review']) expect([path, (await desk.ask(reader, path)).status]).toEqual([path, 403]);
  });

  it('a reader sees no form that changes the ledger; an editor does; kept pages are not mixed up', async () => {
    const [claim] = (await desk.ledger.claims()).items;
    const path = `/claims/${claim?.id ?? ''}`;
    for (let i = 0; i < 2; i++) {
      const [low, high] = [await (await desk.ask(reader, path)).text(), await (await desk.ask(editor, path)).text()];
      expect([low.includes('action="/decide"'), high.includes('action="/decide"')]).toEqual([false, true]);
      expect([low.includes('Follow'), low.includes('Rea'), high.includes('Edda'), low.includes('Edda')]).toEqual([true, true, true, false]); // prettier-ignore
      const [mine, yours] = [low, high].map((page) => /name="csrf" value="([\w-]+)"/u.exec(page)?.[1]);
      expect(mine).toMatch(/^[\w-]{43}$/u);
      expect(mine).not.toBe(yours);
    }
  });

  it('shows who follows a claim or a search that they do, and nobody else; and lets them leave it', async () => {
    const [claim] = (await desk.ledger.claims()).items;
    const headers = { 'accept-encoding': 'gzip' };
    const show = async (cookie: string, path: string): Promise<string> => {
      const answer = await desk.ask(cookie, path, { headers });
      return gunzipSync(await answer.arrayBuffer()).toString();
    };
    const isFollowed = (page: string): readonly boolean[] => [page.includes('>Following <'), />\s*Follow(?: this search)?\s*</u.test(page)]; // prettier-ignore
    for (const [kind, target, path] of [
      ['claim', claim?.id ?? '', `/claims/${claim?.id ?? ''}`],
      ['search', 'q=ferry+%26+quay', '/search?q=ferry+%26+quay'],
    ] as const) {
      expect(isFollowed(await show(reader, path))).toEqual([false, true]);
      const followed = await desk.send(reader, '/following', { kind, target, back: path });
      expect([followed.status, followed.headers.get('location')]).toEqual([303, path]);
      const page = await show(reader, path);
      expect(isFollowed(page)).toEqual([true, false]);
      expect(isFollowed(await show(editor, path))).toEqual([false, true]);
      const id = /remove"[^]*?name="id" value="(\w+)"/u.exec(page)?.[1] ?? '';
      expect((await desk.send(reader, '/following/remove', { id, back: path })).headers.get('location')).toBe(path);
      expect(isFollowed(await show(reader, path))).toEqual([false, true]);
    }
  });

  it('who decides is the user, and it stands in the trail, with why', async () => {
    const [claim] = (await desk.ledger.claims()).items;
    const answer = await desk.send(editor, '/decide', { kind: 'accept', appearance: claim?.id ?? '', why: 'heard it myself' }); // prettier-ignore
    expect(answer.status).toBe(303);
    expect((await desk.ledger.corrections()).at(-1)).toMatchObject({ by: 'Edda', why: 'heard it myself' });
    const page = await textOf(desk.ask(admin, '/audit?by=Edda&what=decision'));
    expect(page).toMatch(/Edda accepted a place \S+ heard it myself/u);
    expect(await textOf(desk.ask(admin, '/audit?what=act'))).toMatch(/Rea was not let in from 192\.0\.2\.66/u);
  });
});

describe('one’s own password', () => {
  it('cannot be guessed by who sits at an open desk', async () => {
    const fields = { current: 'not this one', next: 'marble kettle thrush ten', again: 'marble kettle thrush ten' };
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await desk.send(editor, '/account/password', fields)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect(await textOf(desk.send(editor, '/account/password', { ...fields, current: PASSWORD }))).toContain('Too many tries'); // prettier-ignore
  });
});

describe('people', () => {
  it('are added with a password that is shown once, change role at once, and are removed', async () => {
    const page = await (await desk.send(admin, '/people', { name: 'Nils Ånder', role: 'reader' })).text();
    const password = /<code id="secret">([a-z0-9-]+)<\/code>/u.exec(page)?.[1] ?? '';
    const cookie = await desk.signIn('nils ånder', password);
    expect((await desk.ask(cookie, '/review')).status).toBe(403);
    expect(await textOf(desk.send(admin, '/people/role', { name: 'Nils Ånder', role: 'editor', why: 'two weeks in' }))).toContain('is an editor from now on'); // prettier-ignore
    expect((await desk.ask(cookie, '/review')).status).toBe(200);
    expect(await textOf(desk.ask(admin, '/people'))).not.toContain(password);
    expect(await textOf(desk.send(admin, '/people/remove', { name: 'Nils Ånder' }))).toContain('is removed');
    expect((await desk.ask(cookie, '/')).status).toBe(401);
    expect(await textOf(desk.ask(admin, '/audit'))).toMatch(/Ada changed a role Nils Ånder: reader → editor two weeks in/u); // prettier-ignore
  });

  it('one stays an admin; a name is one person’s alone, and none is markup', async () => {
    for (const fields of [
      { name: 'ADA', role: 'reader' },
      { name: '<b>Bo</b>', role: 'reader' },
      { name: 'Bo', role: 'king' },
    ]) {
      // prettier-ignore
      const answer = await desk.send(admin, '/people', fields);
      expect([fields.name, answer.status]).toEqual([fields.name, 422]);
    }
    const last = await desk.send(admin, '/people/role', { name: 'Ada', role: 'reader' });
    expect(await last.text()).toContain('nobody else could see to people');
  });
});

describe('a desk behind a proxy', () => {
  it('believes it alone, and only of users who are known', async () => {
    const behind = await openUsersDesk({ people: { Ada: 'admin' }, publicUrl: 'https://desk.example', proxyUser: 'X-Remote-User' }); // prettier-ignore
    const as = (name: string, peer: string): Promise<Response> => behind.knock('/account', { headers: { 'x-remote-user': name } }, peer); // prettier-ignore
    expect((await as('ada', '10.1.2.3')).status).toBe(200);
    expect((await as('ada', '192.0.2.1')).status).toBe(401);
    expect((await as('Nobody', '10.1.2.3')).status).toBe(401);
    const form = { csrf: 'wrong' };
    const post = await behind.knock('/following/seen', { method: 'POST', headers: { 'x-remote-user': 'Ada', origin: 'https://desk.example' }, body: new URLSearchParams(form) }, '10.1.2.3'); // prettier-ignore
    expect(post.status).toBe(400);
    const answer = await behind.knock('/sign-in', { method: 'POST', headers: { origin: 'https://desk.example' }, body: new URLSearchParams({ name: 'Ada', password: PASSWORD }) }); // prettier-ignore
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-hearsay=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/u); // prettier-ignore
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await behind.knock('/sign-in', { headers: { host: 'evil.example' } })).status).toBe(421);
    await behind.close();
  });
});

describe('requests', () => {
  it('are limited for each user and each key, and programs are told how many are left', async () => {
    const small = await openUsersDesk({ people: { Ada: 'admin', Bo: 'reader' }, requests: 10 });
    const [ada, bo] = [await small.signIn('Ada'), await small.signIn('Bo')];
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await small.ask(ada, '/api/v1/me'));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(200), 429, 429]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"requests";q=10;w=60');
    expect(answers[9]?.headers.get('ratelimit')).toBe('"requests";r=0;t=1');
    expect(answers[10]?.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(answers[10]?.headers.get('retry-after'))).toBe(6);
    expect((await small.ask(bo, '/api/v1/me')).status).toBe(200);
    small.pass(6000);
    expect((await small.ask(ada, '/api/v1/me')).status).toBe(200);
    await small.close();
  });
});
