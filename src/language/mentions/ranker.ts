import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AnaphorClass } from './anaphors.ts';

const table = z.record(z.string(), z.number()).transform((weights) => new Map(Object.entries(weights)));
const rankerSchema = z.record(z.string(), table).transform((classes) => {
  const any = classes.any ?? new Map<string, number>();
  // Summed once here, so that each feature is looked up once.
  return new Map(Object.entries(classes).map(([kind, own]) => [kind, kind === 'any' ? any : addTables(any, own)]));
});

/** Weights of features for each class of mention. In the file, those of `any` hold for every class beside its own. */
export type Ranker = z.infer<typeof rankerSchema>;

let held: Ranker | null = null;

/** Reads models/mentions.json, once. */
export function loadRanker(): Ranker {
  held ??= readRanker(JSON.parse(readFileSync(new URL('../../../models/mentions.json', import.meta.url), 'utf8')));
  return held;
}

export function readRanker(json: unknown): Ranker {
  return rankerSchema.parse(json);
}

/** The chance of each option of a mention. */
export function rankOptions(ranker: Ranker, kind: AnaphorClass, options: readonly (readonly string[])[]): number[] {
  const weights = ranker.get(kind) ?? ranker.get('any');
  const scores = options.map((names) => {
    let sum = 0;
    for (const name of names) sum += weights?.get(name) ?? 0;
    return sum;
  });
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}

function addTables(any: ReadonlyMap<string, number>, own: ReadonlyMap<string, number>): Map<string, number> {
  const sum = new Map(any);
  for (const [name, weight] of own) sum.set(name, weight + (any.get(name) ?? 0));
  return sum;
}
