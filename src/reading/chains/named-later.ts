import type { Span } from '../../base/span.ts';
import type { ChainLink } from '../reading.ts';
import { isNamed, linkOfEntity } from './referents.ts';
import type { Setting } from './setting.ts';

/** "a Holm spokeswoman", "the mayor’s spokesman", one, with no name behind. */
const SPOKESPERSON = /^(?:[Aa]n?|[Hh](?:is|er)|[Ii]ts|[Tt]heir|(?:\S+\s){0,4}\S+['’]s?)\s(?:\S+\s){0,6}?spokes(man|woman|person)\b(?![\s,]+\p{Lu})/u; // prettier-ignore
/** How far on the name may stand, in UTF-16 units. */
const NEAR = 800;
/** Words before "spokesman Lars Finn" that say whose it is. */
const BEFORE = /((?:(?:\p{Lu}[\p{L}.&’'-]*|government|military|police|army|campaign|department|ministry|agency)\s)*)(?:(?:chief|deputy|senior)\s)?spokes(man|woman|person),?\s$/u; // prettier-ignore
/** "Lars Finn, a spokesman for the Holm Board". */
const BEHIND = /^,\s((?:(?!spokes)[^\s,.;“”"]+\s){1,7})spokes(man|woman|person)\b((?:\sfor\s[^,.;“”"]{1,60})?)/u; // prettier-ignore

/**
 * The name of a spokesperson whom the text names a little later: "A Holm spokeswoman said … “…,” spokeswoman Ida Berg
 * said". Null where the one who is named speaks for somebody else, and for all other sources.
 */
export function findNamedLater({ text, entities }: Setting, source: Span): ChainLink | null {
  const gender = SPOKESPERSON.exec(source.text)?.[1];
  if (gender === undefined) return null;
  const own = capitalsOf(source.text);
  const later = entities
    .filter((entity) => entity.kind === 'person' && isNamed(entity))
    .flatMap((entity) =>
      entity.mentions.filter(({ why }) => why.includes('name')).map((mention) => ({ entity, mention })),
    ) // prettier-ignore
    .filter(({ mention }) => mention.start > source.end && mention.start < source.end + NEAR)
    .sort((a, b) => a.mention.start - b.mention.start);
  for (const { entity, mention } of later) {
    const ahead = BEFORE.exec(text.slice(Math.max(source.end, mention.start - 90), mention.start));
    const behind = BEHIND.exec(text.slice(mention.end, mention.end + 140));
    const [, whose = '', its = '', more = ''] = ahead ?? behind ?? [];
    if (its === '' || !(its === gender || its === 'person' || gender === 'person')) continue;
    const other = capitalsOf(`${whose} ${more}`);
    const between = text.slice(source.end, mention.start - (ahead?.[0].length ?? 0));
    const isSame = other.length > 0 ? isSameBody(own, other) : isOwnBody(more) && !ANOTHER.test(between);
    if (isSame) return { ...linkOfEntity(text, entity, source, 'person'), how: 'coreference' };
  }
  return null;
}

/** A spokesperson of somebody else, of whom the text speaks in between. */
const ANOTHER = /(?<!\bthe )\bspokes(?:man|woman|person)\b/u;

/** "spokesman Lars Finn", "a spokesman for the group": whoever was spoken of; not "for the airport". */
function isOwnBody(more: string): boolean {
  return more === '' || /^ for the (?:group|agency|company|firm|organi[sz]ation|department|ministry|campaign|office|party|union)\b/u.test(more); // prettier-ignore
}

/** "A House Speaker Nancy Pelosi spokesman": the words that name somebody. */
function capitalsOf(words: string): string[] {
  const capitals = words.match(/(?<![\p{L}’'-])\p{Lu}[\p{L}.&-]*/gu) ?? [];
  return capitals
    .map((word) => word.toLowerCase())
    .filter((word) => !/^(?:an?|the|his|her|its|their|said)$/u.test(word));
}

/** "spokesman Lars Finn" speaks for whom the text speaks of; "Pelosi" is "House Speaker Nancy Pelosi", "NSC" its long name. */
function isSameBody(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0) return false;
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  const initials = many.map((word) => word[0]).join('');
  return few.every((word) => many.includes(word) || (word.length > 2 && initials.includes(word)));
}
