import { readNoun } from './nouns.ts';
import type { Word } from './words.ts';

/** How many words an aside between commas or brackets may have, and how many asides are passed over. */
const WIDEST_ASIDE = 24;
const MOST_ASIDES = 3;
/** How far a clause is followed back: a text that is one list is one sentence. */
const FARTHEST = 40;

const BEFORE_VERB = /^(?:has|have|had|will|would|may|might|could|should|must|can|not|n't|also|now|still|then|once|later|soon|recently|previously|already|eventually|first|long|to|both|all|always|never|only|just)$/u; // prettier-ignore

/**
 * The last word of whom a verb is told of, from the word before it: "Hale has also | been", "Hale, who | is", "Hale, a
 * docker (42), | was". -1 where the sentence holds none.
 */
export function subjectBefore(words: readonly Word[], from: number): number {
  const sentence = words[from]?.sentence;
  const isHere = (i: number): boolean => words[i]?.sentence === sentence;
  let at = from;
  while (isHere(at) && BEFORE_VERB.test(words[at]?.lower ?? '')) at--;
  if (/^(?:who|that|which)$/u.test(words[at]?.lower ?? '')) return words[at - 1]?.plain === ',' ? at - 2 : at - 1;
  for (let asides = 0; isHere(at) && /^[,)]$/u.test(words[at]?.plain ?? ''); asides++) {
    const open = asides < MOST_ASIDES ? openingOf(words, at) : -1;
    if (open < 0) return -1;
    // "Hale, 42, a mother of three,"
    at = words[open - 1]?.shape === 4 && words[open - 2]?.plain === ',' ? open - 3 : open - 1;
  }
  return isHere(at) ? at : -1;
}

/** Where the comma or bracket stands that opens the aside which ends at `close`, or -1. */
function openingOf(words: readonly Word[], close: number): number {
  const mark = words[close]?.plain === ',' ? ',' : '(';
  for (let i = close - 1; i >= close - WIDEST_ASIDE && words[i]?.sentence === words[close]?.sentence; i--)
    if (words[i]?.plain === mark) return i;
  return -1;
}

const ROLE = /^(?:as|becoming|named|appointed|elected|called|considered|declared|dubbed|made)$/u;
const NO_ROLE = /^(?:such|well|soon|long|far|much|many|same|just|so)$/u;
const OPENS_CLAUSE = /^(?:[;:"]|that|who|which|and|but|when|while|because|if)$/u;

/** "Hale was known as | a docker": from where the clause begins up to the word before the role; empty where `last` opens none. */
export function clauseBefore(words: readonly Word[], last: number): readonly [number, number] {
  if (!ROLE.test(words[last]?.lower ?? '') || NO_ROLE.test(words[last - 1]?.lower ?? '')) return [0, 0];
  let from = last;
  while (from > last - FARTHEST && words[from - 1]?.sentence === words[last]?.sentence && !OPENS_CLAUSE.test(words[from - 1]?.lower ?? '')) from--; // prettier-ignore
  return [from, last];
}

/** "docker | and poet Jo Hale": where the name behind the second role begins; `from` without one. */
export function nameBehindAnd(words: readonly Word[], nameAt: Int32Array, from: number): number {
  if (!/^(?:and|&|\/)$/u.test(words[from]?.lower ?? '')) return from;
  for (let i = from + 1; i < from + 5; i++) {
    if ((nameAt[i] ?? -1) >= 0) return readNoun(words[i - 1]?.lower ?? '')?.kind === 'person' ? i : from;
    if (words[i]?.shape !== 1) return from;
  }
  return from;
}
