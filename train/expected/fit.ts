import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openEncoder } from '../../src/language/encoder.ts';
import { DIMS } from '../../src/language/sense.ts';
import { mayOverrule } from '../../src/reading/expected/head.ts';
import { readExamples, type Example } from './examples.ts';
import { fit, scoreOf, type Settings } from './logistic.ts';

/** `npx tsx train/expected/fit.ts [--data DIR]`: fits models/expected.json; prints what five folds over articles give. */

/** Chosen by five folds over the articles, 2026-11. */
const SETTINGS: Settings = { ridge: 6.5, scale: 0.17, hidden: 0.33, rare: 4 };
/** Scores over which a content is ahead where the rules say so, and where they do not. */
const LIMITS = [[-3, -1.2], [-2, -1.6], [-2, -1.4], [-2, -1.2], [-2, -1], [-2, 0], [-1.4, -1.2], [-1.4, -0.5]] as const; // prettier-ignore
const FOLDS = 5;

interface Scored extends Example {
  readonly score: number;
}

function foldOf(article: string): number {
  return (createHash('sha256').update(`fold ${article}`).digest()[0] ?? 0) % FOLDS;
}

function scoreByFolds(examples: readonly Example[], settings: Settings): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fit(examples.filter(({ article }) => foldOf(article) !== fold), settings); // prettier-ignore
    return examples.filter(({ article }) => foldOf(article) === fold).map((one) => ({ ...one, score: scoreOf(fitted, one) }));
  }).flat();
}

/** Mean precision over the places of those ahead. */
function averagePrecision(scored: readonly Scored[]): number {
  let [hits, sum] = [0, 0];
  [...scored].sort((a, b) => b.score - a.score).forEach(({ ahead }, i) => {
    if (ahead) sum += ++hits / (i + 1);
  });
  return sum / hits;
}

/** Recall, and precision where half of all contents are ahead: the marks hold fewer. */
function show(name: string, scored: readonly Scored[], isSaid: (one: Scored) => boolean): void {
  const share = (ahead: boolean): number => {
    const part = scored.filter((one) => one.ahead === ahead);
    return part.filter(isSaid).length / part.length;
  };
  const [recall, wrong] = [share(true), share(false)];
  console.log(name.padEnd(14), `recall ${recall.toFixed(3)} precision ${(recall / (recall + wrong)).toFixed(3)}`);
}

const at = process.argv.indexOf('--data');
const dataDir = at > 0 ? (process.argv[at + 1] ?? '') : fileURLToPath(new URL('../../../shared/data', import.meta.url));
const examples = await readExamples(dataDir, await openEncoder({ runtime: 'auto' }));
console.log(`${String(examples.length)} examples, ${String(examples.filter(({ ahead }) => ahead).length)} ahead`);
const scored = scoreByFolds(examples, SETTINGS);
console.log('shipped'.padEnd(21), `average precision ${averagePrecision(scored).toFixed(3)}`);
for (const [name, change] of Object.entries({ 'no sense': { scale: 0 }, 'verdict always shown': { hidden: 0 }, 'no verdict': { hidden: 1 } })) { // prettier-ignore
  console.log(name.padEnd(21), `average precision ${averagePrecision(scoreByFolds(examples, { ...SETTINGS, ...change })).toFixed(3)}`);
}
show('rules alone', scored, ({ rule }) => rule);
for (const [agreed, overruled] of LIMITS) show(`${String(agreed)} and ${String(overruled)}`, scored, ({ rule, score, names }) => (rule ? score > agreed : score > overruled && mayOverrule(names))); // prettier-ignore

const { weights, sense, mean } = fit(examples, SETTINGS);
const named = Object.fromEntries([...weights].map(([name, weight]) => [name, Number(weight.toFixed(3))] as const).filter(([, weight]) => Math.abs(weight) >= 0.02)); // prettier-ignore
const part = (from: number): { weights: number[]; shift: number } => {
  const own = sense.slice(from, from + DIMS).map((weight) => Number(weight.toFixed(3)));
  return { weights: own, shift: Number(own.reduce((sum, weight, i) => sum + weight * (mean[from + i] ?? 0), 0).toFixed(3)) };
};
writeFileSync(new URL('../../models/expected.json', import.meta.url), `${JSON.stringify({ weights: named, content: part(0), cue: part(DIMS) }, null, 1)}\n`); // prettier-ignore
