/** Conditional logit over the options of each choice; L2; full-batch L-BFGS from zero, so that it is deterministic. */
import type { Example } from './examples.ts';

/** A feature counts from this many choices on (each is there twice: train.ts); weights under TINY are left out. */
const LEAST = 8;
const TINY = 0.02;
const STEPS = 40;
const MEMORY = 8;

export type Table = Record<string, Record<string, number>>;

/** Examples as numbers, laid flat: features of options, options of choices. Made once for many fits. */
interface Choices {
  readonly names: readonly string[];
  /** Where the options of choice `c` begin: `choice[c]` up to `choice[c + 1]`; and the features of each option alike. */
  readonly choice: Int32Array;
  readonly option: Int32Array;
  readonly feature: Int32Array;
  readonly isRight: Uint8Array;
  /** In how many choices each feature occurs, were all of them used. */
  readonly counts: Int32Array;
}

export function layFlat(examples: readonly Example[]): Choices {
  const index = new Map<string, number>();
  const counts: number[] = [];
  const seen: number[] = [];
  const choice: number[] = [];
  const option: number[] = [];
  const feature: number[] = [];
  const isRight: number[] = [];
  const idOf = (name: string): number => {
    const id = index.get(name) ?? index.size;
    if (id === index.size) index.set(name, id);
    return id;
  };
  examples.forEach((example, c) => {
    choice.push(option.length);
    example.options.forEach((names, o) => {
      option.push(feature.length);
      isRight.push(example.right.includes(o) ? 1 : 0);
      for (const name of names)
        for (const id of [idOf(`any\t${name}`), idOf(`${example.class}\t${name}`)]) {
          feature.push(id);
          if (seen[id] !== c) counts[id] = (counts[id] ?? 0) + 1;
          seen[id] = c;
        }
    });
  });
  choice.push(option.length);
  option.push(feature.length);
  return {
    names: [...index.keys()],
    ...{ choice: Int32Array.from(choice), option: Int32Array.from(option) },
    ...{ feature: Int32Array.from(feature), isRight: Uint8Array.from(isRight) },
    counts: Int32Array.from(counts),
  };
}

/** Fits the choices whose weight is over 0. */
export function fitRanker(choices: Choices, weights: Float64Array, ridge: number): Table {
  const { names, choice, option, feature, isRight, counts } = choices;
  const scores = new Float64Array(option.length);
  const used = counts.map((n) => (n >= LEAST ? 1 : 0));
  const loss = (w: Float64Array, gradient: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < w.length; i++) {
      sum += (ridge / 2) * w[i]! ** 2;
      gradient[i] = ridge * w[i]!;
    }
    for (let c = 0; c < weights.length; c++) {
      const weight = weights[c]!;
      if (weight === 0) continue;
      const [from, to] = [choice[c]!, choice[c + 1]!];
      let top = -Infinity;
      for (let o = from; o < to; o++) {
        let score = 0;
        for (let f = option[o]!; f < option[o + 1]!; f++) score += w[feature[f]!]!;
        scores[o] = score;
        if (score > top) top = score;
      }
      let [total, good] = [0, 0];
      for (let o = from; o < to; o++) {
        const raised = Math.exp(scores[o]! - top);
        scores[o] = raised;
        total += raised;
        if (isRight[o] === 1) good += raised;
      }
      sum -= weight * Math.log(good / total + 1e-12);
      for (let o = from; o < to; o++) {
        const error = weight * (scores[o]! / total - (isRight[o] === 1 ? scores[o]! / good : 0));
        if (Math.abs(error) < 1e-7) continue;
        for (let f = option[o]!; f < option[o + 1]!; f++) {
          const id = feature[f]!;
          if (used[id] === 1) gradient[id]! += error;
        }
      }
    }
    return sum;
  };
  const w = minimize(loss, names.length);
  const table: Table = { any: {} };
  const order = names.map((name, i) => [name, w[i]!] as const).filter(([, value]) => Math.abs(value) >= TINY);
  for (const [key, value] of order.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind = '', name = ''] = key.split('\t');
    (table[kind] ??= {})[name] = Number(value.toFixed(3));
  }
  return table;
}

function minimize(loss: (w: Float64Array, gradient: Float64Array) => number, size: number): Float64Array {
  let w = new Float64Array(size);
  let g = new Float64Array(size);
  let value = loss(w, g);
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let step = 0; step < STEPS; step++) {
    const d = g.map((x) => -x);
    const alphas = history.map(() => 0);
    for (let i = history.length - 1; i >= 0; i--) {
      const { s, y, rho } = history[i]!;
      alphas[i] = rho * dot(s, d);
      for (let k = 0; k < size; k++) d[k] = d[k]! - alphas[i]! * y[k]!;
    }
    const last = history.at(-1);
    const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1 / Math.max(1, Math.sqrt(dot(g, g)));
    for (let k = 0; k < size; k++) d[k] = d[k]! * scale;
    history.forEach(({ s, y, rho }, i) => {
      const beta = rho * dot(y, d);
      for (let k = 0; k < size; k++) d[k] = d[k]! + (alphas[i]! - beta) * s[k]!;
    });
    const slope = dot(g, d);
    let rate = 1;
    const ng = new Float64Array(size);
    let nw = w;
    let nv = value;
    for (let tries = 0; tries < 20; tries++, rate /= 2) {
      nw = w.map((x, k) => x + rate * d[k]!);
      nv = loss(nw, ng);
      if (nv <= value + 1e-4 * rate * slope) break;
    }
    const s = nw.map((x, k) => x - w[k]!);
    const y = ng.map((x, k) => x - g[k]!);
    const sy = dot(s, y);
    if (sy > 1e-10) history.push({ s, y, rho: 1 / sy });
    if (history.length > MEMORY) history.shift();
    const done = Math.abs(value - nv) < 1e-6 * Math.abs(value);
    [w, g, value] = [nw, ng, nv];
    if (done) break;
  }
  return w;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
