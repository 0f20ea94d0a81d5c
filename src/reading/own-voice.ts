import { isWithin, overlaps } from '../base/span.ts';
import type { Document } from '../language/document.ts';
import type { Range } from '../language/spans.ts';
import { tagWords } from '../language/parts-of-speech.ts';
import { findQuotations, type Quotation } from '../language/quotes.ts';
import { actOf } from './acts.ts';
import { findMainClauses } from './main-clauses.ts';

export interface OwnVoice {
  /** One range, or several where an aside was cut out. */
  readonly content: readonly Range[];
  readonly confidence: number;
}

/** Of the clauses found in reports kept from the rules 17 of 19 are right (evals/own-voice), 2026-11. */
const OWN_VOICE_CONFIDENCE = 0.9;

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
  const blocked = mergeRanges([...taken, ...speakerTurns(text, document.paragraphs)]);
  const quoted = mergeRanges(longQuotations(text, findQuotations(text, document.paragraphs).quotations));
  const found: OwnVoice[] = [];
  let at = 0;
  for (const sentence of document.sentences) {
    while (at < blocked.length && (blocked[at]?.end ?? 0) <= sentence.start) at++;
    const here = blocked.slice(at, firstAfter(blocked, at, sentence.end));
    const whole = isWithin(sentence, here);
    const words = text.slice(sentence.start, sentence.end);
    if (whole || !isStatement(words)) continue;
    for (const { ranges, verb } of findMainClauses(tagWords(words, sentence.start))) {
      if (isTold(ranges, verb, here) || touches(ranges, quoted)) continue;
      if (/^what an?\b/iu.test(text.slice(ranges[0]?.start, ranges.at(-1)?.end))) continue;
      found.push({ content: ranges, confidence: OWN_VOICE_CONFIDENCE });
    }
  }
  return found;
}

/**
 * Two words and an end mark at least: "Read more" and "By Jo Hale" say nothing. A question states nothing, nor does
 * "What a day!"; "she says:" tells what comes next; who helped is a credit.
 */
function isStatement(sentence: string): boolean {
  if (!/[.!…:;]["”’')\]]*\s*$/u.test(sentence) || (sentence.match(/\p{L}+/gu)?.length ?? 0) < 2) return false;
  const cue = /\p{L}+(?: \p{L}+)?(?=:\s*$)/u.exec(sentence)?.[0] ?? '';
  if (cue.split(' ').some((word) => actOf(word) !== null)) return false;
  return !/\bcontributed to this (?:report|story|article)\b/iu.test(sentence); // prettier-ignore
}

/** More of a clause than this in tellings, and it is told; so is one whose verb is. Set on this eval's own errors. */
const TOLD_SHARE = 0.4;

/** "Those who dislike it left" is the report's own, though it holds what somebody dislikes. */
function isTold(clause: readonly Range[], verb: Range | null, taken: readonly Range[]): boolean {
  if (verb && touches([verb], taken)) return true;
  const size = clause.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = clause.reduce((sum, part) => sum + taken.reduce((inner, range) => inner + Math.max(0, Math.min(range.end, part.end) - Math.max(range.start, part.start)), 0), 0); // prettier-ignore
  return shared > size * TOLD_SHARE;
}

/** "JO HALE: It sank." opens a turn: from the first of two on, a transcript is never the report's own word. */
function speakerTurns(text: string, paragraphs: readonly Range[]): Range[] {
  const turns = paragraphs.filter(({ start, end }) => /^\s*\p{Lu}[\p{Lu} .'’-]{2,40}(?:, [^:\n]{2,60})?:\s/u.test(text.slice(start, end))); // prettier-ignore
  const [first, last] = [turns[0], paragraphs.at(-1)];
  return turns.length > 1 && first && last ? [{ start: first.start, end: last.end }] : [];
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
