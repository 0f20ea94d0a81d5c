import { readLexicon } from '../base/lexicon.ts';
import { makeSpan, type Span } from '../base/span.ts';
import type { Range } from '../language/document.ts';
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
  const markers = [...findMarkers(text, content, 'content'), ...findMarkers(text, cue, 'cue')];
  const least = markers.reduce<Marker | null>(
    (best, marker) => (best && Math.abs(best.score) <= Math.abs(marker.score) ? best : marker),
    null,
  );
  if (!least) return { level: 'unstated', score: null, hedges: [] };
  const sure = Math.abs(least.score);
  const sign =
    least.score < 0 !== isNegated(content.map((part) => text.slice(part.start, part.end)).join(' ')) ? -1 : 1;
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
      if (!fit || !first || !last || isMonth(first[0], words[i + 1]?.[0], first.index)) continue;
      const start = range.start + first.index;
      markers.push({ span: makeSpan(text, start, range.start + last.index + last[0].length), score: fit.score });
      i += fit.words.length - 1;
    }
  }
  return markers;
}

/** "in May" is no hedge, nor is "May 4" at the start of a content. */
function isMonth(word: string, next: string | undefined, at: number): boolean {
  return word === 'May' && (at > 0 || /^\d/u.test(next ?? ''));
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
