import { hashBytes, hashValue } from '../base/canonical-json.ts';
import { isWithin, type Span } from '../base/span.ts';
import type { Attribution, Reading } from '../reading/reading.ts';

/** One proposition in one place of one report (contract §1). */
export interface Appearance {
  readonly id: string;
  readonly part: 'text' | 'title';
  /** The attribution's id in its part of the reading. */
  readonly attribution: string;
  /** Never empty, in the order of the text. */
  readonly content: readonly Span[];
}

/** The appearances of one reading of the report `key`: in the text, then in the title. */
export function listAppearances(key: string, reading: Reading): readonly Appearance[] {
  const { text, title } = reading.report;
  return [
    ...appearIn('text', key, hashBytes(text), reading.attributions),
    ...appearIn('title', key, hashBytes(title ?? ''), reading.headline),
  ];
}

function appearIn(
  part: Appearance['part'],
  key: string,
  sha256: string,
  attributions: readonly Attribution[],
): Appearance[] {
  const found = new Map<string, Appearance>();
  for (const attribution of attributions) {
    const content = [...attribution.content].sort((a, b) => a.start - b.start);
    if (content.length === 0 || isOnlyAnother(attribution, attributions)) continue;
    const id = hashValue([key, sha256, part, content.map(({ start, end }) => [start, end])]);
    // Two attributions of the same words (a source named twice) are one appearance.
    if (!found.has(id)) found.set(id, { id, part, attribution: attribution.id, content });
  }
  return [...found.values()];
}

/** “Their sources claimed that Y” told by someone: the inner attribution appears, the outer does not. */
function isOnlyAnother(outer: Attribution, all: readonly Attribution[]): boolean {
  const inner = all
    .filter(({ parent }) => parent === outer.id)
    .flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  if (inner.length === 0) return false;
  return outer.content.every(({ start, text }) =>
    [...text.matchAll(/[\p{L}\p{N}]+/gu)].every(({ 0: word, index }) => {
      const place = { start: start + index, end: start + index + word.length };
      return word.toLowerCase() === 'that' || isWithin(place, inner);
    }),
  );
}
