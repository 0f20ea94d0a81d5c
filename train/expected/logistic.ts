import type { Example } from './examples.ts';

/** Weights of names and of what content and cue mean, with the mean and the spread of each of those numbers. */
export interface Fitted {
  readonly weights: ReadonlyMap<string, number>;
  readonly sense: readonly number[];
  readonly mean: readonly number[];
}

export interface Settings {
  readonly ridge: number;
  /** How much one of the numbers of sense, at its spread, counts beside a name that is there; 0: not looked at. */
  readonly scale: number;
  /** Share of examples of which the rules' verdict is hidden. */
  readonly hidden: number;
  /** A name seen less often than this has no weight. */
  readonly rare: number;
}

export const BIAS = 'bias';
const ROUNDS = 1200;
const MOMENTUM = 0.9;

/** Logistic regression by plain descent with momentum: deterministic. */
export function fit(given: readonly Example[], { ridge, scale, hidden, rare }: Settings): Fitted {
  const shown = given.map(({ names }, k) => (((k * 7919) % 100) / 100 < hidden ? names.filter((name) => !isVerdict(name)) : names));
  const seen = new Map<string, number>();
  for (const names of shown) for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
  const kept = [BIAS, ...[...seen].filter(([, count]) => count >= rare).map(([name]) => name).sort()]; // prettier-ignore
  const index = new Map(kept.map((name, i) => [name, i]));
  const rows = shown.map((names) => [0, ...names.flatMap((name) => index.get(name) ?? [])]);
  const { mean, spread } = measure(given);
  const numbers = given.map((one) => Float64Array.from(senseOf(one), (value, i) => (scale * (value - (mean[i] ?? 0))) / (spread[i] ?? 1)));
  const weights = descend(rows, numbers, given.map(({ ahead }) => ahead), kept.length, ridge); // prettier-ignore
  return {
    weights: new Map(kept.map((name, i) => [name, weights[i] ?? 0])),
    sense: mean.map((_, i) => ((weights[kept.length + i] ?? 0) * scale) / (spread[i] ?? 1)),
    mean,
  };
}

export function scoreOf({ weights, sense, mean }: Fitted, example: Example): number {
  const named = example.names.reduce((sum, name) => sum + (weights.get(name) ?? 0), weights.get(BIAS) ?? 0);
  return senseOf(example).reduce((sum, value, i) => sum + (sense[i] ?? 0) * (value - (mean[i] ?? 0)), named);
}

function descend(rows: readonly (readonly number[])[], numbers: readonly Float64Array[], ahead: readonly boolean[], names: number, ridge: number): Float64Array { // prettier-ignore
  const size = names + (numbers[0]?.length ?? 0);
  const [weights, speed, slope] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const step = 1.2 / rows.length;
  for (let round = 0; round < ROUNDS; round++) {
    slope.fill(0);
    rows.forEach((row, k) => {
      const dense = numbers[k] ?? new Float64Array(0);
      let score = 0;
      for (const i of row) score += weights[i] ?? 0;
      for (let i = 0; i < dense.length; i++) score += (weights[names + i] ?? 0) * (dense[i] ?? 0);
      const miss = 1 / (1 + Math.exp(-score)) - (ahead[k] === true ? 1 : 0);
      for (const i of row) slope[i] = (slope[i] ?? 0) + miss;
      for (let i = 0; i < dense.length; i++) slope[names + i] = (slope[names + i] ?? 0) + miss * (dense[i] ?? 0);
    });
    for (let i = 0; i < size; i++) {
      const pull = (slope[i] ?? 0) + (i === 0 ? 0 : ridge * (weights[i] ?? 0));
      speed[i] = MOMENTUM * (speed[i] ?? 0) - step * pull;
      weights[i] = (weights[i] ?? 0) + (speed[i] ?? 0);
    }
  }
  return weights;
}

/** The numbers of content and cue, one behind the other; none where the network did not tell. */
function senseOf({ sense: { content, cue } }: Example): readonly number[] {
  return content && cue ? [...content, ...cue] : [];
}

function measure(examples: readonly Example[]): { mean: readonly number[]; spread: readonly number[] } {
  const all = examples.map(senseOf).filter(({ length }) => length > 0);
  const average = (of: (row: readonly number[], i: number) => number, i: number): number => all.reduce((sum, row) => sum + of(row, i), 0) / all.length; // prettier-ignore
  const places = (all[0] ?? []).map((_, i) => i);
  const mean = places.map((i) => average((row) => row[i] ?? 0, i));
  return { mean, spread: places.map((i) => Math.sqrt(average((row) => ((row[i] ?? 0) - (mean[i] ?? 0)) ** 2, i))) };
}

function isVerdict(name: string): boolean {
  return /^rule(?:$|:)|:(?:rule|no)$/u.test(name);
}
