import type { Range } from '../spans.ts';
import type { Meaning } from './candidates.ts';
import { codeOf } from './key.ts';
import { isNoPlace, isOrdinary, judgeSighting } from './sureness.ts';
import type { Gazetteer } from './gazetteer.ts';

export type LookUp = (name: string) => Meaning;

/** A stretch that may be a place's name, and whether the words around it speak for that. */
export interface Sighting extends Range {
  readonly sure: boolean;
}

/** A word with a capital, its hyphens and stops inside. */
export const WORD = /\p{Lu}[\p{L}\p{M}]*(?:[.’'-]\p{L}+)*/gu;
/** Names of places in a text, without a network: the longest runs of capitalised words that the gazetteer holds. */
export function recognisePlaces(gazetteer: Gazetteer, text: string, lookUp: LookUp): readonly Sighting[] {
  const found: Sighting[] = [];
  const never = new Set<number>();
  const words = [...text.matchAll(WORD)];
  const surnames = findSurnames(gazetteer, text, words, lookUp);
  for (let i = 0; i < words.length; i++) {
    const range = longestName(text, words, i, lookUp);
    if (!range) continue;
    const before = found.at(-1);
    const listed =
      before?.sure === true && /^(?:,| and|, and| or|,? then| to) $/u.test(text.slice(before.end, range.start));
    const meaning = lookUp(text.slice(range.start, range.end));
    const sureness = judgeSighting(gazetteer, text, range, meaning, { listed, surnames });
    found.push({ ...range, sure: sureness === 'sure' });
    if (sureness === 'no') never.add(range.start);
    while ((words[i + 1]?.index ?? Infinity) < range.end) i++;
  }
  // A name keeps its sense within a text: once sure, it is so wherever it may be.
  const sure = new Set(found.filter((one) => one.sure).map((one) => text.slice(one.start, one.end)));
  return found.map((one) =>
    !never.has(one.start) && sure.has(text.slice(one.start, one.end)) ? { ...one, sure: true } : one,
  );
}

/** The longest run of capitalised words from the one at `at` that the gazetteer holds. */
export function longestName(text: string, words: readonly RegExpExecArray[], at: number, lookUp: LookUp): Range | null {
  const first = words[at];
  if (!first) return null;
  for (let n = countAdjacent(text, words, at); n > 0; n--) {
    const last = words[at + n - 1];
    if (!last) continue;
    const end = last.index + last[0].replace(/['’]s$/u, '').length;
    const form = text.slice(first.index, end);
    if ((form.length < 4 && !codeOf(form)) || (n > 1 && /^(?:The|A|An|In|On) /u.test(form))) continue;
    const { candidates, demonym } = lookUp(form);
    if (demonym || (candidates.list.length > 0 && !candidates.part)) return { start: first.index, end };
  }
  return null;
}

/** Last words of names of two words that begin with no place: "Whitley" after "Bill Whitley". */
function findSurnames(
  gazetteer: Gazetteer,
  text: string,
  words: readonly RegExpExecArray[],
  lookUp: LookUp,
): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (let i = 0; i + 1 < words.length; i++) {
    const [first, last] = [words[i], words[i + 1]];
    if (!first || last?.index !== first.index + first[0].length + 1 || text[last.index - 1] !== ' ') continue;
    if (!/^\p{Lu}\p{Ll}+$/u.test(first[0]) || isNoPlace(first[0]) || lookUp(first[0]).demonym) continue;
    const both = lookUp(`${first[0]} ${last[0]}`).candidates.list.length > 0;
    const place = lookUp(last[0].replace(/['’]s$/u, '')).candidates.list[0];
    if (both || !place) continue;
    const small = gazetteer.kindOf(place.entry) === 'town' && place.prior < 5.2;
    if (small || (isOrdinary(last[0]) && lookUp(first[0]).candidates.list.length === 0)) surnames.add(last[0]);
  }
  return surnames;
}

/** How many words, four at most, follow each other as parts of one name could. */
function countAdjacent(text: string, words: readonly RegExpExecArray[], at: number): number {
  let n = 1;
  for (; n < 4; n++) {
    const [last, next] = [words[at + n - 1], words[at + n]];
    if (!last || !next) break;
    const end = last.index + last[0].length;
    if (next.index - end > 8 || !/^(?:\.? |-| of | of the | de | de la | del | and |, (?=D\.?C))$/u.test(text.slice(end, next.index))) break; // prettier-ignore
  }
  return n;
}
