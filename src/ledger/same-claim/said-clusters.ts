import type { Edge, Links } from './cluster.ts';
import { clusterFirmly } from './firm-clusters.ts';

/**
 * Clusters with what people said of them: who joins two appearances joins the claims in which they stand, whole. Only where
 * that would bring together what people parted, the two alone are joined, and the others go where they fit best.
 * Returns for each item the position of its cluster's first item.
 */
export function clusterAsSaid(ids: readonly string[], edges: readonly Edge[], links: Links): readonly number[] {
  const { must, cannot } = links;
  const own = clusterFirmly(ids, edges, { must: [], cannot });
  const at = new Map(ids.map((id, i) => [id, i]));
  const joined = new Map<number, number>();
  const rootOf = (id: string): number | undefined => {
    let root = own[at.get(id) ?? -1];
    for (let up = root; up !== undefined; up = joined.get(up)) root = up;
    return root;
  };
  for (const [a, b] of must) {
    const [left, right] = [rootOf(a), rootOf(b)];
    if (left !== undefined && right !== undefined && left !== right) joined.set(Math.max(left, right), Math.min(left, right)); // prettier-ignore
  }
  const isParted = cannot.some(([a, b]) => rootOf(a) !== undefined && rootOf(a) === rootOf(b));
  return isParted ? clusterFirmly(ids, edges, links) : ids.map((id) => rootOf(id) ?? 0);
}
