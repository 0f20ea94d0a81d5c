import { openNumber, openNumbers, openObject, openTable, readModel } from '../../base/model-file.ts';
import { DIMS } from '../../language/sense.ts';

/** What `train/expected` fits: weights of named features, and of what content and cue mean. */
export interface AheadModel {
  readonly weights: ReadonlyMap<string, number>;
  readonly content: SenseWeights;
  readonly cue: SenseWeights;
}

/** Weights of the numbers that say what a passage means; `shift` is what they add on the mean, and is taken off. */
interface SenseWeights {
  readonly weights: readonly number[];
  readonly shift: number;
}

let held: AheadModel | null = null;

/** `models/expected.json`, read on first use and kept. */
export function readAheadModel(): AheadModel {
  held ??= readModel(new URL('../../../models/expected.json', import.meta.url), openModel);
  return held;
}

function openModel(json: unknown): AheadModel {
  const { weights, content, cue } = openObject(json, ['weights', 'content', 'cue']);
  return { weights: openTable(weights), content: openSense(content), cue: openSense(cue) };
}

function openSense(json: unknown): SenseWeights {
  const { weights, shift } = openObject(json, ['weights', 'shift']);
  return { weights: openNumbers(weights, DIMS), shift: openNumber(shift) };
}

/** How far what a passage means speaks for its being ahead; 0 where it is not known. */
export function weighSense({ weights, shift }: SenseWeights, sense: Float32Array | null): number {
  return sense === null ? 0 : weights.reduce((sum, weight, i) => sum + weight * (sense[i] ?? 0), -shift);
}
