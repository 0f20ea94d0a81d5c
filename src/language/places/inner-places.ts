import { isTitle } from '../heads.ts';
import { firstNameGender } from '../mentions/nouns.ts';
import type { Range } from '../spans.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { PlaceName } from './place.ts';
import { longestName, WORD, type LookUp } from './recognise.ts';
import { isNoPlace, isOrdinary } from './sureness.ts';

/** A place's name inside a longer name, which is a body's, a thing's, or another place's. */
export interface InnerPlace extends Range {
  readonly of: PlaceName['kind'];
}

/** On the scale of a candidate's prior: 160,000 inhabitants, or 30,000 where "of" says that a place follows. */
const CITY = 5.2;
const TOWN = 4.5;
/** Over this a place is meant also where people are called so: "Charlotte Harbour Board", but "Mary Harbour Trust". */
const LARGE = 5.9;

/**
 * "Saltmere" in "Saltmere Harbour Board" and "University of Saltmere", "Norland" in "Fair Trade Norland": a name of a body,
 * a thing or a place that the gazetteer does not hold as a whole may name a place where it begins, where it ends, and behind
 * "of". Inside it only countries and their parts count ("Office of US Trade"), since "London" in "Jo London Trust" is
 * nobody's town. Nothing is looked for in a person.
 */
export function findInnerPlaces(
  gazetteer: Gazetteer,
  text: string,
  names: readonly PlaceName[],
  { lookUp, exact }: { readonly lookUp: LookUp; readonly exact: LookUp },
): InnerPlace[] {
  return names
    .filter(({ kind }) => kind === 'organization' || kind === 'other' || kind === 'place')
    .flatMap(({ kind, ...name }) => {
      const whole = text.slice(name.start, name.end);
      const held = (kind === 'place' ? lookUp : exact)(whole).candidates;
      if (!whole.includes(' ') || (held.list.length > 0 && !held.part)) return [];
      return listInside(gazetteer, whole, exact).map(({ start, end }) => ({ start: name.start + start, end: name.start + end, of: kind })); // prettier-ignore
    });
}

function listInside(gazetteer: Gazetteer, whole: string, lookUp: LookUp): Range[] {
  const words = [...whole.matchAll(WORD)];
  const found: Range[] = [];
  for (let i = 0; i < words.length; i++) {
    const range = longestName(whole, words, i, lookUp);
    if (!range || range.end - range.start === whole.length || !isPlaceInside(gazetteer, whole, range, lookUp)) continue;
    found.push(range);
    while ((words[i + 1]?.index ?? Infinity) < range.end) i++;
  }
  return found;
}

function isPlaceInside(gazetteer: Gazetteer, whole: string, range: Range, lookUp: LookUp): boolean {
  const name = whole.slice(range.start, range.end);
  const { candidates, demonym } = lookUp(name);
  const [first] = candidates.list;
  const before = whole.slice(0, range.start);
  if (demonym || !first || isNoPlace(name) || isTitle(/(\p{L}+) $/u.exec(before)?.[1] ?? '')) return false;
  const isOf = / (?:of|in|at)(?: the)? $/u.test(before);
  const kind = gazetteer.kindOf(first.entry);
  if (isOrdinary(name) || kind === 'water') return false;
  if (isOf) return first.prior > TOWN;
  if (first.prior < LARGE && firstNameGender(name.toLowerCase()) !== null) return false;
  if (kind === 'country' || kind === 'region' || kind === 'continent') return true;
  const isEdge = /^(?:the )?$/iu.test(before) || range.end === whole.length;
  return isEdge && first.prior > CITY;
}
