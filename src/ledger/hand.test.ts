import { afterEach, expect, it } from 'vitest';
import { inventNews, type InventedNews } from '../../test/invented-news.ts';
import { drawLedger } from '../../test/ledger-picture.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { openLedger, type Ledger, type ShownClaim } from './ledger.ts';

const FERRY: InventedNews = {
  url: 'https://courier.example/ferry',
  outlet: 'Saltmere Courier',
  published: '2031-03-02',
  sentences: [
    { content: 'Saltmere Ferries will buy Tidewater Lines in April', by: 'Aldous Venn', parts: { expected: true, event: { kind: 'planned', window: '2031-04', where: [], who: [] } } }, // prettier-ignore
    { content: 'The quay at Lindow is sixty years old' },
  ],
};
const HERALD: InventedNews = {
  url: 'https://herald.example/ferry',
  outlet: 'Quay Herald',
  published: '2031-03-03',
  sentences: [{ content: 'Saltmere Ferries will buy Tidewater Lines in April', by: 'Aldous Venn' }],
};
const STORM: InventedNews = {
  url: 'https://times.example/storm',
  outlet: 'Harbour Times',
  published: '2031-03-04',
  sentences: [{ content: 'A gale uprooted nine oaks near Pell', by: 'Mira Dunn' }],
};

describeOnBoth('what people say of claims', (newPlace) => {
  const open: Ledger[] = [];
  let second = 0;
  const opened = async (...news: readonly InventedNews[]): Promise<Ledger> => {
    const ledger = await openLedger(await newPlace(), { by: 'Ines', now: () => new Date(1000 * second++) });
    open.push(ledger);
    for (const { reading, capture } of news.map(inventNews)) await ledger.add(reading, capture);
    return ledger;
  };
  const claimOn = async (ledger: Ledger, words: string): Promise<ShownClaim> => {
    const { items } = await ledger.claims({ all: true });
    const found = items.find(({ appearances }) => appearances.some(({ content }) => content.some(({ text }) => text.includes(words)))); // prettier-ignore
    if (found === undefined) throw new Error(`no claim on ${words}`);
    return found;
  };
  const idIn = ({ appearances }: ShownClaim, outlet: string): string =>
    appearances.find(({ report }) => report.outlet === outlet)?.id ?? '';
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('merges two claims of reports that nothing else ties, and parts them again', async () => {
    const ledger = await opened(FERRY, STORM);
    const before = await ledger.claims({ all: true });
    const [ferry, storm] = [await claimOn(ledger, 'buy Tidewater'), await claimOn(ledger, 'nine oaks')];
    expect(ferry.id).not.toBe(storm.id);
    const merge = await ledger.decide({ kind: 'merge', appearances: [ferry.id, storm.id], why: 'one story' });
    expect((await claimOn(ledger, 'nine oaks')).id).toBe(ferry.id);
    const picture = await drawLedger(ledger);
    await ledger.rebuild();
    expect(await drawLedger(ledger)).toBe(picture);
    await ledger.decide({ kind: 'undo', correction: merge, why: 'no' });
    expect(await ledger.claims({ all: true })).toEqual(before);
  });

  it('splits what was taken for one claim; the last word on a pair holds', async () => {
    const ledger = await opened(FERRY, HERALD);
    const claim = await claimOn(ledger, 'buy Tidewater');
    expect(claim.outlets).toBe(2);
    const appearances = [idIn(claim, 'Saltmere Courier'), idIn(claim, 'Quay Herald')] as const;
    await ledger.decide({ kind: 'split', appearances, why: 'two purchases' });
    expect((await claimOn(ledger, 'buy Tidewater')).outlets).toBe(1);
    await ledger.decide({ kind: 'merge', appearances, why: 'one after all' });
    expect((await claimOn(ledger, 'buy Tidewater')).outlets).toBe(2);
  });

  it('counts what a person saw, and nothing that a person rejected', async () => {
    const ledger = await opened(FERRY, HERALD);
    const claim = await claimOn(ledger, 'buy Tidewater');
    await ledger.decide({ kind: 'accept', appearance: idIn(claim, 'Saltmere Courier'), why: 'read' });
    await ledger.decide({ kind: 'reject', appearance: idIn(claim, 'Quay Herald'), why: 'misread' });
    const now = await claimOn(ledger, 'buy Tidewater');
    expect(now).toMatchObject({ id: claim.id, outlets: 1, basis: { reports: 1 }, checked: { appearances: 1, of: 1, by: ['Ines'] } }); // prettier-ignore
    expect(now.appearances.map(({ checked, setAside }) => ({ checked, setAside }))).toEqual([
      { checked: true, setAside: false },
      { checked: false, setAside: true },
    ]);
    expect(now.origins.flatMap(({ appearances }) => appearances)).toEqual([0]);
  });

  it('keeps an outcome with who, when and what shows it, until it is taken back', async () => {
    const ledger = await opened(FERRY);
    const claim = await claimOn(ledger, 'buy Tidewater');
    expect(claim.expected?.status).toBe('expected');
    const evidence = 'https://gazette.example/sold';
    const id = await ledger.decide({ kind: 'outcome', claim: claim.id.slice(0, 20), outcome: 'happened', evidence, why: 'the register' }); // prettier-ignore
    expect((await claimOn(ledger, 'buy Tidewater')).expected).toMatchObject({
      status: 'happened',
      window: '2031-04',
      evidence: [{ report: { url: evidence, version: null }, attribution: null }],
      setBy: { by: 'Ines', why: 'the register', evidence },
    });
    await ledger.decide({ kind: 'undo', correction: id, why: 'another sale' });
    expect((await claimOn(ledger, 'buy Tidewater')).expected).toEqual(claim.expected);
  });

  it('holds when the report is read again, and on a new text where the words stand once', async () => {
    const ledger = await opened(FERRY);
    const claim = await claimOn(ledger, 'buy Tidewater');
    await ledger.decide({ kind: 'accept', appearance: claim.id, why: 'read' });
    const [first, ...others] = FERRY.sentences;
    if (first === undefined) throw new Error('no sentence');
    const wider = { ...FERRY, rules: 'sha256:01', sentences: [{ ...first, content: first.content.replace(' in April', '') }, ...others] }; // prettier-ignore
    // The same text, in which the reader now finds a shorter content.
    const again = inventNews(FERRY);
    const shorter = again.reading.attributions.map((one) => (one.id === 'a1' ? { ...one, content: one.content.map(({ start, end, text }) => ({ start, end: end - 9, text: text.slice(0, -9) })) } : one)); // prettier-ignore
    await ledger.add({ ...again.reading, by: { ...again.reading.by, rules: 'sha256:01' }, attributions: shorter }, again.capture); // prettier-ignore
    const reread = await claimOn(ledger, 'buy Tidewater');
    expect(reread.id).not.toBe(claim.id);
    expect(reread.checked.appearances).toBe(1);
    const moved = inventNews({ ...FERRY, captured: '2031-03-05', sentences: [...others, first] });
    await ledger.add(moved.reading, moved.capture);
    expect((await claimOn(ledger, 'buy Tidewater')).checked.appearances).toBe(1);
    const changed = inventNews({ ...wider, captured: '2031-03-06' });
    await ledger.add(changed.reading, changed.capture);
    expect((await claimOn(ledger, 'buy Tidewater')).checked.appearances).toBe(0);
  });

  it('says which id it does not know', async () => {
    const ledger = await opened(FERRY);
    await expect(ledger.decide({ kind: 'accept', appearance: 'abcdef', why: '' })).rejects.toMatchObject({ code: 'ledger.unknown-claim' }); // prettier-ignore
    await expect(ledger.decide({ kind: 'undo', correction: 'abcdef', why: '' })).rejects.toMatchObject({ code: 'ledger.unknown-claim' }); // prettier-ignore
  });
});
