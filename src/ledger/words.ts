import { readFileSync } from 'node:fs';

/** How rare words are in news, and what they mean: shipped, so that no score depends on what a ledger holds. */
interface Words {
  readonly rows: ReadonlyMap<string, number>;
  readonly documents: number;
  /** round(16·log2(documents that hold the word)). */
  readonly counts: Uint8Array;
  readonly dims: number;
  /** [words, dims], rows of unit length times 127. */
  readonly vectors: Int8Array;
}

let held: Words | null = null;

/** Documents that an unknown word is taken to stand in: the table begins at 6. */
const UNKNOWN = 3;

/** Bits by which a word narrows the news down: log2 of documents over documents that hold it; "the" 0, "Mojang" 11.5. */
export function rarityOf(word: string): number {
  const words = (held ??= loadWords());
  const row = rowOf(words, word);
  const bits = row === null ? Math.log2(UNKNOWN) : (words.counts[row] ?? 0) / 16;
  return Math.log2(words.documents) - bits;
}

/** The cosine of two words' vectors; 1 for the same word, 0 where one is unknown. */
export function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const words = (held ??= loadWords());
  const [left, right] = [rowOf(words, a), rowOf(words, b)];
  if (left === null || right === null) return 0;
  const { dims, vectors } = words;
  let sum = 0;
  for (let i = 0; i < dims; i++) sum += (vectors[left * dims + i] ?? 0) * (vectors[right * dims + i] ?? 0);
  return sum / (127 * 127);
}

function rowOf({ rows }: Words, word: string): number | null {
  return rows.get(word) ?? null;
}

/** `models/words.bin`, made by `train/words/distil.py`, which says what stands where. */
function loadWords(): Words {
  const file = readFileSync(new URL('../../models/words.bin', import.meta.url));
  const first = file.indexOf(10);
  const second = file.indexOf(10, first + 1);
  const { documents, dims } = JSON.parse(file.toString('utf8', 0, first)) as { documents: number; dims: number };
  const list = file.toString('utf8', first + 1, second).split(' ');
  const at = second + 1;
  return {
    rows: new Map(list.map((word, i) => [word, i])),
    documents,
    counts: new Uint8Array(file.subarray(at, at + list.length)),
    dims,
    vectors: new Int8Array(new Uint8Array(file.subarray(at + list.length)).buffer),
  };
}
