import { PairQueue } from './pair-queue.ts';

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

/** Mean chance between the members of two clusters from which they are one; set by train/same-claim, one story out. */
export const JOIN = 0.33;

/**
 * Clusters items that stand in their one order: the two clusters with the highest mean score are joined, again and again,
 * until none reaches `join`; ties go to those whose first items stand first. A pair that is no edge counts 0. What must
 * be one is one from the start; what cannot be one never meets, whatever lies between. Returns for each item the position
 * of its cluster's first item. Cost grows with the edges: n·log n of them.
 */
export function clusterItems(
  ids: readonly string[],
  edges: readonly Edge[],
  { must, cannot }: Links,
  join = JOIN,
): readonly number[] {
  // prettier-ignore
  const members = groupItems(ids, must);
  const root = new Array<number>(ids.length).fill(-1);
  for (const [first, group] of members) for (const one of group) root[one] = first;
  const near = new Map<number, Map<number, number>>(
    [...members.keys()].map((first) => [first, new Map<number, number>()]),
  );
  for (const { a, b, score } of edges) addScore(near, root[a] ?? a, root[b] ?? b, score);
  const apart = new Map([...near.keys()].map((first) => [first, new Set<number>()]));
  for (const [a, b] of positions(ids, cannot)) {
    apart.get(root[a] ?? a)?.add(root[b] ?? b);
    apart.get(root[b] ?? b)?.add(root[a] ?? a);
  }
  const size = (first: number): number => members.get(first)?.length ?? 1;
  const queue = new PairQueue();
  const offer = (a: number, b: number, sum: number): void => {
    const mean = sum / (size(a) * size(b));
    if (mean >= join && !apart.get(a)?.has(b)) queue.push({ a: Math.min(a, b), b: Math.max(a, b), mean });
  };
  for (const [a, others] of near) for (const [b, sum] of others) if (a < b) offer(a, b, sum);
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { a, b, mean } = pair;
    const sum = near.get(a)?.get(b);
    // One of the two has grown or gone since this pair was offered: its new mean stands in the queue too.
    if (sum === undefined || !members.has(a) || !members.has(b) || sum / (size(a) * size(b)) !== mean || apart.get(a)?.has(b)) continue; // prettier-ignore
    members.set(a, [...(members.get(a) ?? []), ...(members.get(b) ?? [])]);
    members.delete(b);
    for (const [other, more] of near.get(b) ?? []) {
      near.get(other)?.delete(b);
      if (other !== a) addScore(near, a, other, more);
    }
    near.get(a)?.delete(b);
    near.delete(b);
    for (const other of apart.get(b) ?? []) {
      apart.get(a)?.add(other);
      apart.get(other)?.add(a);
    }
    for (const [other, total] of near.get(a) ?? []) offer(a, other, total);
  }
  for (const [first, group] of members) for (const one of group) root[one] = first;
  return root;
}

function addScore(near: ReadonlyMap<number, Map<number, number>>, a: number, b: number, score: number): void {
  if (a === b) return;
  near.get(a)?.set(b, (near.get(a)?.get(b) ?? 0) + score);
  near.get(b)?.set(a, (near.get(b)?.get(a) ?? 0) + score);
}

/** Items that people tied together, under the first of each group. */
function groupItems(ids: readonly string[], must: Links['must']): Map<number, readonly number[]> {
  const root = ids.map((_, i) => i);
  const find = (i: number): number => (root[i] === i ? i : find(root[i] ?? i));
  for (const [a, b] of positions(ids, must)) {
    const [left, right] = [find(a), find(b)];
    root[Math.max(left, right)] = Math.min(left, right);
  }
  const groups = new Map<number, number[]>();
  ids.forEach((_, i) => groups.set(find(i), [...(groups.get(find(i)) ?? []), i]));
  return groups;
}

function positions(ids: readonly string[], pairs: Links['must']): readonly (readonly [number, number])[] {
  const at = new Map(ids.map((id, i) => [id, i]));
  return pairs.flatMap(([a, b]) => {
    const [left, right] = [at.get(a), at.get(b)];
    return left === undefined || right === undefined ? [] : [[left, right] as const];
  });
}
