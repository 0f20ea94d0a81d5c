import type { Anaphor } from './anaphors.ts';
import type { Nearness } from './features.ts';
import { readNoun } from './nouns.ts';
import type { Word } from './words.ts';

/** Names beside a noun phrase, as indices, or -1. */
export interface NamesBeside {
  readonly next: number;
  readonly nextIs: Nearness;
  readonly before: number;
  readonly copula: number;
}

/** Names right beside a noun phrase, and the subject that "is" or "became" equates with it. */
export function besideNames(
  words: readonly Word[],
  nameAt: Int32Array,
  { pronoun, first, head }: Anaphor,
): NamesBeside {
  const none: NamesBeside = { next: -1, nextIs: 'next', before: -1, copula: -1 };
  if (pronoun) return none;
  const sentence = words[head]?.sentence;
  const name = (i: number): number => (words[i]?.sentence === sentence ? (nameAt[i] ?? -1) : -1);
  // "the head of the Harbour Board, Jo Hale"
  let close = head + 1;
  if (/^(?:of|for|at|in)$/u.test(words[close]?.lower ?? '')) {
    let at = close;
    while (at < head + 9 && words[at]?.sentence === sentence && words[at]?.plain !== ',') at++;
    if (words[at]?.plain === ',') close = at;
  }
  const comma = words[close]?.plain === ',';
  const called = nameCalled(words, head + 1);
  let be = first - 1;
  while (be > first - 3 && /^(?:both|such|also|now|still|then|once|not|only|just|never|always)$/u.test(words[be]?.lower ?? '')) be--; // prettier-ignore
  const equates = /^(?:is|was|are|were|be|been|being|became|become|becomes|remains|remained|'s)$/u.test(words[be]?.lower ?? ''); // prettier-ignore
  return {
    next: name(called ?? (comma ? close + 1 : head + 1)),
    nextIs: called === null ? (comma ? 'next-comma' : 'next') : 'called',
    before: words[first - 1]?.plain === ',' || words[first - 1]?.plain === '(' ? name(first - 2) : -1,
    copula: equates ? be - 1 : -1,
  };
}

/** "a choir called the Gulls", "a user known as Tidewatch": where the name begins, or null. */
function nameCalled(words: readonly Word[], from: number): number | null {
  for (let i = from; i < from + 5; i++) {
    const word = words[i];
    if (!word || word.shape === 5 || word.sentence !== words[from]?.sentence) return null;
    if (!/^(?:called|named|dubbed|nicknamed|labelled|labeled|known|name)$/u.test(word.lower)) continue;
    let next = i + 1;
    while (next < i + 4 && /^(?:as|the|["'])$/u.test(words[next]?.lower ?? '')) next++;
    return next;
  }
  return null;
}

/** "Jo Hale and Al Reed", "Jo Hale, 42, and his wife Ann Hale": whether the words between two names make them a pair. */
export function joinsNames(words: readonly Word[], from: number, to: number): boolean {
  let at = from;
  if (words[at]?.plain === ',' && words[at + 1]?.shape === 4 && words[at + 2]?.plain === ',') at += 3;
  if (!/^(?:and|&)$/u.test(words[at]?.lower ?? '')) return false;
  if (to === at + 1) return true;
  return to - at <= 4 && /^(?:his|her|their)$/u.test(words[at + 1]?.lower ?? '') && readNoun(words[to - 1]?.lower ?? '')?.kind === 'person'; // prettier-ignore
}

/** How many words a headline may have. */
const LONGEST_TITLE = 30;

/** Where the text behind its headline begins: a first paragraph of one sentence that no stop ends; 0 without one. */
export function headlineOf(words: readonly Word[]): number {
  const next = words.findIndex((word) => word.paragraph !== words[0]?.paragraph);
  const last = words[next - 1];
  return next > 0 && next <= LONGEST_TITLE && last?.sentence === words[0]?.sentence && !/^[.?!:"]$/u.test(last?.plain ?? '') ? next : 0; // prettier-ignore
}
