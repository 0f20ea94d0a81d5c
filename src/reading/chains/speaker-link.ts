import { makeSpan, type Span } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import type { Entity } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { isSeatOfPower } from '../../language/heads.ts';
import {
  findBearer,
  findWhoSpoke,
  findMeant,
  findTitled,
  findUnnamedBearer,
  isAnybody,
  isCalled,
  isIntroduced,
  isPublicOffice,
} from './bearers.ts';
import { nounKind } from './nouns.ts';
import { outletLink, outletsIn } from './cited-outlets.ts';
import { headNoun, headPhrase, singularOf } from './phrases.ts';
import { findMember } from './member.ts';
import { findNamedInside } from './named-inside.ts';
import { findNamedLater } from './named-later.ts';
import { findHoldingBody, findNamesake, findOnlyBody } from './namesake.ts';
import { isPublisher } from './publisher.ts';
import { entityAt, isNamed, lastWordOf, linkOfEntity, pronounClass } from './referents.ts';
import { isToldOf } from './told-of.ts';
import { anchorOf, startOf, type Setting, type Told } from './setting.ts';
import { describeSpeaker, isOwned, type Speaker } from './speakers.ts';
import { unnamedLink } from './unnamed-link.ts';

/** The one link that a wording gives, tied to its entity where mentions know it. */
export function speakerLink(setting: Setting, told: Told, whole: Span): ChainLink {
  // A quotation that the network began too early: “"Sources”.
  const marks = /^["“]+(?=[\p{L}\s]+$)/u.exec(whole.text)?.[0].length ?? 0;
  const source = marks === 0 ? whole : makeSpan(setting.text, whole.start + marks, whole.end);
  const member = findMember(setting, told, source);
  if (member) return member;
  const speaker = describeSpeaker(source.text);
  const named = speaker.kind === 'person' && speaker.how === 'named' ? null : findNamedInside(setting, source, speaker);
  return named ?? linkOfSpeaker(setting, told, source, speaker);
}

/** Somebody of whom the text speaks again without a name: "Holm officials … They" are those officials. */
export function linkOfNameless(setting: Setting, told: Told, entity: Entity, mention: Span): ChainLink | null {
  const first = entity.mentions.find(({ why }) => why !== 'pronoun' && !why.includes('speaker'));
  if (!first) return null;
  const wording = makeSpan(setting.text, first.start, first.end);
  if (pronounClass(wording.text)) return null;
  // "made it official … he": a bare noun for one is no one.
  if (/^(?:s?he|him|her)$/iu.test(mention.text) && !/^\S+\s/u.test(wording.text)) return null;
  const link = linkOfSpeaker(setting, told, wording, describeSpeaker(wording.text));
  const kind = link.kind === 'unknown' && entity.kind !== 'place' ? entity.kind : link.kind;
  return { ...link, kind, how: 'coreference', mention };
}

function linkOfSpeaker(setting: Setting, told: Told, source: Span, speaker: Speaker): ChainLink {
  const { text, entities } = setting;
  const start = source.start + Math.max(0, speaker.at);
  const fits = text.startsWith(speaker.name, start);
  const mention = fits ? makeSpan(text, start, start + speaker.name.length) : source;
  if (isOutletAgain(speaker) && wasJustTold(setting, told)) return readOutletAgain(setting, told, speaker, mention);
  const isOwnName = speaker.by === 'joint' || (speaker.kind === 'unnamed' && speaker.name !== source.text);
  const bearer = speaker.kind === 'unnamed' && isOneAgain(source) ? findBearer(setting, told, headNoun(headPhrase(source.text))) : null; // prettier-ignore
  const again: ChainLink | null = bearer && { ...bearer, how: 'coreference', mention };
  // "a port official … the official" is that one, whomever a mention ties "the official" to.
  if (again?.kind === 'unnamed') return again;
  const entity = isOwnName ? null : findEntity(setting, told, source, speaker, mention);
  if (entity) return nameInFull(uncut(entity, source.text), speaker);
  const owner = speaker.kind === 'unknown' ? findOwner(setting, source) : null;
  if (owner) return owner;
  if (speaker.kind === 'unnamed') return again ?? findNamedLater(setting, source) ?? { ...unnamedLink(setting, told, source, source.text), how: speaker.how }; // prettier-ignore
  if (speaker.kind === 'person' && speaker.how === 'inferred') return readRole(setting, told, source, speaker, mention);
  if (isOutletAgain(speaker)) return readOutletAgain(setting, told, speaker, mention);
  const body = findHoldingBody(setting, source, speaker) ?? findNamesake(setting, told, source, speaker) ?? findOnlyBody(setting, told, source, speaker); // prettier-ignore
  if (body) return body;
  // "The results" of a vote are its poll.
  if (speaker.kind === 'document' && /\b(?:results?|returns|tally|count)$/iu.test(headPhrase(source.text)) && /\b(?:election|vote|ballot|referendum)/iu.test(text.slice(Math.max(0, source.start - 300), source.end))) return { name: speaker.name, kind: 'poll', how: 'named', entity: null, mention }; // prettier-ignore
  const name = speaker.kind === 'person' && speaker.how === 'named' && speaker.by !== 'joint' ? fullName(text, entities.length > 0, mention) : speaker.name; // prettier-ignore
  return { name, kind: kindTogether(setting, source, speaker), how: speaker.how, entity: null, mention };
}

/** "North Holm and South Holm" look like two persons; where the network holds both for places or bodies, they are those. */
function kindTogether({ entities }: Setting, source: Span, { name, kind, by }: Speaker): ChainLink['kind'] {
  if (by !== 'joint' || kind !== 'person') return kind;
  const kinds = name.split(/, | and /u).map((one) => {
    const start = source.start + source.text.indexOf(one);
    return entityAt(entities, { start, end: start + one.length })?.kind ?? null;
  });
  if (kinds.every((one) => one === 'place')) return 'government';
  return kinds.every((one) => one === 'organization') ? 'organization' : kind;
}

function isOutletAgain({ kind, how }: Speaker): boolean {
  return kind === 'outlet' && how === 'inferred';
}

/** “In a statement to the Post, Holm said the Herald’s report was wrong. The paper …”: the one that was spoken to. */
function wasJustTold({ turns }: Setting, told: Told): boolean {
  const last = turns.findLast((turn) => !turn.nested && startOf(turn) < anchorOf(told).start);
  return last?.chain.slice(1, -1).some((link) => isPublisher(link) && link.mention !== null) === true; // prettier-ignore
}

/** "the official", one: who was spoken of before. */
function isOneAgain({ text }: Span): boolean {
  const noun = headNoun(headPhrase(text));
  return /^(?:the|this|that)\s/iu.test(text) && singularOf(noun) === noun;
}

/** "Office of", where the network lost the rest of the name. */
function uncut(link: ChainLink, wording: string): ChainLink {
  if (!/\s(?:of|for|and|the)$/u.test(link.name)) return link;
  const whole =
    wording
      .replace(/^the\s/iu, '')
      .split(/,|\s[–—(]/u)[0]
      ?.trim() ?? '';
  return whole.startsWith(link.name) ? { ...link, name: whole } : link;
}

/** "Ada O. Holm" where the entity is "Holm"; a person by the office before the name, whatever the network says. */
function nameInFull(link: ChainLink, { name, kind, how, by }: Speaker): ChainLink {
  const full = name.split(' ');
  const isFuller = how === 'named' && full.length > link.name.split(' ').length && full.at(-1) === link.name.split(' ').at(-1); // prettier-ignore
  const isSame = kind === link.kind || (kind === 'government' && link.kind === 'organization');
  // "Holm administration" where the entity is "Holm".
  const isBody = how === 'named' && /^(?:organization|government)$/u.test(kind) && full.length > 1 && name.startsWith(`${link.name} `); // prettier-ignore
  return {
    ...link,
    name: (isFuller && isSame) || isBody ? name : link.name,
    kind: by === 'office' && link.kind === 'organization' ? 'person' : link.kind,
  };
}

/** "Holm’s endorsement", where no list knows the noun: Holm tells by it. */
function findOwner({ text, entities }: Setting, source: Span): ChainLink | null {
  const owner = /^(?:[^\s,]+\s){0,4}?[^\s,]*?[\p{L}.](?=['’]s?\s)/u.exec(source.text)?.[0];
  if (owner === undefined) return null;
  const place = lastWordOf(text, { start: source.start, end: source.start + owner.length });
  const entity = entityAt(entities, place);
  if (!entity || !isNamed(entity) || entity.kind === 'place') return null;
  return { ...linkOfEntity(text, entity, place, 'unknown'), how: 'possessive' };
}

function findEntity(setting: Setting, told: Told, source: Span, speaker: Speaker, mention: Span): ChainLink | null {
  const { text, entities } = setting;
  if (['document', 'observation', 'poll', 'social'].includes(speaker.kind)) return null;
  const head = speaker.name === source.text ? headPhrase(source.text) : mention.text;
  const at = source.text.indexOf(head);
  const place = at < 0 ? mention : { start: source.start + at, end: source.start + at + head.length };
  const word = lastWordOf(text, place);
  const entity = entityAt(entities, word);
  if (!entity || !isNamed(entity)) return null;
  // "The Holm administration", which a mention ties to a state without its name, is called after Holm.
  if (speaker.how === 'named' && entity.kind !== 'person' && /\p{Lu}\S*\sadministration$/u.test(speaker.name) && !isName(entity, word)) return null; // prettier-ignore
  // "the administration" is a government’s, no Food and Drug Administration.
  if (/\badministration$/u.test(head) && /\s\S+\sAdministration$/u.test(entity.name)) return null;
  // "Citizens for Clean Ports in Holm" is no government of Holm.
  if ((entity.kind === 'place' || isSeatOfPower(entity.name)) && speaker.kind === 'organization' && speaker.how === 'named' && speaker.name.split(' ').length > entity.name.split(' ').length + 1) return null; // prettier-ignore
  // "his lawyer": one of his; a name said before need not be meant, where "his wife" has but one.
  if (speaker.how === 'inferred' && OWNED_OFFICE.test(source.text) && !ONLY_ONE.test(headNoun(head))) return null;
  // A plural or "a senior official" stays unnamed whatever a mention says; "the spokesman" may be named elsewhere.
  if (speaker.kind === 'unnamed' && (entity.kind !== 'person' || !/^the\s/iu.test(source.text))) return null;
  // "the film’s narrator": only whom the text says to be one.
  const isSomebody = speaker.kind === 'unnamed' || /['’]s\s[\p{Ll}\s-]+$/u.test(head);
  if (isSomebody && entity.kind === 'person' && !isName(entity, word) && !isCalled(setting, entity, source, headNoun(head))) return null; // prettier-ignore
  if (entity.kind === 'person' && !isName(entity, word) && !fitsNoun(setting, told, source, entity)) return null;
  const meant = meansAnother(setting, told, source, entity, word) ?? entity;
  return linkOfEntity(text, meant, makeSpan(text, word.start === place.start ? place.start : mention.start, place.end), speaker.kind); // prettier-ignore
}

/** A group is no one person; a judge or an adviser is whom the text calls so; "the adviser" who spoke unnamed is that one. */
function fitsNoun(setting: Setting, told: Told, source: Span, entity: Entity): boolean {
  const noun = headNoun(headPhrase(source.text));
  if (nounKind(noun) === 'people' && !entity.name.includes(' and ')) return false;
  if (!DEFINITE.test(source.text) || isCalled(setting, entity, source, noun)) return true;
  // "The author of a blog" is whom these words bring up; “Holm lost,” the host said of another than Holm.
  if (/^ of (?:an?|one|the popular|this|that) /u.test(source.text.slice(headPhrase(source.text).length)) || isToldOf(setting, told, entity, Infinity)) return false; // prettier-ignore
  return !isIntroduced(noun) && (isPublicOffice(noun) || !findUnnamedBearer(setting, told, noun));
}

/** "the harbour director", tied to somebody whom the text calls none, where it calls another so. A president goes untitled. */
function meansAnother(setting: Setting, told: Told, source: Span, entity: Entity, word: Range): Entity | null {
  const noun = headNoun(headPhrase(source.text));
  if (entity.kind !== 'person' || !DEFINITE.test(source.text)) return null;
  if (isName(entity, word) || isCalled(setting, entity, source, noun)) return null;
  const titled = noun === 'president' ? null : findTitled(setting, told, noun);
  return titled?.entity ?? findWhoSpoke(setting, told, entity, source, noun);
}

function isName({ mentions }: Entity, { start, end }: Range): boolean {
  return mentions.some((one) => one.start <= start && one.end >= end && one.why.includes('name'));
}

const OWNED_OFFICE = /^(?:his|her|their|its|my|our)\s[\p{Ll}\s-]+$/iu;
const ONLY_ONE = /^(?:wife|husband|spouse|partner|mother|father|mom|dad|boss|predecessor|successor|widow|widower|fianc[ée]e?|girlfriend|boyfriend|namesake|mate|opponent|rival|counterpart|twin|employer)$/u; // prettier-ignore

/** Of a body or a state there is but one: "Norland’s foreign minister", "the firm’s chief". */
const SOLE_OFFICE = /^(?:president|premier|minister|chancellor|king|queen|governor|mayor|ceo|chairman|chairwoman|chair|director|head|chief|ambassador|secretary|attorney|speaker|founder|owner|publisher|editor|commissioner|superintendent|sheriff|pope|archbishop|nominee|candidate)$/u; // prettier-ignore

const DEFINITE = /^(?:the|this)\s/iu;

/** "the senator", with no entity: the last speaker whose wording bore that office; "his lawyer" stays unnamed. */
function readRole(setting: Setting, told: Told, source: Span, speaker: Speaker, mention: Span): ChainLink {
  if (isOwned(source.text) && !SOLE_OFFICE.test(headNoun(speaker.name)))
    return unnamedLink(setting, told, source, source.text);
  const meant = findBearer(setting, told, headNoun(speaker.name));
  if (meant && meant.name !== speaker.name) return { ...meant, how: 'coreference', mention };
  const known = DEFINITE.test(source.text)
    ? findMeant(setting, told, headNoun(speaker.name), mention, source.text)
    : null;
  if (known) return known;
  if (isAnybody(headNoun(speaker.name))) return { ...unnamedLink(setting, told, source, source.text), how: 'inferred' };
  return { name: speaker.name, kind: 'person', how: 'inferred', entity: null, mention };
}

/** "the paper", "the news outlet", "the website": the outlet named last before, unless that is all the report's own. */
function readOutletAgain(setting: Setting, told: Told, speaker: Speaker, mention: Span): ChainLink {
  const { text } = setting;
  // "The media" and "the networks" are many.
  if (/(?:media|press|outlets|networks|newspapers|papers|publications|broadcasters|stations|channels|agencies|journalists|organi[sz]ations)$/iu.test(headPhrase(mention.text))) return { name: speaker.name, kind: 'outlet', how: 'named', entity: null, mention }; // prettier-ignore
  const until = anchorOf(told).start;
  const recent = setting.turns.filter((turn) => !turn.nested && startOf(turn) < until).slice(-3);
  const spoke = recent.findLast((turn) => turn.chain.some((one) => isPublisher(one) && one.mention !== null));
  const teller = spoke?.chain.findLast((one) => isPublisher(one) && one.mention !== null);
  const before = outletsIn(text, { start: Math.max(0, until - 3000), end: mention.start }).at(-1);
  const link = teller ?? (before ? outletLink(text, before, 'coreference') : findPaper(text, recent));
  return link
    ? { ...link, how: 'coreference', mention }
    : { name: speaker.name, kind: 'outlet', how: 'inferred', entity: null, mention };
}

/** A body that no list knows as a paper, but which "reported" or was told by unnamed sources: "the newspaper" is that one. */
function findPaper(text: string, recent: Setting['turns']): ChainLink | null {
  for (const { chain, cue } of recent.toReversed()) {
    const at = chain.findLastIndex(({ kind, how }) => kind === 'organization' && how === 'named');
    const reports = cue.some(({ start, end }) => /\b(?:reports?|reported)\b/iu.test(text.slice(start, end)));
    const body = chain[at];
    if (body && (at < chain.length - 1 ? chain[at + 1]?.kind === 'unnamed' : reports))
      return { ...body, kind: 'outlet' };
  }
  return null;
}

/** "Holm" is the "Ada Holm" named before, where no entities are known that would say so. */
function fullName(text: string, hasEntities: boolean, mention: Span): string {
  if (hasEntities || mention.text.includes(' ')) return mention.text;
  const name = mention.text.replaceAll(/[^\p{L}-]/gu, '');
  if (name.length < 3) return mention.text;
  const full = [...text.slice(0, mention.start).matchAll(new RegExp(`(\\p{Lu}[\\p{L}.'’-]*\\s){1,3}${name}(?![\\p{L}])`, 'gu'))].at(-1); // prettier-ignore
  if (!full) return mention.text;
  const named = describeSpeaker(full[0]);
  return named.kind === 'person' && named.name.endsWith(name) ? named.name : mention.text;
}

export function openLink(mention: Span, kind: ChainLink['kind']): ChainLink {
  return { name: mention.text, kind, how: 'inferred', entity: null, mention };
}
