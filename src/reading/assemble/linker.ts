import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { weightTable } from '../feature-weights.ts';

const linkerSchema = z.strictObject({
  /** Weights of links and of having no partner (features.ts). */
  link: weightTable,
  /** Weights of a triple being exactly right, and of all its parts overlapping the right ones (confidence.ts). */
  exact: weightTable,
  overlap: weightTable,
});

/** The trained part of the assembly: three sets of feature weights, made by train/linker. */
export type Linker = z.infer<typeof linkerSchema>;

/** Reads models/linker.json, or another of its shape. */
export function loadLinker(file: URL = new URL('../../../models/linker.json', import.meta.url)): Linker {
  return linkerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The sum of the weights of the names; names without a weight say nothing. */
export function sumWeights(table: ReadonlyMap<string, number>, names: readonly string[]): number {
  let sum = 0;
  for (const name of names) sum += table.get(name) ?? 0;
  return sum;
}

/** Chances that sum to one. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = raised.reduce((sum, x) => sum + x, 0);
  return raised.map((x) => x / total);
}
