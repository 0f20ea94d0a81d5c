import { expect, it } from 'vitest';
import type { Links } from './cluster.ts';
import { clusterAsSaid } from './said-clusters.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
/** “a” and “b” are one claim, “c” and “d” another, “e” stands alone. */
const edges = [
  { a: 0, b: 1, score: 0.9 },
  { a: 2, b: 3, score: 0.9 },
  { a: 0, b: 2, score: 0.05 },
];
const cluster = (links: Partial<Links>): readonly number[] => clusterAsSaid(ids, edges, { must: [], cannot: [], ...links }); // prettier-ignore

it('joins whole claims by a pair of their appearances', () => {
  expect(cluster({})).toEqual([0, 0, 2, 2, 4]);
  expect(cluster({ must: [['b', 'd']] })).toEqual([0, 0, 0, 0, 4]);
  expect(cluster({ must: [['e', 'd'], ['d', 'a']] })).toEqual([0, 0, 0, 0, 0]); // prettier-ignore
});

it('joins the two alone where people parted others of theirs', () => {
  expect(cluster({ must: [['b', 'd']], cannot: [['a', 'c']] })).toEqual([0, 0, 2, 0, 4]);
});

it('passes over what is not there', () => {
  expect(cluster({ must: [['a', 'x']], cannot: [['x', 'y']] })).toEqual([0, 0, 2, 2, 4]);
});
