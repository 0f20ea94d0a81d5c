import { openObject, openTable, readModel } from '../../base/model-file.ts';

/** The trained part of the assembly: three sets of feature weights, made by train/linker. */
export interface Linker {
  /** Weights of links and of having no partner (features.ts). */
  readonly link: ReadonlyMap<string, number>;
  /** Weights of a triple being exactly right, and of all its parts overlapping the right ones (confidence.ts). */
  readonly exact: ReadonlyMap<string, number>;
  readonly overlap: ReadonlyMap<string, number>;
}

/** Reads models/linker.json, or another of its shape. */
export function loadLinker(file: URL = new URL('../../../models/linker.json', import.meta.url)): Linker {
  return readModel(file, (json) => {
    const { link, exact, overlap } = openObject(json, ['link', 'exact', 'overlap']);
    return { link: openTable(link), exact: openTable(exact), overlap: openTable(overlap) };
  });
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
