import { ROLES, type Range } from '../../src/language/spans.ts';
import { overlaps } from '../../src/base/span.ts';
import type { Marked } from './polnear.ts';

/** Exactly the same spans in all three roles; empty is equal to empty. */
export function isSame(a: Marked, b: Marked): boolean {
  return keyOf(a) === keyOf(b);
}

/** Each role overlaps the other's, or is empty in both. */
export function isAlike(a: Marked, b: Marked): boolean {
  return ROLES.every((role) => alike(a[role], b[role]));
}

function alike(a: readonly Range[], b: readonly Range[]): boolean {
  return (a.length === 0 && b.length === 0) || a.some((x) => b.some((y) => overlaps(x, y)));
}

export function keyOf(marked: Marked): string {
  return ROLES.map((role) =>
    marked[role]
      .map(({ start, end }) => `${start}-${end}`)
      .sort()
      .join(),
  ).join(';');
}

/** Counts for precision and recall: right ones, all that were said, all in gold. */
export interface Counts {
  right: number;
  said: number;
  gold: number;
}

/** Adds one annotator's file: each gold triple is met by at most one said triple. */
export function countExact(counts: Counts, said: readonly Marked[], gold: readonly Marked[]): void {
  const left = new Map<string, number>();
  for (const marked of gold) left.set(keyOf(marked), (left.get(keyOf(marked)) ?? 0) + 1);
  for (const marked of said) {
    const rest = left.get(keyOf(marked)) ?? 0;
    if (rest > 0) counts.right++;
    left.set(keyOf(marked), rest - 1);
  }
  counts.said += said.length;
  counts.gold += gold.length;
}

export function f1({ right, said, gold }: Counts): number {
  return said + gold === 0 ? 0 : (2 * right) / (said + gold);
}
