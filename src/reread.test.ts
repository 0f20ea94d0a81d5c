import { afterEach, expect, it } from 'vitest';
import { inventNews, type InventedNews } from '../test/invented-news.ts';
import { describeOnBoth } from '../test/on-both-stores.ts';
import { HearsayError } from './base/error.ts';
import type { Capture } from './capture/capture.ts';
import { openLedger, type Ledger } from './ledger/ledger.ts';
import type { Reading } from './reading/reading.ts';
import { rereadReports, type RereadEvent, type RereadOptions } from './reread.ts';

const FERRY: InventedNews = {
  url: 'https://courier.example/ferry',
  outlet: 'Saltmere Courier',
  published: '2031-03-02',
  sentences: [
    { content: 'Saltmere Ferries will buy Tidewater Lines in April', by: 'Aldous Venn' },
    { content: 'The quay at Lindow is sixty years old' },
  ],
};
const STORM: InventedNews = {
  url: 'https://times.example/storm',
  outlet: 'Harbour Times',
  published: '2031-03-04',
  sentences: [{ content: 'A gale uprooted nine oaks near Pell', by: 'Rosa Quill' }],
};
const NEW = { hearsay: '0.1.0', network: 'sha256:00', rules: 'sha256:01' };

describeOnBoth('reading again', (newPlace) => {
  const open: Ledger[] = [];
  const opened = async (): Promise<Ledger> => {
    let second = 0;
    const ledger = await openLedger(await newPlace(), { by: 'Ines', now: () => new Date(1000 * second++) });
    open.push(ledger);
    for (const { reading, capture } of [FERRY, STORM].map(inventNews)) await ledger.add(reading, capture);
    return ledger;
  };
  /** The new reader: of the ferry it finds the first sentence alone, and told by another; of the storm the same. */
  const readNew = (capture: Capture): Reading => {
    const isFerry = capture.given.url === FERRY.url;
    const { reading } = inventNews({ ...(isFerry ? FERRY : STORM), rules: NEW.rules });
    if (!isFerry) return reading;
    const [first] = reading.attributions;
    return { ...reading, attributions: first === undefined ? [] : [{ ...first, chain: first.chain.map((link) => ({ ...link, name: link.name.replace('Aldous Venn', 'A. Venn') })) }] }; // prettier-ignore
  };
  const reread = async (ledger: Ledger, options: Partial<RereadOptions> = {}): Promise<RereadEvent[]> => {
    const events: RereadEvent[] = [];
    const read = (capture: Capture): Promise<Reading> => Promise.resolve(readNew(capture));
    for await (const event of rereadReports(ledger, { read, by: NEW, ...options })) events.push(event);
    return events;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('shows what changed, claim by claim, and has nothing to do the second time', async () => {
    const ledger = await opened();
    expect((await ledger.stale(NEW)).map(({ report }) => report)).toEqual(['courier.example/ferry', 'times.example/storm']); // prettier-ignore
    const [ferry, storm, ...others] = await reread(ledger, { workers: 3 });
    expect(ferry).toMatchObject({
      kind: 'reread',
      url: FERRY.url,
      change: {
        added: [],
        removed: ['The quay at Lindow is sixty years old'],
        changed: [{ kind: 're-attributed', before: { value: 'Aldous Venn' }, after: { value: 'A. Venn' } }],
      },
    });
    expect(storm).toMatchObject({ kind: 'reread', url: STORM.url, change: { added: [], removed: [], changed: [] } });
    expect(others).toEqual([]);
    expect(await reread(ledger)).toEqual([]);
    expect((await ledger.check()).problems).toEqual([]);
  });

  it('keeps what people said, and names what cannot be bound any more', async () => {
    const ledger = await opened();
    const { items } = await ledger.claims({ all: true });
    const find = (words: string): string => items.find(({ text }) => text.includes(words))?.id ?? '';
    await ledger.decide({ kind: 'accept', appearance: find('Tidewater'), why: '' });
    await ledger.decide({ kind: 'accept', appearance: find('quay'), why: '' });
    await ledger.decide({ kind: 'reject', appearance: find('quay'), why: 'no news' });
    await ledger.decide({ kind: 'grade', claim: find('oaks'), reliability: 'A', credibility: 1, why: '' });
    const [ferry] = await reread(ledger);
    expect(ferry?.kind === 'reread' ? ferry.lost.map(({ kind, why }) => [kind, why]) : ferry).toEqual([]);
    // A person saw the quay's age in its place: it stands though the reader does not find it, and set aside it stays.
    const after = await ledger.claims({ all: true });
    expect(after.items.flatMap(({ appearances }) => appearances.map(({ checked, setAside }) => [checked, setAside])).sort()).toEqual([[false, false], [false, true], [true, false]]); // prettier-ignore
    expect(after.items.find(({ text }) => text.includes('oaks'))?.grade?.reliability).toBe('A');
  });

  it('says what a new reader leaves no place for', async () => {
    const ledger = await opened();
    const { items } = await ledger.claims({ all: true });
    const quay = items.find(({ text }) => text.includes('quay'))?.id ?? '';
    await ledger.decide({ kind: 'set-aside', appearance: quay, why: 'no news' });
    const [ferry] = await reread(ledger);
    expect(ferry).toMatchObject({ lost: [{ kind: 'set-aside', by: 'Ines', why: 'no news', state: 'waits' }] });
  });

  it('reads those that are asked for, names what fails, and goes on where it was stopped', async () => {
    const ledger = await opened();
    const stop = new AbortController();
    const failing = (capture: Capture): Promise<Reading> =>
      capture.given.url === FERRY.url ? Promise.reject(new HearsayError('page.no-story', 'x', 'y', 'z')) : Promise.resolve(readNew(capture)); // prettier-ignore
    expect(await reread(ledger, { read: failing, reports: ['courier.example/ferry'] })).toMatchObject([{ kind: 'failed', report: 'courier.example/ferry', error: { code: 'page.no-story' } }]); // prettier-ignore
    stop.abort();
    expect(await reread(ledger, { signal: stop.signal })).toEqual([]);
    expect((await reread(ledger)).map(({ report }) => report)).toEqual(['courier.example/ferry', 'times.example/storm']); // prettier-ignore
  });

  it('moves a report whose new reading has another key, and leaves no second one', async () => {
    const ledger = await openLedger(await newPlace(), { by: 'Ines', now: () => new Date(Date.now()) });
    open.push(ledger);
    const { reading, capture } = inventNews(FERRY);
    const bare = { ...reading, report: { ...reading.report, url: null, outlet: null } };
    const source = { ...capture, given: {} };
    await ledger.add(bare, source);
    const again = { ...bare, by: NEW, report: { ...bare.report, outlet: 'Saltmere Courier' } };
    await reread(ledger, { read: () => Promise.resolve(again) });
    expect(await ledger.store.all('SELECT outlet FROM reports')).toEqual([{ outlet: 'Saltmere Courier' }]);
    expect(await ledger.check()).toMatchObject({ reports: 1, readings: 2, problems: [] });
    await ledger.rebuild();
    expect(await ledger.store.all('SELECT outlet FROM reports')).toEqual([{ outlet: 'Saltmere Courier' }]);
  });
});
