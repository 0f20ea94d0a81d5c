import { readLexicon } from '../../base/lexicon.ts';
import { initialsOf, nameWords } from '../../language/mentions/name-forms.ts';

/** A person's name in parts, lower case. */
export interface PersonName {
  /** Given names and initials, in order; empty: the surname stands alone. */
  readonly given: readonly string[];
  readonly surname: string;
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|dame|sen|senator|rep|gov|gen|lt|col|capt|adm|sgt|president|secretary|justice|judge|prof|professor|speaker|chairman|rev)$/u; // prettier-ignore

/** “Sen. Robert M. Gates Jr.” → robert, m; gates. */
export function readPersonName(name: string): PersonName {
  const words = nameWords(name).filter((word, i, all) => !(TITLE.test(word) && i < all.length - 1));
  return { given: words.slice(0, -1), surname: words.at(-1) ?? '' };
}

let shortForms: ReadonlyMap<string, readonly string[]> | null = null;

/** All given names that a given name may stand for: itself and what it is short for. */
function fullForms(given: string): readonly string[] {
  shortForms ??= new Map(readLexicon('nicknames').map(([short = '', full = '']) => [short.toLowerCase(), full.toLowerCase().split(';')])); // prettier-ignore
  return [given, ...(shortForms.get(given) ?? [])];
}

/** Whether two full names may be one person's: “Bob Gates” and “Robert M. Gates”; not “John F.” and “John N. Kennedy”. */
export function mayBeOneName(a: PersonName, b: PersonName): boolean {
  if (a.surname !== b.surname) return false;
  const [x, y] = [a.given[0], b.given[0]];
  if (x === undefined || y === undefined) return true;
  const agree = fullForms(x).some((one) => fullForms(y).some((other) => one === other || isInitialOf(one, other) || isInitialOf(other, one))); // prettier-ignore
  const [p, q] = [middleOf(a), middleOf(b)];
  // “George Bush” is either; “George H.W.” and “George W. Bush” are two.
  return agree && (p === '' || q === '' || p.startsWith(q) || q.startsWith(p));
}

/** The letters of the names between the first and the last. */
function middleOf({ given }: PersonName): string {
  return given
    .slice(1)
    .map((word) => word[0] ?? '')
    .join('');
}

function isInitialOf(short: string, full: string): boolean {
  return short.length === 1 && full.startsWith(short);
}

const SMALL = /^(?:of|the|and|for|in|on|at|to|de|la|le|du|des|&)$/u;
const SPELLING: Readonly<Record<string, string>> = { defence: 'defense', labour: 'labor', centre: 'center', organisation: 'organization', programme: 'program' }; // prettier-ignore

/** The telling words of a body's name, in order: “The Ministry of Defence” → ministry, defense. */
export function bodyWords(name: string): readonly string[] {
  return nameWords(name)
    .map((word) => SPELLING[word] ?? word)
    .filter((word) => !SMALL.test(word));
}

/** One key for the ways in which a body's name is put: “Justice Department” and “Department of Justice”. */
export function keyOfBody(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** The letters that the name may be shortened to: “Department of Justice” → dj, doj. */
export function lettersOf(name: string): readonly string[] {
  return initialsOf(nameWords(name).map((word) => SPELLING[word] ?? word));
}

/** Letters in the order of the alphabet: what a name and its short form share, whatever the order of its words. */
export function sortLetters(letters: string): string {
  return [...letters].sort().join('');
}

/** Words that every country has a body of: which one is meant, the place says. */
const GENERIC = new Set('ministry minister ministries foreign defense interior finance justice health education supreme high constitutional court courts appeals party labor liberal conservative green communist socialist democratic republican national guard army navy air force police council parliament senate house congress assembly government cabinet central bank treasury department office agency commission committee state security intelligence service military federal embassy presidency prosecutor general election electoral'.split(' ')); // prettier-ignore

/** Whether a body's name says only what kind of body it is: a place must say which. */
export function isGeneric(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => GENERIC.has(word));
}
