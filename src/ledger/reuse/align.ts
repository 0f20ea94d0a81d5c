import { makeSpan, type Span } from '../../base/span.ts';

/** The same words in two texts. */
export interface Passage {
  readonly from: Span;
  readonly to: Span;
}

/** Words that make a passage; fewer are a phrase of the trade. */
const LEAST = 10;
const SEED = 5;

/** The passages of at least ten words that `to` has in common with `from`, in the order of `to`; each word once. */
export function alignTexts(from: string, to: string): readonly Passage[] {
  const [left, right] = [splitWords(from), splitWords(to)];
  const index = new Map<string, number[]>();
  for (let i = 0; i + SEED <= left.length; i++) {
    const key = seedAt(left, i);
    const places = index.get(key);
    if (!places) index.set(key, [i]);
    // A phrase that comes back often tells no place: the first few are enough.
    else if (places.length < 8) places.push(i);
  }
  const passages: Passage[] = [];
  for (let j = 0; j + SEED <= right.length;) {
    const [best, length] = longestAt(left, right, j, index.get(seedAt(right, j)) ?? []);
    if (length < LEAST) {
      j++;
      continue;
    }
    passages.push({ from: spanOf(from, left, best, length), to: spanOf(to, right, j, length) });
    j += length;
  }
  return passages;
}

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function splitWords(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    key: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function seedAt(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + SEED)
    .map(({ key }) => key)
    .join(' ');
}

function longestAt(
  left: readonly Word[],
  right: readonly Word[],
  j: number,
  places: readonly number[],
): readonly [number, number] {
  let [best, longest] = [0, 0];
  for (const i of places) {
    let length = SEED;
    while (left[i + length] && left[i + length]?.key === right[j + length]?.key) length++;
    if (length > longest) [best, longest] = [i, length];
  }
  return [best, longest];
}

function spanOf(text: string, words: readonly Word[], at: number, length: number): Span {
  return makeSpan(text, words[at]?.start ?? 0, words[at + length - 1]?.end ?? 0);
}
