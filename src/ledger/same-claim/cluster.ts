/** What people said of two appearances; it holds before every score (contract §2.5). Ids of appearances. */
export interface Links {
  readonly must: readonly (readonly [string, string])[];
  readonly cannot: readonly (readonly [string, string])[];
}

/** A scored pair of positions in the list that is clustered. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Mean chance over a cluster's members at which an appearance joins it; set by evals/stories, one story out. */
export const JOIN = 0.5;

/**
 * Clusters items that stand in their one order: each joins the cluster to whose members its mean score is highest, if
 * that reaches JOIN, else opens its own. A pair that is no edge counts 0. What must be one is one from the start; what
 * cannot be one never meets, whatever lies between. Returns a cluster's number for each item; cost grows with the edges.
 */
export function clusterItems(ids: readonly string[], edges: readonly Edge[], { must, cannot }: Links, join = JOIN): readonly number[] {
  const bound = bindItems(ids, must);
  const near = neighbours(ids.length, edges);
  const apart = pairsOf(ids, cannot);
  const cluster = new Array<number>(ids.length).fill(-1);
  const members: number[][] = [];
  for (let i = 0; i < ids.length; i++) {
    if ((cluster[i] ?? -1) >= 0) continue;
    const group = bound.get(i) ?? [i];
    const best = bestCluster(group, near, cluster, members, apart, join);
    const into = best < 0 ? members.push([]) - 1 : best;
    for (const one of group) {
      cluster[one] = into;
      members[into]?.push(one);
    }
  }
  return cluster;
}

function bestCluster(group: readonly number[], near: readonly (readonly (readonly [number, number])[])[], cluster: readonly number[], members: readonly (readonly number[])[], apart: ReadonlyMap<number, ReadonlySet<number>>, join: number): number { // prettier-ignore
  const sums = new Map<number, number>();
  for (const one of group) {
    for (const [other, score] of near[one] ?? []) {
      const into = cluster[other] ?? -1;
      if (into >= 0) sums.set(into, (sums.get(into) ?? 0) + score);
    }
  }
  let [best, highest] = [-1, join];
  for (const [into, sum] of [...sums].sort(([a], [b]) => a - b)) {
    const mates = members[into] ?? [];
    const mean = sum / (mates.length * group.length);
    if (mean < highest || (best >= 0 && mean === highest)) continue;
    if (group.some((one) => mates.some((mate) => apart.get(one)?.has(mate)))) continue;
    [best, highest] = [into, mean];
  }
  return best;
}

function neighbours(size: number, edges: readonly Edge[]): readonly (readonly (readonly [number, number])[])[] {
  const near = Array.from({ length: size }, (): [number, number][] => []);
  for (const { a, b, score } of edges) {
    near[a]?.push([b, score]);
    near[b]?.push([a, score]);
  }
  return near;
}

/** Items that people tied together, each with its whole group. */
function bindItems(ids: readonly string[], must: Links['must']): ReadonlyMap<number, readonly number[]> {
  const root = ids.map((_, i) => i);
  const find = (i: number): number => (root[i] === i ? i : find(root[i] ?? i));
  for (const [a, b] of positions(ids, must)) root[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  const groups = new Map<number, number[]>();
  ids.forEach((_, i) => groups.set(find(i), [...(groups.get(find(i)) ?? []), i]));
  return new Map([...groups.values()].flatMap((group) => group.map((i) => [i, group] as const)));
}

function pairsOf(ids: readonly string[], pairs: Links['cannot']): ReadonlyMap<number, ReadonlySet<number>> {
  const apart = new Map<number, Set<number>>();
  for (const [a, b] of positions(ids, pairs)) {
    apart.set(a, (apart.get(a) ?? new Set()).add(b));
    apart.set(b, (apart.get(b) ?? new Set()).add(a));
  }
  return apart;
}

function positions(ids: readonly string[], pairs: Links['must']): readonly (readonly [number, number])[] {
  const at = new Map(ids.map((id, i) => [id, i]));
  return pairs.flatMap(([a, b]) => {
    const [left, right] = [at.get(a), at.get(b)];
    return left === undefined || right === undefined ? [] : [[left, right] as const];
  });
}
