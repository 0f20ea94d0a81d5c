import { readFileSync } from 'node:fs';
import { findAppearances, type Appearance } from '../../src/ledger/appearances.ts';
import { scoreAgainst } from '../../src/ledger/denials/contradictions.ts';
import type { Article } from '../../src/page/article.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { readNewsWhole } from '../news.ts';
import type { EvalRow } from '../row.ts';

/** One row of `gold.tsv`: two statements of a report, and whether the first, with a “not”, speaks against the second. */
interface GoldPair {
  readonly report: string;
  /** Where each stands: `text:120-180,200-210` or `title:…`. */
  readonly places: readonly [string, string];
  readonly half: string;
  readonly contrary: boolean;
}

/** Whether a statement with a “not” is taken for a denial of another only where it is one; each half by itself. */
export async function evaluateContradictions(
  dataDir: string,
  read: (article: Article) => Promise<Reading>,
): Promise<EvalRow[]> {
  const gold = readGold();
  return scoreContradictions(gold, await readNewsWhole(dataDir, new Set(gold.map(({ report }) => report)), read));
}

export function scoreContradictions(gold: readonly GoldPair[], readings: ReadonlyMap<string, Reading>): EvalRow[] {
  return ['fit', 'unseen'].flatMap((half) => {
    const own = gold.filter((one) => one.half === half);
    const taken = own.filter((one) => isTaken(one, readings.get(one.report)));
    const right = taken.filter(({ contrary }) => contrary).length;
    const task = `contradictions, ${half} half`;
    return [
      { task, metric: 'precision', value: taken.length === 0 ? 0 : right / taken.length, size: taken.length },
      { task, metric: 'recall', value: right / own.filter(({ contrary }) => contrary).length, size: own.length },
    ];
  });
}

export function readGold(): readonly GoldPair[] {
  const lines = readFileSync(new URL('gold.tsv', import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const [report = '', one = '', other = '', , half = '', verdict] = line.split('\t');
    return [{ report, places: [one, other], half, contrary: verdict === 'contrary' }];
  });
}

function isTaken({ places: [one, other] }: GoldPair, reading: Reading | undefined): boolean {
  const appearances = reading === undefined ? [] : findAppearances(reading);
  const [denial, claim] = [findAt(appearances, one), findAt(appearances, other)];
  return denial !== undefined && claim !== undefined && scoreAgainst(denial, claim) > 0;
}

function findAt(appearances: readonly Appearance[], place: string): Appearance | undefined {
  return appearances.find((one) => `${one.in}:${one.content.map(({ start, end }) => `${String(start)}-${String(end)}`).join(',')}` === place); // prettier-ignore
}
