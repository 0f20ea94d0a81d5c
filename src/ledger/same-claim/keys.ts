import type { Appearance } from '../appearances.ts';

/** All pairs, for now. */
export function* candidatePairs(appearances: readonly Appearance[]): Generator<readonly [number, number]> {
  for (let b = 1; b < appearances.length; b++) for (let a = 0; a < b; a++) yield [a, b];
}
