import { stemmer } from 'stemmer';
import type { WordQuery } from './store/store.ts';

/** PostgreSQL counts no further within one text; a report has about a thousand words. */
const MOST_WORDS = 16_000;
/** Longer ones are no words: cut into pieces, in code points. */
const LONGEST = 32;

/** Words that tell nothing of what is asked for; a phrase in quotation marks keeps them. */
const FILLERS = new Set(
  'a an and are as at be been but by for from had has have he her his in is it its not of on or s said she that the their they this to was were which who will with would'.split(' '), // prettier-ignore
);

/**
 * The words of a text as they are searched: without case and accents, each by its stem (“Ferries” → `ferri`). The same
 * is done to what is asked, so that no database's own idea of a word has a say. Words after the 16,000th are not searched.
 */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const word of findWords(text)) {
    words.push(word);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/**
 * What is asked for: words, and phrases in quotation marks.
 * @returns null where no word is asked for
 */
export function readQuery(typed: string, match: WordQuery['match']): WordQuery | null {
  const phrases: (readonly string[])[] = [];
  const loose: string[] = [];
  for (const [, phrase, word] of typed.matchAll(/["“”]([^"“”]*)["“”]|([^"“”]+)/gu)) {
    if (phrase !== undefined) phrases.push(splitWords(phrase));
    else loose.push(...splitWords(word ?? ''));
  }
  const telling = loose.filter((word) => !FILLERS.has(word));
  const asked = telling.length + phrases.length === 0 ? loose : telling;
  const all = [...phrases.filter((words) => words.length > 0), ...[...new Set(asked)].map((word) => [word])];
  return all.length === 0 ? null : { phrases: all, match };
}

function* findWords(text: string): Generator<string> {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  for (const [found] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (found.length <= LONGEST) yield stemOnce(found);
    else yield* cutWord(found);
  }
}

const stems = new Map<string, string>();
/** Stems kept; then the table begins anew. */
const MOST_STEMS = 50_000;

function stemOnce(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = stemmer(word);
  stems.set(word, stem);
  return stem;
}

/** Scripts without spaces come as one long word. */
function cutWord(word: string): string[] {
  const points = [...word];
  const pieces: string[] = [];
  for (let at = 0; at < points.length; at += LONGEST) pieces.push(points.slice(at, at + LONGEST).join(''));
  return pieces;
}
