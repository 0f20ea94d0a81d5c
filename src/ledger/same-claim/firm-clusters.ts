import { clusterItems, JOIN, type Edge, type Links } from './cluster.ts';

/** Mean chance with the other members from which an item belongs to a cluster; set by train/same-claim, one story out. */
export const KEEP = 0.3;

/**
 * Clusters as `clusterItems` makes them, without the items that hang on by a few members only: of each cluster the weakest
 * is put out, again and again, until all are as likely as `keep` to be one with the others on the mean; of equal ones the
 * last. What was put out is clustered afresh among itself, until nothing more comes together. What people tied stays.
 */
export function clusterFirmly(
  ids: readonly string[],
  edges: readonly Edge[],
  links: Links,
  { join = JOIN, keep = KEEP } = {},
): readonly number[] {
  const roots = ids.map((_, i) => i);
  const tied = new Set(links.must.flat());
  let rest = roots.slice();
  for (;;) {
    const inner = restrict(ids, edges, rest);
    const found = clusterItems(inner.ids, inner.edges, links, join);
    const out = peelWeakest(inner, found, tied, keep);
    found.forEach((root, i) => {
      if (!out.has(i)) roots[rest[i] ?? -1] = rest[root] ?? -1;
    });
    if (out.size === 0 || out.size === rest.length) return firstOfEach(roots);
    rest = rest.filter((_, i) => out.has(i));
  }
}

interface Some {
  readonly ids: readonly string[];
  readonly edges: readonly Edge[];
}

/** The items at `rest`, and the edges among them. */
function restrict(ids: readonly string[], edges: readonly Edge[], rest: readonly number[]): Some {
  if (rest.length === ids.length) return { ids, edges };
  const places = new Map(rest.map((item, i) => [item, i]));
  return {
    ids: rest.map((item) => ids[item] ?? ''),
    edges: edges.flatMap(({ a, b, score }) => {
      const [left, right] = [places.get(a), places.get(b)];
      return left === undefined || right === undefined ? [] : [{ a: left, b: right, score }];
    }),
  };
}

/** The items that do not belong to the clusters in which they stand. A cluster of one is put out too: it may yet find another. */
function peelWeakest(
  { ids, edges }: Some,
  roots: readonly number[],
  tied: ReadonlySet<string>,
  keep: number,
): ReadonlySet<number> {
  const near = ids.map(() => new Map<number, number>());
  const sums = new Float64Array(ids.length);
  for (const { a, b, score } of edges) {
    if (roots[a] !== roots[b]) continue;
    near[a]?.set(b, score);
    near[b]?.set(a, score);
    sums[a] = (sums[a] ?? 0) + score;
    sums[b] = (sums[b] ?? 0) + score;
  }
  const members = new Map<number, number[]>();
  roots.forEach((root, i) => members.set(root, [...(members.get(root) ?? []), i]));
  const out = new Set<number>();
  for (const group of members.values()) {
    const left = new Set(group);
    for (
      let weak = weakestOf(left, sums, ids, tied);
      weak !== null && weak.mean < keep;
      weak = weakestOf(left, sums, ids, tied)
    ) {
      left.delete(weak.item);
      out.add(weak.item);
      for (const [other, score] of near[weak.item] ?? []) sums[other] = (sums[other] ?? 0) - score;
    }
  }
  return out;
}

function weakestOf(
  items: ReadonlySet<number>,
  sums: Float64Array,
  ids: readonly string[],
  tied: ReadonlySet<string>,
): { readonly item: number; readonly mean: number } | null {
  let weakest: { item: number; mean: number } | null = null;
  if (items.size < 2) return weakest;
  for (const item of items) {
    const mean = (sums[item] ?? 0) / (items.size - 1);
    if (!tied.has(ids[item] ?? '') && (weakest === null || mean <= weakest.mean)) weakest = { item, mean };
  }
  return weakest;
}

/** Each cluster under the position of its first item. */
function firstOfEach(roots: readonly number[]): readonly number[] {
  const first = new Map<number, number>();
  roots.forEach((root, i) => {
    if (!first.has(root)) first.set(root, i);
  });
  return roots.map((root) => first.get(root) ?? root);
}
