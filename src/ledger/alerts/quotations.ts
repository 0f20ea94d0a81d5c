import type { Appearance } from '../appearances.ts';

/** Least words of a quotation that is compared, and the share of them that both have. */
const LEAST = 5;
const SHARED = 0.6;

export interface AlteredQuotation {
  /** An appearance of each quotation. */
  readonly pair: readonly [Appearance, Appearance];
  /** The words of each that the other has not, with two before and one behind. */
  readonly words: readonly [string, string];
}

/** Words in a row that two quotations share where they are compared. */
const ROW = 3;

/**
 * Direct quotations that are one, with other words in it: “not one before the new year”, “not one before March”. One that
 * is only cut, or in which a word stands in brackets, is not altered. `quotationOf`: the whole quotation of an appearance.
 */
export function findAltered(
  appearances: readonly Appearance[],
  quotationOf: (one: Appearance) => string,
): readonly AlteredQuotation[] {
  // One appearance for each wording: 5,000 reprints of a quotation are compared once.
  const wordings = new Map<string, Quoted>();
  for (const one of appearances.filter(({ quote }) => quote === 'direct')) {
    const told = quotationOf(one).replace(/\[[^\]]*\]|…|\.\.\./gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? []; // prettier-ignore
    const words = told.map((word) => word.toLowerCase());
    if (words.length >= LEAST && !wordings.has(words.join(' '))) wordings.set(words.join(' '), { one, told, words });
  }
  const rows = new Map<string, Quoted[]>();
  const found: AlteredQuotation[] = [];
  for (const quoted of wordings.values()) {
    const near = new Set<Quoted>();
    for (let k = 0; k + ROW <= quoted.words.length; k++) {
      const row = quoted.words.slice(k, k + ROW).join(' ');
      const held = rows.get(row) ?? [];
      for (const other of held) near.add(other);
      rows.set(row, [...held, quoted]);
    }
    for (const other of near) {
      const differing = other.one.report === quoted.one.report ? null : compareQuoted(other, quoted);
      if (differing !== null) found.push({ pair: [other.one, quoted.one], words: differing });
    }
  }
  return found;
}

/** A quotation: an appearance of it, its words as told, and as they are compared. */
interface Quoted {
  readonly one: Appearance;
  readonly told: readonly string[];
  readonly words: readonly string[];
}

function compareQuoted(left: Quoted, right: Quoted): readonly [string, string] | null {
  const [a, b] = [left.words, right.words];
  const pairs = alignWords(a, b);
  if (pairs.length < SHARED * Math.min(a.length, b.length)) return null;
  // Words of both sides between the same two shared ones, or behind the last: put in place of each other.
  const edges: readonly (readonly [number, number])[] = [[-1, -1], ...pairs, [a.length, b.length]];
  for (let k = 1; k < edges.length; k++) {
    const [[x, y], [u, v]] = [edges[k - 1] ?? [-1, -1], edges[k] ?? [a.length, b.length]];
    const [mine, theirs] = [a.slice(x + 1, u), b.slice(y + 1, v)];
    const isInside = k > 1 && (k < edges.length - 1 || (mine.length <= LEAST && theirs.length <= LEAST));
    if (isInside && mine.length > 0 && theirs.length > 0) return [widen(left.told, x, u), widen(right.told, y, v)];
  }
  return null;
}

/** The words with two before and one behind. */
function widen(words: readonly string[], from: number, to: number): string {
  return words.slice(Math.max(0, from - 1), Math.min(words.length, to + 1)).join(' ');
}

/** Positions of the words that both have in one order: the longest common subsequence. */
function alignWords(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const size = a.map(() => new Array<number>(b.length + 1).fill(0));
  size.push(new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => size[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = size[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;)
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  return pairs;
}
