import { afterEach, expect, it } from 'vitest';
import { inventNews, type InventedNews } from '../../test/invented-news.ts';
import { BUY, claimOn, FERRY, HERALD, idOf, OLD_QUAY } from '../../test/invented-quarrel.ts';
import { drawDerived } from '../../test/ledger-picture.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { openInvented } from '../../test/open-invented.ts';
import type { Attribution } from '../reading/reading.ts';
import type { Decision, Ledger } from './ledger.ts';

/** Behind the sentences, in no one's voice: what the reader missed. */
const MISSED = 'The pier at Saltmere will close in May, two clerks of the port told the Quay Herald.';
const PIER: InventedNews = { ...FERRY, more: MISSED };
const CLOSE = 'The pier at Saltmere will close in May';

type Added = Extract<Decision, { kind: 'add-attribution' }>;

describeOnBoth('an attribution that a person adds', (newPlace) => {
  const open: Ledger[] = [];
  const opened = async (...news: readonly InventedNews[]): Promise<Ledger> => {
    const ledger = await openInvented(await newPlace(), news);
    open.push(ledger);
    return ledger;
  };
  const textOf = async (ledger: Ledger): Promise<string> => (await ledger.reading(FERRY.url))?.report.text ?? '';
  const spanOf = (text: string, words: string): [number, number][] => {
    const start = text.indexOf(words);
    return words === '' ? [] : [[start, start + words.length]];
  };
  const add = async (
    ledger: Ledger,
    { source = '', cue = '', content = '' }: Readonly<Partial<Record<'source' | 'cue' | 'content', string>>>,
    more: Partial<Added> = {},
  ): Promise<string> => {
    const text = await textOf(ledger);
    return ledger.decide({
      ...{ kind: 'add-attribution', report: FERRY.url, in: 'text', why: 'it says so' },
      ...{ source: spanOf(text, source), cue: spanOf(text, cue), content: spanOf(text, content) },
      ...more,
    });
  };
  const own = async (ledger: Ledger): Promise<Attribution | undefined> =>
    (await ledger.reading(FERRY.url))?.attributions.find(({ addedBy }) => addedBy !== undefined);
  const addPier = (ledger: Ledger): Promise<string> => add(ledger, { source: 'two clerks of the port', cue: 'told', content: CLOSE }); // prettier-ignore

  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('is told as the reader tells its own, counted, checked, and told as a person’s', async () => {
    const ledger = await opened(PIER);
    const before = await drawDerived(ledger);
    const audit = (await ledger.reading(FERRY.url))?.audit;
    const id = await addPier(ledger);
    expect(await own(ledger)).toMatchObject({
      ...{ voice: 'attributed', act: 'say', quote: 'indirect', polarity: 'affirmed', expected: true, confidence: 1 },
      source: [{ text: 'two clerks of the port' }],
      chain: [{ name: 'Saltmere Courier' }, { name: 'Quay Herald' }, { kind: 'unnamed', unnamed: { number: 'two' } }],
      addedBy: { by: 'Ines', why: 'it says so' },
    });
    const claim = await claimOn(ledger, CLOSE);
    expect(claim).toMatchObject({
      ...{ outlets: 1, origins: [{ kind: 'unnamed', via: 'Quay Herald' }], checked: { appearances: 1, by: ['Ines'] } },
      appearances: [{ checked: true, lineage: 'stated', addedBy: { by: 'Ines', why: 'it says so' } }],
    });
    expect((await claimOn(ledger, BUY)).appearances[0]?.addedBy).toBeNull();
    expect((await ledger.reading(FERRY.url))?.audit).toMatchObject({ attributions: (audit?.attributions ?? 0) + 1, unnamed: (audit?.unnamed ?? 0) + 1 }); // prettier-ignore
    expect((await ledger.decisions(FERRY.url)).map(({ kind, state }) => [kind, state])).toEqual([['add-attribution', 'holds']]); // prettier-ignore
    const after = await drawDerived(ledger);
    await ledger.rebuild();
    expect(await drawDerived(ledger)).toBe(after);
    await ledger.decide({ kind: 'undo', correction: id, why: '' });
    expect(await drawDerived(ledger)).toBe(before);
  });

  it('joins the claim that other reports carry', async () => {
    const ledger = await opened(PIER, { ...HERALD, sentences: [{ content: CLOSE, by: 'Mira Dunn' }] });
    expect((await claimOn(ledger, CLOSE)).basis.reports).toBe(1);
    await addPier(ledger);
    expect(await claimOn(ledger, CLOSE)).toMatchObject({ basis: { reports: 2 }, outlets: 2 });
  });

  it('takes the place of what the report said in its own voice there', async () => {
    const ledger = await opened(FERRY);
    const quay = await idOf(ledger, OLD_QUAY, 'Saltmere Courier');
    await add(ledger, { content: OLD_QUAY }, { name: 'Rosa Quill', as: 'person', via: 'Quay Herald' });
    const claim = await claimOn(ledger, OLD_QUAY);
    expect(claim.appearances.map(({ id, chain }) => [id, chain.map(({ name }) => name)])).toEqual([[quay, ['Saltmere Courier', 'Quay Herald', 'Rosa Quill']]]); // prettier-ignore
    expect((await ledger.reading(FERRY.url))?.attributions).toHaveLength(2);
  });

  it('takes the place of the reader’s own of the same telling', async () => {
    const ledger = await opened(FERRY);
    const audit = (await ledger.reading(FERRY.url))?.audit;
    await add(ledger, { source: 'Aldous Venn', cue: 'said', content: 'Saltmere Ferries will buy Tidewater Lines' });
    const told = (await ledger.reading(FERRY.url))?.attributions.filter(({ voice }) => voice === 'attributed');
    expect(told?.map(({ content }) => content[0]?.text)).toEqual(['Saltmere Ferries will buy Tidewater Lines']);
    expect((await ledger.reading(FERRY.url))?.audit).toEqual(audit);
  });

  it('stands in the one whose content holds it, and goes on from its chain', async () => {
    const nested = { ...FERRY, sentences: [{ content: 'friends of the mayor believe the pier will close', by: 'Aldous Venn' }] }; // prettier-ignore
    const ledger = await opened(nested);
    await add(ledger, { source: 'friends of the mayor', cue: 'believe', content: 'the pier will close' });
    const [outer, inner] = (await ledger.reading(FERRY.url))?.attributions ?? [];
    expect(inner).toMatchObject({ parent: outer?.id, chain: [{ name: 'Saltmere Courier' }, { name: 'Aldous Venn' }, { kind: 'unnamed' }] }); // prettier-ignore
    expect((await claimOn(ledger, 'the pier will close')).appearances).toHaveLength(1);
  });

  it('stands in a title too', async () => {
    const ledger = await opened();
    const { reading, capture } = inventNews(FERRY);
    const title = 'Pier at Saltmere to close in May, clerks say';
    await ledger.add({ ...reading, report: { ...reading.report, title } }, capture);
    const spans = { source: spanOf(title, 'clerks'), cue: spanOf(title, 'say'), content: spanOf(title, 'Pier at Saltmere to close in May') }; // prettier-ignore
    await ledger.decide({ kind: 'add-attribution', report: FERRY.url, in: 'title', ...spans, why: '' });
    expect((await ledger.reading(FERRY.url))?.headline).toMatchObject([{ act: 'say', addedBy: { by: 'Ines' }, chain: [{ name: 'Saltmere Courier' }, { kind: 'unnamed' }] }]); // prettier-ignore
    expect((await claimOn(ledger, 'Pier at Saltmere')).appearances).toMatchObject([{ in: 'title', checked: true }]);
  });

  it('denies where a person says so', async () => {
    const ledger = await opened(PIER);
    await add(ledger, { source: 'two clerks of the port', cue: 'told', content: CLOSE }, { polarity: 'denied' });
    expect(await own(ledger)).toMatchObject({ polarity: 'denied' });
  });

  it('is kept when the report is read again, also by a reader that finds it', async () => {
    const ledger = await opened(PIER);
    await addPier(ledger);
    const again = inventNews({ ...PIER, rules: 'sha256:01' });
    await ledger.add(again.reading, again.capture);
    expect(await own(ledger)).toMatchObject({ content: [{ text: CLOSE }] });
    const found = inventNews({ ...FERRY, rules: 'sha256:02', sentences: [...FERRY.sentences, { content: CLOSE, by: 'two clerks of the port', cue: 'told the Quay Herald' }] }); // prettier-ignore
    await ledger.add(found.reading, found.capture);
    expect((await claimOn(ledger, CLOSE)).appearances).toHaveLength(1);
  });

  it('is carried to a new text where its words stand once, and waits where they do not', async () => {
    const ledger = await opened(PIER);
    await addPier(ledger);
    const visit = async (captured: string, news: Partial<InventedNews>): Promise<unknown> => {
      const { reading, capture } = inventNews({ ...PIER, captured, ...news });
      await ledger.add(reading, capture);
      return [(await ledger.decisions(FERRY.url))[0]?.state, (await own(ledger))?.content[0]?.text];
    };
    expect(await visit('2031-03-05', { sentences: FERRY.sentences.slice(1) })).toEqual(['carried', CLOSE]);
    expect(await visit('2031-03-06', { more: `${MISSED} ${MISSED}` })).toEqual(['waits', undefined]);
    expect(await visit('2031-03-07', { more: 'The pier stays.' })).toEqual(['waits', undefined]);
    expect(await visit('2031-03-08', {})).toEqual(['holds', CLOSE]);
  });

  it('takes along what else was said of it when it is taken back', async () => {
    const ledger = await opened(PIER);
    const before = await drawDerived(ledger);
    const id = await addPier(ledger);
    const appearance = await idOf(ledger, CLOSE, 'Saltmere Courier');
    await ledger.decide({ kind: 'set-source', appearance, name: 'Rosa Quill', as: 'person', why: '' });
    expect((await claimOn(ledger, CLOSE)).origins).toMatchObject([{ name: 'Rosa Quill' }]);
    await ledger.decide({ kind: 'undo', correction: id, why: '' });
    expect(await drawDerived(ledger)).toBe(before);
    expect((await ledger.decisions(FERRY.url)).map(({ state }) => state)).toEqual(['undone', 'waits']);
  });

  it.each<[string, Partial<Added>, string]>([
    ['no content', { cue: [[0, 4]] }, 'usage.bad-option'],
    ['nobody who tells it', { content: [[0, 9]] }, 'usage.bad-option'],
    ['a span outside the text', { cue: [[0, 4]], content: [[5, 99_999]] }, 'usage.bad-option'],
    ['a title, where there is none', { in: 'title', cue: [[0, 4]], content: [[5, 9]] }, 'usage.bad-option'],
    ['a report that is not held', { report: 'https://x.example/', cue: [[0, 4]], content: [[5, 9]] }, 'ledger.unknown-report'], // prettier-ignore
  ])('is refused with %s, and nothing is kept', async (_, parts, code) => {
    const ledger = await opened(FERRY);
    await expect(add(ledger, {}, parts)).rejects.toMatchObject({ code });
    expect(await ledger.corrections()).toEqual([]);
  });
});
