/** A row to learn from: what is known of it (no bias), whether it holds, how much it counts. */
export interface Row {
  readonly x: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

const ROUNDS = 12;

/** Weights of a logistic regression, bias first, by Newton's method; `given` (bias first) are kept where they are not 0. */
export function fitLogistic(rows: readonly Row[], given: readonly number[], ridge: number): readonly number[] {
  const size = given.length;
  let weights = given;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    const row = new Float64Array(size);
    for (const { x, label, weight } of rows) {
      row[0] = 1;
      row.set(x, 1);
      const p = chanceOf(x, weights);
      for (let i = 0; i < size; i++) {
        const v = row[i] ?? 0;
        if (v === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + (weight * (label - p) * v) / total;
        const line = hessian[i];
        if (line) for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + (weight * p * (1 - p) * v * (row[j] ?? 0)) / total;
      }
    }
    for (let i = 1; i < size; i++) {
      gradient[i] = (gradient[i] ?? 0) - ridge * (weights[i] ?? 0);
      const line = hessian[i];
      if (line) line[i] = (line[i] ?? 0) + ridge;
    }
    given.forEach((value, i) => {
      if (value !== 0) holdStill(i, gradient, hessian);
    });
    const step = solve(hessian, gradient);
    weights = weights.map((value, i) => value + (step[i] ?? 0));
  }
  return weights;
}

export function chanceOf(x: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (weights[i + 1] ?? 0), weights[0] ?? 0)));
}

function holdStill(i: number, gradient: Float64Array, hessian: readonly Float64Array[]): void {
  gradient[i] = 0;
  hessian.forEach((line, j) => {
    line[i] = i === j ? 1 : 0;
    if (i === j) line.fill(0).set([1], i);
  });
}

/** Gauss and Jordan, the largest first. */
function solve(matrix: readonly Float64Array[], right: Float64Array): readonly number[] {
  const a = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = a.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let j = i + 1; j < n; j++) if (Math.abs(a[j]?.[i] ?? 0) > Math.abs(a[pivot]?.[i] ?? 0)) pivot = j;
    [a[i], a[pivot]] = [a[pivot] ?? [], a[i] ?? []];
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const factor = (a[j]?.[i] ?? 0) / (a[i]?.[i] ?? 1);
      const [row, from] = [a[j], a[i]];
      if (row && from && factor !== 0) for (let k = i; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (from[k] ?? 0);
    }
  }
  return a.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
