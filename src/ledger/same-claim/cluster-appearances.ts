import { groupBy } from '../../base/group-by.ts';
import type { Appearance } from '../appearances.ts';
import type { Cluster } from '../denials.ts';
import { findContradicting } from '../denials/contradictions.ts';
import { placeMentions } from './bare-mentions.ts';
import { candidatePairs } from './keys.ts';
import type { Edge, Links } from './cluster.ts';
import { clusterAsSaid } from './said-clusters.ts';
import { scoreAppearances } from './score.ts';

export interface Clustered {
  readonly clusters: readonly Cluster[];
  /** Appearances that say the contrary of a claim, with its id: they are its denials. */
  readonly contradicting: ReadonlyMap<Appearance, string>;
}

/** Pairs below this chance are no edge. */
const EDGE = 0.03;

/** The claims of appearances that stand in their one order. */
export function clusterAppearances(appearances: readonly Appearance[], links: Links): Clustered {
  const { kept, standsFor } = foldRepeats(appearances, links);
  const edges = scoreWithin(kept, candidatePairs(kept));
  const roots = clusterAsSaid(
    kept.map(({ id }) => id),
    edges,
    links,
  );
  const groups = groupBy(appearances.entries(), ([i]) => roots[standsFor[i] ?? -1]);
  const apart = [...groups.values()].map((list): Cluster => ({ id: list[0]?.[1].id ?? '', members: list.map(([, one]) => one) })); // prettier-ignore
  const clusters = moveMembers(apart, appearances, placeMentions(apart, links));
  const contradicting = findContradicting(clusters);
  return {
    clusters: clusters
      .map(({ id, members: list }) => ({ id, members: list.filter((one) => !contradicting.has(one)) }))
      .filter(({ members: list }) => list.length > 0),
    contradicting,
  };
}

/** The clusters with each of these members in the one of that id instead; each under the id of its first member. */
function moveMembers(
  clusters: readonly Cluster[],
  order: readonly Appearance[],
  moved: ReadonlyMap<Appearance, string>,
): readonly Cluster[] {
  if (moved.size === 0) return clusters;
  const home = new Map<Appearance, string>();
  for (const { id, members } of clusters) for (const one of members) home.set(one, moved.get(one) ?? id);
  const groups = groupBy(order, (one) => home.get(one) ?? one.id);
  return [...groups.values()].map((members) => ({ id: members[0]?.id ?? '', members }));
}

/** Chance from which a candidate pair ties two appearances into one component. */
const TIE = 0.1;
/** Appearances of a component of which all pairs are scored; in a larger one only those that share a key. */
const LARGEST = 1500;

/**
 * The edges of all pairs within each connected component of the candidates: a mean over pairs needs those too that share
 * no key ("cleave itself" and "break up"). Which pairs are scored follows from the appearances alone.
 */
function scoreWithin(kept: readonly Appearance[], candidates: readonly (readonly [number, number])[]): readonly Edge[] {
  const root = kept.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at] = root[root[at] ?? at] ?? at;
    return at;
  };
  const known = new Map<number, Edge | null>();
  const scoreOnce = (a: number, b: number): Edge | null => {
    const pair = a * kept.length + b;
    const edge = known.get(pair);
    if (edge !== undefined) return edge;
    const made = scoreEdge(kept, a, b);
    known.set(pair, made);
    return made;
  };
  const scored = candidates.flatMap(([a, b]) => scoreOnce(a, b) ?? []);
  for (const { a, b, score } of scored) if (score >= TIE) root[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  const components = new Map<number, number[]>();
  kept.forEach((_, i) => components.set(find(i), [...(components.get(find(i)) ?? []), i]));
  const small = new Set([...components.values()].filter(({ length }) => length <= LARGEST).flat());
  const within = [...components.values()]
    .filter(({ length }) => length > 1 && length <= LARGEST)
    .flatMap((list) => list.flatMap((b, j) => list.slice(0, j).flatMap((a) => scoreOnce(a, b) ?? [])));
  return [...within, ...scored.filter(({ a, b }) => !small.has(a) || !small.has(b))];
}

function scoreEdge(kept: readonly Appearance[], a: number, b: number): Edge | null {
  const [left, right] = [kept[a], kept[b]];
  if (!left || !right || !canMeet(left) || !canMeet(right)) return null;
  const score = scoreAppearances(left, right);
  return score >= EDGE ? { a, b, score } : null;
}

/** A content without a verb names a matter only where it is reported: "News of the split"; not "five sources", "the brand". */
function canMeet({ proposition, act }: Appearance): boolean {
  if (!proposition.nominal) return true;
  return ['report', 'confirm', 'announce', 'state'].includes(act ?? '') && proposition.terms.length > 0 && !proposition.terms.some((word) => /^(?:sources?|people|persons?|employees?|officials?|knowledge)$/u.test(word)); // prettier-ignore
}

/**
 * Appearances of the same words about the same names are one item: 5,000 reprints of a text are compared once. One that a
 * person tied or parted stands for itself.
 */
function foldRepeats(
  appearances: readonly Appearance[],
  { must, cannot }: Links,
): { readonly kept: readonly Appearance[]; readonly standsFor: readonly number[] } {
  // prettier-ignore
  const bound = new Set([...must, ...cannot].flat());
  const kept: Appearance[] = [];
  const positions = new Map<string, number>();
  const standsFor = appearances.map((one) => {
    const { text, actors, about } = one.proposition;
    const key = bound.has(one.id)
      ? one.id
      : JSON.stringify([text.toLowerCase(), actors, actors.length === 0 ? about : []]);
    const known = positions.get(key) ?? kept.push(one) - 1;
    positions.set(key, known);
    return known;
  });
  return { kept, standsFor };
}
