import { makeSpan, type Span } from '../../base/span.ts';
import type { Range } from '../../language/document.ts';
import type { Entity } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { describeUnnamed } from '../unnamed.ts';
import { outletLink, outletsIn, type OutletAt } from './cited-outlets.ts';
import { headNoun, headPhrase } from './phrases.ts';
import { isPublisher } from './publisher.ts';
import {
  antecedentOf,
  canMean,
  entityAt,
  lastWordOf,
  linkOfEntity,
  pronounClass,
  type PronounClass,
} from './referents.ts';
import { describeSpeaker, isOwned, type Speaker } from './speakers.ts';
import { anchorOf, endOf, isInside, sentenceAround, startOf, type Setting, type Told, type Turn } from './setting.ts';

/** The speaker's links, and the turn with whose chain they go on. */
export interface Spoken {
  readonly links: readonly ChainLink[];
  readonly turn: Turn | null;
}

const fresh = (...links: readonly ChainLink[]): Spoken => ({ links, turn: null });

/** Who speaks by the wording of the source: one link, or an outlet and whom it had it from. */
export function readSpeaker(setting: Setting, told: Told, base: readonly ChainLink[]): Spoken {
  const source = pickSource(setting.text, told.source);
  const pronoun = pronounClass(source.text);
  if (pronoun) return readPronoun(setting, told, source, pronoun, base);
  if (OWN_PEOPLE.test(source.text)) return readOwnPeople(setting, told, source, base);
  const mention = outletsIn(setting.text, source)[0];
  if (mention) return fresh(...readOutlet(setting, told, source, mention));
  const link = speakerLink(setting, told, source);
  const outlet = link.kind === 'unnamed' && BARE_SOURCE.test(source.text) ? outletInCharge(setting, told) : null;
  if (outlet) return fresh(outlet, link);
  return fresh(link);
}

/** Of several source spans, the one with most capitals: "he … the minister, Jo Hale" is told by Jo Hale. */
function pickSource(text: string, ranges: readonly Range[]): Span {
  const spans = ranges.map((part) => makeSpan(text, part.start, part.end + domainBehind(text, part.end)));
  const capitals = (span: Span): number => span.text.match(/(?<![\p{L}])\p{Lu}/gu)?.length ?? 0;
  return spans.reduce((best, span) => (capitals(span) > capitals(best) ? span : best));
}

/** "gazeta" before ".ru": the network reads an address as words. */
function domainBehind(text: string, end: number): number {
  const domain = /^\.(?:com|org|net|ru|ua|co\.uk|de|fr|info|news)(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 8));
  return domain?.[0].length ?? 0;
}

/** "he" is the entity that mentions tie it to, else the last speaker it can mean; "I" is whoever holds the words. */
function readPronoun(
  setting: Setting,
  told: Told,
  source: Span,
  kind: PronounClass,
  base: readonly ChainLink[],
): Spoken {
  const { text, entities } = setting;
  if (kind === 'I' || kind === 'we') return readFirstPerson(setting, source, kind, base);
  if (kind === 'you') return fresh(unnamedLink(setting, told, source, source.text));
  const entity = entityAt(entities, source);
  const previous = setting.turns.findLast((turn) => !turn.nested && startOf(turn) < startOf(told));
  const goesOn = previous && canBe(setting, previous, told, source, kind) && isNear(setting, previous, told);
  // Right behind somebody's words, with nobody else named between, the pronoun goes on with them.
  if (entity && !(goesOn && isAlone(setting, previous, told, entity))) {
    const isSame = goesOn && previous.chain.at(-1)?.entity === entity.id;
    return { links: [linkOfEntity(text, entity, source, 'unknown')], turn: isSame ? previous : null };
  }
  if (kind === 'relative') {
    const before = antecedentOf(text, source, sentenceAround(setting.sentences, source).start);
    return fresh(before ? speakerLink(setting, told, before) : openLink(source, 'unknown'));
  }
  const turn = setting.turns.findLast((one) => canBe(setting, one, told, source, kind));
  const meant = turn?.chain.at(-1);
  if (!turn || !meant) return fresh(openLink(source, 'unknown'));
  const link: ChainLink = { ...meant, how: 'speaker-turn', mention: source };
  return { links: [link], turn: turn === previous && isNear(setting, turn, told) ? turn : null };
}

/** How many characters behind a turn a pronoun may still go on with it. */
const REACH = 1500;

function canBe(setting: Setting, turn: Turn, told: Told, source: Span, kind: PronounClass): boolean {
  const last = turn.chain.at(-1);
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
function isAlone({ entities }: Setting, turn: Turn, told: Told, entity: Entity): boolean {
  const last = turn.chain.at(-1);
  if (last?.kind !== 'person' || entity.kind !== 'person') return false;
  const from = endOf(turn);
  const to = anchorOf(told).start;
  return !entities.some(({ id, kind, mentions }) => kind === 'person' && id !== last.entity && mentions.some((one) => one.start >= from && one.end <= to && one.why !== 'pronoun')); // prettier-ignore
}

/** "I" in quoted or nested words is their speaker; in the report's own, its author; "we" there is the outlet. */
function readFirstPerson(setting: Setting, source: Span, kind: PronounClass, base: readonly ChainLink[]): Spoken {
  const above = base.at(-1);
  if (above && above.how !== 'metadata' && above.how !== 'byline' && above.mention !== null) return fresh();
  if (isInside(source.start, setting.quotations)) {
    const turn = setting.turns.findLast(({ content }) => content.some((part) => part.start <= source.end + 400 && source.start <= part.end + 400)); // prettier-ignore
    const last = turn?.chain.at(-1);
    if (turn && last) return { links: [{ ...last, how: 'speaker-turn', mention: source }], turn };
    return fresh(openLink(source, 'unknown'));
  }
  const [author, ...others] = setting.article.authors;
  if (kind === 'we' || author === undefined || others.length > 0) return fresh();
  return fresh({ name: author, kind: 'person', how: 'byline', entity: null, mention: source });
}

/** Sources, reporters and the like whom an outlet's possessive makes its own: "the Times' sources", "their sources". */
const PEOPLE = '(?:own\\s+)?(?:\\p{Ll}+\\s+)?(?:sources?|insiders?|informants?|contacts?)';
const OWN_PEOPLE = new RegExp(`^(?:their|its|his|her)\\s+${PEOPLE}$`, 'iu');
const OWNED_PEOPLE = new RegExp(`^${PEOPLE}$`, 'iu');

/** "Their sources": of the outlet named before in the sentence, above in the chain or last in charge; else it stays open. */
function readOwnPeople(setting: Setting, told: Told, source: Span, base: readonly ChainLink[]): Spoken {
  const { text } = setting;
  const above = base.at(-1);
  const owned = (outlet: ChainLink): ChainLink => ({ ...unnamedLink(setting, told, source, `unnamed sources of ${outlet.name}`, outlet.name), how: 'possessive' }); // prettier-ignore
  if (above?.mention && isPublisher(above)) return fresh(owned(above));
  const sentence = sentenceAround(setting.sentences, source);
  const mention = outletsIn(text, { start: sentence.start, end: source.start }).at(-1);
  const pronoun = /^\p{L}+/u.exec(source.text)?.[0] ?? '';
  const place = { start: source.start, end: source.start + pronoun.length };
  const entity = entityAt(setting.entities, place);
  const outlet = mention
    ? outletLink(text, mention, 'named')
    : entity && entity.kind !== 'place'
      ? linkOfEntity(text, entity, place, 'unknown')
      : outletInCharge(setting, told);
  if (outlet) return fresh(outlet, owned(outlet));
  const open = openLink(makeSpan(text, place.start, place.end), 'unknown');
  return fresh(open, { ...unnamedLink(setting, told, source, source.text), how: 'possessive' });
}

const BARE_SOURCE = /^(?:(?:the|a|an|one|two|three|several|multiple|some|other|another|its|unnamed|anonymous|law enforcement)\s+)*(?:\p{Ll}+\s+)?(?:sources?|insiders?)$/iu; // prettier-ignore

/** The outlet from which the story is being retold: the last turns end at it, or at nobody but its own people. */
function outletInCharge(setting: Setting, told: Told): ChainLink | null {
  const recent = setting.turns.filter((turn) => !turn.nested && startOf(turn) < startOf(told)).slice(-2);
  for (const turn of recent.toReversed()) {
    if (startOf(told) - endOf(turn) > 900) return null;
    const at = turn.chain.findLastIndex((link) => isPublisher(link) && link.mention !== null);
    const outlet = turn.chain[at];
    const behind = turn.chain.slice(at + 1);
    if (outlet && behind.every((link) => link.kind === 'unnamed')) return { ...outlet, how: 'speaker-turn' };
  }
  return null;
}

const PAPER_OF = /^(?:reports?|article|story|stories|editorial|column|piece|exclusive|scoop|investigation|account|coverage|review|blog|post|op-ed|headline|essay|profile|analysis)$/u; // prettier-ignore

/** "CNN’s Jake Tapper", "the Post’s sources", "a report in the Guardian", "Jo Hale of Reuters", "Reuters". */
function readOutlet(setting: Setting, told: Told, source: Span, mention: OutletAt): readonly ChainLink[] {
  const { text } = setting;
  const outlet = outletLink(text, mention, 'named');
  const before = text.slice(source.start, mention.start);
  const owned = /^['’]s?\s+/u.exec(text.slice(mention.end, source.end));
  const head = headPhrase(source.text);
  const noun = headNoun(head);
  if (owned && !/\p{L}{4}/u.test(before)) {
    const rest = makeSpan(text, mention.end + owned[0].length, source.end);
    if (OWNED_PEOPLE.test(rest.text)) return [outlet, { ...unnamedLink(setting, told, rest, `unnamed sources of ${outlet.name}`, outlet.name, source.text), how: 'possessive' }]; // prettier-ignore
    const speaker = speakerLink(setting, told, rest);
    return speaker.kind === 'person' || speaker.kind === 'unnamed' ? [outlet, speaker] : [outlet];
  }
  const whole = describeSpeaker(source.text);
  if (whole.kind === 'poll') return [speakerLink(setting, told, source)];
  const isHead = source.start + head.length >= mention.end;
  if (isHead) return readOutletAhead(setting, told, source, mention, outlet);
  const eyewitness = /^(?:an?|one|the)\s+(?:\p{Ll}+\s+)*(?:witness|correspondent|photographer|journalist|reporter)$/iu.test(head); // prettier-ignore
  if (eyewitness) return [speakerLink(setting, told, source)];
  if (
    /\b(?:by|with|to|in|from)\s+(?:the\s+)?$/u.test(before) &&
    (whole.kind === 'document' || whole.kind === 'observation')
  ) {
    // prettier-ignore
    return PAPER_OF.test(noun) ? [outlet] : [outlet, speakerLink(setting, told, source)];
  }
  const speaker = speakerLink(setting, told, source);
  const speaks = ['person', 'unnamed', 'government', 'organization'].includes(speaker.kind);
  const told2 = /\b(?:to|with|by)\s+(?:the\s+)?$/u.test(before);
  if (!speaks) return [outlet];
  // "Jo Hale of Reuters" speaks for Reuters; "the minister, speaking to Reuters," is another's.
  return told2 || speaker.kind === 'person' ? [outlet, speaker] : [speaker];
}

/** The outlet at the head of the phrase: "NBC moderator Jo Hale" is Jo Hale; "Reuters" and "the daily Holm Post" are it. */
function readOutletAhead(
  setting: Setting,
  told: Told,
  source: Span,
  mention: OutletAt,
  outlet: ChainLink,
): readonly ChainLink[] {
  const { text } = setting;
  const after = text.slice(mention.end, source.end);
  const office = /^\s+(?=\p{L})/u.exec(after);
  if (!office) return [outlet];
  const rest = makeSpan(text, mention.end + office[0].length, source.end);
  const speaker = describeSpeaker(`${mention.outlet.name} ${rest.text}`);
  const own = describeSpeaker(rest.text);
  const noun = headNoun(headPhrase(rest.text));
  if (own.kind === 'person' && own.name !== rest.text.trim() && own.how === 'named') return [speakerLink(setting, told, rest)]; // prettier-ignore
  if (own.kind === 'person' && own.how === 'named' && /^\p{Lu}/u.test(rest.text)) return [outlet, speakerLink(setting, told, rest)]; // prettier-ignore
  if (speaker.kind === 'poll') return [speakerLink(setting, told, source)];
  if (speaker.kind === 'unnamed' && !/^(?:reports?|on|in|at|and)\b/u.test(noun))
    return [speakerLink(setting, told, source)];
  return [outlet];
}

/** The one link that a wording gives, tied to its entity where mentions know it. */
export function speakerLink(setting: Setting, told: Told, source: Span): ChainLink {
  const { text, entities } = setting;
  const speaker = describeSpeaker(source.text);
  const start = source.start + Math.max(0, speaker.at);
  const fits = text.startsWith(speaker.name, start);
  const mention = fits ? makeSpan(text, start, start + speaker.name.length) : source;
  const entity = speaker.kind === 'unnamed' && speaker.name !== source.text ? null : findEntity(setting, source, speaker, mention); // prettier-ignore
  if (entity) return entity;
  if (speaker.kind === 'unnamed') return unnamedLink(setting, told, source, source.text);
  if (speaker.kind === 'person' && speaker.how === 'inferred') return readRole(setting, told, source, speaker, mention);
  if (speaker.kind === 'outlet' && speaker.how === 'inferred') return readOutletAgain(setting, told, speaker, mention);
  // "The results" of a vote are its poll.
  if (speaker.kind === 'document' && /\b(?:results?|returns|tally|count)$/iu.test(headPhrase(source.text)) && /\b(?:election|vote|ballot|referendum)/iu.test(text.slice(Math.max(0, source.start - 300), source.end))) return { name: speaker.name, kind: 'poll', how: 'named', entity: null, mention }; // prettier-ignore
  const name = speaker.kind === 'person' && speaker.how === 'named' ? fullName(text, entities.length > 0, mention) : speaker.name; // prettier-ignore
  return { name, kind: speaker.kind, how: speaker.how, entity: null, mention };
}

function findEntity(setting: Setting, source: Span, speaker: Speaker, mention: Span): ChainLink | null {
  const { text, entities } = setting;
  if (['document', 'observation', 'poll', 'social'].includes(speaker.kind)) return null;
  const head = speaker.name === source.text ? headPhrase(source.text) : mention.text;
  const at = source.text.indexOf(head);
  const place = at < 0 ? mention : { start: source.start + at, end: source.start + at + head.length };
  const word = lastWordOf(text, place);
  const entity = entityAt(entities, word);
  if (!entity || !/\p{Lu}/u.test(entity.name)) return null;
  // A plural or "a senior official" stays unnamed whatever a mention says; "the spokesman" may be named elsewhere.
  if (speaker.kind === 'unnamed' && (entity.kind !== 'person' || !/^the\s/iu.test(source.text))) return null;
  return linkOfEntity(text, entity, makeSpan(text, word.start === place.start ? place.start : mention.start, place.end), speaker.kind); // prettier-ignore
}

/** "the senator", with no entity: the last speaker whose wording bore that office; "his lawyer" stays unnamed. */
function readRole(setting: Setting, told: Told, source: Span, speaker: Speaker, mention: Span): ChainLink {
  if (isOwned(source.text)) return unnamedLink(setting, told, source, source.text);
  const noun = headNoun(speaker.name);
  const titled = setting.turns.findLast((turn) => {
    const words = turn.source.map(({ start, end }) => setting.text.slice(start, end)).join(' ').toLowerCase(); // prettier-ignore
    return turn.chain.at(-1)?.kind === 'person' && words.includes(noun) && startOf(turn) < startOf(told);
  });
  const again = setting.turns.findLast((turn) => {
    const last = turn.chain.at(-1);
    return last?.kind === 'unnamed' && headNoun(headPhrase(last.name)) === noun && startOf(turn) < startOf(told);
  });
  const unnamed = again?.chain.at(-1);
  if (unnamed) return { ...unnamed, how: 'coreference', mention };
  const meant = titled?.chain.at(-1);
  if (meant && meant.name !== speaker.name) return { ...meant, how: 'coreference', mention };
  return { name: speaker.name, kind: 'person', how: 'inferred', entity: null, mention };
}

/** "the paper", "the news outlet", "the website": the outlet named last before, unless that is all the report's own. */
function readOutletAgain(setting: Setting, told: Told, speaker: Speaker, mention: Span): ChainLink {
  const { text } = setting;
  const until = anchorOf(told).start;
  const recent = setting.turns.filter((turn) => !turn.nested && startOf(turn) < until).slice(-3);
  const spoke = recent.findLast((turn) => turn.chain.some((one) => isPublisher(one) && one.mention !== null));
  const teller = spoke?.chain.findLast((one) => isPublisher(one) && one.mention !== null);
  const before = outletsIn(text, { start: Math.max(0, until - 3000), end: mention.start }).at(-1);
  const link = teller ?? (before ? outletLink(text, before, 'coreference') : null);
  return link
    ? { ...link, how: 'coreference', mention }
    : { name: speaker.name, kind: 'outlet', how: 'inferred', entity: null, mention };
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

function openLink(mention: Span, kind: ChainLink['kind']): ChainLink {
  return { name: mention.text, kind, how: 'inferred', entity: null, mention };
}

/** A source that the text leaves unnamed, with all that it says of it. `wording`: where more than the span says it. */
function unnamedLink(
  setting: Setting,
  told: Told,
  span: Span,
  name: string,
  owner: string | null = ownerOf(setting, span),
  wording = span.text,
): ChainLink {
  const cue = told.cue.map(({ start, end }) => setting.text.slice(start, end)).join(' ');
  const unnamed = describeUnnamed(wording, restOfSentence(setting, told, span), cue);
  const affiliation = owner ?? unnamed.affiliation ?? affiliationBefore(setting, span);
  return { name, kind: 'unnamed', how: 'named', entity: null, mention: span, unnamed: { ...unnamed, affiliation } };
}

const TEAMS = 'researchers?|scientists?|experts?|authors?|academics?|economists?|analysts?|officials?|employees?|workers|staff|team|group|scholars?|investigators?'; // prettier-ignore

/** "The scientists" are those "from the Harbour Institute" of whom the text has spoken: the last such words before. */
function affiliationBefore({ text }: Setting, span: Span): string | null {
  if (!/^(?:the|these|those)\s/iu.test(span.text)) return null;
  const noun = headNoun(headPhrase(span.text));
  if (!new RegExp(`^(?:${TEAMS})$`, 'u').test(noun)) return null;
  const kin = /^(?:researcher|scientist|author|academic|scholar)s?$/u.test(noun) ? `${noun}|(?:research )?team|researchers?|scientists?` : noun; // prettier-ignore
  const before = text.slice(Math.max(0, span.start - 1500), span.start);
  const named = [...before.matchAll(new RegExp(`\\b(?:${kin}) (?:from|at|of|with) ((?:the )?\\p{Lu}[\\p{L}’'.&-]*(?:,? (?:(?:of|and|the|for|in|at) )*\\p{Lu}[\\p{L}’'.&-]*)*)`, 'gu'))].at(-1); // prettier-ignore
  return named?.[1] ?? null;
}

/** Whose people they are where a pronoun says it: "his aides" of the man whom mentions tie "his" to. */
function ownerOf({ entities, turns }: Setting, span: Span): string | null {
  const pronoun = /^(?:(?:\p{L}+\s+){1,3}of\s+)?(his|her|their|its)\s/iu.exec(span.text);
  const word = pronoun?.[1];
  if (!pronoun || word === undefined) return null;
  const start = span.start + pronoun[0].length - word.length - 1;
  const entity = entityAt(entities, { start, end: start + word.length });
  if (entity) return entity.name;
  const last = turns.findLast(({ nested }) => !nested)?.chain.at(-1);
  const fits = /^(?:his|her)$/iu.test(word) ? last?.kind === 'person' : last?.kind === 'organization' || last?.kind === 'government'; // prettier-ignore
  return last && fits ? last.name : null;
}

/** From the source to the end of its sentence, without the contents: where the reason for anonymity stands. */
function restOfSentence({ text, sentences }: Setting, told: Told, span: Span): string {
  const sentence = sentenceAround(sentences, { start: span.start, end: Math.max(span.end, ...told.cue.map((part) => part.end)) }); // prettier-ignore
  let rest = text.slice(sentence.start, sentence.end);
  for (const part of told.content) rest = rest.replace(text.slice(part.start, part.end), ' ');
  return rest;
}
