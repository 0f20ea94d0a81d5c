import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventReading } from '../test/invented-reading.ts';
import { describeOnBoth } from '../test/on-both-stores.ts';
import { hashBytes } from './base/canonical-json.ts';
import type { Clock } from './base/clock.ts';
import type { Capture } from './capture/capture.ts';
import { openLedger, type Ledger } from './ledger/ledger.ts';
import { WatchPlan } from './ledger/watched.ts';
import { extractArticle } from './page/extract-article.ts';
import type { Reading } from './reading/reading.ts';
import { watchFeeds, type WatchEvent, type WatchOptions } from './watch.ts';

const START = Date.parse('2031-03-05T12:00:00Z');
const HOUR = 3_600_000;
let time = START;
/** A clock whose time passes where someone sleeps, and nowhere else. */
const clock: Clock = {
  now: () => time,
  sleep: (milliseconds, signal) => {
    signal?.throwIfAborted();
    time += milliseconds;
    return Promise.resolve();
  },
};

interface Asked {
  readonly host: string;
  readonly path: string;
  readonly at: number;
  readonly held: string | undefined;
}
let pages: Record<string, string | number> = {};
let headers: Record<string, http.OutgoingHttpHeaders> = {};
let asked: Asked[] = [];
const underWay: Record<string, number> = {};
let mostAtOnce = 0;
const server = http.createServer((request, response) => {
  const { url: path = '', headers: sent } = request;
  const host = sent.host ?? '';
  asked.push({ host, path, at: (time - START) / 1000, held: sent['if-none-match'] });
  mostAtOnce = Math.max(mostAtOnce, (underWay[host] = (underWay[host] ?? 0) + 1));
  response.on('close', () => (underWay[host] = (underWay[host] ?? 0) - 1));
  const page = pages[path] ?? 404;
  const etag = `"${String(page).length.toString()}"`;
  if (typeof page === 'number') response.writeHead(page, headers[path]).end();
  else if (sent['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { 'content-type': path.endsWith('.html') ? 'text/html' : 'text/xml', etag }).end(page.replaceAll('BASE', `http://${host}`)); // prettier-ignore
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

const page = (words: string): string =>
  `<html><body><article><h1>The quay</h1>${['winter', 'storm', 'vote', 'spring'].map((then) => `<p>${words} The harbour master of Lindow gave no date, and the council has not met since the ${then}.</p>`).join('')}</article></body></html>`; // prettier-ignore
const feed = (...paths: readonly string[]): string =>
  `<rss version="2.0"><channel><title>T</title>${paths.map((path) => `<item><link>BASE${path}</link></item>`).join('')}</channel></rss>`;
const sitemap = (...entries: readonly string[]): string => `<urlset>${entries.map((entry) => `<url>${entry}</url>`).join('')}</urlset>`; // prettier-ignore

/** The stages without the network: what a page says is all that these tests need of a reading. */
function read(capture: Capture): Promise<Reading> {
  const { title, text, url, captured } = extractArticle(capture);
  return Promise.resolve(inventReading({ input: capture.input, report: { title, text, sha256: hashBytes(text), url, captured }, attributions: [], headline: [] })); // prettier-ignore
}

async function collect(events: AsyncIterable<WatchEvent>): Promise<string[]> {
  const told: string[] = [];
  for await (const event of events) told.push(tell(event));
  return told;
}

function tell(event: WatchEvent): string {
  if (event.kind === 'waiting') return `waiting ${String(((event.until ?? NaN) - START) / HOUR)} h`;
  const path = new URL(event.address).pathname;
  if (event.kind === 'polled') return `${path} ${String(event.found)} new, ${String(event.outside)} outside`;
  return `${path} ${event.kind === 'read' ? event.outcome : event.kind === 'failed' ? event.error.code : event.kind}`;
}

describeOnBoth('watching', (newPlace) => {
  const open: Ledger[] = [];
  const opened = async (place?: string): Promise<Ledger> => {
    const ledger = await openLedger(place ?? (await newPlace()), { by: 'tester', now: () => new Date(time) });
    open.push(ledger);
    return ledger;
  };
  const start = async (...paths: readonly string[]): Promise<Ledger> => {
    const ledger = await opened();
    for (const path of paths) await new WatchPlan(ledger.store).addFeed(path.startsWith('http') ? path : base + path, time, null); // prettier-ignore
    return ledger;
  };
  const watch = (ledger: Ledger, options: Partial<WatchOptions> = {}): AsyncGenerator<WatchEvent> =>
    watchFeeds(ledger, { read, clock, fetchOptions: { allowPrivate: true }, once: true, ...options });
  const run = async (ledger: Ledger, hours = 0): Promise<string[]> => {
    time = Math.max(time, START + hours * HOUR);
    return collect(watch(ledger));
  };
  beforeEach(() => {
    [time, asked, mostAtOnce, headers] = [START, [], 0, {}];
    pages = { '/robots.txt': 404, '/feed': feed('/a.html', '/b.html'), '/a.html': page('It is old.'), '/b.html': page('It is new, they say.') }; // prettier-ignore
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('reads what is new, and visits each report again after 24 hours and 7 days', async () => {
    const ledger = await start('/feed');
    expect(await run(ledger)).toEqual(['/feed 2 new, 0 outside', '/a.html new', '/b.html new']);
    expect(await run(ledger)).toEqual([]);
    pages['/feed'] = feed('/c.html', '/a.html', '/b.html');
    pages['/c.html'] = page('A third.');
    expect(await run(ledger, 1)).toEqual(['/feed 1 new, 0 outside', '/c.html new']);
    pages['/a.html'] = page('It is not old at all.');
    expect(await run(ledger, 24.5)).toEqual(['/feed unchanged', '/a.html version', '/b.html unchanged']);
    expect(await run(ledger, 168.5)).toEqual(['/c.html unchanged', '/feed unchanged', '/a.html unchanged', '/b.html unchanged']); // prettier-ignore
    expect(await run(ledger, 169.5)).toEqual(['/c.html unchanged']);
    pages['/feed'] = feed();
    expect(await run(ledger, 1000)).toEqual(['/feed 0 new, 0 outside']);
    expect(await new WatchPlan(ledger.store).countReports()).toEqual({ unread: 0, read: 0 });
    expect(asked.filter(({ path }) => path === '/a.html').map(({ at, held }) => [Math.round(at / 3600), held !== undefined])).toEqual([[0, false], [25, true], [169, true]]); // prettier-ignore
    const changes = await ledger.revisions(`${base}/a.html`);
    expect(changes.map(({ from, to }) => [from.number, to.number])).toEqual([[1, 2]]);
  });

  it('asks each host one thing at a time, a second apart', async () => {
    const other = base.replace('127.0.0.1', 'localhost');
    await run(await start('/feed', `${other}/feed`));
    expect(mostAtOnce).toBe(1);
    for (const host of new Set(asked.map((one) => one.host))) {
      const times = asked.filter((one) => one.host === host).map(({ at }) => at);
      expect(times).toHaveLength(4);
      expect(times.slice(1).every((at, i) => at - (times[i] ?? 0) >= 1)).toBe(true);
    }
  });

  it('goes on where it was stopped, wherever that was', async () => {
    for (let stopAfter = 0; stopAfter < 4; stopAfter++) {
      [time, asked] = [START, []];
      const place = await newPlace();
      const ledger = await opened(place);
      await new WatchPlan(ledger.store).addFeed(`${base}/feed`, time, null);
      const stop = new AbortController();
      if (stopAfter === 0) stop.abort();
      let seen = 0;
      for await (const { kind } of watch(ledger, { signal: stop.signal })) {
        expect(kind).toBe(seen === 0 ? 'polled' : 'read');
        if (++seen === stopAfter) stop.abort();
      }
      expect(seen).toBe(stopAfter);
      const again = await opened(place);
      await run(again);
      expect(asked.map(({ path }) => path).sort()).toEqual(['/a.html', '/b.html', '/feed', '/robots.txt']);
      expect((await again.check()).reports).toBe(2);
    }
  });

  it('loses nothing where it is killed between the reading and the keeping', async () => {
    const ledger = await start('/feed');
    const failing = watch(ledger, { read: (capture) => (capture.input.endsWith('b.html') ? Promise.reject(new Error('killed')) : read(capture)) }); // prettier-ignore
    await expect(collect(failing)).rejects.toThrow('killed');
    expect(await run(ledger)).toEqual(['/b.html new']);
  });

  it('leaves alone what it is asked to, tries again what fails, and lets go what is gone', async () => {
    pages = { '/robots.txt': 'User-agent: *\nDisallow: /a.html', '/feed': feed('/a.html', '/b.html', '/gone.html') };
    pages['/b.html'] = 503;
    headers['/b.html'] = { 'retry-after': '7200' };
    const ledger = await start('/feed');
    expect(await run(ledger)).toEqual(['/feed 3 new, 0 outside', '/a.html fetch.robots', '/b.html fetch.later']);
    pages['/b.html'] = page('There again.');
    expect(await run(ledger, 1)).toEqual([]); // the host asked for two hours, and gets them
    expect(await run(ledger, 3)).toEqual(['/gone.html fetch.status', '/feed unchanged', '/b.html new']);
    expect(await new WatchPlan(ledger.store).countReports()).toEqual({ unread: 0, read: 1 });
  });

  it('reads from the feed what has no address, once', async () => {
    const text = 'The quay is old, the master said. '.repeat(40);
    pages['/feed'] = `<rss version="2.0"><channel><item><guid isPermaLink="false">7</guid><description>${text}</description></item></channel></rss>`; // prettier-ignore
    const ledger = await start('/feed');
    expect(await run(ledger)).toEqual(['/feed 0 new, 0 outside', '/feed new']);
    pages['/feed'] += '<!-- changed -->';
    expect(await run(ledger, 5)).toEqual(['/feed 0 new, 0 outside']);
  });

  it('does not read what is held or forgotten already', async () => {
    const ledger = await start('/feed');
    await run(ledger);
    await ledger.forget(`${base}/a.html`, 'asked for');
    await new WatchPlan(ledger.store).removeFeed(`${base}/feed`);
    await new WatchPlan(ledger.store).addFeed(`${base}/feed`, time, null);
    expect(await run(ledger)).toEqual(['/feed 0 new, 0 outside']);
  });

  it('follows the sitemaps of an index, and reads nothing of the past', async () => {
    pages['/index'] = '<sitemapindex><sitemap><loc>BASE/2031-03.xml</loc></sitemap><sitemap><loc>BASE/2030-01.xml</loc></sitemap></sitemapindex>'; // prettier-ignore
    pages['/2031-03.xml'] = sitemap('<loc>BASE/a.html</loc><lastmod>2031-03-05</lastmod>', '<loc>BASE/old.html</loc><lastmod>2031-03-01</lastmod>', '<loc>BASE/undated.html</loc>'); // prettier-ignore
    const ledger = await start('/index');
    expect(await run(ledger)).toEqual(['/index 0 new, 1 outside', '/2031-03.xml 1 new, 2 outside', '/a.html new']);
    pages['/2031-03.xml'] = sitemap('<loc>BASE/a.html</loc>', '<loc>BASE/undated.html</loc>', '<loc>BASE/b.html</loc>');
    expect(await run(ledger, 2)).toEqual(['/index unchanged', '/2031-03.xml 1 new, 0 outside', '/b.html new']);
    const plan = new WatchPlan(ledger.store);
    expect((await plan.feeds()).map(({ address }) => address)).toEqual([`${base}/index`]);
    expect(await plan.removeFeed(`${base}/index`)).toBe(true);
    expect(await plan.removeFeed(`${base}/2031-03.xml`)).toBe(false);
  });

  it('says of a page that it is no feed, and which feeds it names', async () => {
    pages['/front.html'] = `<html><head><link href="/feed" type="application/rss+xml" rel="alternate"></head><body>${page('x')}</body></html>`; // prettier-ignore
    const ledger = await start('/front.html');
    expect(await run(ledger)).toEqual(['/front.html input.no-report']);
    const [listed] = await new WatchPlan(ledger.store).feeds();
    expect(listed?.problem).toContain(`watch a feed that the page names: ${base}/feed`);
  });

  it('waits for what is due next, and sees what another command has watched meanwhile', async () => {
    const ledger = await start('/feed');
    const stop = new AbortController();
    const events: string[] = [];
    for await (const event of watch(ledger, { once: false, signal: stop.signal })) {
      events.push(tell(event));
      if (event.kind !== 'waiting') continue;
      if (events.length > 6) stop.abort();
      await new WatchPlan(ledger.store).removeFeed(`${base}/feed`);
    }
    expect(events.slice(0, 3)).toEqual(['/feed 2 new, 0 outside', '/a.html new', '/b.html new']);
    expect(events[3]).toMatch(/^waiting 0\.5/u);
    expect(events[4]).toMatch(/^waiting 24\.0/u);
    expect(events.slice(5)).toEqual([
      '/a.html unchanged',
      '/b.html unchanged',
      expect.stringMatching(/^waiting 168\.0/u),
    ]);
  });

  it('is done by one at a time; one that died is no hindrance', async () => {
    const ledger = await start('/feed');
    const plan = new WatchPlan(ledger.store);
    const other = { machine: 'elsewhere', pid: 1, until: time + HOUR };
    expect(await plan.claim(other, time, () => true)).toBeNull();
    await expect(run(ledger)).rejects.toMatchObject({ code: 'ledger.watched' });
    expect(await plan.claim({ ...other, machine: 'here' }, time, () => false)).toBeNull();
    await plan.release({ machine: 'here', pid: 1 });
    expect(await run(ledger)).toHaveLength(3);
  });

  it('moves with the ledger', async () => {
    const ledger = await start('/feed');
    await run(ledger);
    const lines: string[] = [];
    await ledger.export((line) => Promise.resolve(void lines.push(line.slice(0, -1))));
    const copy = await opened();
    await copy.import((async function* () { await Promise.resolve(); yield* lines; })()); // prettier-ignore
    expect(await new WatchPlan(copy.store).feeds()).toEqual(await new WatchPlan(ledger.store).feeds());
    expect(await run(copy, 25)).toEqual(['/feed unchanged', '/a.html unchanged', '/b.html unchanged']);
  });
});

describe('a feed of fifty thousand entries', () => {
  it('is planned whole', async () => {
    const { listEntries } = await import('./capture/watch/list-entries.ts');
    const text = `<!DOCTYPE rss [<!ENTITY a "b">]>${feed(...Array.from({ length: 50_000 }, (_, i) => `/${String(i)}?x=&a;`))}`;
    const fetched = { url: 'https://a.example/feed', redirects: 0, bytes: Buffer.from(text.replaceAll('BASE', '')), type: null, charset: null, memento: null, fetchedAt: null }; // prettier-ignore
    const { entries } = await listEntries(fetched, { feedFrom: null, sitemapFrom: null });
    expect(new Set(entries.map(({ key }) => key)).size).toBe(50_000);
  });
});
