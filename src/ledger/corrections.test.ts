import { afterEach, expect, it } from 'vitest';
import { inventNews, type InventedNews } from '../../test/invented-news.ts';
import { BUY, claimOn, FERRY, HERALD, idOf, OLD_QUAY, TIMES } from '../../test/invented-quarrel.ts';
import { drawDerived } from '../../test/ledger-picture.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { openInvented } from '../../test/open-invented.ts';
import type { Decision, Ledger } from './ledger.ts';

describeOnBoth('a person’s hand', (newPlace) => {
  const open: Ledger[] = [];
  const opened = async (...news: readonly InventedNews[]): Promise<Ledger> => {
    const ledger = await openInvented(await newPlace(), news);
    open.push(ledger);
    return ledger;
  };
  const rangeIn = async (ledger: Ledger, report: string, words: string): Promise<[number, number]> => {
    const start = (await ledger.reading(report))?.report.text.indexOf(words) ?? -1;
    return [start, start + words.length];
  };
  /** Decides, looks at the ledger, undoes it, and expects all to be as before. */
  const tryOut = async (ledger: Ledger, decision: Decision, look: () => Promise<void>): Promise<void> => {
    const before = await drawDerived(ledger);
    const id = await ledger.decide(decision);
    await look();
    const after = await drawDerived(ledger);
    expect(after).not.toBe(before);
    await ledger.rebuild();
    expect(await drawDerived(ledger)).toBe(after);
    await ledger.decide({ kind: 'undo', correction: id, why: 'no' });
    expect(await drawDerived(ledger)).toBe(before);
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((ledger) => ledger.close()));
  });

  it('gives an attribution other bounds; its old id still leads to it', async () => {
    const ledger = await opened(FERRY, HERALD);
    const appearance = await idOf(ledger, OLD_QUAY, 'Saltmere Courier');
    const content = await rangeIn(ledger, FERRY.url, 'sixty years old');
    await tryOut(ledger, { kind: 'edit', appearance, content: [content], why: 'too long' }, async () => {
      const claim = await claimOn(ledger, 'sixty years old');
      expect(claim.appearances[0]).toMatchObject({ content: [{ text: 'sixty years old' }], checked: true });
      expect(claim.appearances[0]?.id).not.toBe(appearance);
      expect((await ledger.claim(appearance))?.id).toBe(claim.id);
    });
  });

  it('names another source, and so another origin', async () => {
    const ledger = await opened(FERRY, HERALD);
    const appearance = await idOf(ledger, BUY, 'Quay Herald');
    expect((await claimOn(ledger, BUY)).origins.map(({ name }) => name)).toEqual(['Aldous Venn', 'Mira Dunn']);
    await tryOut(
      ledger,
      { kind: 'set-source', appearance, name: 'Aldous Venn', as: 'person', why: 'she reads out his words' },
      async () => {
        // prettier-ignore
        const claim = await claimOn(ledger, BUY);
        expect(claim.origins.map(({ name, appearances }) => [name, appearances])).toEqual([['Aldous Venn', [0, 1]]]);
        expect(claim.appearances[1]?.chain.map(({ name }) => name)).toEqual(['Quay Herald', 'Aldous Venn']);
      },
    );
    const quay = await idOf(ledger, OLD_QUAY, 'Saltmere Courier');
    await tryOut(
      ledger,
      {
        kind: 'set-source',
        appearance: quay,
        name: 'two clerks',
        as: 'unnamed',
        via: 'Quay Herald',
        why: 'by its page',
      },
      async () => {
        // prettier-ignore
        expect((await claimOn(ledger, OLD_QUAY)).origins).toMatchObject([{ kind: 'unnamed', via: 'Quay Herald' }]);
      },
    );
  });

  it('links a denial to the claim that it answers, over reports, and parts them', async () => {
    const ledger = await opened(FERRY, TIMES);
    const denial = await idOf(ledger, 'anything had been signed', 'Harbour Times');
    const claim = await idOf(ledger, BUY, 'Saltmere Courier');
    await tryOut(ledger, { kind: 'link-denial', denial, claim, why: 'he means the ferries' }, async () => {
      expect((await claimOn(ledger, BUY)).denials).toMatchObject([{ by: 'Odo Marsh', strength: 'denied', appearance: { id: denial } }]); // prettier-ignore
      await tryOut(ledger, { kind: 'unlink-denial', denial, claim, why: 'he does not' }, async () => {
        expect((await claimOn(ledger, BUY)).denials).toEqual([]);
      });
    });
    const storm = await idOf(ledger, 'nine oaks', 'Harbour Times');
    await tryOut(
      ledger,
      { kind: 'link-denial', denial: storm, claim, strength: 'unconfirmed', why: 'irony' },
      async () => {
        // prettier-ignore
        expect((await claimOn(ledger, BUY)).denials).toMatchObject([{ strength: 'unconfirmed', appearance: { id: storm } }]); // prettier-ignore
      },
    );
  });

  it.each<[string, Decision & { kind: 'correct-report' }, object]>([
    ['its outlet', { kind: 'correct-report', report: FERRY.url, field: 'outlet', value: 'The Lindow Post', why: '' }, { outlet: 'The Lindow Post' }], // prettier-ignore
    ['its date', { kind: 'correct-report', report: FERRY.url, field: 'published', value: '2031-02-28', why: '' }, { published: '2031-02-28', publishedFrom: 'given' }], // prettier-ignore
    ['its authors', { kind: 'correct-report', report: FERRY.url, field: 'authors', value: ['Ada Quay'], why: '' }, { authors: ['Ada Quay'] }], // prettier-ignore
    ['its wire', { kind: 'correct-report', report: FERRY.url, field: 'wire', value: 'Aldwire', why: '' }, { wire: 'Aldwire' }], // prettier-ignore
  ])('corrects a report: %s', async (_, decision, expected) => {
    const ledger = await opened(FERRY, HERALD);
    await tryOut(ledger, decision, async () => {
      const reading = await ledger.reading(FERRY.url);
      expect(reading?.report).toMatchObject(expected);
      const { outlet, wire } = reading?.report ?? {};
      expect(reading?.attributions[0]?.chain.map(({ name }) => name)).toEqual([outlet, ...(wire == null ? [] : [wire]), 'Aldous Venn']); // prettier-ignore
      const own = (await claimOn(ledger, BUY)).appearances.find(({ report }) => report.url === FERRY.url);
      expect(own?.report).toMatchObject({ outlet, published: reading?.report.published });
    });
  });

  it('corrects what no claim depends on, and takes it back', async () => {
    const ledger = await opened(FERRY);
    const id = await ledger.decide({ kind: 'correct-report', report: FERRY.url, field: 'section', value: 'Sea', why: '' }); // prettier-ignore
    await ledger.decide({ kind: 'correct-report', report: FERRY.url, field: 'kind', value: 'opinion', why: '' });
    expect((await ledger.reading(FERRY.url))?.report).toMatchObject({ section: 'Sea', kind: 'opinion' });
    await ledger.decide({ kind: 'undo', correction: id, why: '' });
    expect((await ledger.reading(FERRY.url))?.report).toMatchObject({ section: null, kind: 'opinion' });
  });

  it('keeps the key of a report without an address whose outlet is corrected', async () => {
    const ledger = await opened();
    const { reading, capture } = inventNews(FERRY);
    const { report } = await ledger.add({ ...reading, report: { ...reading.report, url: null } }, { ...capture, given: {} }); // prettier-ignore
    await tryOut(
      ledger,
      { kind: 'correct-report', report, field: 'outlet', value: 'The Lindow Post', why: '' },
      async () => {
        expect((await claimOn(ledger, BUY)).appearances[0]?.report.outlet).toBe('The Lindow Post');
        expect(await ledger.store.all('SELECT id, outlet FROM reports')).toEqual([{ id: report, outlet: 'The Lindow Post' }]); // prettier-ignore
      },
    );
  });

  it('sets an appearance, or all of a report, aside from the counts', async () => {
    const ledger = await opened(FERRY, HERALD);
    const appearance = await idOf(ledger, BUY, 'Quay Herald');
    const look = async (): Promise<void> => {
      const claim = await claimOn(ledger, BUY);
      expect(claim).toMatchObject({ outlets: 1, basis: { reports: 1 } });
      expect(claim.appearances.map(({ report, setAside }) => [report.outlet, setAside])).toEqual([['Saltmere Courier', false], ['Quay Herald', true]]); // prettier-ignore
    };
    await tryOut(ledger, { kind: 'set-aside', appearance, why: 'a copy' }, look);
    await tryOut(ledger, { kind: 'set-aside', report: HERALD.url, why: 'a hoax' }, look);
  });

  it('grades a claim, the last grade holds', async () => {
    const ledger = await opened(FERRY, HERALD);
    const claim = (await claimOn(ledger, BUY)).id;
    await tryOut(
      ledger,
      { kind: 'grade', claim, reliability: 'B', credibility: 2, why: 'he signs the contracts' },
      async () => {
        // prettier-ignore
        expect((await claimOn(ledger, BUY)).grade).toMatchObject({ reliability: 'B', credibility: 2, by: 'Ines', why: 'he signs the contracts' }); // prettier-ignore
        await ledger.decide({ kind: 'grade', claim, reliability: null, credibility: 5, why: 'later' });
        expect((await claimOn(ledger, BUY)).grade).toMatchObject({ reliability: null, credibility: 5 });
        await ledger.decide({ kind: 'undo', correction: (await ledger.corrections()).at(-1)?.id ?? '', why: '' });
      },
    );
    await expect(ledger.decide({ kind: 'grade', claim, reliability: 'A', credibility: 7, why: '' })).rejects.toMatchObject({ code: 'usage.bad-option' }); // prettier-ignore
  });

  it('is kept when a report is read again; where the reader finds nothing, the person’s own attribution stands', async () => {
    const ledger = await opened(FERRY);
    const appearance = await idOf(ledger, OLD_QUAY, 'Saltmere Courier');
    await ledger.decide({ kind: 'set-source', appearance, name: 'Rosa Quill', as: 'person', why: 'by telephone' });
    const again = inventNews({ ...FERRY, rules: 'sha256:01' });
    const found = again.reading.attributions.filter(({ id }) => id !== 'a2');
    await ledger.add({ ...again.reading, attributions: found }, again.capture);
    const claim = await claimOn(ledger, OLD_QUAY);
    expect(claim.origins).toMatchObject([{ name: 'Rosa Quill' }]);
    expect(claim.checked).toMatchObject({ appearances: 1, by: ['Ines'] });
    expect((await ledger.reading(FERRY.url))?.notes.map(({ code }) => code)).toContain('reading.correction-alone');
    expect((await ledger.decisions(FERRY.url)).map(({ kind, state }) => [kind, state])).toEqual([['set-source', 'holds']]); // prettier-ignore
  });

  it('is carried to a new text where its words stand once, with a note, and waits where they do not', async () => {
    const ledger = await opened(FERRY);
    const appearance = await idOf(ledger, OLD_QUAY, 'Saltmere Courier');
    await ledger.decide({ kind: 'set-source', appearance, name: 'Rosa Quill', as: 'person', why: '' });
    const [first, second] = FERRY.sentences;
    if (first === undefined || second === undefined) throw new Error('no sentence');
    const states = async (): Promise<unknown> => [(await ledger.decisions(FERRY.url))[0]?.state, (await ledger.reading(FERRY.url))?.notes.at(-1)?.code]; // prettier-ignore
    const add = async (captured: string, news: Partial<InventedNews>): Promise<void> => {
      const { reading, capture } = inventNews({ ...FERRY, captured, ...news });
      await ledger.add(reading, capture);
    };
    await add('2031-03-05', { sentences: [second, first] });
    expect(await states()).toEqual(['carried', 'reading.correction-carried']);
    expect((await claimOn(ledger, OLD_QUAY)).origins).toMatchObject([{ name: 'Rosa Quill' }]);
    await add('2031-03-06', { more: `It was said before: ${second.content}.` });
    expect(await states()).toEqual(['waits', 'reading.correction-waits']);
    expect((await claimOn(ledger, OLD_QUAY)).origins).toEqual([]);
    await add('2031-03-07', { sentences: [first, { ...second, content: 'The quay at Lindow is old' }] });
    expect(await states()).toEqual(['waits', 'reading.correction-waits']);
    await add('2031-03-08', {});
    expect(await states()).toEqual(['holds', 'page.caption-removed']);
  });

  it.each<[string, (id: string) => Decision, string]>([
    ['a span outside the text', (appearance) => ({ kind: 'edit', appearance, content: [[3, 99_999]], why: '' }), 'usage.bad-option'], // prettier-ignore
    ['no content', (appearance) => ({ kind: 'edit', appearance, content: [], why: '' }), 'usage.bad-option'],
    ['a source without a name', (appearance) => ({ kind: 'set-source', appearance, name: ' ', as: 'person', why: '' }), 'usage.bad-option'], // prettier-ignore
    ['a date that is none', () => ({ kind: 'correct-report', report: FERRY.url, field: 'published', value: 'Monday', why: '' }), 'usage.bad-option'], // prettier-ignore
    ['a report that is not held', () => ({ kind: 'set-aside', report: 'https://x.example/', why: '' }), 'ledger.unknown-report'], // prettier-ignore
    ['an appearance that is not held', () => ({ kind: 'edit', appearance: 'ab', why: '' }), 'ledger.unknown-claim'],
  ])('is refused %s, and keeps nothing', async (_, decide, code) => {
    const ledger = await opened(FERRY);
    await expect(ledger.decide(decide(await idOf(ledger, BUY, 'Saltmere Courier')))).rejects.toMatchObject({ code });
    expect(await ledger.corrections()).toEqual([]);
  });
});
