import { makeSpan, overlaps, type Span } from '../../base/span.ts';
import type { Entity, Mention } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { canMean, entityAt, isNamed, linkOfEntity, type PronounClass } from './referents.ts'; // prettier-ignore
import {
  anchorOf,
  endOf,
  isInside,
  spokenBy,
  startOf,
  type Setting,
  type Spoken,
  type Told,
  type Turn,
} from './setting.ts';
import { subjectAhead } from './subject-ahead.ts';
import { readImpersonal } from './silent.ts';
import { nounKind } from './nouns.ts';
import { headNoun, headPhrase, singularOf } from './phrases.ts';
import { linkOfNameless, openLink, speakerLink } from './speaker-link.ts';
import { isRelativeThat, readRelative } from './relatives.ts';
import { holderAgain, peopleOfName } from './they.ts';
import { isToldOf } from './told-of.ts';
import { unnamedLink } from './unnamed-link.ts';

/** "he" is the entity that mentions tie it to, else the last speaker it can mean; "I" is whoever holds the words. */
export function readPronoun(
  setting: Setting,
  told: Told,
  source: Span,
  kind: PronounClass,
  base: readonly ChainLink[],
): Spoken {
  const { text, entities } = setting;
  if (kind === 'it' && isRelativeThat(text, told, source)) return readPronoun(setting, told, source, 'relative', base);
  if (kind === 'I' || kind === 'we') return readFirstPerson(setting, source, kind, base);
  if (kind === 'you') return spokenBy(unnamedLink(setting, told, source, source.text));
  const nobody = kind === 'it' ? readImpersonal(setting, told) : null;
  if (nobody) return nobody;
  const self = isInside(source.start, setting.quotations) ? selfOf(base) : null;
  const tied = entityAt(entities, source);
  const found =
    tied && self && isSame({ entity: tied.id, name: tied.name }, self) ? lastOther(setting, source, kind, self) : tied;
  // Whoever holds the holder’s words is not meant either: “… he believes – Holm believes –,” said Finn.
  if (self && found && found !== tied && base.slice(0, -1).some((link) => link.entity === found.id)) return spokenBy();
  const ahead = kind === 'he' ? subjectAhead(setting, source, askedGender(source.text)) : null;
  const meantBy = ahead ?? readNearest(setting, told, source, kind) ?? found;
  const turnOfOther = (other: Entity | null): Turn | undefined => setting.turns.findLast((one) => canBe(setting, one, told, source, kind, self) && (other === null || one.chain.at(-1)?.entity !== other.id)); // prettier-ignore
  const toldOf = meantBy && /^(?:he|she|they)$/iu.test(source.text) && isToldOf(setting, told, meantBy) ? meantBy : null; // prettier-ignore
  const turn = turnOfOther(toldOf);
  const previous = lastToEnd(setting, told);
  // Whom the words are of is not who speaks them, if another just spoke.
  const isOther = toldOf !== null && turn !== undefined && isNear(setting, turn, told) && previous?.chain.at(-1)?.entity !== toldOf.id; // prettier-ignore
  const entity = meantBy && !isOther && isNamed(meantBy) && canBeMeant(source, kind, meantBy) ? meantBy : null;
  const many = kind === 'they' ? (holderAgain(setting, source) ?? (entity && peopleOfName(setting, told, source, entity))) : null; // prettier-ignore
  if (many) return spokenBy(many);
  const goesOn = previous && canBe(setting, previous, told, source, kind, self) && isNear(setting, previous, told);
  // Right behind somebody's words, with nobody else named between, the pronoun goes on with them.
  if (entity && !(goesOn && !ahead && isAlone(setting, previous, told, source, entity))) {
    const isTheirs = goesOn && previous.chain.at(-1)?.entity === entity.id;
    return { links: [linkOfEntity(text, entity, source, 'unknown')], turn: isTheirs ? previous : null };
  }
  if (kind === 'relative') return spokenBy(readRelative(setting, told, source));
  // Who just spoke is meant before somebody without a name, of whom the words may only speak.
  const again =
    found && !isOther && !((kind === 'he' || kind === 'they') && goesOn) ? linkOfNameless(setting, told, found, source) : null; // prettier-ignore
  const meant = turn?.chain.at(-1);
  if (again && !(kind === 'they' && isOne(again)) && !(turn && found && speaksOf(turn, found))) return spokenBy(again);
  // A paper of which the text has just spoken comes before a body that spoke long ago.
  const isRecent = turn && (isNear(setting, turn, told) || meant?.kind === 'document');
  const paper = /^it$/iu.test(source.text) && !isRecent && !isInside(source.start, setting.quotations) ? paperBefore(setting, source) : null; // prettier-ignore
  if (paper) return spokenBy({ ...speakerLink(setting, told, paper), how: 'coreference', mention: source });
  if (!turn || !meant) return spokenBy(openLink(source, 'unknown'));
  const link: ChainLink = { ...meant, how: 'speaker-turn', mention: source };
  return { links: [link], turn: turn === previous && isNear(setting, turn, told) ? turn : null };
}

/** "The memo was found in May. “…,” it reads": the paper last spoken of as a subject or an object, in this sentence or the two before. */
function paperBefore({ text, sentences }: Setting, source: Span): Span | null {
  const at = sentences.findIndex(({ end }) => end > source.start);
  const from = sentences[Math.max(0, at - 2)]?.start ?? source.start;
  const phrases = [...text.slice(from, source.start).matchAll(/(?<!\b(?:in|of|on|by|with|for|to|from|at|about|under|against|behind)\s|[\p{L}’'-])(?:the|this|that|an?|his|her|their|its|\p{Lu}[\p{L}.-]*['’]s?)\s(?:[\p{L}-]+\s){0,2}?(\p{Ll}+)(?![\p{L}’'-])/giu)]; // prettier-ignore
  const paper = phrases.findLast((match) => /^(?:document|poll|social)$/u.test(nounKind(match[1] ?? '') ?? ''));
  return paper ? makeSpan(text, from + paper.index, from + paper.index + paper[0].length) : null;
}

/** "they" are no one. */
function isOne({ kind, name }: ChainLink): boolean {
  return kind === 'person' && !name.includes(' and ');
}

/** Who speaks the words that a pronoun stands in; null where nobody but the report does. */
function selfOf(base: readonly ChainLink[]): ChainLink | null {
  const last = base.at(-1);
  return last && last.mention !== null && last.kind !== 'unknown' ? last : null;
}

/** Whether a link is somebody, by the entity where it has one. */
function isSame({ entity, name }: Pick<ChainLink, 'entity' | 'name'>, link: ChainLink): boolean {
  return link.entity === null ? link.name === name : link.entity === entity;
}

/** “What he says …,” said Holm: nobody speaks of himself so, and the person mentioned last before is meant. */
function lastOther({ entities }: Setting, source: Span, kind: PronounClass, self: ChainLink): Entity | null {
  if (kind !== 'he' || /self$/iu.test(source.text)) return null;
  const asked = askedGender(source.text);
  const others = entities.filter((one) => one.kind === 'person' && isNamed(one) && !isSame({ entity: one.id, name: one.name }, self) && (one.gender ?? asked) === asked); // prettier-ignore
  const before = others.flatMap((entity) => entity.mentions.filter(({ end, why }) => end <= source.start && /name|pronoun|role|description/u.test(why)).map(({ end }) => ({ entity, end }))); // prettier-ignore
  return before.reduce<(typeof before)[number] | null>((best, one) => (best && best.end >= one.end ? best : one), null)?.entity ?? null; // prettier-ignore
}

function askedGender(pronoun: string): 'man' | 'woman' {
  return /^h(?:e|im|is|imself)$/iu.test(pronoun) ? 'man' : 'woman';
}

/**
 * "he" or "she" who tells, where the sentence before and the words since its end name one person and no other: "It has been
 * a hard year for Holm. “We lost …,” she said." Persons whom what is told names do not count.
 */
function readNearest(
  { text, entities, sentences }: Setting,
  told: Told,
  source: Span,
  kind: PronounClass,
): Entity | null {
  if (kind !== 'he') return null;
  const asked = askedGender(source.text);
  const at = sentences.findIndex((one) => one.end > startOf(told));
  const before = sentences[at - 1];
  if (!before) return null;
  const persons = entities.filter(({ kind: own, gender }) => own === 'person' && (gender === null || gender === asked));
  const isNear = ({ start, end }: Mention): boolean => start >= before.start && end <= source.start && !isInside(start, told.content); // prettier-ignore
  const near = persons.filter((one) => one.mentions.some(isNear));
  const [only] = near;
  if (!only || near.length > 1 || !isNamed(only)) return null;
  const isTold = (mention: Mention): boolean => isNear(mention) && mention.why.includes('name') && !/^['’]s?\b/u.test(text.slice(mention.end, mention.end + 3)); // prettier-ignore
  return only.mentions.some(isTold) ? only : null;
}

/** The turn before that ends last: "Holm, who has long questioned it, said …" ends with what Holm said. */
function lastToEnd({ turns }: Setting, told: Told): Turn | undefined {
  const recent = turns.filter((turn) => !turn.nested && startOf(turn) < startOf(told)).slice(-3);
  return recent.reduce<Turn | undefined>((best, turn) => (best && endOf(best) > endOf(turn) && startOf(best) <= startOf(turn) ? best : turn), undefined); // prettier-ignore
}

/** "they" are no one man or woman; "who" is somebody. */
function canBeMeant(source: Span, kind: PronounClass, entity: Entity): boolean {
  if (kind === 'they') return entity.kind !== 'person' || entity.gender === null || entity.name.includes(' and ');
  return kind !== 'relative' || isPersonal(source, entity);
}

/** "who" is somebody; "which" is something. */
function isPersonal(source: Span, entity: Entity): boolean {
  return /^wh(?:o|om|ose)$/iu.test(source.text)
    ? entity.kind === 'person'
    : source.text === 'that' || entity.kind !== 'person';
}

/** Whether a turn's speaker is worded by a mention of the entity. */
function speaksOf({ chain }: Turn, { mentions }: Entity): boolean {
  const last = chain.at(-1)?.mention;
  return last !== null && last !== undefined && mentions.some((one) => overlaps(one, last));
}

/** How many characters behind a turn a pronoun may still go on with it. */
const REACH = 1500;

function canBe(
  setting: Setting,
  turn: Turn,
  told: Told,
  source: Span,
  kind: PronounClass,
  self: ChainLink | null,
): boolean {
  const last = turn.chain.at(-1);
  if (self && last && isSame(self, last)) return false;
  if (!last || turn.nested || startOf(turn) >= startOf(told) || startOf(told) - endOf(turn) > REACH) return false;
  if (last.how === 'metadata' || last.how === 'byline') return false;
  return canMean(source.text, kind, last, setting.entities);
}

/** In the same sentence or the next ones, with at most one paragraph's end between. */
function isNear(setting: Setting, turn: Turn, told: Told): boolean {
  const gap = setting.text.slice(endOf(turn), startOf(told));
  return gap.length < 400 && gap.split(/\n+/u).length <= 2;
}

/** Whether the text between a turn and a telling names no other person. */
function isAlone({ entities }: Setting, turn: Turn, told: Told, source: Span, entity: Entity): boolean {
  const last = turn.chain.at(-1);
  const asked = askedGender(source.text);
  if (last?.kind !== 'person' || entity.kind !== 'person') return false;
  // "the retired surgeon", whom nothing ties to anybody, gives way to a name.
  if (last.entity === null && last.how === 'inferred') return false;
  const from = endOf(turn);
  const to = anchorOf(told).start;
  // Whom somebody speaks of is not who speaks.
  const isBetween = (one: Mention): boolean => one.start >= from && one.end <= to && one.why !== 'pronoun' && !isInside(one.start, told.content); // prettier-ignore
  // Nor are many, or a woman where the pronoun is a man's.
  const canBeOne = (one: Entity): boolean =>
    one.kind === 'person' && (isNamed(one) || singularOf(headNoun(headPhrase(one.name))) === headNoun(headPhrase(one.name))) && (one.gender ?? asked) === asked; // prettier-ignore
  return !entities.some((one) => one.id !== last.entity && canBeOne(one) && one.mentions.some(isBetween));
}

/** "I" in quoted or nested words is their speaker; in the report's own, its author; "we" there is the outlet. */
function readFirstPerson(setting: Setting, source: Span, kind: PronounClass, base: readonly ChainLink[]): Spoken {
  const above = base.at(-1);
  if (above && above.how !== 'metadata' && above.how !== 'byline' && above.mention !== null) return spokenBy();
  if (isInside(source.start, setting.quotations)) {
    const turn = setting.turns.findLast(({ content }) => content.some((part) => part.start <= source.end + 400 && source.start <= part.end + 400)); // prettier-ignore
    const last = turn?.chain.at(-1);
    if (turn && last) return { links: [{ ...last, how: 'speaker-turn', mention: source }], turn };
    return spokenBy(openLink(source, 'unknown'));
  }
  // An embedded post, signed below.
  const post = setting.turns.findLast(({ content, cue }) => cue.length > 0 && isInside(source.start, content));
  const poster = post?.chain.at(-1);
  if (post && poster) return { links: [{ ...poster, how: 'speaker-turn', mention: source }], turn: post };
  const [author, ...others] = setting.article.authors;
  if (kind === 'we' || author === undefined || others.length > 0) return spokenBy();
  return spokenBy({ name: author, kind: 'person', how: 'byline', entity: null, mention: source });
}
