import type { Draft } from './draft.ts';
import type { Layout, Placed } from './layout.ts';
import { hullOf, type Orphan, type Triple } from './triple.ts';

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
  return bare.flatMap((draft) => {
    const inner = pairs.find((pair) => isBeside(draft, pair.draft));
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

/** The outer's last span is followed by the inner's first, or the other way round, in one sentence. */
function isBeside(outer: Draft, inner: Draft): boolean {
  if (!outer.cue || !inner.cue || (inner.source !== null && inner.source === outer.source)) return false;
  const out = edgesOf(outer);
  const into = edgesOf(inner);
  return (
    (out.last.index + 1 === into.first.index && out.last.sentence === into.first.sentence) ||
    (into.last.index + 1 === out.first.index && into.last.sentence === out.first.sentence)
  );
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

/** In text order, with `within` pointing at the outer one's place. */
export function orderPairs(pairs: readonly Pair[]): Triple[] {
  const ordered = [...pairs].sort((a, b) => {
    const left = hullOf(a.triple);
    const right = hullOf(b.triple);
    return left.start - right.start || right.end - left.end || firstCue(a) - firstCue(b);
  });
  return ordered.map((pair) => {
    const outer = ordered.findIndex((other) => other.holds === pair);
    return outer < 0 ? pair.triple : { ...pair.triple, within: outer };
  });
}

function firstCue(pair: Pair): number {
  return pair.triple.cue[0]?.start ?? -1;
}

/** The spans that no draft uses. Contents always stand in one. */
export function listOrphans(layout: Layout, drafts: readonly Draft[]): Orphan[] {
  const used = new Set<Placed>();
  for (const draft of drafts) for (const part of [draft.source, draft.cue, ...draft.contents]) if (part) used.add(part);
  return layout.placed
    .filter((placed) => !used.has(placed))
    .map(({ span: { role, start, end } }) => ({
      role,
      start,
      end,
      reason: role === 'cue' ? 'cue-without-content' : 'source-without-cue',
    }));
}
