import { openRecord, openTable, readModel } from '../../base/model-file.ts';
import type { AnaphorClass } from './anaphors.ts';

/** Weights of features for each class of mention. In the file, those of `any` hold for every class beside its own. */
export type Ranker = ReadonlyMap<string, ReadonlyMap<string, number>>;

let held: Ranker | null = null;

/** Reads models/mentions.json, once. */
export function loadRanker(): Ranker {
  held ??= readModel(new URL('../../../models/mentions.json', import.meta.url), readRanker);
  return held;
}

/** Throws TypeError where it is no ranker's. */
export function readRanker(json: unknown): Ranker {
  const { any = {}, ...classes } = openRecord(json);
  const shared = openTable(any);
  // Summed once here, so that each feature is looked up once.
  const summed = Object.entries(classes).map(([kind, own]) => [kind, addTables(shared, openTable(own))] as const);
  return new Map([['any', shared], ...summed]);
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
