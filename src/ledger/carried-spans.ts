import { hashBytes } from '../base/canonical-json.ts';
import type { Range } from '../language/spans.ts';
import type { Reading } from '../reading/reading.ts';

/** A place that a person meant: in a text or title of which `sha256` is the hash. */
export interface SaidPlace {
  readonly in: 'text' | 'title';
  readonly sha256: string;
}

export type Offsets = readonly (readonly [number, number])[];

/** A report as it is read now. */
export interface ReadNow {
  readonly reading: Reading;
  /** Texts of the report by sha256, older ones too. */
  readonly texts: ReadonlyMap<string, string>;
}

export function textOf({ report }: Reading, part: SaidPlace['in']): string {
  return part === 'text' ? report.text : (report.title ?? '');
}

/** Whether the text is still the one that a person saw. */
export function isSameText(place: SaidPlace, { reading }: Pick<ReadNow, 'reading'>): boolean {
  return hashBytes(textOf(reading, place.in)) === place.sha256;
}

/**
 * How far the words of a place have moved: 0 on the text that a person saw; on another one, where the stretch from the
 * first span to the last stands exactly once (contract §2.9), its distance; else null.
 */
export function findShift(place: SaidPlace, spans: Offsets, now: ReadNow): number | null {
  if (isSameText(place, now)) return 0;
  const then = place.in === 'text' ? now.texts.get(place.sha256) : undefined;
  if (then === undefined || spans.length === 0) return null;
  const start = Math.min(...spans.map(([from]) => from));
  const words = then.slice(start, Math.max(...spans.map(([, to]) => to)));
  const text = textOf(now.reading, place.in);
  const at = text.indexOf(words);
  return words === '' || at < 0 || text.includes(words, at + 1) ? null : at - start;
}

/** Where spans that a person meant stand now; empty: nowhere that is sure. */
export function carrySpans(place: SaidPlace, spans: Offsets, now: ReadNow): readonly Range[] {
  const shift = findShift(place, spans, now);
  return shift === null ? [] : spans.map(([start, end]) => ({ start: start + shift, end: end + shift }));
}

/** Shared part of two places that are one (contract §2.9). */
export const OVERLAP = 0.5;

/** Characters in both, over characters in either. */
export function shareOf(a: readonly Range[], b: readonly Range[]): number {
  const size = (ranges: readonly Range[]): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const both = a.flatMap((one) => b.map((other) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)))).reduce((sum, n) => sum + n, 0); // prettier-ignore
  const either = size(a) + size(b) - both;
  return either === 0 ? 0 : both / either;
}
