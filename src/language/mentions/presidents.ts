import type { Cluster } from './cluster.ts';

/** "the Holm administration", "Holm’s White House": whose presidency it is. */
const PRESIDENCY =
  /(?<![\p{L}-])(\p{Lu}[\p{L}-]+)(?:['’]s)? (?:administration|Administration|White House|presidency)(?![\p{L}-])/gu;

/** Where a report calls nobody President, whoever has an administration is: the one whose it names most often. */
export function markPresidents(text: string, clusters: readonly Cluster[]): void {
  const persons = clusters.filter(({ kind, plural }) => kind === 'person' && !plural);
  if (persons.some(({ roles }) => roles.has('president') && !roles.has('vice'))) return;
  const counts = new Map<Cluster, number>();
  for (const [, name = ''] of text.matchAll(PRESIDENCY)) {
    const holder = persons.find(({ words }) => words.has(name.toLowerCase()));
    if (holder) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  most?.[0].roles.add('president');
}
