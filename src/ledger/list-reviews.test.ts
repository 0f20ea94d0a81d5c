import { expect, it } from 'vitest';
import { inventNews } from '../../test/invented-news.ts';
import type { InventedReport } from '../../test/invented-reports.ts';
import { describeOnBoth } from '../../test/on-both-stores.ts';
import { DIMS } from '../language/sense.ts';
import { findAppearances } from './appearances.ts';
import { openLedger } from './ledger.ts';
import { scoreAppearances } from './same-claim/score.ts';

const CELL = 32;

/** A report of one sentence whose every passage means the same: one number of 64, of this sign. */
function report(outlet: string, published: string, content: string, sign: 1 | -1, more: string): InventedReport {
  const made = inventNews({ url: `https://${outlet.toLowerCase()}.example/a`, outlet, published, sentences: [{ content, by: 'Ada Holm' }], more }); // prettier-ignore
  const cell = Int8Array.from({ length: DIMS }, (_, i) => (i === 0 ? 100 * sign : 0));
  const cells = Math.ceil(made.reading.report.text.length / CELL);
  const text = Buffer.from(Array.from({ length: cells }, () => [...new Uint8Array(cell.buffer)]).flat()).toString('base64'); // prettier-ignore
  return { ...made, reading: { ...made.reading, sense: { text, title: '' } } };
}

const SALE = 'Karrow Mining will sell the Hollin shipyard in Quellin';
const OWNERS = 'Hollin shipyard in Quellin leaves Karrow Mining';

const MUSEUM = 'Karrow Mining has opened a museum of the Hollin shipyard';

/** Two reports that tell two stories. */
function reports(second: string, sign: 1 | -1): readonly InventedReport[] {
  const [gardens, auction] = ['Herring, turnips, velvet, accordions, marigolds, gardeners. ', 'Glaciers, falcons, tambourines, saffron, walnuts, observatory. ']; // prettier-ignore
  return [
    report('Courier', '2031-01-04', SALE, 1, gardens.repeat(9)),
    report('Gazette', '2031-05-09', second, sign, auction.repeat(9)),
  ];
}

describeOnBoth('claims that may be one', (newPlace) => {
  const review = async (told: readonly InventedReport[]) => {
    const ledger = await openLedger(await newPlace(), { by: 'tester', now: () => new Date(0) });
    await ledger.addAll(told);
    const { claims } = await ledger.listReviews();
    await ledger.close();
    return claims;
  };

  it('are offered by what they mean, with the score that joins appearances', async () => {
    const told = reports(OWNERS, 1);
    const [pair, ...others] = await review(told);
    const [one, other] = told.map(({ reading }) => findAppearances(reading)[0]);
    expect(others).toEqual([]);
    expect(pair?.claims.map(({ text }) => text).sort()).toEqual([OWNERS, SALE]);
    expect(one && other && pair?.score).toBe(one && other && scoreAppearances(one, other));
  });

  it('are not offered for their words where they mean other things', async () => {
    expect(await review(reports(MUSEUM, -1))).toEqual([]);
  });
});
