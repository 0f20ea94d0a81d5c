import { readLexicon } from '../base/lexicon.ts';
import { makeSpan, type Span } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import type { Attribution } from './reading.ts';

export type Certainty = Attribution['certainty'];

interface Hedge {
  readonly words: readonly string[];
  readonly where: 'content' | 'cue' | 'both';
  readonly score: number;
}

interface Marker {
  readonly span: Span;
  readonly score: number;
}

/** Scores at or above are `certain`, `probable`; below, `possible`. The scale is that of `lexicons/hedges.tsv`. */
const CERTAIN = 2.75;
const PROBABLE = 1.75;

let held: ReadonlyMap<string, readonly Hedge[]> | null = null;

/**
 * How surely the teller tells it, by the marker that leaves it least sure ("will possibly" is as sure as "possibly").
 * The score runs from −3, surely not, to 3; it is negative where the content's main clause is negated, null where no
 * marker stands in content or cue. `hedges` holds the markers, those of certainty too: the evidence for the level.
 */
export function certaintyOf(text: string, content: readonly Range[], cue: readonly Range[]): Certainty {
  const markers = [...findMarkers(text, firstSentence(text, content), 'content'), ...findMarkers(text, cue, 'cue')];
  const least = markers.reduce<Marker | null>(
    (best, marker) => (best && Math.abs(best.score) <= Math.abs(marker.score) ? best : marker),
    null,
  );
  if (!least) return { level: 'unstated', score: null, hedges: [] };
  const sure = Math.abs(least.score);
  // "was not ruled out" is a marker with its negation in it.
  const whole = /^(?:not|cannot)\b/iu.test(least.span.text);
  const sign = whole
    ? 1
    : least.score < 0 !== isNegated(content.map((part) => text.slice(part.start, part.end)).join(' '))
      ? -1
      : 1;
  return {
    level: sure >= CERTAIN ? 'certain' : sure >= PROBABLE ? 'probable' : 'possible',
    score: sign * sure,
    hedges: markers.map((marker) => marker.span).sort((a, b) => a.start - b.start),
  };
}

/**
 * Whether the first auxiliary of a content is negated: "(that) Kim will not travel". A "not" behind a comma or a
 * relative pronoun belongs to another clause and does not count.
 */
export function isNegated(content: string): boolean {
  const lead = /^(?:[^,;:]*?)\b(who|which|whose|where|when|if|because)\b|^[^,;:]*/iu.exec(content)?.[0] ?? '';
  const auxiliary = /(?<![-’'])\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|wo|ca|ai)(?:n[’']t\b|\b(?:\s+(?:\w+ly\s+|still\s+|also\s+)?(not|never|no longer)\b)?)/iu.exec(lead); // prettier-ignore
  if (!auxiliary) return /\b(?:can)?not\b|\bnever\b|n[’']t\b/iu.test(lead);
  return (
    auxiliary[1] !== undefined || /n[’']t$/iu.test(auxiliary[0]) || /^cannot\b/iu.test(lead.slice(auxiliary.index))
  );
}

/** A "perhaps" in a later sentence of a long quotation says nothing of what the first one tells. */
function firstSentence(text: string, content: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  for (const part of content) {
    const end = /[.!?…]["”’')]*\s+["“‘(]*\p{Lu}/u.exec(text.slice(part.start, part.end));
    kept.push(end ? { start: part.start, end: part.start + end.index + 1 } : part);
    if (end && /\p{L}{3,}\p{L}*$/u.test(text.slice(part.start, part.start + end.index))) return kept;
    if (end) kept[kept.length - 1] = part;
  }
  return kept;
}

function findMarkers(text: string, ranges: readonly Range[], where: 'content' | 'cue'): Marker[] {
  const hedges = loadHedges();
  const markers: Marker[] = [];
  for (const range of ranges) {
    const words = [...text.slice(range.start, range.end).matchAll(/[\p{L}\p{N}]+/gu)];
    for (let i = 0; i < words.length; i++) {
      const fit = (hedges.get(words[i]?.[0].toLowerCase() ?? '') ?? []).find(
        (hedge) =>
          (hedge.where === 'both' || hedge.where === where) &&
          hedge.words.every((word, k) => words[i + k]?.[0].toLowerCase() === word),
      );
      const first = words[i];
      const last = words[i + (fit?.words.length ?? 1) - 1];
      if (!fit || !first || !last) continue;
      const said = text.slice(range.start, range.end);
      if (isMonth(said, first, words[i + 1]?.[0]) || isOfAnother(said, first, words[i + 1]?.[0])) continue;
      const start = range.start + first.index;
      markers.push({ span: makeSpan(text, start, range.start + last.index + last[0].length), score: fit.score });
      i += fit.words.length - 1;
    }
  }
  return markers;
}

const MONTH = /^(?:\d.*|January|February|March|April|June|July|August|September|October|November|December)$/iu;

/** "in May" is no hedge, nor are "May 4" at the start, "IN MAY" in a text in capitals, and the "May" of a list of months. */
function isMonth(said: string, word: RegExpExecArray, next: string | undefined): boolean {
  if (word[0] === 'May' && word.index > 0 && !/[.!?“"‘]\s*$/u.test(said.slice(0, word.index))) return true;
  if (!/^may$/iu.test(word[0]) || word[0] === 'may') return false;
  const before = said.slice(0, word.index).trimEnd();
  return MONTH.test(next ?? '') || /(?:\b(?:in|on|by|since|until|till|of|from|to|late|early|mid|last|next|this|before|after|through|and|\d+)|[,/-])$/iu.test(before); // prettier-ignore
}

/**
 * A marker that speaks of something else: in a relative clause ("the people who may be ill"), or of what was possible
 * once ("could not cross": it was not).
 */
function isOfAnother(said: string, word: RegExpExecArray, next: string | undefined): boolean {
  if (/^could$/iu.test(word[0]) && (next === 'not' || /^could ?n[’']t/iu.test(said.slice(word.index)))) return true;
  // "will discuss the possibility of": the discussion is not in doubt.
  if (/^(?:the|a|possibility)$/iu.test(word[0]) && /\b(?:discuss|explor|debat|rais|examin|study|studi|weigh)\w*\s+(?:the\s+|a\s+)?$/iu.test(said.slice(0, word.index))) return true; // prettier-ignore
  return /\b(?:who|whom|whose|which)\s+(?:\w+\s+){0,2}$/iu.test(said.slice(0, word.index));
}

/** By first word, the longest first. */
function loadHedges(): ReadonlyMap<string, readonly Hedge[]> {
  if (held) return held;
  const hedges = new Map<string, Hedge[]>();
  for (const [words = '', where, , score] of readLexicon('hedges')) {
    const parts = words.split(' ');
    const hedge: Hedge = {
      words: parts,
      where: where === 'cue' || where === 'both' ? where : 'content',
      score: Number(score),
    };
    const list = hedges.get(parts[0] ?? '') ?? [];
    list.push(hedge);
    hedges.set(
      parts[0] ?? '',
      list.sort((a, b) => b.words.length - a.words.length),
    );
  }
  held = hedges;
  return hedges;
}
