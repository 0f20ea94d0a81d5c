import { readLexicon } from '../base/lexicon.ts';
import { isSeatOfPower, isTitle } from './heads.ts';
import type { Name, NameKind } from './spans.ts';

/** A name with its words, and what the network gives each kind for it: mean chance of its tokens, as in `NAME_KINDS`. */
export interface WeighedName extends Name {
  readonly words: readonly string[];
  readonly kinds: readonly number[];
}

export const NAME_KINDS: readonly NameKind[] = ['person', 'organization', 'place', 'demonym', 'other'];

/** What the same name elsewhere in the text has to say, over the root of how often it occurs. GUM news: 1.1 of F1, of .5 1.0. */
const ELSEWHERE = 0.9;

/**
 * One kind for what is one name. All places where a text has the same words have their say ("Firefox" is a firm by one
 * sentence and a thing by four); a lone last word is of the kind of the full name that the text gives ("Jo Montalvo …
 * Montalvo told the paper": the second, by itself, looks like a place); a state, capital or seat of power is a place, also
 * where it acts. Last comes what the words say by themselves ("Saltmere Book Festival", "Bank of Norland";
 * `lexicons/name-heads.tsv`). Small letters alone ("the ministry") name nobody.
 */
export function settleKinds(found: readonly WeighedName[]): Name[] {
  const names = found.filter(({ words }) => words.some(isMarked));
  const full = new Map<string, readonly number[]>();
  for (const { words, kind, kinds } of names)
    if (words.length > 1 && kind === 'person' && words.every(isCapital)) full.set(words.at(-1) ?? '', kinds);
  const weighed = names.map(({ words, kinds }) => {
    const other = words.length === 1 ? full.get(words[0] ?? '') : undefined;
    return { key: words.join(' '), kinds: other ? kinds.map((chance, k) => chance + (other[k] ?? 0)) : kinds };
  });
  const totals = new Map<string, { readonly sum: number[]; count: number }>();
  for (const { key, kinds } of weighed) {
    const total = totals.get(key) ?? { sum: kinds.map(() => 0), count: 0 };
    kinds.forEach((chance, k) => (total.sum[k] = (total.sum[k] ?? 0) + chance));
    total.count++;
    totals.set(key, total);
  }
  return names.map(({ start, end, score, kind, words }, i) => {
    const { key, kinds } = weighed[i] ?? { key: '', kinds: [] };
    const { sum, count } = totals.get(key) ?? { sum: [], count: 1 };
    const share = ELSEWHERE / Math.sqrt(Math.max(1, count - 1));
    const all = kinds.map((chance, k) => chance + share * ((sum[k] ?? 0) - chance));
    const isAlone = count === 1 && !(words.length === 1 && full.has(key));
    const settled = isAlone ? kind : (NAME_KINDS[all.indexOf(Math.max(...all))] ?? kind);
    return { start, end, score, kind: kindByWords(words, settled) };
  });
}

/** What the words themselves say: a state is a place, a festival no body; of a person, nothing. */
function kindByWords(words: readonly string[], settled: NameKind): NameKind {
  if (settled === 'person' || settled === 'demonym') return settled;
  if (settled === 'organization' && isSeatOfPower(words.join(' ').replace(/^the /iu, ''))) return 'place';
  // "Captain Saltmere" is no thing; "Captain of the Year" and "Prime Minister's Questions" are.
  if (
    settled === 'other' &&
    words.length > 1 &&
    isTitle(words[0] ?? '') &&
    words.every((word) => /^\p{Lu}/u.test(word))
  )
    return 'person';
  const heads = readHeads();
  return heads.get(words.join(' ')) ?? (words.length > 1 ? heads.get(headOf(words)) : undefined) ?? settled;
}

/** "bank" of "Bank of Norland", "festival" of "Saltmere Book Festival": the word before "of", or else the last. */
function headOf(words: readonly string[]): string {
  const small = words.findIndex((word, i) => i > 0 && /^(?:of|for|at|in)$/u.test(word));
  return (small > 0 ? words[small - 1] : words.findLast((word) => /\p{L}/u.test(word)))?.toLowerCase() ?? '';
}

let heads: ReadonlyMap<string, NameKind> | null = null;

function readHeads(): ReadonlyMap<string, NameKind> {
  heads ??= new Map(readLexicon('name-heads').flatMap(([head = '', name]) => {
    const kind = NAME_KINDS.find((one) => one === name);
    return kind ? [[head, kind] as const] : [];
  })); // prettier-ignore
  return heads;
}

/** A capital, a digit, or a letter of a script without capitals. */
function isMarked(word: string): boolean {
  return /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word);
}

function isCapital(word: string): boolean {
  return /^\P{Ll}/u.test(word);
}
