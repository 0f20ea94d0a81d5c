import { listLikenesses, UNIT, type Word } from '../word-table.ts';

/** How often a word stands among a proposition's words and in its core. */
export interface Meant {
  readonly word: Word;
  readonly inWords: boolean;
  readonly inCore: number;
}

/** What the words of a proposition weigh together. */
export interface MeantList {
  readonly both: readonly Meant[];
  readonly words: { readonly weight: number };
  readonly core: { readonly weight: number };
  /** Its place in the table of those that are compared now; null: it is in none. */
  placed: Placed | null;
}

/** A proposition in a table: its words by their places, and how near each word of the table comes to one of its own. */
interface Placed {
  readonly table: object;
  readonly at: Int32Array;
  /** Weights of its words: among the words, and in the core. */
  readonly inWords: Float64Array;
  readonly inCore: Float64Array;
  /** By the places of all words, products over `UNIT`; 0: none of its own is near. */
  readonly nearWords: Int16Array;
  readonly nearCore: Int16Array;
}

/** Below this cosine two words mean different things. */
export const LEAST = 0.3;

/**
 * Lays the words of many propositions side by side, so that each two words are compared once and not for each pair of
 * propositions. Pairs score the same with and without.
 * @returns what takes the table away again
 */
export function tabulateMeanings(lists: readonly MeantList[]): () => void {
  const places = new Map<number, number>();
  const words: Word[] = [];
  for (const { both } of lists)
    for (const { word } of both) if (!places.has(word.sign)) places.set(word.sign, words.push(word) - 1);
  const near = listLikenesses(words, LEAST);
  const table = {};
  for (const list of lists) list.placed = place(list, table, places, near);
  return () => {
    for (const list of lists) list.placed = null;
  };
}

function place(
  { both }: MeantList,
  table: object,
  places: ReadonlyMap<number, number>,
  near: ReturnType<typeof listLikenesses>,
): Placed {
  const at = Int32Array.from(both, ({ word }) => places.get(word.sign) ?? 0);
  const nearWords = new Int16Array(near.length);
  const nearCore = new Int16Array(near.length);
  both.forEach(({ inWords, inCore }, i) => {
    const [others, products] = near[at[i] ?? 0] ?? [new Int32Array(0), new Int16Array(0)];
    for (let j = 0; j < others.length; j++) {
      const [other, product] = [others[j] ?? 0, products[j] ?? 0];
      if (inWords && product > (nearWords[other] ?? 0)) nearWords[other] = product;
      if (inCore > 0 && product > (nearCore[other] ?? 0)) nearCore[other] = product;
    }
  });
  return {
    ...{ table, at, nearWords, nearCore },
    inWords: Float64Array.from(both, ({ word, inWords }) => (inWords ? word.weight : 0)),
    inCore: Float64Array.from(both, ({ word, inCore }) => inCore * word.weight),
  };
}

/**
 * How far each word of one side has one of like meaning on the other, weighed by rarity, both ways: over all words, and
 * within the cores. Null where the two do not lie in one table.
 */
export function compareTabulated(
  a: MeantList,
  b: MeantList,
): { readonly meaning: number; readonly core: number } | null {
  // prettier-ignore
  const [one, two] = [a.placed, b.placed];
  if (one === null || two?.table !== one.table) return null;
  return {
    meaning: (cover(one.at, one.inWords, two.nearWords, a.words.weight) + cover(two.at, two.inWords, one.nearWords, b.words.weight)) / 2, // prettier-ignore
    core: (cover(one.at, one.inCore, two.nearCore, a.core.weight) + cover(two.at, two.inCore, one.nearCore, b.core.weight)) / 2, // prettier-ignore
  };
}

function cover(at: Int32Array, weights: Float64Array, near: Int16Array, all: number): number {
  if (all === 0) return 0;
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += (weights[i] ?? 0) * ((near[at[i] ?? 0] ?? 0) / UNIT);
  return sum / all;
}
