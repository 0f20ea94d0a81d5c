/** Turns offsets in UTF-16 code units into offsets in code points. Shared by all offsets of one text. */
export type CountCodePoints = (offset: number) => number;

/** Most texts have nothing beyond U+FFFF: then the two are the same. */
export function openCodePoints(text: string): CountCodePoints {
  const ends: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) ends.push(match.index + 2);
  if (ends.length === 0) return (offset) => offset;
  return (offset) => offset - countUpTo(ends, offset);
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
