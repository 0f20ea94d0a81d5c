import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.strictObject({
  weights: z
    .record(z.string(), z.number())
    .transform((table): ReadonlyMap<string, number> => new Map(Object.entries(table))),
});

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
