import { wordsOf } from './shingles.ts';

/** Words of a shingle, of a block, and of the step to the next. */
const SHINGLE = 4;
const BLOCK = 48;
const STEP = 24;
/** Band keys a block: two blocks with Jaccard .5 share one with chance .9, with .2 with chance .1 (6 bands of 3). */
const BANDS = 6;
const ROWS = 3;
/** Fixed multipliers and addends of the hash functions. */
const SEEDS = Array.from(
  { length: BANDS * ROWS },
  (_, i) => [Math.imul(2 * i + 1, 0x9e3779b1) | 1, Math.imul(i + 7, 0x85ebca6b)] as const,
);

/**
 * MinHash band keys of a text, block by block, so that a passage in a longer text is found too (Broder 1997). A function of
 * the text alone; texts that share a key may share a passage.
 */
export function bandKeys(text: string): readonly string[] {
  const words = wordsOf(text);
  const keys = new Set<string>();
  for (let from = 0; from === 0 || from + STEP < words.length; from += STEP) {
    const hashes = hashShingles(words.slice(from, from + BLOCK));
    if (hashes.length > 0) for (const key of bandsOf(hashes)) keys.add(key);
  }
  return [...keys];
}

function hashShingles(words: readonly string[]): readonly number[] {
  const hashes: number[] = [];
  for (let i = 0; i + SHINGLE <= words.length; i++) hashes.push(hashWords(words.slice(i, i + SHINGLE).join(' ')));
  return hashes;
}

function bandsOf(hashes: readonly number[]): readonly string[] {
  const least = SEEDS.map(([by, plus]) =>
    hashes.reduce((min, hash) => Math.min(min, (Math.imul(hash, by) + plus) >>> 0), 0xffffffff),
  );
  return Array.from(
    { length: BANDS },
    (_, band) =>
      `${String(band)}:${least
        .slice(band * ROWS, (band + 1) * ROWS)
        .map((value) => value.toString(36))
        .join('.')}`,
  );
}

/** FNV-1a, 32 bits. */
function hashWords(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
