import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { inventNews } from '../test/invented-news.ts';
import { link, quote } from '../test/invented-reading.ts';
import { describeOnBoth } from '../test/on-both-stores.ts';
import type { Clock } from './base/clock.ts';
import type { Capture } from './capture/capture.ts';
import { openLedger, type Ledger } from './ledger/ledger.ts';
import type { Reading } from './reading/reading.ts';
import { traceUpstream, type UpstreamEvent } from './trace-upstream.ts';

const clock: Clock = { now: () => 0, sleep: () => Promise.resolve() };
let pages: Record<string, string | number> = {};
let asked: string[] = [];
const server = http.createServer((request, response) => {
  const page = pages[request.url ?? ''] ?? 404;
  asked.push(request.url ?? '');
  if (typeof page === 'number') response.writeHead(page, page === 302 ? { location: '/herald' } : {}).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const CLAIM = 'Saltmere Ferries will buy Tidewater Lines in April';

/** A report at `url` that has the claim from `by`, linked to `href`. */
function tellFrom(url: string, outlet: string, by: string, href: string | null): Reading {
  const kind = href === null ? 'person' : 'outlet';
  const chain = [link(outlet, 'outlet', 'metadata'), link(by, kind)];
  const { reading } = inventNews({ url, outlet, published: '2031-03-02', sentences: [{ content: CLAIM, by, cue: 'reported', parts: { chain } }] }); // prettier-ignore
  const links = href === null ? [] : quote(reading.report.text, by).map((span) => ({ ...span, href }));
  return { ...reading, report: { ...reading.report, links } };
}

describeOnBoth('tracing upstream', (newPlace) => {
  const open: Ledger[] = [];
  const start = async (href: string): Promise<Ledger> => {
    const ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
    open.push(ledger);
    const url = 'https://courier.example/ferry';
    await ledger.add(tellFrom(url, 'Saltmere Courier', 'Tidewater Post', href), { input: url, kind: 'html', bytes: Buffer.from('x'), charset: null, given: { url } }); // prettier-ignore
    return ledger;
  };
  const read = (capture: Capture): Promise<Reading> => {
    const url = capture.given.url ?? '';
    const reading =
      url.endsWith('/post') ? tellFrom(url, 'Tidewater Post', 'Quay Herald', `${base}/short`) : tellFrom(url, 'Quay Herald', 'Aldous Venn', null); // prettier-ignore
    return Promise.resolve({ ...reading, input: capture.input });
  };
  const follow = async (ledger: Ledger, what = CLAIM): Promise<readonly string[]> => {
    const told: string[] = [];
    for await (const event of traceUpstream(ledger, what, { read, clock, fetchOptions: { allowPrivate: true } })) told.push(tell(event)); // prettier-ignore
    return told;
  };
  const tell = (event: UpstreamEvent): string => {
    if (event.kind === 'found') return `found ${event.addresses.map((address) => new URL(address).pathname).join(' ')}`;
    if (event.kind === 'read') return `${event.outcome} ${new URL(event.address).pathname}`;
    if (event.kind === 'failed') return `${event.error.code} ${new URL(event.address).pathname}`;
    const { origins } = event.traced.claim;
    return `traced to ${origins.map(({ name }) => name).join(', ')}; unlinked ${event.unlinked.map(({ outlet }) => outlet).join(', ')}`; // prettier-ignore
  };
  beforeEach(() => {
    [pages, asked] = [{ '/robots.txt': 404, '/post': '<p>x</p>', '/short': 302, '/herald': '<p>x</p>' }, []];
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('reads what is named, and what that names, until the origin is found', async () => {
    const ledger = await start(`${base}/post`);
    expect((await ledger.trace(CLAIM)).cited).toMatchObject([{ outlet: 'Tidewater Post', state: 'unread', href: `${base}/post` }]); // prettier-ignore
    expect(await follow(ledger)).toEqual(['found /post', 'new /post', 'found /short', 'new /short', 'traced to Aldous Venn; unlinked ']); // prettier-ignore
    const { cited, claim } = await ledger.trace(CLAIM);
    expect(cited.map(({ outlet, state, carries }) => [outlet, state, carries]).sort()).toEqual([['Quay Herald', 'held', true], ['Tidewater Post', 'held', true]]); // prettier-ignore
    expect(claim.origins[0]?.appearances).toEqual([0, 1, 2]);
    expect(await follow(ledger, 'https://courier.example/ferry')).toEqual(['traced to Aldous Venn; unlinked ']);
    expect(asked).toEqual(['/robots.txt', '/post', '/short', '/herald']);
  });

  it('says what it could not fetch and why, and goes on with the rest', async () => {
    pages['/short'] = 404;
    expect(await follow(await start(`${base}/post`))).toEqual(['found /post', 'new /post', 'found /short', 'fetch.status /short', 'traced to ; unlinked ']); // prettier-ignore
    pages['/robots.txt'] = 'User-agent: *\nDisallow: /';
    expect(await follow(await start(`${base}/post`))).toEqual(['found /post', 'fetch.robots /post', 'traced to ; unlinked ']); // prettier-ignore
  });

  it('names the outlets of which nobody links to the report', async () => {
    expect(await follow(await start('https://elsewhere.example/'))).toEqual(['traced to ; unlinked Tidewater Post']);
  });

  it('knows nothing near what nothing is near to', async () => {
    await expect(follow(await start(`${base}/post`), 'https://unknown.example/')).rejects.toMatchObject({ code: 'ledger.unknown-claim' }); // prettier-ignore
  });
});
