import { makeSpan, type Span } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import type { Entity } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { headNoun, headPhrase } from './phrases.ts';
import { entityAt, isNamed, lastWordOf, linkOfEntity } from './referents.ts';
import { anchorOf, isInside, type Setting, type Told } from './setting.ts';
import type { Speaker } from './speakers.ts';

/** Nouns of so many bodies that "IT company" names none; only "Holm Cup Company" does. */
const ANY_BODY = /^(?:company|group|firm|agency|organi[sz]ation|bank|union|maker|giant|retailer|airline|chain|startup|team|body|party)$/u; // prettier-ignore
/** How far back the name is looked for, in UTF-16 units. */
const BACK = 6000;
/** … and how near it must be where other bodies bear the noun too. */
const NEAR = 1000;
const OWNED = /^(his|her|their|its)\s/iu;
/** Words beside a noun that say no more of it than "the" does. */
const SAYS_NOTHING = /^(?:the|this|that|current|present|same|entire|whole|very|own)$/iu;

/**
 * Whose campaign or administration is meant where nothing else says it: "his campaign" is the campaign of whom "his"
 * means; "the administration" is "the Holm administration" named last before, "the board" the one "Harbour Board". Null
 * where no such name, or only one with other words beside the noun, stands before.
 */
export function findNamesake(setting: Setting, told: Told, source: Span, speaker: Speaker): ChainLink | null {
  if (speaker.how !== 'inferred' || (speaker.kind !== 'organization' && speaker.kind !== 'government')) return null;
  const phrase = headPhrase(source.text);
  const noun = headNoun(phrase);
  const owned = OWNED.exec(phrase);
  if (owned) return findOwned(setting, source, phrase, owned[1] ?? '', speaker.kind);
  if (!/^(?:the|this|that)\s/iu.test(phrase)) return null;
  const beside = phrase.split(/\s+/u).slice(0, -1).filter((word) => !SAYS_NOTHING.test(word)); // prettier-ignore
  const found = namesBefore(setting.text, anchorOf(told).start, noun).filter(({ name }) => !(noun === 'administration' && /\s\S+\sAdministration$/u.test(name)) && beside.every((word) => name.toLowerCase().includes(word.toLowerCase()))); // prettier-ignore
  const last = found.at(-1);
  const isOne =
    last && (found.every(({ name }) => lastTwo(name) === lastTwo(last.name)) || anchorOf(told).start - last.end < NEAR);
  return isOne ? linkTo(setting, source, last, speaker.kind) : null;
}

/** "Harbour Steel said … the company would close": the body in whose words it stands, where the noun tells no more. */
export function findHoldingBody(
  { text, quotations, holder }: Setting,
  source: Span,
  speaker: Speaker,
): ChainLink | null {
  if (!isPlainBody(source, speaker) || isInside(source.start, quotations) || !isBody(holder, speaker)) return null;
  return { ...holder, how: 'coreference', mention: makeSpan(text, source.start, source.end) };
}

/** "Tidefox rose. On Tuesday, the company said": the one body that the two sentences before name. */
export function findOnlyBody(
  { text, entities, sentences }: Setting,
  told: Told,
  source: Span,
  speaker: Speaker,
): ChainLink | null {
  if (!isPlainBody(source, speaker) || speaker.kind !== 'organization' || !ANY_GROUP.test(headNoun(source.text))) return null; // prettier-ignore
  const at = sentences.findIndex((one) => one.end > source.start);
  const from = sentences[Math.max(0, at - 2)]?.start ?? source.start;
  const isNear = ({ start, end, why }: Entity['mentions'][number]): boolean => start >= from && end <= source.start && /name|acronym/u.test(why) && !isInside(start, told.content); // prettier-ignore
  const near = entities.filter((one) => one.kind === 'organization' && isNamed(one) && one.mentions.some(isNear));
  const [only] = near;
  return only && near.length === 1 ? { ...linkOfEntity(text, only, source, speaker.kind), how: 'coreference' } : null;
}

/** Nouns that fit whatever body; "the board" is a board. */
const ANY_GROUP = /^(?:company|firm|group|organi[sz]ation|nonprofit|charity|startup|corporation|manufacturer|maker|giant|retailer|airline|carmaker|automaker)$/u; // prettier-ignore

function isPlainBody({ text }: Span, { how }: Speaker): boolean {
  return how === 'inferred' && PLAIN_BODY.test(text);
}

function isBody(link: ChainLink | null | undefined, { kind }: Speaker): link is ChainLink {
  return link?.kind === kind && link.how !== 'inferred' && link.mention !== null && /\p{Lu}/u.test(link.name.replace(/^(?:An?|The)\s/u, '')); // prettier-ignore
}

const PLAIN_BODY = /^(?:the|this)\s(?:agency|department|ministry|bureau|office|company|firm|group|organi[sz]ation|bank|union|team|commission|committee|board|panel|institute|foundation|cent(?:er|re)|nonprofit|charity|association|think tank|watchdog|chain|airline|carmaker|automaker|retailer|manufacturer|maker|giant|league|club|startup|corporation|coalition|lobby|party)$/iu; // prettier-ignore

/** "Senate Harbour Committee" and "Harbour Committee" are one. */
function lastTwo(name: string): string {
  return name.split(' ').slice(-2).join(' ').toLowerCase();
}

interface NameAt extends Range {
  readonly name: string;
}

/** "the Holm administration", "Holm’s campaign", "the Harbour Board": names that end in the noun, in text order. */
function namesBefore(text: string, until: number, noun: string): readonly NameAt[] {
  const from = Math.max(0, until - BACK);
  const capital = noun.charAt(0).toUpperCase() + noun.slice(1);
  const pattern = new RegExp(`(?<![\\p{L}.’'-])((?:\\p{Lu}[\\p{L}.&-]*(?:['’]s?)?\\s(?:(?:of|for|and)\\s(?=\\p{Lu}))?)+(?:presidential\\s|re-?election\\s|transition\\s)?(?:${ANY_BODY.test(noun) ? capital : `${noun}|${capital}`}))(?![\\p{L}-])`, 'gu'); // prettier-ignore
  return [...text.slice(from, until).matchAll(pattern)].flatMap((match) => {
    const name = (match[1] ?? '').replace(/^(?:The|This|That|A|An|In|On|At|But|And|If|When|As|While|Under|His|Her|Their|Its|Our|My|For|From|With|By|New|Former|Last|Every|Each|All|Any|No|Some|Another|One|Both|Other|What|Which|Most|Many)\s+/u, ''); // prettier-ignore
    const end = from + match.index + match[0].length;
    // "The campaign" at a sentence's beginning names nobody.
    return /\s/u.test(name) ? { name, start: end - name.length, end } : [];
  });
}

function findOwned(
  { text, entities }: Setting,
  source: Span,
  phrase: string,
  pronoun: string,
  kind: Speaker['kind'],
): ChainLink | null {
  const owner = entityAt(entities, { start: source.start, end: source.start + pronoun.length });
  if (!owner || !isNamed(owner)) return null;
  const rest = phrase.slice(pronoun.length).trim();
  const last = owner.name.split(' ').at(-1) ?? owner.name;
  const known = new RegExp(`(?:\\p{Lu}[\\p{L}.-]*\\s)?${escape(last)}(?:['’]s?)?\\s(?:\\p{Ll}+\\s)?${escape(rest)}(?![\\p{L}-])`, 'u').exec(text)?.[0]; // prettier-ignore
  const name = known?.replace(/^The\s/u, '') ?? `${owner.name}’s ${rest}`;
  return { name, kind, how: 'possessive', entity: null, mention: makeSpan(text, source.start, source.end) };
}

function linkTo({ text, entities }: Setting, source: Span, at: NameAt, kind: Speaker['kind']): ChainLink {
  const mention = makeSpan(text, source.start, source.end);
  const entity = entityAt(entities, lastWordOf(text, at));
  const isOwn = entity !== null && isNamed(entity) && isSameBody(entity, at.name);
  const known = isOwn ? entity : null;
  return { name: known?.name ?? at.name, kind, how: 'coreference', entity: known?.id ?? null, mention };
}

function isSameBody({ kind, name }: Entity, called: string): boolean {
  return kind !== 'person' && kind !== 'place' && name.split(' ').at(-1) === called.split(' ').at(-1);
}

function escape(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
