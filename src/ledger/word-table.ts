import { readFileSync } from 'node:fs';
import { stemOf } from './propositions/stem.ts';

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

/** A word looked up: one object a word, so that two are equal where they are one. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  /** Its rarity, no less than half a bit. */
  readonly weight: number;
  /** Its row in the table of vectors; −1: unknown. */
  readonly row: number;
  /** 26 bits of a hash of the word, and of its stem: keys are made of them. */
  readonly code: number;
  readonly stemCode: number;
  /** 52 bits of the two: two words (or stems) are one where these are. */
  readonly sign: number;
  readonly stemSign: number;
}

const looked = new Map<string, Word>();
/** Words kept looked up; then the table begins anew. */
const MOST = 100_000;

export function lookUp(text: string): Word {
  const known = looked.get(text);
  if (known) return known;
  if (looked.size >= MOST) looked.clear();
  const words = (held ??= loadWords());
  const stem = stemOf(text);
  const [code, stemCode] = [hashWord(text), hashWord(`|${stem}`)];
  const word: Word = {
    text,
    stem,
    weight: Math.max(0.5, rarityOf(text)),
    row: words.rows.get(text) ?? -1,
    code,
    stemCode,
    sign: code * 2 ** 26 + hashWord(`${text}|`),
    stemSign: stemCode * 2 ** 26 + hashWord(`${stem}!`),
  };
  looked.set(text, word);
  return word;
}

/** Cosines looked up before, by the two rows: a story's words meet again and again. A new pair takes the place of an old one. */
const SLOTS = 2 ** 19;
const keys = new Float64Array(SLOTS);
const cosines = new Float64Array(SLOTS);

/** The cosine of two words' vectors; 1 for the same word, 0 where one is unknown. */
export function likenessOf(a: Word, b: Word): number {
  if (a === b) return 1;
  if (a.row < 0 || b.row < 0) return 0;
  const [low, high] = a.row < b.row ? [a.row, b.row] : [b.row, a.row];
  const key = low * 2 ** 20 + high + 1;
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 13;
  if (keys[slot] === key) return cosines[slot] ?? 0;
  const { dims, vectors } = (held ??= loadWords());
  const [from, to] = [low * dims, high * dims];
  let sum = 0;
  for (let i = 0; i < dims; i++) sum += (vectors[from + i] ?? 0) * (vectors[to + i] ?? 0);
  keys[slot] = key;
  return (cosines[slot] = sum / (127 * 127));
}

/** The sum of the words' vectors, each weighed by its rarity, of unit length; all zero where none is known. */
export function poolVectors(list: readonly Word[]): Float32Array {
  const { dims, vectors } = (held ??= loadWords());
  const pooled = new Float32Array(dims);
  for (const { row, weight } of list) {
    if (row >= 0) for (let i = 0; i < dims; i++) pooled[i] = (pooled[i] ?? 0) + weight * (vectors[row * dims + i] ?? 0);
  }
  const length = Math.sqrt(pooled.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? pooled : pooled.map((value) => value / length);
}

export function cosineOf(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

const BANDS = 12;
const BITS = 5;

/**
 * On which side of fixed planes a vector lies, in bands of five: vectors of like direction share a band, as a small number each. The planes are
 * the signs of a fixed sequence of numbers (a linear congruence), the same on every machine.
 */
export function signsOf(vector: Float32Array): readonly number[] {
  if (vector.every((value) => value === 0)) return [];
  const planes = (heldPlanes ??= drawPlanes(vector.length));
  const bands: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let bits = 0;
    for (let bit = 0; bit < BITS; bit++) {
      const from = (band * BITS + bit) * vector.length;
      let sum = 0;
      for (let i = 0; i < vector.length; i++) sum += (planes[from + i] ?? 0) * (vector[i] ?? 0);
      bits = bits * 2 + (sum > 0 ? 1 : 0);
    }
    bands.push(1 + band * 2 ** BITS + bits);
  }
  return bands;
}

let heldPlanes: Int8Array | null = null;

/** 1 or −1, [planes, dims]. */
function drawPlanes(dims: number): Int8Array {
  let state = 20261125;
  return Int8Array.from({ length: BANDS * BITS * dims }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >= 2 ** 31 ? 1 : -1;
  });
}

/** FNV-1a, 26 bits. */
function hashWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 6;
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
