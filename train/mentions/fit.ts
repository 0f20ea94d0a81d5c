/** Conditional logit over the options of each choice; L2; full-batch L-BFGS from zero, so that it is deterministic. */
import type { Example } from './examples.ts';

/** A feature counts from this many choices on; weights under TINY are left out. */
const LEAST = 4;
const TINY = 0.02;
const STEPS = 40;
const MEMORY = 8;

export type Table = Record<string, Record<string, number>>;

export function fitRanker(examples: readonly { readonly example: Example; readonly weight: number }[], ridge: number): Table {
  const counts = new Map<string, number>();
  const keys = examples.map(({ example }) => example.options.map((names) => names.flatMap((name) => [`any\t${name}`, `${example.class}\t${name}`])));
  for (const options of keys) for (const key of new Set(options.flat())) counts.set(key, (counts.get(key) ?? 0) + 1);
  const index = new Map([...counts].filter(([, n]) => n >= LEAST).map(([key], i) => [key, i]));
  const rows = keys.map((options) => options.map((names) => Int32Array.from(names.flatMap((name) => index.get(name) ?? []))));
  const rights = examples.map(({ example }) => new Set(example.right));
  const loss = (w: Float64Array, gradient: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < w.length; i++) {
      sum += (ridge / 2) * w[i]! ** 2;
      gradient[i] = ridge * w[i]!;
    }
    rows.forEach((options, e) => {
      const weight = examples[e]!.weight;
      const scores = options.map((row) => {
        let score = 0;
        for (let i = 0; i < row.length; i++) score += w[row[i]!]!;
        return score;
      });
      const top = Math.max(...scores);
      const raised = scores.map((s) => Math.exp(s - top));
      const total = raised.reduce((a, b) => a + b, 0);
      const right = rights[e]!;
      const good = raised.reduce((a, b, i) => (right.has(i) ? a + b : a), 0);
      sum -= weight * Math.log(good / total + 1e-12);
      options.forEach((row, i) => {
        const error = weight * (raised[i]! / total - (right.has(i) ? raised[i]! / good : 0));
        if (Math.abs(error) < 1e-7) return;
        for (let i = 0; i < row.length; i++) gradient[row[i]!] = gradient[row[i]!]! + error;
      });
    });
    return sum;
  };
  const w = minimize(loss, index.size);
  const table: Table = { any: {} };
  for (const [key, i] of [...index].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind = '', name = ''] = key.split('\t');
    if (Math.abs(w[i]!) >= TINY) (table[kind] ??= {})[name] = Number(w[i]!.toFixed(3));
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
