import type { Reading } from '../reading/reading.ts';
import { findAppearances, type Appearance } from './appearances.ts';
import { alignTexts } from './reuse/align.ts';
import { bandKeys } from './reuse/signature.ts';
import { candidatePairs, keysOf } from './same-claim/keys.ts';
import { scoreDenial, scorePair } from './same-claim/score.ts';

/** A report as it is compared with others. */
export interface ComparedReport {
  readonly key: string;
  readonly reading: Reading;
  readonly appearances: readonly Appearance[];
}

/** Chance of one pair of appearances from which their reports are read together: under it, no claim of both comes about. */
const TIE = 0.3;

export function compareReport(key: string, reading: Reading): ComparedReport {
  return { key, reading, appearances: findAppearances(reading) };
}

/** What two reports must share to be compared at all: a key of an appearance, or a band of their words. */
export function tieKeysOf({ reading, appearances }: ComparedReport): readonly string[] {
  const keys = new Set(bandKeys(reading.report.text));
  for (const { proposition } of appearances) for (const key of keysOf(proposition)) keys.add(key);
  return [...keys];
}

/**
 * Whether two reports are to be read together: they may tell the same claim, one may deny the other's, or one took words
 * from the other. A function of the two alone and symmetric, so that no order of arrival changes it (contract §2.5).
 */
export function areTied(a: ComparedReport, b: ComparedReport): boolean {
  const size = a.appearances.length;
  const both = [...a.appearances, ...b.appearances];
  for (const [i, j] of candidatePairs(both)) {
    if (i >= size || j < size) continue;
    const [left, right] = [both[i]?.proposition, both[j]?.proposition];
    if (!left || !right) continue;
    if (scorePair(left, right) >= TIE || scoreDenial(left, right) >= TIE || scoreDenial(right, left) >= TIE)
      return true;
  }
  const bands = new Set(bandKeys(a.reading.report.text));
  return bandKeys(b.reading.report.text).some((band) => bands.has(band)) && alignTexts(a.reading.report.text, b.reading.report.text).length > 0; // prettier-ignore
}
