import { overlaps } from '../base/span.ts';
import type { Document, Range } from '../language/document.ts';
import { tagWords } from '../language/parts-of-speech.ts';
import { findQuotations, type Quotation } from '../language/quotes.ts';
import { findMainClauses } from './main-clauses.ts';

export interface OwnVoice {
  /** One range, or several where an aside was cut out. */
  readonly content: readonly Range[];
  readonly confidence: number;
}

/** A guess from reading about four news reports by eye, 2026-11: there is no gold to fit it on. */
const OWN_VOICE_CONFIDENCE = 0.8;

/**
 * What the report says itself with no one credited: one for each main clause of a statement that no attribution touches.
 * `taken`: sources, cues and contents of the attributions found, and any place that is no story. Questions, quotations
 * that float without a speaker, headings and imperatives are nobody's statement and give none. Never throws.
 */
export function findOwnVoice(
  document: Pick<Document, 'text' | 'paragraphs' | 'sentences'>,
  taken: readonly Range[],
): OwnVoice[] {
  // prettier-ignore
  const { text } = document;
  const blocked = mergeRanges(taken);
  const quoted = mergeRanges(longQuotations(text, findQuotations(text, document.paragraphs).quotations));
  const found: OwnVoice[] = [];
  let at = 0;
  for (const sentence of document.sentences) {
    while (at < blocked.length && (blocked[at]?.end ?? 0) <= sentence.start) at++;
    const here = blocked.slice(at, firstAfter(blocked, at, sentence.end));
    const whole = here.some((range) => range.start <= sentence.start && sentence.end <= range.end);
    const words = text.slice(sentence.start, sentence.end);
    if (whole || !isStatement(words)) continue;
    for (const content of findMainClauses(tagWords(words, sentence.start))) {
      if (touches(content, here) || touches(content, quoted)) continue;
      found.push({ content, confidence: OWN_VOICE_CONFIDENCE });
    }
  }
  return found;
}

/** Three words and an end mark at least: "Read more" and "By Jo Hale" say nothing. A question states nothing. */
function isStatement(sentence: string): boolean {
  return /[.!…:;]["”’')\]]*\s*$/u.test(sentence) && (sentence.match(/\p{L}+/gu)?.length ?? 0) >= 3;
}

/** A quoted word or name in the report's own sentence is its own; a quoted clause is somebody's words. */
function longQuotations(text: string, quotations: readonly Quotation[]): Range[] {
  return quotations
    .filter(({ inner }) => (text.slice(inner.start, inner.end).match(/\p{L}+/gu)?.length ?? 0) > 6)
    .map(({ inner }) => inner);
}

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function firstAfter(ranges: readonly Range[], from: number, end: number): number {
  let i = from;
  while (i < ranges.length && (ranges[i]?.start ?? 0) < end) i++;
  return i;
}

function touches(content: readonly Range[], ranges: readonly Range[]): boolean {
  return content.some((part) => ranges.some((range) => overlaps(range, part)));
}
