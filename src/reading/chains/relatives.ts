import { makeSpan, type Span } from '../../base/span.ts';
import { tagWords } from '../../language/parts-of-speech.ts';
import type { Range } from '../../language/spans.ts';
import type { ChainLink } from '../reading.ts';
import { outletLink, outletsIn } from './cited-outlets.ts';
import { headNoun, headPhrase, singularOf } from './phrases.ts';
import { findPersonBefore, linkOfEntity } from './referents.ts';
import { anchorOf, sentenceAround, startOf, type Setting, type Told } from './setting.ts';
import { openLink, speakerLink } from './speaker-link.ts';
import { describeSpeaker } from './speakers.ts';

const WHO = /^wh(?:o|om|ose)$/iu;

/** Whom "who", "which" or "that" goes back to in its sentence. */
export function readRelative(setting: Setting, told: Told, source: Span): ChainLink {
  const { text } = setting;
  const from = sentenceAround(setting.sentences, source).start;
  const before = antecedentOf(text, source, from);
  const isSomebody = WHO.test(source.text);
  const named = isSomebody ? findPersonBefore(setting, source, from) : null;
  if (named && !(before && isPeople(before) && !isBeside(text, named.mention, before)))
    return linkOfEntity(text, named.entity, named.mention, 'person');
  if (!before) return openLink(source, 'unknown');
  const link = linkOfAntecedent(setting, told, before);
  const spoke = link.kind === 'unknown' && isSomebody ? spokeBefore(setting, told, from) : null;
  if (spoke) return { ...spoke, how: 'coreference', mention: source };
  if (link.kind !== 'person' || isSomebody) return link;
  // "an essay by Ada Holm, which": the essay; "Holm, which declined to comment": a thing, whatever its name looks like.
  const ahead = /\s(?:by|from|of|for|against|with|about|on)\s(?:\p{L}+\.\s)?$/u.exec(text.slice(from, before.start));
  const outer = ahead ? antecedentOf(text, { start: from + ahead.index, end: from + ahead.index }, from) : null;
  if (outer && before.text.includes(' ')) return speakerLink(setting, told, outer);
  return { ...link, kind: 'organization' };
}

function linkOfAntecedent(setting: Setting, told: Told, before: Span): ChainLink {
  const outlet = outletsIn(setting.text, before).find((one) => one.end === before.end && before.end - before.start <= one.end - one.start + 4); // prettier-ignore
  return outlet ? outletLink(setting.text, outlet, 'named') : speakerLink(setting, told, before);
}

/** "the page that promises": right behind a noun and right before its verb. */
export function isRelativeThat(text: string, { cue }: Told, { start, end, text: word }: Span): boolean {
  return word === 'that' && /\p{L}["”’]? $/u.test(text.slice(Math.max(0, start - 3), start)) && cue.some((part) => part.start - end === 1); // prettier-ignore
}

/** "said one Democrat familiar with the talks, who added": whoever spoke last in the same sentence. */
function spokeBefore({ turns }: Setting, told: Told, from: number): ChainLink | null {
  const turn = turns.findLast((one) => startOf(one) < startOf(told) && anchorOf(one).start >= from);
  const last = turn?.chain.at(-1);
  return last && /^(?:person|unnamed)$/u.test(last.kind) && last.how !== 'inferred' ? last : null;
}

function isPeople({ text }: Span): boolean {
  return describeSpeaker(text).kind === 'unnamed';
}

/** "Ada Holm, the harbour commissioner, who": the nearer noun says what she is. */
function isBeside(text: string, name: Range, noun: Span): boolean {
  const between = text.slice(name.end, noun.start);
  return /^(?: \([^)]*\))?, (?:(?:an?|the|\p{L}+['’]s)\s)?[^,;]*$/u.test(between) && singularOf(headNoun(headPhrase(noun.text))) === headNoun(headPhrase(noun.text)); // prettier-ignore
}

/** "a woman in Norland", "two engineers from Norland": people, and where. */
const IN_PLACE =
  /(?<!\p{L})((?:the|an?|some|many|several|two|three|four|five|one|another|other|those)\s(?:\p{L}[\p{L}-]*\s){0,3}\p{Ll}[\p{L}-]*)\s(?:in|from|of|at|near)\s(?:the\s)?(?:\p{Lu}[\p{L}'’.-]*\s?){1,3}$/u;

/** Between a noun and its relative: "the Harbour Board on Friday that showed", "the houses, both of which". */
const BEHIND_NOUN = /(?:[\s,–—-]|,?\s(?:all|both|each|neither|none|some|many|most|several|one|two|three)\sof(?=\s*$)|\s(?:(?:on|late|early|last|this)\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?(?=\s*$))+$/u; // prettier-ignore
/** "a site called “Clean Ports” that": what the noun is called. */
const CALLED = /(?<=\s\p{Ll}+)(\s(?:called|named|titled|entitled|dubbed)\s["“][^"“”]*["“”])$/u;

/** "the harbour master, who": the noun phrase right before a relative pronoun, back to a comma or a verb's end. */
function antecedentOf(text: string, relative: Range, from: number): Span | null {
  const isSomebody = WHO.test(text.slice(relative.start, relative.end));
  const whole = text.slice(from, relative.start).replace(BEHIND_NOUN, '');
  const called = CALLED.exec(whole)?.[1];
  const before = called === undefined ? whole : whole.slice(0, whole.length - called.length);
  const share = /(?:(?:another|just|only|about|nearly|some)\s+)?[\d.]+\s?(?:percent|%)$/u.exec(before)?.[0];
  if (share !== undefined) return makeSpan(text, from + before.length - share.length, from + before.length);
  const phrase = /(?:(?<!\p{L})(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Ss]ome|[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree|[Bb]oth|former|senior|President|Mr\.?|Ms\.?|Mrs\.?)\s+)*(?:[\p{L}'’.-]+\s+){0,5}[\p{L}'’.-]+$/u.exec(before)?.[0]; // prettier-ignore
  if (phrase === undefined) return null;
  const names = /(?:\p{Lu}[\p{L}'’.-]*\s+(?:and\s+)?)*\p{Lu}[\p{L}'’.-]*$/u.exec(phrase)?.[0];
  // "the Bureau of Tides, which"
  const body = names === undefined || isSomebody ? undefined : /(?:\p{Lu}[\p{L}'’.-]*\s)+of\s(?:the\s)?(?:\p{Lu}[\p{L}'’.-]*\s)*\p{Lu}[\p{L}'’.-]*$/u.exec(phrase)?.[0]; // prettier-ignore
  const phraseBefore = /(?:(?<!\p{L})(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Ss]ome|[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree)\s+)(?:[\p{L}-]+\s+){0,4}[\p{L}-]+$/u.exec(phrase)?.[0]; // prettier-ignore
  // "The ongoing problems mean that people who" are people.
  const noun = phraseBefore !== undefined && /^\p{Lu}/u.test(phraseBefore) && tagWords(phraseBefore).some(({ pos }) => pos === 'VERB' || pos === 'AUX') ? undefined : phraseBefore; // prettier-ignore
  // "Holm is a former lawyer who": what is said of Holm.
  const of = noun === undefined ? null : /(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3})\s+(?:is|was|remains|became)\s+$/u.exec(before.slice(0, -noun.length)); // prettier-ignore
  if (names === undefined && of?.[1] !== undefined)
    return makeSpan(text, from + of.index, from + of.index + of[1].length);
  // "some influence on those who": the last of them, unless what stands before it can tell: "supporters of Holm who".
  // "a woman in Norland who": a place is nobody.
  const placed = names !== undefined && isSomebody && describeSpeaker(names).kind === 'government' ? IN_PLACE.exec(before) : null; // prettier-ignore
  const somebody = placed?.[1];
  if (placed && somebody !== undefined) return makeSpan(text, from + placed.index, from + placed.index + somebody.length); // prettier-ignore
  const tail = noun === undefined || names !== undefined ? undefined : /\s(?:of|to|on|from|with|for|by|among|between|against|about|than|in|at)\s(?!.*\s(?:of|to|on|from|with|for|by|among|between|against|about|than|in|at)\s)(.+)$/u.exec(noun)?.[1]; // prettier-ignore
  const bare =
    body ??
    names ??
    (tail !== undefined && describeSpeaker(noun ?? '').kind !== 'unnamed' ? tail : noun) ??
    /[\p{L}-]+$/u.exec(phrase)?.[0];
  if (bare === undefined) return null;
  // "the Harbour Post, which": "the" tells that it is no person.
  const the = names !== undefined && !isSomebody ? (/(?<!\p{L})the $/iu.exec(before.slice(0, -bare.length))?.[0].length ?? 0) : 0; // prettier-ignore
  const start = from + before.length - bare.length - the;
  return makeSpan(text, start, start + bare.length);
}
