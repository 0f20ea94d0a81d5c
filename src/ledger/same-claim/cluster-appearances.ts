import type { Appearance } from '../appearances.ts';
import type { Cluster } from '../denials.ts';
import { candidatePairs } from './keys.ts';
import { clusterItems, type Edge, type Links } from './cluster.ts';
import { scoreDenial, scorePair } from './score.ts';

export interface Clustered {
  readonly clusters: readonly Cluster[];
  /** Appearances that say the contrary of a claim, with its id: they are its denials. */
  readonly contradicting: ReadonlyMap<Appearance, string>;
}

/** Pairs below this chance are no edge. */
const EDGE = 0.05;

/** The claims of appearances that stand in their one order. */
export function clusterAppearances(appearances: readonly Appearance[], links: Links): Clustered {
  const edges: Edge[] = [];
  for (const [a, b] of candidatePairs(appearances)) {
    const [left, right] = [appearances[a], appearances[b]];
    if (!left || !right) continue;
    const score = scorePair(left.proposition, right.proposition);
    if (score >= EDGE) edges.push({ a, b, score });
  }
  const numbers = clusterItems(appearances.map(({ id }) => id), edges, links);
  const members = new Map<number, Appearance[]>();
  appearances.forEach((one, i) => {
    const number = numbers[i] ?? -1;
    members.set(number, [...(members.get(number) ?? []), one]);
  });
  const clusters = [...members.values()].map((list): Cluster => ({ id: list[0]?.id ?? '', members: list }));
  const contradicting = findContradicting(clusters);
  return {
    clusters: clusters
      .map(({ id, members: list }) => ({ id, members: list.filter((one) => !contradicting.has(one)) }))
      .filter(({ members: list }) => list.length > 0),
    contradicting,
  };
}

const CONTRARY = 0.6;

/** "Apple won't shut the service" where others say that it will: a claim that is another's with a "not". */
function findContradicting(clusters: readonly Cluster[]): ReadonlyMap<Appearance, string> {
  const found = new Map<Appearance, string>();
  const plain = clusters.filter(({ members }) => !members[0]?.proposition.negated);
  for (const { members } of clusters) {
    for (const one of members.filter(({ proposition }) => proposition.negated && !proposition.nominal)) {
      const best = plain
        .map((cluster) => ({ id: cluster.id, score: Math.max(...cluster.members.map(({ proposition }) => scoreDenial(one.proposition, proposition))) })) // prettier-ignore
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))[0];
      if (best && best.score >= CONTRARY) found.set(one, best.id);
    }
  }
  return found;
}
