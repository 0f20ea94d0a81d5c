import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readExamples, type Example } from './examples.ts';

/** `npx tsx train/expected/fit.ts [--data DIR]`: fits models/expected.json; prints what five folds over documents give. */

/** Ridge; chosen by five folds over the documents, 2026-11. */
const RIDGE = 3;
/** Of every second example the rules' verdict is hidden: the rules were mended on the same examples, and are less right on others. */
const HIDDEN = 0.5;
/** A feature seen less often than this has no weight. */
const RARE = 4;
const ROUNDS = 400;
const FOLDS = 5;

type Weights = ReadonlyMap<string, number>;

const BIAS = 'bias';

/** Logistic regression by plain descent with momentum: few features, deterministic. */
function fit(given: readonly Example[]): Weights {
  const examples = given.map((one, k) => (((k * 7919) % 100) / 100 < HIDDEN ? { ...one, names: one.names.filter((name) => !isVerdict(name)) } : one)); // prettier-ignore
  const seen = new Map<string, number>();
  for (const { names } of examples) for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
  const kept = [BIAS, ...[...seen].filter(([, count]) => count >= RARE).map(([name]) => name).sort()]; // prettier-ignore
  const index = new Map(kept.map((name, i) => [name, i]));
  const rows = examples.map(({ names }) => [0, ...names.flatMap((name) => index.get(name) ?? [])]);
  const weights = new Float64Array(kept.length);
  const speed = new Float64Array(kept.length);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(kept.length);
    rows.forEach((row, k) => {
      const miss = chance(row.reduce((sum, i) => sum + (weights[i] ?? 0), 0)) - (examples[k]?.ahead === true ? 1 : 0);
      for (const i of row) slope[i] = (slope[i] ?? 0) + miss;
    });
    for (let i = 0; i < kept.length; i++) {
      const pull = (slope[i] ?? 0) + (i === 0 ? 0 : RIDGE * (weights[i] ?? 0));
      speed[i] = 0.9 * (speed[i] ?? 0) - (0.002 * pull);
      weights[i] = (weights[i] ?? 0) + (speed[i] ?? 0);
    }
  }
  return new Map(kept.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(3))]));
}

function isVerdict(name: string): boolean {
  return /^rule(?:$|:)|:(?:rule|no)$/u.test(name);
}

function chance(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function scoreOf(weights: Weights, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (weights.get(name) ?? 0), weights.get(BIAS) ?? 0);
}

function foldOf(document: string): number {
  return (createHash('sha256').update(`fold ${document}`).digest()[0] ?? 0) % FOLDS;
}

const at = process.argv.indexOf('--data');
const dataDir = at > 0 ? (process.argv[at + 1] ?? '') : fileURLToPath(new URL('../../../shared/data', import.meta.url));
const examples = readExamples(dataDir);
const scored: { score: number; ahead: boolean; rule: boolean }[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fit(examples.filter(({ document }) => foldOf(document) !== fold));
  for (const one of examples.filter(({ document }) => foldOf(document) === fold)) scored.push({ score: scoreOf(weights, one.names), ahead: one.ahead, rule: one.names.includes('rule') }); // prettier-ignore
}
const ahead = scored.filter((one) => one.ahead).length;
const show = (name: string, said: readonly { ahead: boolean }[]): void => {
  const hit = said.filter((one) => one.ahead).length;
  console.log(name.padEnd(14), `precision ${(hit / said.length).toFixed(3)} recall ${(hit / ahead).toFixed(3)} F1 ${((2 * hit) / (said.length + ahead)).toFixed(3)}`); // prettier-ignore
};
console.log(`${String(examples.length)} examples, ${String(ahead)} ahead`);
show('rules alone', scored.filter((one) => one.rule));
for (const limit of [-1.8, -1.4, -1.2, -1, -0.6, -0.2]) show(`over ${String(limit)}`, scored.filter(({ score }) => score > limit));
const weights = fit(examples);
const table = Object.fromEntries([...weights].filter(([, weight]) => Math.abs(weight) >= 0.02));
writeFileSync(new URL('../../models/expected.json', import.meta.url), `${JSON.stringify({ weights: table }, null, 1)}\n`);
