import type { Reading } from '../../reading/reading.ts';
import { startOf, type Appearance } from '../appearances.ts';
import { compareWords } from '../same-claim/order.ts';
import { alignTexts, type Passage } from './align.ts';
import { directReuse, type Reason } from './direction.ts';
import { bandKeys } from './signature.ts';

/** One report took passages from another. `from` and `to` are report keys; the passages' spans stand in that order. */
export interface Copy {
  readonly from: string;
  readonly to: string;
  readonly why: Reason;
  readonly passages: readonly Passage[];
}

/**
 * Who copied whom. Reports that share a band are compared with the first of the band only (by publication, key and
 * sha256), so that 5,000 reprints of one text are 4,999 comparisons.
 */
export function findCopies(readings: ReadonlyMap<string, Reading>): readonly Copy[] {
  if (readings.size < 2) return [];
  const rank = (key: string): string => [readings.get(key)?.report.published ?? '~', key].join('\0');
  const keys = [...readings.keys()].sort((a, b) => compareWords(rank(a), rank(b)));
  const firstOf = new Map<string, string>();
  const compared = new Set<string>();
  const copies: Copy[] = [];
  for (const key of keys) {
    for (const band of bandsOf(readings.get(key))) {
      const first = firstOf.get(band);
      if (first === undefined) firstOf.set(band, key);
      else if (first !== key && !compared.has(`${first}\0${key}`)) {
        compared.add(`${first}\0${key}`);
        const copy = compareReports(first, key, readings);
        if (copy) copies.push(copy);
      }
    }
  }
  return copies.sort((a, b) => compareWords(a.to, b.to) || compareWords(a.from, b.from));
}

/** Found once a reading: those of a story are looked at again with each of its reports. */
const known = new WeakMap<Reading, readonly string[]>();

function bandsOf(reading: Reading | undefined): readonly string[] {
  if (reading === undefined) return [];
  const found = known.get(reading) ?? bandKeys(reading.report.text);
  known.set(reading, found);
  return found;
}

function compareReports(first: string, second: string, readings: ReadonlyMap<string, Reading>): Copy | null {
  const [a, b] = [readings.get(first), readings.get(second)];
  if (!a || !b) return null;
  const passages = alignTexts(a.report.text, b.report.text);
  const direction = passages.length === 0 ? null : directReuse(a, b, passages);
  if (!direction) return null;
  if (direction.copy === 'second') return { from: first, to: second, why: direction.why, passages };
  return {
    from: second,
    to: first,
    why: direction.why,
    passages: passages.map(({ from, to }) => ({ from: to, to: from })),
  };
}

/** Appearances whose words are taken over, with the one that they are taken from: id → id. */
export function findCopied(
  copies: readonly Copy[],
  appearancesOf: (report: string) => readonly Appearance[],
): ReadonlyMap<string, string> {
  // prettier-ignore
  const copied = new Map<string, string>();
  for (const { from, to, passages } of copies) {
    const sources = appearancesOf(from).filter((one) => one.in === 'text');
    for (const one of appearancesOf(to)) {
      if (one.in !== 'text' || copied.has(one.id)) continue;
      const passage = passages.find((part) => liesIn(one, part.to));
      if (!passage) continue;
      const place = startOf(one) - passage.to.start + passage.from.start;
      const source = sources
        .filter((other) => liesIn(other, passage.from))
        .sort((a, b) => Math.abs(startOf(a) - place) - Math.abs(startOf(b) - place))[0];
      if (source && Math.abs(startOf(source) - place) < NEAR) copied.set(one.id, source.id);
    }
  }
  return copied;
}

/** Characters by which two readings of one passage may cut a content differently. */
const NEAR = 12;

function liesIn({ content }: Appearance, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return content.every((span) => span.start >= start - NEAR && span.end <= end + NEAR);
}
