import type { Anaphor } from './anaphors.ts';
import type { Nearness } from './features.ts';
import { clauseBefore, nameBehindAnd, subjectBefore } from './clauses.ts';
import { looksVerb, type Word } from './words.ts';

/** Names beside a noun phrase, as indices, or -1. */
export interface NamesBeside {
  readonly next: number;
  readonly nextIs: Nearness;
  readonly before: number;
  readonly beforeIs: Nearness;
  readonly copula: number;
  /** Behind "as": the stretch of its clause before, where who is meant stands; empty without one. */
  readonly as: readonly [number, number];
}

/** Names right beside a noun phrase, and the subject that "is" or "became" equates with it. */
export function besideNames(
  words: readonly Word[],
  nameAt: Int32Array,
  { pronoun, first, head }: Anaphor,
): NamesBeside {
  const none: NamesBeside = { next: -1, nextIs: 'next', before: -1, beforeIs: 'before-comma', copula: -1, as: [0, 0] };
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
  // "Cole, the president's fixer": the president is not Cole.
  const owns = words[head + 1]?.lower === "'s";
  // "Holm, the yard's owner", "Holm (its owner)", "Holm -- the owner".
  let before = first - 1;
  if (/^[,(]$/u.test(words[before]?.plain ?? '')) before--;
  else while (before > first - 3 && /^[-–—]+$/u.test(words[before]?.plain ?? '')) before--;
  // "Holm -- the owner said so" is another's word.
  const dashed = /^[-–—]+$/u.test(words[first - 1]?.plain ?? '') && !looksVerb(words[head + 1]);
  let be = first - 1;
  while (be > first - 3 && /^(?:both|such|also|now|still|then|once|not|only|just|never|always)$/u.test(words[be]?.lower ?? '')) be--; // prettier-ignore
  const equates = /^(?:is|was|are|were|be|been|being|became|become|becomes|remains|remained|'s)$/u.test(words[be]?.lower ?? ''); // prettier-ignore
  const beside = name(called ?? (comma ? close + 1 : nameBehindAnd(words, nameAt, head + 1)));
  const is = beside < 0 ? nameEquated(words, nameAt, head + 1) : -1;
  return {
    next: is >= 0 ? is : beside,
    nextIs: is >= 0 ? 'is' : called === null ? (comma ? 'next-comma' : 'next') : 'called',
    before: before < first - 1 && !owns ? name(before) : -1,
    beforeIs: dashed ? 'before-dash' : 'before-comma',
    copula: equates ? subjectBefore(words, be - 1) : -1,
    as: clauseBefore(words, first - 1),
  };
}

/** "a choir called the Gulls", "a user known as Tidewatch": where the name begins, or null. */
function nameCalled(words: readonly Word[], from: number): number | null {
  for (let i = words[from]?.plain === ',' ? from + 1 : from; i < from + 5; i++) {
    const word = words[i];
    if (!word || word.shape === 5 || word.sentence !== words[from]?.sentence) return null;
    if (!/^(?:called|named|dubbed|nicknamed|labelled|labeled|known|name)$/u.test(word.lower)) continue;
    let next = i + 1;
    while (next < i + 4 && /^(?:as|the|["'])$/u.test(words[next]?.lower ?? '')) next++;
    return next;
  }
  return null;
}

/** "The winners elected in the north were Jo Hale and Al Reed": the first name behind the verb, or -1. */
function nameEquated(words: readonly Word[], nameAt: Int32Array, from: number): number {
  for (let i = from; i < from + FARTHEST; i++) {
    const word = words[i];
    if (!word || word.shape === 5 || word.sentence !== words[from]?.sentence) return -1;
    if (/^(?:is|was|are|were)$/u.test(word.lower)) return nameBehind(words, nameAt, i + 1);
    if (/^(?:that|which|who|and)$/u.test(word.lower) || (looksVerb(word) && !word.lower.endsWith('ed'))) return -1;
  }
  return -1;
}

/** "were the Sand Party's Jo Hale and …": an owner is passed over. */
function nameBehind(words: readonly Word[], nameAt: Int32Array, from: number): number {
  let at = from;
  const name = nameAt[at] ?? -1;
  while (name >= 0 && nameAt[at] === name) at++;
  return name >= 0 && words[at]?.lower === "'s" ? (nameAt[at + 1] ?? -1) : name;
}

/** How far behind a noun the verb stands that equates it with a name. */
const FARTHEST = 8;

/** How many words a headline may have. */
const LONGEST_TITLE = 30;

/** Where the text behind its headline begins: a first paragraph of one sentence that no stop ends; 0 without one. */
export function headlineOf(words: readonly Word[]): number {
  const next = words.findIndex((word) => word.paragraph !== words[0]?.paragraph);
  const last = words[next - 1];
  return next > 0 && next <= LONGEST_TITLE && last?.sentence === words[0]?.sentence && !/^[.?!:"]$/u.test(last?.plain ?? '') ? next : 0; // prettier-ignore
}
