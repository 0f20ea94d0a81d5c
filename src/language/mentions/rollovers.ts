import { headKind, isTitle } from '../heads.ts';
import type { Range } from '../spans.ts';

/** A name that a page's list of other stories cuts off from its sentence. */
export interface Rollover {
  /** The name as the sentence has it: "Ada Holm". */
  readonly name: string;
  /** Behind the name, up to the end of "MORE". */
  readonly block: Range;
  /** The word that ends the list and stands, in the sentence, where the name ends. */
  readonly more: Range;
}

/**
 * The Hill's pages of 2017 to 2020, taken as text: "Sen. Ada Holm Ada Maria HolmPort opens | Holm leads poll MORE (R-Norland)
 * said". The whole name is glued to the first of the other stories.
 */
const ROLLOVER =
  /(?<![\p{L}’'.-])((?:\p{Lu}[\p{L}.’'-]+\s){0,2}(\p{Lu}[\p{L}’'-]+))(\s(?:\(?\p{Lu}[\p{L}.’'-]*[).]?\s){0,5}\2(?=[\p{Lu}\d])(?!\2)[^\n]{10,900}?\sMORE)(?![\p{L}\p{N}])/gu;

export function findRollovers(text: string): readonly Rollover[] {
  if (!text.includes(' MORE')) return [];
  return [...text.matchAll(ROLLOVER)].map((match) => {
    const [whole, name = '', , rest = ''] = match;
    const end = match.index + whole.length;
    return {
      name: bareName(name),
      block: { start: end - rest.length, end },
      more: { start: end - 'MORE'.length, end },
    };
  });
}

/** "Leader Ada Holm", "Sen. Holm": first name and surname, without what the person is. */
function bareName(name: string): string {
  const words = name.split(' ').slice(-2);
  const [first = ''] = words;
  const isOffice = first.endsWith('.') || isTitle(first) || headKind(first.toLowerCase()) !== null;
  return words.slice(words.length > 1 && isOffice ? 1 : 0).join(' ');
}
