import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inventNews } from '../../test/invented-news.ts';
import { link } from '../../test/invented-reading.ts';
import { inventReport } from '../../test/invented-reports.ts';
import { drawLedger } from '../../test/ledger-picture.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { openLedger, type Ledger, type Told } from './ledger.ts';

/** Clocks that disagree: the paper that is credited dates its report behind those that credit it, one lies in the future. */
const CONTENT = 'Saltmere will sell the Hollin ferry to Karrow';
const dated = (outlet: string, published: string | null): Told =>
  inventNews({
    url: `https://${outlet.toLowerCase()}.example/ferry`,
    outlet,
    published,
    sentences: [{ content: CONTENT }],
  });
const REPORTS = [
  dated('Courier', '2031-05-04T10:00:00Z'),
  dated('Herald', '2031-05-02T23:00:00-09:00'),
  dated('Echo', '2099-01-01'),
  dated('Post', null),
  dated('Argus', '0031-05-01'),
];

describeOnBoth('reports at odds', (newPlace) => {
  const withAll = async <Result>(
    batches: readonly (readonly Told[])[],
    ask: (ledger: Ledger) => Promise<Result>,
  ): Promise<Result> => {
    // prettier-ignore
    const ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
    try {
      for (const batch of batches) await ledger.addAll(batch);
      return await ask(ledger);
    } finally {
      await ledger.close();
    }
  };

  it('in their dates are one claim, in the order of what they say, and nothing is due that nobody dates', async () => {
    const picture = await withAll([REPORTS], drawLedger);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(REPORTS, { minLength: REPORTS.length }), async (some) => {
        expect(await withAll(some.map((one) => [one]), drawLedger)).toBe(picture); // prettier-ignore
      }),
      { numRuns: 4 },
    );
    const [claim] = await withAll([REPORTS], async (ledger) => (await ledger.claims()).items);
    expect(claim?.appearances.map(({ report }) => report.published)).toEqual(['0031-05-01', '2031-05-02T23:00:00-09:00', '2031-05-04T10:00:00Z', '2099-01-01', null]); // prettier-ignore
    expect([claim?.basis.from, claim?.basis.to]).toEqual(['0031-05-01', '2099-01-01']);
  }, 120_000);

  it('in the text of one address at once are two versions, as if they had come one after the other', async () => {
    const [first, second] = [inventReport(), inventReport({ more: ' The pier stays.' })];
    const told = [first, second].map(({ reading, capture }) => ({ reading, capture }));
    const picture = await withAll([told], drawLedger);
    expect(await withAll([told.slice(0, 1), told.slice(1)], drawLedger)).toBe(picture);
    expect(await withAll([told.toReversed()], drawLedger)).toBe(picture);
    expect(await withAll([told], (ledger) => ledger.store.all('SELECT versions FROM reports'))).toEqual([{ versions: 2 }]); // prettier-ignore
  }, 120_000);

  it('of one text are one claim, each tied to the one before and the one behind', async () => {
    const reprints = Array.from({ length: 60 }, (_, i) => inventReport({ url: `https://o${String(i)}.example/f`, outlet: `Outlet ${String(i)}` })); // prettier-ignore
    const ask = async ({ store }: Ledger): Promise<unknown> => [
      await store.all('SELECT COUNT(*) AS n FROM story_ties'),
      await store.all('SELECT MAX(reports) AS n FROM claims'),
    ];
    expect(await withAll([reprints], ask)).toEqual([[{ n: 2 * 59 }], [{ n: 60 }]]);
  }, 120_000);

  it('of an outlet that quotes itself know no origin, and nobody goes round in a circle', async () => {
    const said = (i: number): Told =>
      inventNews({
        url: `https://courier.example/${String(i)}`,
        outlet: 'The Saltmere Courier',
        published: `2031-05-0${String(i)}`,
        sentences: [
          {
            content: CONTENT,
            by: 'The Saltmere Courier',
            cue: 'reported',
            parts: {
              chain: [link('The Saltmere Courier', 'outlet', 'metadata'), link('The Saltmere Courier', 'outlet')],
            },
          },
        ],
      });
    const { items } = await withAll([[said(1), said(2)]], (ledger) => ledger.claims());
    expect(items.map(({ origins, unknownLineage, outlets, independent, alerts }) => [origins, unknownLineage, outlets, independent.atLeast, alerts.filter(({ kind }) => kind === 'circular')])).toEqual([[[], 2, 1, 0, []]]); // prettier-ignore
  }, 120_000);
});
