import { headKind, isSeatOfPower } from '../../language/heads.ts';
import { findOutletNamed } from '../../language/outlets.ts';
import { nounKind } from './nouns.ts';
import { headNoun } from './phrases.ts';
import { dropTitles, isFirstName, namesBody, trailingName } from './speaker-names.ts';

/** "Sen. Ada Holm of Norland": where somebody is from. */
const FROM = /(?<=\p{Lu}[\p{L}.’'-]*\s\p{Lu}[\p{L}.’'-]*)\s(?:of|from)\s\p{Lu}[\p{L}.-]*(?:\s\p{Lu}[\p{L}.-]*)?$/u;

/**
 * The names of persons who speak together, and of nobody else: "Sens. Jo Hale (D-Holm), Ada Finn of Norland and Lars
 * Berg", "Mayor Jo Hale as well as Ada Finn". Null where a side is anything but a name with its titles; of two, each has
 * more than a surname.
 */
export function namesTogether(wording: string): readonly string[] | null {
  const plain = wording
    .replaceAll(/\s\([^)]*\)/gu, '')
    .replaceAll(/(?<=\p{L}),\s(?:of|from)\s\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)?(?=,|$)/gu, '')
    .replace(/^\s*(?:both|neither|either)\s/iu, '')
    .replace(/,?\s(?:as well as|along with|nor)\s/u, ' and ')
    .trim();
  if (!/\sand\s[^,]*$/u.test(plain)) return null;
  const sides = plain.split(/,\s+(?:and\s+)?|\s+and\s+/u).map((side) => side.replace(FROM, ''));
  const isOther = (side: string): boolean => side === '' || headKind(headNoun(side)) !== null || isSeatOfPower(side) || findOutletNamed(side) !== null; // prettier-ignore
  if (sides.length < 2 || sides.some(isOther) || isBrokenBody(sides[0] ?? '', sides[1] ?? '')) return null;
  const names = sides.map(personOfSide);
  const isFull = names.map((name, i) => name !== null && (name.includes(' ') || name !== sides[i]));
  const enough = sides.length === 2 ? isFull.every(Boolean) : isFull.some(Boolean);
  return enough && names.every((name) => name !== null) ? names : null;
}

/** "North Oceanic " and "Atmospheric Administration Director Jo Hale": a body’s name, parted at its own "and". */
export function isBrokenBody(one: string, other: string): boolean {
  const words = one.split(' ');
  const isPlain = dropTitles(words).length === words.length && !isFirstName(words[0] ?? '');
  return isPlain && other.split(' ').slice(0, -2).some(namesBody);
}

/** "Mayor Jo Hale", "fellow engineer Lars Finn": the name of one of two persons without its titles; else null. */
export function personOfSide(side: string): string | null {
  const words = side.split(' ');
  const run = trailingName(words);
  const near = words[words.length - run.length - 1];
  const office =
    near === undefined || /^(?:fellow|former|then)$/u.test(near) || /^(?:role|unnamed)$/u.test(nounKind(near) ?? '');
  const name = dropTitles(run);
  return office && name.length > 0 && name.length <= 3 && !name.some(namesBody) ? name.join(' ') : null;
}
