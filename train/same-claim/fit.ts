import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { entriesOf, findQuote, isAsserting, loadStory, STORIES } from '../../evals/stories/gold.ts';
import { scoreB3 } from '../../evals/stories/score.ts';
import { findAppearances, type Appearance } from '../../src/ledger/appearances.ts';
import { isDenialLike } from '../../src/ledger/origins.ts';
import type { Edge } from '../../src/ledger/same-claim/cluster.ts';
import { clusterFirmly } from '../../src/ledger/same-claim/firm-clusters.ts';
import { comparePropositions, FEATURES } from '../../src/ledger/same-claim/features.ts';
import { compareSenses, SENSE_FEATURES } from '../../src/ledger/same-claim/sense-features.ts';
import { compareAppearances } from '../../src/ledger/same-claim/order.ts';
import type { Reading } from '../../src/reading/reading.ts';

/**
 * `npx tsx train/same-claim/fit.ts words|sense DATA READINGS [READINGS …]`: fits the weights of one of the two scorers by
 * logistic regression on pairs of appearances of the stories; prints what each story reaches when fitted on the other two;
 * writes them into models/same-claim.json, fitted on all. READINGS: a folder of `STORY.jsonl`. The first readings are judged;
 * further ones of the same stories, by other networks, teach too: what is one claim stays one, wherever its spans end.
 */
interface Item {
  readonly one: Appearance;
  readonly file: string;
  readonly claims: readonly string[];
  /** The claims that its report tells, marked once each. */
  readonly own: readonly string[];
}
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly x: readonly number[];
  readonly label: 0 | 1 | null;
  readonly weight: number;
}
interface Loaded {
  readonly name: string;
  readonly items: readonly Item[];
  readonly pairs: readonly Pair[];
}

const [scorer = '', dataDir = '', ...readingsDirs] = process.argv.slice(2);
if (scorer !== 'words' && scorer !== 'sense') throw new RangeError('say which weights: words or sense');
const names: readonly string[] = scorer === 'words' ? FEATURES : SENSE_FEATURES;
const UNSURE = 0.5;
/** Weight of all pairs that are one claim beside all that are not. */
const SAME = 0.25;
const readings = readingsDirs.map((dir) => STORIES.map((name) => load(name, dir)));
const stories = readings[0] ?? [];
const lessons = readings.flat();
const JOINS = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
const RIDGE = 0.02;
/** By what a claim is, not by what three stories happen to hold: talks are no decision, and two numbers are two answers. */
const GIVEN: Readonly<Record<string, number>> = { weighed: -2, differ: -3 };
for (const held of stories) {
  const weights = fit(lessons.filter(({ name }) => name !== held.name).flatMap(({ pairs }) => rebalance(pairs)), RIDGE);
  const row = JOINS.map((join) => `${String(join)}:${stories.map((one) => (one === held ? '*' : '') + merging(one, weights, join).toFixed(2)).join('/')}`);
  console.log(`without ${held.name}: ${row.join('  ')}`);
}
const all = fit(lessons.flatMap(({ pairs }) => rebalance(pairs)), RIDGE);
const named = Object.fromEntries(names.map((name, i) => [name, Number((all[i + 1] ?? 0).toFixed(3))]));
console.log(JSON.stringify({ bias: all[0]?.toFixed(3), ...named }));
console.log(JOINS.map((join) => `${String(join)}:${stories.map((one) => merging(one, all, join).toFixed(2)).join('/')}`).join('  '));
const path = new URL('../../models/same-claim.json', import.meta.url);
const shipped = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
writeFileSync(path, `${JSON.stringify({ ...shipped, [scorer]: { bias: Number((all[0] ?? 0).toFixed(3)), weights: named } }, null, 2)}\n`);

function load(name: (typeof STORIES)[number], readingsDir: string): Loaded {
  const entries = entriesOf(loadStory(dataDir, name)).filter(isAsserting);
  const items: Item[] = [];
  for (const line of readFileSync(`${readingsDir}/${name}.jsonl`, 'utf8').trim().split('\n')) {
    const reading = JSON.parse(line) as Reading;
    const file = basename(reading.input);
    const appearances = findAppearances(reading).filter((one) => !isDenialLike(one));
    const claims = new Map<Appearance, string[]>();
    for (const entry of entries.filter((one) => one.file === file)) {
      const place = findQuote(reading.report.text, entry.quote);
      const best = appearances.map((one) => ({ one, fit: place ? fitOf(one, place) : 0 })).sort((a, b) => b.fit - a.fit)[0];
      if (best && best.fit > 0) claims.set(best.one, [...(claims.get(best.one) ?? []), entry.claim]);
    }
    const own = entries.filter((one) => one.file === file).map(({ claim }) => claim);
    for (const one of appearances) items.push({ one, file, claims: claims.get(one) ?? [], own });
  }
  items.sort((a, b) => compareAppearances(a.one, b.one));
  const pairs: Pair[] = [];
  items.forEach((right, b) => {
    items.slice(0, b).forEach((left, a) => {
      const sure = left.claims.length > 0 && right.claims.length > 0;
      const x = scorer === 'words' ? comparePropositions(left.one.proposition, right.one.proposition) : compareSenses(left.one, right.one);
      if (x === null) throw new RangeError(`a reading of ${name} does not tell what is meant: read it again`);
      pairs.push({ a, b, x, label: labelOf(left, right), weight: sure ? 1 : UNSURE });
    });
  });
  return { name, items, pairs };
}

/** Whether two are one claim; null: nobody says. A report's claim is marked once, and what else it says may repeat it. */
function labelOf(left: Item, right: Item): Pair['label'] {
  if (left.file === right.file || (left.claims.length === 0 && right.claims.length === 0)) return null;
  if (left.claims.some((id) => right.claims.includes(id))) return 1;
  const repeats = (marked: Item, other: Item): boolean => other.claims.length === 0 && marked.claims.some((id) => other.own.includes(id));
  return repeats(left, right) || repeats(right, left) ? null : 0;
}

function rebalance(pairs: readonly Pair[]): readonly Pair[] {
  const known = pairs.filter(({ label }) => label !== null);
  const total = (label: number): number => known.reduce((sum, pair) => sum + (pair.label === label ? pair.weight : 0), 0);
  const [apart, same] = [total(0), total(1)];
  return known.map((pair) => ({ ...pair, weight: pair.weight * (pair.label === 1 ? SAME / same : 1 / apart) }));
}

function fit(pairs: readonly Pair[], ridge: number): readonly number[] {
  const size = names.length + 1;
  const given = [0, ...names.map((name) => (scorer === 'sense' ? (GIVEN[name] ?? 0) : 0))];
  let weights = given;
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < 12; round++) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    for (const { x, label, weight } of pairs) {
      const row = [1, ...x];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
      for (let i = 0; i < size; i++) {
        const v = row[i] ?? 0;
        if (v === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + (weight * ((label ?? 0) - p) * v) / total;
        const line = hessian[i];
        if (line) for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + (weight * p * (1 - p) * v * (row[j] ?? 0)) / total;
      }
    }
    for (let i = 1; i < size; i++) {
      gradient[i] = (gradient[i] ?? 0) - ridge * 0.1 * (weights[i] ?? 0);
      const line = hessian[i];
      if (line) line[i] = (line[i] ?? 0) + ridge * 0.1;
    }
    // What is given stays.
    given.forEach((value, i) => {
      if (value === 0) return;
      gradient[i] = 0;
      for (let j = 0; j < size; j++) for (const [row, column] of [[i, j], [j, i]] as const) { const line = hessian[row]; if (line) line[column] = i === j ? 1 : 0; }
    });
    const step = solve(hessian, gradient);
    weights = weights.map((value, i) => value + (step[i] ?? 0));
  }
  return weights;
}

function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
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

function merging({ items, pairs }: Loaded, weights: readonly number[], join: number): number {
  const edges: Edge[] = pairs.map(({ a, b, x }) => ({ a, b, score: 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (weights[i + 1] ?? 0), weights[0] ?? 0))) })).filter(({ score }) => score > 0.02);
  const found = clusterFirmly(items.map(({ one }) => one.id), edges, { must: [], cannot: [] }, { join });
  return scoreB3(items.flatMap(({ claims }, i) => claims.map((claim) => ({ gold: [claim], found: String(found[i]) })))).f1;
}

function fitOf({ content }: Appearance, place: { readonly start: number; readonly end: number }): number {
  let [both, size] = [0, 0];
  for (const { start, end } of content) {
    both += Math.max(0, Math.min(end, place.end) - Math.max(start, place.start));
    size += end - start;
  }
  return both / (size + place.end - place.start - both);
}
