import type { Meaning } from './meaning.ts';

/** Where a pattern matched: `lower` is the text as the patterns see it, `text` the text itself. */
export interface Place {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way to write a time. `regex` is sticky; the reader may still refuse (null): "may" the verb, "2000 soldiers". */
export interface Pattern {
  readonly name: string;
  readonly regex: RegExp;
  /** What it means alone; absent where it needs what follows ("early", "the end of"). */
  readonly read?: (groups: Groups, place: Place) => Meaning | null;
  /** How it takes in the expression that follows: "3 p.m." + "Tuesday", "the first half of" + "last year". */
  readonly takes?: (groups: Groups, inner: Meaning) => Meaning | null;
  /** What stands between the two; nothing where absent. Sticky. */
  readonly by?: RegExp;
}

/** A pattern that gives several expressions: "10 to 13 September". Its spans come from the groups' indices. */
export interface SpreadPattern {
  readonly name: string;
  readonly regex: RegExp;
  readonly read: (groups: Groups, place: Place) => readonly { readonly group: string; readonly meaning: Meaning }[];
}

export function compile(source: string): RegExp {
  return new RegExp(source, 'y');
}

export function beginsUpper({ text, start }: Pick<Place, 'text' | 'start'>): boolean {
  const first = text.slice(start, start + 1);
  return first !== first.toLowerCase();
}

/** The last word before `at`, in lower case; also "$" and the like. Empty at the beginning of a line. */
export function wordBefore(lower: string, at: number): string {
  let end = at;
  while (end > 0 && (lower[end - 1] === ' ' || lower[end - 1] === '\u00a0')) end--;
  let start = end;
  while (start > 0 && /[\p{L}\d']/u.test(lower[start - 1] ?? '')) start--;
  return start === end ? lower.slice(Math.max(0, end - 1), end) : lower.slice(start, end);
}

/** The next word after `at`; a punctuation mark where one stands there. */
export function wordAfter(lower: string, at: number): string {
  let start = at;
  while (lower[start] === ' ' || lower[start] === '\u00a0') start++;
  let end = start;
  while (end < lower.length && /[\p{L}\d']/u.test(lower[end] ?? '')) end++;
  return start === end ? lower.slice(start, start + 1) : lower.slice(start, end);
}
