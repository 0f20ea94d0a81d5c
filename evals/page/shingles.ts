/** Precision and recall of one text against another, 0–1. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

const LENGTH = 4;

/** Overlap of the multisets of 4-shingles of tokens, as the Zyte article extraction benchmark defines it (evaluate.py). */
export function compareTexts(expected: string, actual: string): Overlap {
  const wanted = countShingles(expected);
  const got = countShingles(actual);
  const [all, found] = [sum(wanted), sum(got)];
  let shared = 0;
  for (const [shingle, count] of got) shared += Math.min(count, wanted.get(shingle) ?? 0);
  if (shared === all && shared === found) return { precision: 1, recall: 1 };
  return { precision: found === 0 ? 0 : shared / found, recall: all === 0 ? 0 : shared / all };
}

/** F1 of the mean precision and the mean recall over pages: Zyte's way, not the mean of F1s. */
export function meanF1(pages: readonly Overlap[]): number {
  const precision = pages.reduce((total, page) => total + page.precision, 0) / pages.length;
  const recall = pages.reduce((total, page) => total + page.recall, 0) / pages.length;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Words as Python's `\w+` gives them. */
export function listTokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function countShingles(text: string): Map<string, number> {
  const tokens = listTokens(text);
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let i = 0; i <= Math.max(0, tokens.length - LENGTH); i++) {
    const shingle = tokens.slice(i, i + LENGTH).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
