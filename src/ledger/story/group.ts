import { STRONGEST, WEAKEST } from './profile.ts';

/** Another report and how nearly both tell one story. */
export interface Tie {
  readonly other: number;
  readonly level: number;
}

/** Reports that are read together, by their places, in order. */
export interface Group {
  /** Ties weaker than this hold no two of them together. */
  readonly level: number;
  readonly places: readonly number[];
}

/** Reports that are read together at most; only of those that are all but the same there may be more. */
export const MOST = 40;

/**
 * Reports that weak ties hold together at most, from `WEAKEST` on: many that are tied so are of one matter and not of one
 * story, and their number grows with the ledger. The three stories of `evals/stories` hang together by ties of 8.
 */
const FEW = [6, 8, 12];

function mostAt(level: number, most: number): number {
  return Math.min(most, FEW[level - WEAKEST] ?? most);
}

/**
 * The group of a report: all that hang together with it, directly or through others, by ties of a level; of the levels the
 * weakest at which they are not more than `most`. Groups nest, so that each report is in one; and they follow from the
 * ties alone, so that no order of arrival changes them (contract §2.5). What is looked at is bounded by `most`.
 */
export async function findGroup(
  place: number,
  tiesOf: (place: number) => Promise<readonly Tie[]>,
  most: number,
): Promise<Group> {
  for (let level = WEAKEST; level < STRONGEST; level++) {
    const found = await reach(place, level, tiesOf, mostAt(level, most));
    if (found !== null) return { level, places: found };
  }
  return { level: STRONGEST, places: (await reach(place, STRONGEST, tiesOf, Infinity)) ?? [place] };
}

/** Null where they are more than `most`. */
async function reach(
  place: number,
  least: number,
  tiesOf: (place: number) => Promise<readonly Tie[]>,
  most: number,
): Promise<readonly number[] | null> {
  const found = new Set([place]);
  for (const one of found) {
    for (const { other, level } of await tiesOf(one)) if (level >= least) found.add(other);
    if (found.size > most) return null;
  }
  return [...found].sort((a, b) => a - b);
}
