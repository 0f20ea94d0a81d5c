import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inventDeskReports } from '../../../test/invented-desk.ts';
import { inventSourceReports } from '../../../test/invented-sources.ts';
import { openUsersDesk, type UsersDesk } from '../../../test/open-users-desk.ts';
import { problemAnswer } from './answers.ts';
import { OPERATIONS } from './operations.ts';

let desk: UsersDesk;
const keys: Record<string, string> = {};
beforeAll(async () => {
  desk = await openUsersDesk({ people: { Rea: 'reader', Edda: 'editor', Ada: 'admin' }, reports: [...inventDeskReports(), ...inventSourceReports()] }); // prettier-ignore
  for (const name of ['Rea', 'Edda', 'Ada']) {
    const { user = '', role = 'reader' } = (await desk.desk.team.named(name)) ?? {};
    keys[name] = (await desk.desk.team.makeKey(user, { name: 'tests', role, scope: 'api', days: 30 }, name)).key;
  }
}, 60_000);
afterAll(() => desk.close());

const ask = (name: string, path: string, init: RequestInit = {}): Promise<Response> => desk.knock(path, { ...init, headers: { authorization: `Bearer ${keys[name] ?? name}`, ...(init.headers as Record<string, string>) } }); // prettier-ignore
const send = (name: string, method: string, path: string, body: unknown = undefined, headers: Record<string, string> = {}): Promise<Response> => ask(name, path, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }); // prettier-ignore
const read = async <T extends z.ZodType>(shape: T, answer: Promise<Response>): Promise<z.infer<T>> => shape.parse(await (await answer).json()); // prettier-ignore
const page = z.object({ items: z.array(z.looseObject({ id: z.string().optional() })), next: z.string().nullable() });

describe('keys', () => {
  it('open what their role may, on every operation, and nothing else', async () => {
    for (const { id, method, path, role } of OPERATIONS) {
      const at = path.replace(/\{\w+\}/gu, 'nothing-here');
      const answer = await send(
        'Rea',
        method.toUpperCase(),
        at,
        method === 'get' || method === 'delete' ? undefined : {},
      );
      expect([id, answer.status === 403]).toEqual([id, role !== 'reader']);
      if (answer.status === 403) expect(problemAnswer.parse(await answer.json()).detail).toBe(`it is for ${role}s, and Rea is a reader here`); // prettier-ignore
      expect([id, answer.status < 500]).toEqual([id, true]);
    }
    for (const path of ['/api/v1/files', '/api/v1/additions/x/events']) expect([path, (await send('Rea', path.endsWith('files') ? 'POST' : 'GET', path)).status]).toEqual([path, 403]); // prettier-ignore
    expect((await ask('hearsay_000000000000_wrong', '/api/v1/me')).status).toBe(401);
    expect((await ask('Rea', '/review')).status).toBe(403);
  });

  it('are made over the API, shown once, no stronger than who makes them, and revoked', async () => {
    expect((await send('Rea', 'POST', '/api/v1/keys', { name: 'x', role: 'editor' })).status).toBe(403);
    const made = await read(z.object({ id: z.string(), key: z.string(), ends: z.string() }), send('Rea', 'POST', '/api/v1/keys', { name: 'nightly', days: 7 })); // prettier-ignore
    expect(made.ends).toBe('2031-06-08T12:00:00.000Z');
    expect((await ask(made.key, '/api/v1/me')).status).toBe(200);
    const listed = await (await ask('Rea', '/api/v1/keys')).text();
    expect([listed.includes(made.id), listed.includes(made.key), listed.includes('hash')]).toEqual([true, false, false]); // prettier-ignore
    expect((await send('Edda', 'DELETE', `/api/v1/keys/${made.id}`)).status).toBe(404);
    expect((await send('Rea', 'DELETE', `/api/v1/keys/${made.id}`)).status).toBe(200);
    expect((await ask(made.key, '/api/v1/me')).status).toBe(401);
  });

  it('for feeds stand in the address of a feed, and open nothing else', async () => {
    const { key } = await read(z.object({ key: z.string() }), send('Edda', 'POST', '/api/v1/keys', { name: 'reader', scope: 'feeds' })); // prettier-ignore
    for (const path of ['/search.atom?q=ferry', '/search.json?q=ferry', '/following.atom?', '/following.json?', '/calendar.ics?']) expect([path, (await desk.knock(`${path}&key=${key}`)).status]).toEqual([path, 200]); // prettier-ignore
    for (const path of ['/', '/api/v1/claims', '/search', '/account', '/export/csv']) expect([path, (await desk.knock(`${path}?key=${key}`)).status]).toEqual([path, 401]); // prettier-ignore
    expect((await ask(key, '/api/v1/claims')).status).toBe(401);
    expect((await desk.knock(`/search.atom?key=${keys.Edda ?? ''}`)).status).toBe(401);
    const feed = await desk.knock(`/search.json?q=ferry&key=${key}`);
    expect(await feed.clone().text()).not.toContain(key);
    expect((await desk.knock(`/search.json?q=ferry&key=${key}`, { headers: { 'if-none-match': feed.headers.get('etag') ?? '' } })).status).toBe(304); // prettier-ignore
  });
});

describe('what programs may do', () => {
  it('a decision is that of whose key it is, done once for each Idempotency-Key', async () => {
    const [one, other] = (await desk.ledger.sources()).map(({ id }) => id);
    const decision = { kind: 'other-source', one, other, why: 'two of one name' };
    const key = { 'idempotency-key': '5f0e' };
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await send('Edda', 'POST', '/api/v1/decisions', { decision }, key));
    expect(answers.map(({ status, headers }) => [status, headers.get('idempotent-replayed')])).toEqual([[200, null], [200, 'true'], [200, 'true']]); // prettier-ignore
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    const kept = (await desk.ledger.corrections()).filter(({ kind }) => kind === 'other-source');
    expect(kept.map(({ by, why }) => [by, why])).toEqual([['Edda', 'two of one name']]);
    const another = await send('Edda', 'POST', '/api/v1/decisions', { decision: { ...decision, why: '' } }, key);
    expect([another.status, another.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    expect((await send('Ada', 'POST', '/api/v1/decisions', { decision: { ...decision, one: other } }, key)).status).toBe(400); // prettier-ignore
    expect((await send('Edda', 'POST', '/api/v1/decisions', { decision: { ...decision, one: 'no-such-source' } })).status).toBe(404); // prettier-ignore
    const twice = await Promise.all([1, 2].map(() => send('Edda', 'POST', '/api/v1/keys', { name: 'one' }, { 'idempotency-key': 'k' }))); // prettier-ignore
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('lists go on page after page and name each item once', async () => {
    for (const path of [
      '/api/v1/reports',
      '/api/v1/outlets',
      '/api/v1/sources',
      '/api/v1/claims',
      '/api/v1/claims?kind=unchecked',
      '/api/v1/reviews/sources',
      '/api/v1/reviews/readings',
      '/api/v1/audit',
      '/api/v1/people',
      '/api/v1/stories',
    ]) {
      const whole = await read(page, ask('Ada', `${path}${path.includes('?') ? '&' : '?'}limit=200`));
      const found: unknown[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const next: z.infer<typeof page> = await read(page, ask('Ada', `${path}${path.includes('?') ? '&' : '?'}limit=${path.includes('kind') ? '50' : '1'}${cursor === '' ? '' : `&cursor=${cursor}`}`)); // prettier-ignore
        found.push(...next.items);
        cursor = next.next;
      }
      expect([path, found.length]).toEqual([path, whole.items.length]);
      expect([path, found]).toEqual([path, whole.items]);
      expect([path, whole.items.length > 0]).toEqual([path, true]);
    }
  });

  it('feeds are watched, paused, resumed and removed, and it is written down who did it', async () => {
    const address = 'https://vane-observer.example/feed.xml';
    expect((await send('Edda', 'POST', '/api/v1/feeds', { address, from: '2031-01-01' })).status).toBe(201);
    const state = async () => (await read(z.object({ items: z.array(z.object({ address: z.string(), paused: z.boolean(), due: z.string().nullable() })) }), ask('Rea', '/api/v1/feeds'))).items; // prettier-ignore
    expect(await state()).toEqual([{ address, paused: false, due: '2031-06-01T12:00:00.000Z' }]);
    expect((await send('Edda', 'POST', '/api/v1/feeds/pause', { address })).status).toBe(200);
    expect(await state()).toEqual([{ address, paused: true, due: null }]);
    expect(await desk.ledger.store.all('SELECT due FROM watched')).toEqual([{ due: null }]);
    await send('Edda', 'POST', '/api/v1/feeds/resume', { address });
    expect(await state()).toEqual([{ address, paused: false, due: '2031-06-01T12:00:00.000Z' }]);
    await send('Edda', 'POST', '/api/v1/feeds/remove', { address });
    expect(await state()).toEqual([]);
    expect((await send('Edda', 'POST', '/api/v1/feeds/pause', { address })).status).toBe(404);
    const { items } = await desk.desk.team.done({ by: 'Edda', what: 'act', limit: 200 });
    const kinds = items.map(({ kind }) => kind).filter((kind) => kind.startsWith('feed-'));
    expect(kinds.toSorted()).toEqual(['feed-paused', 'feed-removed', 'feed-resumed', 'feed-watched']);
  });

  it('claims and searches are followed, addresses are told, messages are logged', async () => {
    const [claim] = (await desk.ledger.claims({ words: 'ferry' })).items;
    const follow = await read(z.object({ id: z.string(), kind: z.string(), name: z.string() }), send('Rea', 'POST', '/api/v1/follows', { kind: 'claim', target: claim?.id.slice(0, 12) })); // prettier-ignore
    expect([follow.kind, follow.name]).toEqual(['claim', claim?.text]);
    const searched = await read(z.object({ target: z.string(), name: z.string() }), send('Rea', 'POST', '/api/v1/follows', { kind: 'search', target: 'outlet=Tidewater Post&q=ferry&cursor=x' })); // prettier-ignore
    expect(searched).toEqual({ target: 'q=ferry&outlet=Tidewater+Post', name: 'ferry, outlet Tidewater Post' });
    expect((await read(page, ask('Edda', '/api/v1/follows'))).items).toEqual([]);
    expect((await send('Edda', 'DELETE', `/api/v1/follows/${follow.id}`)).status).toBe(404);
    for (const address of ['http://127.0.0.1:9/', 'http://[::1]/', 'http://169.254.169.254/latest', 'file:///etc/passwd', 'https://u:p@program.example/']) expect([address, (await send('Rea', 'POST', '/api/v1/webhooks', { address })).status]).toEqual([address, 400]); // prettier-ignore
    const hook = await read(z.object({ id: z.string(), secret: z.string() }), send('Rea', 'POST', '/api/v1/webhooks', { address: 'https://8.8.8.8/in' })); // prettier-ignore
    const listed = await (await ask('Rea', '/api/v1/webhooks')).text();
    expect([listed.includes(hook.id), listed.includes(hook.secret)]).toEqual([true, false]);
    const { id } = await read(z.object({ id: z.string() }), send('Rea', 'POST', `/api/v1/webhooks/${hook.id}/test`));
    expect((await read(page, ask('Rea', '/api/v1/deliveries'))).items).toMatchObject([{ id, state: 'waiting', tries: [] }]); // prettier-ignore
    expect((await send('Edda', 'POST', `/api/v1/deliveries/${id}/redeliver`)).status).toBe(404);
    expect((await send('Rea', 'POST', `/api/v1/deliveries/${id}/redeliver`)).status).toBe(202);
    // Where nothing has to be said, nothing need be sent; a form is no JSON.
    expect((await ask('Rea', '/api/v1/news/seen', { method: 'POST' })).status).toBe(200);
    expect((await ask('Rea', '/api/v1/news/seen', { method: 'POST', body: new URLSearchParams({}) })).status).toBe(415);
  });

  it('files are added, and how far that is comes as events, as JSON', async () => {
    const form = new FormData();
    form.set('files', new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])]), '../../picture.png');
    const added = await ask('Edda', '/api/v1/files', { method: 'POST', body: form });
    const { id } = z.object({ id: z.string() }).parse(await added.json());
    expect(added.status).toBe(202);
    const events = await ask('Edda', `/api/v1/additions/${id}/events`);
    expect([events.status, events.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const last = (await events.text()).trim().split('\n\n').at(-1) ?? '';
    expect(last).toMatch(/^event: end\ndata: \{/u);
    expect(JSON.parse(last.slice(last.indexOf('{')))).toMatchObject({ id, state: 'done', lines: [{ outcome: 'failed', problem: { what: expect.stringContaining('picture.png') as string } }] }); // prettier-ignore
    expect((await desk.desk.team.done({ by: 'Edda', what: 'act', limit: 200 })).items.map(({ kind }) => kind)).toContain('added'); // prettier-ignore
    form.set('colour', 'red');
    expect((await ask('Edda', '/api/v1/files', { method: 'POST', body: form })).status).toBe(400);
    expect((await send('Edda', 'POST', '/api/v1/files', {})).status).toBe(415);
    const unbound = { method: 'POST', body: 'no parts', headers: { 'content-type': 'multipart/form-data' } };
    expect((await ask('Edda', '/api/v1/files', unbound)).status).toBe(400);
    const refused = await ask('Edda', '/api/v1/files', { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('MCP is served behind the same keys; a reader has no tool that adds', async () => {
    const call = (name: string): Promise<Response> => ask(name, '/mcp', { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }) }); // prettier-ignore
    const shape = z.object({ result: z.object({ tools: z.array(z.object({ name: z.string() })) }) });
    const toolsOf = async (name: string): Promise<string[]> => (await read(shape, call(name))).result.tools.map((tool) => tool.name); // prettier-ignore
    expect(await toolsOf('Edda')).toContain('add');
    expect(await toolsOf('Rea')).not.toContain('add');
    expect(await toolsOf('Rea')).toContain('search_claims');
    expect((await call('hearsay_000000000000_wrong')).status).toBe(401);
    expect((await ask('Rea', '/mcp')).status).toBe(405);
  });

  it('what has another method is 405, and says which', async () => {
    const answer = await send('Ada', 'DELETE', '/api/v1/claims');
    expect([answer.status, answer.headers.get('allow'), answer.headers.get('content-type')]).toEqual([405, 'GET, HEAD', 'application/problem+json']); // prettier-ignore
    expect((await ask('Ada', '/api/v1/claims', { method: 'HEAD' })).status).toBe(200);
  });
});

describe('/openapi.json', () => {
  it('names the ways in, and of each operation the headers, problems and what it takes', async () => {
    const document = await read(
      z.object({
        paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()), parameters: z.array(z.object({ name: z.string() })).optional() }))), // prettier-ignore
        components: z.object({ securitySchemes: z.record(z.string(), z.unknown()), responses: z.record(z.string(), z.unknown()) }), // prettier-ignore
      }),
      ask('Rea', '/openapi.json'),
    );
    expect(Object.keys(document.components.securitySchemes)).toEqual(['key', 'token', 'session']);
    const text = JSON.stringify(document.paths);
    for (const [, name = ''] of text.matchAll(/#\/components\/responses\/(\w+)/gu)) expect(document.components.responses).toHaveProperty(name); // prettier-ignore
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { operationId, responses, parameters = [] }] of Object.entries(methods)) {
        expect([operationId, '429' in responses, '401' in responses]).toEqual([operationId, true, true]);
        if (method !== 'get' && path !== '/api/v1/files') expect([operationId, parameters.some(({ name }) => name === 'Idempotency-Key')]).toEqual([operationId, true]); // prettier-ignore
      }
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/v1/files', '/api/v1/export/{format}', '/api/v1/additions/{id}/events'])); // prettier-ignore
  });
});
