import { openObject, openTable, readModel } from '../base/model-file.ts';

/** Weights of named features, as a script in `train/` fits them. */
export interface FeatureWeights {
  readonly weights: ReadonlyMap<string, number>;
}

const held = new Map<string, FeatureWeights>();

/** `models/<name>.json`, read on first use and kept. */
export function readFeatureWeights(name: string): FeatureWeights {
  const known = held.get(name);
  if (known) return known;
  const weights = readModel(new URL(`../../models/${name}.json`, import.meta.url), (json) => ({
    weights: openTable(openObject(json, ['weights']).weights),
  }));
  held.set(name, weights);
  return weights;
}
