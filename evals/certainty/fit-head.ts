import { namesOf } from '../../src/reading/factuality/features.ts';
import type { EventOutlook } from '../../src/reading/factuality/certainty-at.ts';
import type { FeatureWeights } from '../../src/reading/feature-weights.ts';

/** An event with what the rules see of it and what people said of it. */
export interface Example extends EventOutlook {
  readonly gold: number;
}

/** Weight on staying at the rule's own value, in events; chosen with EPSILON by leaving one topic out, 2026-11. */
const PRIOR = 20;
/** Errors below it count as squares, above it as they are, so that the many certain events rule, as the median does. */
const EPSILON = 0.15;
const ROUNDS = 30;
/** A feature seen less often than this is left at the rule's value. */
const RARE = 3;

/**
 * The head that moves the rule's values nearest to gold: least absolute error with a ridge towards no move at all, by
 * reweighted least squares. Deterministic.
 */
export function fitHead(examples: readonly Example[]): FeatureWeights {
  const seen = new Map<string, number>();
  const rows = examples.map(({ outlook, kind }) => namesOf(outlook, kind));
  for (const name of rows.flat()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].filter(([, count]) => count >= RARE).map(([name]) => name).sort(); // prettier-ignore
  const index = new Map(names.map((name, i) => [name, i]));
  const columns = rows.map((row) => row.flatMap((name) => index.get(name) ?? []));
  const wanted = examples.map(({ gold, outlook }) => gold - outlook.value);
  let weights = new Array<number>(names.length).fill(0);
  let trust = new Array<number>(examples.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    weights = solveRidge(columns, wanted, trust, names.length);
    const now = weights;
    trust = columns.map((row, i) => 1 / Math.max(EPSILON, Math.abs((wanted[i] ?? 0) - sum(row, now))));
  }
  return { weights: new Map(names.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(4))])) };
}

function sum(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((total, i) => total + (weights[i] ?? 0), 0);
}

function solveRidge(
  columns: readonly (readonly number[])[],
  wanted: readonly number[],
  trust: readonly number[],
  size: number,
): number[] {
  // prettier-ignore
  const matrix: number[][] = Array.from({ length: size }, (_, i) => Array.from({ length: size + 1 }, (_, j) => (i === j ? PRIOR : 0)));
  columns.forEach((row, k) => {
    const weight = trust[k] ?? 0;
    for (const i of row) {
      const line = matrix[i];
      if (!line) continue;
      for (const j of row) line[j] = (line[j] ?? 0) + weight;
      line[size] = (line[size] ?? 0) + weight * (wanted[k] ?? 0);
    }
  });
  return eliminate(matrix);
}

/** Gauss-Jordan; the ridge keeps every pivot above nought. */
function eliminate(matrix: number[][]): number[] {
  matrix.forEach((pivot, i) => {
    const by = pivot[i] ?? 1;
    for (let j = i; j < pivot.length; j++) pivot[j] = (pivot[j] ?? 0) / by;
    matrix.forEach((line, k) => {
      const times = line[i] ?? 0;
      if (k === i || times === 0) return;
      for (let j = i; j < line.length; j++) line[j] = (line[j] ?? 0) - times * (pivot[j] ?? 0);
    });
  });
  return matrix.map((line) => line.at(-1) ?? 0);
}
