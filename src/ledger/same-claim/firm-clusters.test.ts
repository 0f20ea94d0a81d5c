import { describe, expect, it } from 'vitest';
import type { Edge, Links } from './cluster.ts';
import { clusterFirmly } from './firm-clusters.ts';

const FREE: Links = { must: [], cannot: [] };

/** The groups of items that come out, as words: 'abc|d'. */
function cluster(items: string, edges: Readonly<Record<string, number>>, links: Links = FREE): string {
  const ids = [...items];
  const list = Object.entries(edges).map(([pair, score]): Edge => {
    const [a = -1, b = -1] = [...pair].map((id) => ids.indexOf(id)).sort((one, other) => one - other);
    return { a, b, score };
  });
  const groups = new Map<number, string>();
  clusterFirmly(ids, list, links, { join: 0.25, keep: 0.4 }).forEach((root, i) => groups.set(root, `${groups.get(root) ?? ''}${ids[i] ?? ''}`)); // prettier-ignore
  return [...groups.values()].map((group) => [...group].sort().join('')).sort().join('|'); // prettier-ignore
}

const THREE = { ab: 0.9, bc: 0.9, ac: 0.9 };

describe('clusters that hold', () => {
  it('keep who is likely to be one with all others', () => {
    expect(cluster('abc', THREE)).toBe('abc');
  });

  it('put out who hangs on by one member', () => {
    expect(cluster('abcd', { ...THREE, cd: 0.9 })).toBe('abc|d');
  });

  it('let what was put out come together with others of its kind', () => {
    const pair = { cd: 0.8, ce: 0.8, de: 0.7 };
    expect(cluster('abcde', { ...THREE, ...pair })).toBe('abc|de');
  });

  it('keep what a person tied, however unlikely', () => {
    expect(cluster('abcd', { ...THREE, cd: 0.3 }, { must: [['a', 'd']], cannot: [] })).toBe('abcd');
  });

  it('come out the same in whatever order the items stand, where no two scores are equal', () => {
    const edges = { ab: 0.91, bc: 0.82, ac: 0.73, cd: 0.64, de: 0.85, ae: 0.26, be: 0.31 };
    const orders = ['abcde', 'edcba', 'cabed', 'dbeac'];
    expect(new Set(orders.map((order) => cluster(order, edges))).size).toBe(1);
  });
});
