import { makeSpan, type Span } from '../../base/span.ts';
import type { Entity } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { isPeopleNoun, namesPeople } from './nouns.ts';
import { isInside, type Setting, type Told } from './setting.ts';
import { unnamedLink } from './unnamed-link.ts';

/** "Harbour Democrats", "Senate aides": a word behind a name that makes it many people. */
const BEHIND = /^\s((?:\p{L}[\p{L}-]*\s)?(\p{L}[\p{L}-]*s|police|staff))(?![\p{L}’'-])/u;

/**
 * "The Senate’s Reds refuse … They worry": the people whose wording begins with a name are meant by "they", not the body
 * that lends it; null where the entity itself is.
 */
export function peopleOfName(setting: Setting, told: Told, source: Span, entity: Entity): ChainLink | null {
  const { text } = setting;
  const last = entity.mentions.findLast(({ end, why }) => end <= source.start && /name|acronym/u.test(why));
  if (!last) return null;
  const behind = BEHIND.exec(text.slice(last.end, last.end + 50));
  const noun = behind?.[2] ?? '';
  if (!behind || !(namesPeople(noun) || isPeopleNoun(noun.toLowerCase()))) return null;
  // A pronoun since then speaks of the body itself.
  if (entity.mentions.some(({ start, end, why }) => start >= last.end && end <= source.start && why !== 'pronoun')) return null; // prettier-ignore
  const span = makeSpan(text, last.start, last.end + behind[0].length);
  return { ...unnamedLink(setting, told, span, span.text), how: 'coreference', mention: source };
}

/** "Some say they feel …": in the words of many, they are those many, where nobody else stands between. */
export function holderAgain({ text, entities, quotations, holder }: Setting, source: Span): ChainLink | null {
  if (holder?.kind !== 'unnamed' || holder.unnamed?.number === 'one' || holder.how === 'inferred') return null;
  if (isInside(source.start, quotations) || holder.mention === null || holder.mention.end > source.start) return null;
  const from = holder.mention.end;
  const between = text.slice(from, source.start);
  if (between.length > 120 || PLURAL_NAME.test(between)) return null;
  const others = entities.some(({ kind, mentions }) => kind !== 'person' && kind !== 'place' && mentions.some(({ start, end }) => start >= from && end <= source.start)); // prettier-ignore
  return others ? null : { ...holder, how: 'coreference', mention: source };
}

const PLURAL_NAME = /\b(?:Democrats|Republicans|conservatives|liberals|\p{Lu}\p{L}+(?:ans|ese|ists|ish))\b/u;
