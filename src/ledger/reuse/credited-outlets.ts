import type { Reading } from '../../reading/reading.ts';
import type { Appearance } from '../appearances.ts';
import { isOutlet } from '../origins/trace.ts';
import { shinglesOf } from './shingles.ts';

/** Words of a shingle, and how many of an appearance's must stand in the other report. */
const SIZE = 7;
const LEAST = 2;

/**
 * Reports without an outlet whose words others credit to one: where "Holm Post writes: …" stands with the very words of
 * an unsigned text that credits nobody for them, that text is Holm Post's. Report key → outlet's name.
 */
export function creditOutlets(
  readings: ReadonlyMap<string, Reading>,
  appearances: readonly Appearance[],
): ReadonlyMap<string, string> {
  // prettier-ignore
  const index = new Map<string, Set<string>>();
  for (const [key, { report }] of readings) {
    if (report.outlet !== null || report.wire !== null) continue;
    for (const shingle of shinglesOf(report.text, SIZE)) index.set(shingle, (index.get(shingle) ?? new Set()).add(key));
  }
  const crediting = new Set(
    appearances.flatMap((one) => one.chain.slice(1).map(({ name }) => `${one.report}\0${name}`)),
  );
  const votes = new Map<string, Map<string, number>>();
  for (const one of appearances) {
    const outlet = one.chain.slice(1).find(isOutlet);
    if (!outlet || outlet.how === 'metadata') continue;
    for (const [key, shared] of countShared(one, index)) {
      // A report that itself credits the outlet is another's.
      if (shared < LEAST || key === one.report || crediting.has(`${key}\0${outlet.name}`)) continue;
      const of = votes.get(key) ?? new Map<string, number>();
      votes.set(key, of.set(outlet.name, (of.get(outlet.name) ?? 0) + 1));
    }
  }
  return new Map(
    [...votes].map(([key, of]) => [key, [...of].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '']),
  );
}

function countShared(one: Appearance, index: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const shingle of shinglesOf(one.content.map(({ text }) => text).join(' '), SIZE)) {
    for (const key of index.get(shingle) ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
