import type { EvalRow } from '../row.ts';

/** An expression as gold or reading has it; offsets into the same text. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface Tally {
  gold: number;
  said: number;
  strict: number;
  relaxed: number;
  strictValue: number;
  value: number;
}

export function emptyTally(): Tally {
  return { gold: 0, said: 0, strict: 0, relaxed: 0, strictValue: 0, value: 0 };
}

export interface Pair {
  readonly gold: Marked | null;
  readonly said: Marked | null;
}

/**
 * TempEval-3 (UzZaman et al. 2013): a gold expression is found where one that was read overlaps it, strictly where both
 * edges agree; its value is right where the strings are the same. Each is matched once, exact matches first.
 */
export function pairTimes(gold: readonly Marked[], said: readonly Marked[]): Pair[] {
  const left = new Set(said);
  const pairs = new Map<Marked, Marked>();
  const fits = [
    (a: Marked, b: Marked) => a.start === b.start && a.end === b.end,
    (a: Marked, b: Marked) => a.start < b.end && b.start < a.end && a.value === b.value,
    (a: Marked, b: Marked) => a.start < b.end && b.start < a.end,
  ];
  for (const fit of fits) {
    for (const one of gold) {
      if (pairs.has(one)) continue;
      const partner = [...left].find((other) => fit(one, other));
      if (!partner) continue;
      pairs.set(one, partner);
      left.delete(partner);
    }
  }
  return [
    ...gold.map((one) => ({ gold: one, said: pairs.get(one) ?? null })),
    ...[...left].map((one) => ({ gold: null, said: one })),
  ];
}

export function addPairs(tally: Tally, pairs: readonly Pair[]): void {
  for (const { gold, said } of pairs) {
    if (gold) tally.gold++;
    if (said) tally.said++;
    if (!gold || !said) continue;
    const strict = gold.start === said.start && gold.end === said.end;
    const right = gold.value === said.value;
    tally.relaxed++;
    if (strict) tally.strict++;
    if (right) tally.value++;
    if (strict && right) tally.strictValue++;
  }
}

export function rowsOf(task: string, { gold, said, strict, relaxed, strictValue, value }: Tally): EvalRow[] {
  const f1 = (hit: number): number => (2 * hit) / Math.max(1, gold + said);
  return [
    { task, metric: 'value F1, relaxed match', value: f1(value), size: gold },
    { task, metric: 'value F1, strict match', value: f1(strictValue), size: gold },
    { task, metric: 'span F1, relaxed', value: f1(relaxed), size: gold },
    { task, metric: 'span F1, strict', value: f1(strict), size: gold },
  ];
}
