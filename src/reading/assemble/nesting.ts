import type { Draft } from './draft.ts';
import type { Placed } from './layout.ts';
import { hullOf, type Triple } from './triple.ts';

/** A triple with the draft that it comes from; `holds`: the pair that stands inside its content. */
export interface Pair {
  readonly draft: Draft;
  readonly triple: Triple;
  readonly holds?: Pair;
}

/**
 * Outer tellings: a cue to which no content is left, beside a whole telling in its sentence, tells that telling.
 * "According to X, | their sources claimed that Y": X's content runs from "their" to the end of Y.
 */
export function nestTriples(pairs: readonly Pair[], bare: readonly Draft[]): Pair[] {
  const byFirst = new Map(pairs.map((pair) => [edgesOf(pair.draft).first.index, pair]));
  const byLast = new Map(pairs.map((pair) => [edgesOf(pair.draft).last.index, pair]));
  return bare.flatMap((draft) => {
    // A cue by itself that nobody owns is a slip of the network far more often than a telling.
    if (!draft.source) return [];
    const { first, last } = edgesOf(draft);
    const after = byFirst.get(last.index + 1);
    const before = byLast.get(first.index - 1);
    const inner = [after, before].find((pair) => pair && isBeside(draft, pair.draft));
    if (!inner) return [];
    const { score, confidence } = inner.triple;
    const triple: Triple = {
      source: draft.source ? [{ start: draft.source.span.start, end: draft.source.span.end }] : [],
      cue: draft.cue ? [{ start: draft.cue.span.start, end: draft.cue.span.end }] : [],
      content: [hullOf(inner.triple)],
      // Never marked in PolNeAR, so nothing to fit it on: as sure as the two ties and the inner telling together.
      score: score * draft.sourceChance,
      confidence: confidence * draft.sourceChance,
      features: ['outer'],
      within: null,
    };
    return [{ draft, triple, holds: inner }];
  });
}

/** In one sentence, and told by someone else. The outer one stands before or after the whole of the inner one. */
function isBeside(outer: Draft, inner: Draft): boolean {
  if (!outer.cue || !inner.cue || (inner.source !== null && inner.source === outer.source)) return false;
  const out = edgesOf(outer);
  const into = edgesOf(inner);
  return out.last.index < into.first.index
    ? out.last.sentence === into.first.sentence
    : into.last.sentence === out.first.sentence;
}

function edgesOf(draft: Draft): { first: Placed; last: Placed } {
  const parts = [draft.source, draft.cue, ...draft.contents]
    .filter((x) => x !== null)
    .sort((a, b) => a.index - b.index);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) throw new RangeError('a draft has at least one span');
  return { first, last };
}

/** In text order, an outer one before those that start with it, and with `within` pointing at the outer one's place. */
export function orderPairs(pairs: readonly Pair[]): Triple[] {
  const ordered = [...pairs].sort((a, b) => {
    const starts = hullOf(a.triple).start - hullOf(b.triple).start;
    return starts || Number(!a.holds) - Number(!b.holds) || firstCue(a) - firstCue(b);
  });
  const outer = new Map(ordered.flatMap((pair, i) => (pair.holds ? [[pair.holds, i] as const] : [])));
  return ordered.map((pair) => ({ ...pair.triple, within: outer.get(pair) ?? null }));
}

function firstCue(pair: Pair): number {
  return pair.triple.cue[0]?.start ?? -1;
}
