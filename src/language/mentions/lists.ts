import type { Named } from './named.ts';
import { readNoun } from './nouns.ts';
import { isTitle } from '../heads.ts';
import type { Word } from './words.ts';

/** Names said in one list, by their indices: two or more. */
export type NameList = readonly number[];

/** Of so many names at most a list is one whom "they" can mean. */
const LONGEST = 8;
/** How many words may stand between two names of a list. */
const WIDEST = 12;

/** "Jo Hale and Al Reed", "Jo Hale of Saltmere, Al Reed (Sand Party) and Ann Moor": lists that "and" closes. */
export function listNames(words: readonly Word[], named: readonly Named[], nameAt: Int32Array): readonly NameList[] {
  const lists: NameList[] = [];
  let open: number[] = [];
  let closed = false;
  for (let i = 0; i < named.length; i++) {
    const last = open.at(-1);
    const [before, one] = [named[last ?? -1], named[i]];
    if (!one || one.kind === 'place' || one.kind === 'demonym' || one.kind === 'other') continue;
    const join = before?.kind === one.kind && open.length < LONGEST ? joinOf(words, nameAt, before, one) : null;
    // A place or a party behind a person's name is no end of the list: "Jo Hale of the Sand Party and Al Reed".
    if (join === null && last !== undefined && before?.kind === 'person' && one.kind !== 'person' && isTail(words, nameAt, before.next, one.next)) continue; // prettier-ignore
    if (join !== null && !closed) {
      open.push(i);
      closed = join === 'and';
      continue;
    }
    if (closed) lists.push(open);
    open = join === 'and' && last !== undefined ? [last, i] : [i];
    closed = open.length > 1;
  }
  if (closed) lists.push(open);
  return lists;
}

function joinOf(words: readonly Word[], nameAt: Int32Array, before: Named, one: Named): 'and' | ',' | null {
  if (one.first - before.next > WIDEST || words[before.first]?.sentence !== words[one.first]?.sentence) return null;
  let at = one.kind === 'person' ? endOfTail(words, nameAt, before.next) : before.next;
  const age = words[at]?.plain === ',' && words[at + 1]?.shape === 4 && words[at + 2]?.plain === ',';
  if (age) at += 2;
  const comma = words[at]?.plain === ',';
  if (comma) at++;
  const and = /^(?:and|&)$/u.test(words[at]?.lower ?? '');
  if (and) at++;
  if (!comma && !and) return null;
  if (/^(?:the|his|her|their)$/u.test(words[at]?.lower ?? '')) at++;
  for (; at < one.first; at++) if (one.kind !== 'person' || !callsSomebody(words, at)) return null;
  return and ? 'and' : ',';
}

/** What may stand before a name in a list: "House Minority Leader Jo Hale", "her deputy, Rep. Al Reed", "fellow dockers". */
function callsSomebody(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!word) return false;
  if (word.plain === '.' || isTitle(word.plain) || readNoun(word.lower)?.kind === 'person') return true;
  if (word.plain === ',') return before !== undefined && readNoun(before.lower)?.kind === 'person';
  return word.shape === 2 || word.shape === 3 || /^(?:former|fellow|then|acting|late)$/u.test(word.lower);
}

/** Behind a person's name: "of the Sand Party", "(Sand Party)", ", D-Saltmere,", ", a Sandland Republican". */
function endOfTail(words: readonly Word[], nameAt: Int32Array, from: number): number {
  const party = endOfParty(words, from);
  if (party > from) return party;
  let at = from;
  const bracket = words[at]?.plain === '(';
  if (bracket) at++;
  else if (/^(?:of|from|for|at|in)$/u.test(words[at]?.lower ?? '')) at++;
  else return from;
  if (words[at]?.lower === 'the') at++;
  const name = nameAt[at] ?? -1;
  if (name < 0) return from;
  while (nameAt[at] === name) at++;
  if (!bracket) return at;
  return words[at]?.plain === ')' ? at + 1 : from;
}

/** ", D-Saltmere," and ", Sandland Republican,": what a member of a parliament is, up to the comma that closes it. */
function endOfParty(words: readonly Word[], from: number): number {
  if (words[from]?.plain !== ',') return from;
  let at = from + 1;
  const letter = /^[DRI]-\p{Lu}/u.test(words[at]?.plain ?? '');
  while (at < from + 8 && words[at] && !/^(?:,|and|&)$/u.test(words[at]?.lower ?? '')) at++;
  const isMember =
    letter || /^(?:republican|democrat|independent|conservative|labour)$/u.test(words[at - 1]?.lower ?? '');
  return isMember && /^(?:,|and|&)$/u.test(words[at]?.lower ?? '') ? at : from;
}

function isTail(words: readonly Word[], nameAt: Int32Array, from: number, end: number): boolean {
  return endOfTail(words, nameAt, from) >= end;
}
