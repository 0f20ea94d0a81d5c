import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DIMS } from '../../language/sense.ts';
import { weightTable } from '../feature-weights.ts';

/** Weights of the numbers that say what a passage means; `shift` is what they add on the mean, and is taken off. */
const senseSchema = z.strictObject({ weights: z.array(z.number()).length(DIMS), shift: z.number() });
const schema = z.strictObject({ weights: weightTable, content: senseSchema, cue: senseSchema });

/** What `train/expected` fits: weights of named features, and of what content and cue mean. */
export type AheadModel = z.infer<typeof schema>;

let held: AheadModel | null = null;

/** `models/expected.json`, read on first use and kept. */
export function readAheadModel(): AheadModel {
  held ??= schema.parse(JSON.parse(readFileSync(new URL('../../../models/expected.json', import.meta.url), 'utf8')));
  return held;
}

/** How far what a passage means speaks for its being ahead; 0 where it is not known. */
export function weighSense({ weights, shift }: AheadModel['content'], sense: Float32Array | null): number {
  return sense === null ? 0 : weights.reduce((sum, weight, i) => sum + weight * (sense[i] ?? 0), -shift);
}
