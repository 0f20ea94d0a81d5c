import { rename } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventDeskReports } from '../../../test/invented-desk.ts';
import { CSRF, openTestDesk, ORIGIN, TOKEN, type TestDesk } from '../../../test/open-test-desk.ts';
import type { ShownClaim } from '../../ledger/ledger.ts';

let desk: TestDesk;
let claim: ShownClaim;

beforeAll(async () => {
  desk = await openTestDesk(inventDeskReports());
  const { items } = await desk.ledger.claims();
  const found = items.find(({ basis }) => basis.reports > 1);
  if (found === undefined) throw new Error('the invented reports share no claim');
  claim = found;
}, 60_000);
afterAll(() => desk.close());

const PAGES = ['/', '/search', '/search?q=ferry&kind=expected&certainty=possible', '/calendar', '/sources', '/source?name=Aldous+Venn', '/source?name=Tidewater+Post', '/review', '/review?kind=claims', '/review?kind=sources', '/add', '/feeds', '/account', '/audit', '/following', '/following/hooks', '/words', '/api'] as const; // prettier-ignore

/** Each page that the reports lead to, besides those that are always there. */
async function listPages(): Promise<string[]> {
  const { items } = await desk.ledger.claims({ all: true, limit: 100 });
  const claims = items.flatMap(({ id, appearances }) => [`/claims/${id}`, `/claims/${id}/check`, `/report?at=${appearances[0]?.id ?? ''}`]); // prettier-ignore
  const harm = items.flatMap(({ origins }) => origins.map(({ name }) => `/source?name=${encodeURIComponent(name)}`));
  return [...PAGES, ...claims, ...harm];
}

describe('the door', () => {
  it('is shut without the token, and says what to do', async () => {
    for (const path of ['/', '/calendar', '/assets/x.css', '/?token=wrong', `/calendar?token=${TOKEN}`]) {
      const answer = await desk.knock(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.text()).toContain('Open the address that `hearsay serve` printed');
    }
  });

  it('opens at the printed address, which answers itself and sets a cookie that no script can read', async () => {
    const answer = await desk.knock(`/?token=${TOKEN}`);
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^hearsay-4729=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/u);
    expect(cookie).not.toContain(TOKEN);
    const [pair = ''] = cookie.split(';');
    expect((await desk.knock('/calendar', { headers: { cookie: pair } })).status).toBe(200);
    expect((await desk.knock('/calendar', { headers: { cookie: `${pair}x` } })).status).toBe(401);
    expect((await desk.knock('/calendar', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
  });

  it('does not answer under a name that is not this machine’s, nor to a page of another site', async () => {
    expect((await desk.ask('/', { headers: { host: 'evil.example:4729' } })).status).toBe(421);
    expect((await desk.ask('/', { headers: { host: '127.0.0.1:80' } })).status).toBe(421);
    expect((await desk.ask('/', { headers: { host: 'localhost:4729' } })).status).toBe(200);
    expect((await desk.ask('/', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await desk.ask('/', { headers: { origin: 'null' } })).status).toBe(403);
  });

  it('takes no form that is not the desk’s own', async () => {
    const [cookie = ''] = ((await desk.knock(`/?token=${TOKEN}`)).headers.get('set-cookie') ?? '').split(';');
    const fields = { kind: 'accept', appearance: claim.id };
    const post = (headers: Record<string, string>, more: Record<string, string>) => desk.knock('/decide', { method: 'POST', headers: { cookie, ...headers }, body: new URLSearchParams({ ...fields, ...more }) }); // prettier-ignore
    expect((await post({}, { csrf: CSRF })).status).toBe(403);
    expect((await post({ origin: 'http://127.0.0.1:5000' }, { csrf: CSRF })).status).toBe(403);
    expect((await post({ origin: ORIGIN }, {})).status).toBe(400);
    expect((await post({ origin: ORIGIN }, { csrf: 'wrong' })).status).toBe(400);
    expect(await desk.ledger.corrections()).toEqual([]);
  });
});

describe('each page', () => {
  it('answers with one heading, a strict policy, and nothing of another host', async () => {
    for (const path of await listPages()) {
      const answer = await desk.ask(path);
      const html = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, html.match(/<h1[\s>]/gu)?.length]).toEqual([path, 1]);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*|data:/u);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const loaded = [...html.matchAll(/<(?:script|img|link|iframe|source|use)\b[^>]*?(?:src|href)="([^"]*)"/gu)].map(([, address = '']) => address); // prettier-ignore
      expect([path, loaded.filter((address) => !address.startsWith('/'))]).toEqual([path, []]);
      expect([path, html.match(/ style="| on[a-z]+="/gu)]).toEqual([path, null]);
    }
  });

  it('shows what a report holds as text, whatever it holds', async () => {
    let seen = 0;
    for (const path of [...(await listPages()), '/search.atom', '/calendar.ics']) {
      const text = await (await desk.ask(path)).text();
      if (text.includes('gnissim')) seen++;
      expect([path, text.includes('<script>'), text.includes('<svg onload'), text.includes('href="javascript:')]).toEqual([path, false, false, false]); // prettier-ignore
      expect([path, /[\u0000-\u0008\u000e-\u001f\u202a-\u202e]/u.exec(text)]).toEqual([path, null]);
    }
    expect(seen).toBeGreaterThan(5);
    const { items } = await desk.ledger.claims({ words: 'cargo' });
    const html = await (await desk.ask(`/claims/${items[0]?.id ?? ''}`)).text();
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('‹U+202E›');
  });

  it('is the same packed and not, the first time and again', async () => {
    const ask = async (encoding: string): Promise<readonly [string | null, string]> => {
      const answer = await desk.ask('/words', { headers: { 'accept-encoding': encoding } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const packed = answer.headers.get('content-encoding');
      return [packed, (packed === 'gzip' ? gunzipSync(bytes) : bytes).toString()];
    };
    const [, plain] = await ask('identity');
    expect(plain).toContain('What the words mean');
    for (let i = 0; i < 3; i++) expect(await ask('gzip, br')).toEqual(['gzip', plain]);
    expect(await ask('identity')).toEqual([null, plain]);
  });

  it('brings the style and the script under an address that never changes its bytes', async () => {
    const html = await (await desk.ask('/')).text();
    for (const type of ['css', 'javascript']) {
      const path = type === 'css' ? /href="(\/assets\/[^"]+\.css)"/u.exec(html)?.[1] : /src="(\/assets\/[^"]+\.js)"/u.exec(html)?.[1]; // prettier-ignore
      const answer = await desk.ask(path ?? '');
      expect(answer.headers.get('content-type')).toContain(type);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect((await desk.ask('/assets/desk-000000000000.css')).status).toBe(404);
  });
});

describe('what pages say', () => {
  const read = async (path: string): Promise<string> => (await (await desk.ask(path)).text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' '); // prettier-ignore

  it('Today: the story, what is overdue', async () => {
    const text = await read('/');
    expect(text).toContain('One story: 3 reports');
    expect(text).toMatch(/Overdue 20 May 2031/u);
  });

  it('a claim: the sentence fit to print, who is against, where its chains end', async () => {
    const text = await read(`/claims/${claim.id}`);
    expect(text).toContain('Against it: Mira Tolland');
    expect(text).toContain('Earliest seen here: 3 May 2031, 08:00');
    expect(text).toMatch(/Traced to .*Aldous Venn/u);
    expect(text).toContain('possible');
  });

  it('a claim is found by the beginning of its id and by that of an appearance', async () => {
    const other = claim.appearances[1]?.id ?? '';
    expect(await read(`/claims/${claim.id.slice(0, 10)}`)).toContain(claim.text);
    expect(await read(`/claims/${other}`)).toContain(claim.text);
  });

  it('a report: its marks, its copies, the claims in it, the place that was asked for', async () => {
    const html = await (await desk.ask(`/report?at=${claim.id}`)).text();
    expect(html).toMatch(/<mark class="source"[^>]*>(?:<[^>]+>)*Aldous Venn/u);
    expect(html).toMatch(/<span class="here" id="here">/u);
    expect(html).toMatch(/sha256 [0-9a-f]{64}/u);
    expect(html).toContain(`/claims/${claim.id.slice(0, 16)}`);
  });

  it('search: the address holds the query; kinds and certainty narrow it', async () => {
    expect(await read('/search?q=ferry')).toContain(claim.text);
    expect(await read('/search?kind=answered')).toContain(claim.text);
    expect(await read('/search?kind=answered&certainty=certain')).toContain('No claim is found');
    expect(await read('/search?outlet=Tidewater+Post&from=2031-05&to=2031')).toContain(claim.text);
    expect(await read('/search?outlet=Nobody')).toContain('No claim is found');
  });

  it('one part of the calendar, page after page', async () => {
    const part = await (await desk.ask('/calendar?part=overdue')).text();
    expect(part).toContain('1 to 1 of 1');
    expect(await (await desk.ask('/calendar?part=overdue&page=2')).text()).toContain('Nothing stands on page 2.');
    expect((await desk.ask('/calendar?part=odd')).status).toBe(200);
  });

  it('the calendar by status, and as iCalendar', async () => {
    expect(await read('/calendar')).toMatch(/Overdue .*20 May 2031/u);
    const answer = await desk.ask('/calendar.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await answer.text()).toContain('DTSTART;VALUE=DATE:20310520');
  });

  it('a source that has no name: what is traced to it', async () => {
    expect(await read('/source?name=Mira+Tolland')).toContain('credited by 1 report, 1 time');
    expect(await read('/source?name=Nobody')).toContain('No report here credits this name');
  });
});

describe('errors', () => {
  it.each([
    ['/claims/ffffffffffff', 404, 'This claim is not in the ledger'],
    ['/claims/..%2f..%2fetc', 404, 'This claim is not in the ledger'],
    ['/report?key=nowhere.example', 404, 'This report is not in the ledger'],
    ['/report', 404, 'This report is not in the ledger'],
    ['/source', 400, 'No source is named'],
    ['/search?from=yesterday', 400, 'no ISO 8601 date'],
    ['/search?kind=odd', 400, 'none of the choices'],
    ['/search?cursor=x', 400, 'cursor'],
    ['/add/nothing', 404, 'not known any more'],
    ['/nowhere', 404, 'There is no such page'],
  ])('%s answers %i and says what helps', async (path, status, words) => {
    const answer = await desk.ask(path);
    const html = await answer.text();
    expect([answer.status, html.includes(words), html.includes('What helps')]).toEqual([status, true, true]);
  });

  it('an upload over the limit is refused before it is kept', async () => {
    const body = new Blob([new Uint8Array(65 * 2 ** 20)]);
    const form = new FormData();
    form.set('csrf', CSRF);
    form.set('files', body, 'large.bin');
    expect((await desk.ask('/add', { method: 'POST', headers: { origin: ORIGIN }, body: form })).status).toBe(413);
    expect((await desk.send('/decide', { why: 'x'.repeat(3 * 2 ** 20) })).status).toBe(413);
  });

  it('a ledger that was moved away, and one of a newer program, are said on a page, and nothing is made in its place', async () => {
    const other = await openTestDesk([]);
    await rename(other.file, `${other.file}.away`);
    const moved = await other.ask('/');
    expect([moved.status, moved.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await moved.text()).toContain('The ledger is not where it was');
    await rename(`${other.file}.away`, other.file);
    expect((await other.ask('/')).status).toBe(200);
    await other.ledger.rebuild();
    await other.ledger.store.run(`UPDATE meta SET value = '9999' WHERE name = 'derivation'`);
    const newer = await other.ask('/');
    expect(newer.status).toBe(503);
    expect(await newer.text()).toContain('newer Hearsay');
    await other.close();
  });

  it('an empty ledger has a page that says what to do', async () => {
    const empty = await openTestDesk([]);
    for (const path of PAGES) expect([path, (await empty.ask(path)).status]).toEqual([path, 200]);
    expect(await (await empty.ask('/')).text()).toContain('Nothing has been added yet');
    await empty.close();
  });
});
