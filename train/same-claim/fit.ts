import { readFileSync, writeFileSync } from 'node:fs';
import { scoreB3 } from '../../evals/stories/score.ts';
import type { Appearance } from '../../src/ledger/appearances.ts';
import type { Edge } from '../../src/ledger/same-claim/cluster.ts';
import { clusterFirmly } from '../../src/ledger/same-claim/firm-clusters.ts';
import { comparePropositions, FEATURES } from '../../src/ledger/same-claim/features.ts';
import { compareSenses, SENSE_FEATURES } from '../../src/ledger/same-claim/sense-features.ts';
import { loadLessons, type Lesson } from './lessons.ts';
import { chanceOf, fitLogistic, type Row } from './logistic.ts';

/**
 * `npx tsx train/same-claim/fit.ts words|sense DATA READINGS [READINGS …]`: fits the weights of one of the two scorers by
 * logistic regression on pairs of appearances of the stories (`words`), or of the stories and the events (`sense`); prints what each
 * set reaches when fitted on the others; writes them into models/same-claim.json, fitted on all. READINGS: a folder as read.ts
 * leaves it. The first readings are judged; further ones, by other networks, teach too: what is one claim stays one, wherever
 * its spans end.
 */
const [scorer = '', dataDir = '', ...folders] = process.argv.slice(2);
if (scorer !== 'words' && scorer !== 'sense') throw new RangeError('say which weights: words or sense');
const names: readonly string[] = scorer === 'words' ? FEATURES : SENSE_FEATURES;
const describe = (a: Appearance, b: Appearance): readonly number[] | null => scorer === 'words' ? comparePropositions(a.proposition, b.proposition) : compareSenses(a, b); // prettier-ignore
/** Weight of all pairs of a set that are one claim beside all that are not. */
const SAME = 0.25;
/** Weight of a story beside an event's. */
const STORY = 3;
const RIDGE = 0.002;
const JOINS = [0.2, 0.25, 0.3, 0.35, 0.4];
/** By what a claim is, not by what these sets happen to hold: talks are no decision, two numbers two answers, a denial another claim. */
const GIVEN: Readonly<Record<string, number>> = { negation: -2, weighed: -2, differ: -3 };

const lessons = folders.flatMap((folder) => loadLessons(dataDir, folder, describe)).filter(({ isStory }) => isStory || scorer === 'sense'); // prettier-ignore
const judged = lessons.slice(0, lessons.length / folders.length);
for (const held of judged) {
  const weights = fit(lessons.filter(({ name }) => name !== held.name));
  console.log(`${held.name} held out: ${JOINS.map((join) => `${String(join)}: ${merging(held, weights, join)}`).join('  ')}`);
}
const all = fit(lessons);
const named = Object.fromEntries(names.map((name, i) => [name, round(all[i + 1])]));
console.log(JSON.stringify({ bias: round(all[0]), ...named }));
for (const one of judged) console.log(`${one.name} learned: ${JOINS.map((join) => `${String(join)}: ${merging(one, all, join)}`).join('  ')}`); // prettier-ignore
const path = new URL('../../models/same-claim.json', import.meta.url);
const shipped = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
writeFileSync(path, `${JSON.stringify({ ...shipped, [scorer]: { bias: round(all[0]), weights: named } }, null, 2)}\n`);

function fit(sets: readonly Lesson[]): readonly number[] {
  const given = [0, ...names.map((name) => (scorer === 'sense' ? (GIVEN[name] ?? 0) : 0))];
  return fitLogistic(sets.flatMap(rowsOf), given, RIDGE);
}

/** The pairs that teach, those that are one claim and those that are not each of one weight together. */
function rowsOf({ pairs, isStory }: Lesson): readonly Row[] {
  const total = (label: number): number => pairs.reduce((sum, pair) => sum + (pair.label === label ? pair.weight : 0), 0); // prettier-ignore
  const [apart, same] = [total(0), total(1)];
  return pairs.flatMap(({ x, label, weight }) => label === null ? [] : [{ x, label, weight: (isStory ? STORY : 1) * weight * (label === 1 ? SAME / same : 1 / apart) }]); // prettier-ignore
}

/** B³ F1 of the marked appearances; of an event the others that stand with them count against it. */
function merging({ items, pairs, isStory }: Lesson, weights: readonly number[], join: number): string {
  const edges: Edge[] = pairs.map(({ a, b, x }) => ({ a, b, score: chanceOf(x, weights) })).filter(({ score }) => score > 0.03);
  const found = clusterFirmly(items.map(({ one }) => one.id), edges, { must: [], cannot: [] }, { join });
  const told = items.flatMap(({ claims, open }, i) => isStory ? claims.map((claim) => ({ gold: [claim], found: String(found[i]) })) : open ? [] : [{ gold: claims.length > 0 ? claims : [`alone ${String(i)}`], found: String(found[i]) }]); // prettier-ignore
  return scoreB3(told).f1.toFixed(3);
}

function round(value: number | undefined): number {
  return Number((value ?? 0).toFixed(3));
}
