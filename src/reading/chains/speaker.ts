import { makeSpan, type Span } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import type { ChainLink } from '../reading.ts';
import { isShare } from './phrases.ts';
import { outletLink, outletsIn } from './cited-outlets.ts';
import { outletInCharge, OWN_PEOPLE, readOutlet, readOwnPeople } from './outlet-speaking.ts';
import { readPronoun } from './pronouns.ts';
import { entityAt, pronounClass } from './referents.ts';
import { spokenBy, type Setting, type Spoken, type Told } from './setting.ts';
import { spellOut } from './short-outlet.ts';
import { readSilent } from './silent.ts';
import { findSubject } from './subject.ts';
import { speakerLink } from './speaker-link.ts';

/** Who speaks by the wording of the source: one link, or an outlet and whom it had it from. */
export function readSpeaker(setting: Setting, told: Told, base: readonly ChainLink[]): Spoken {
  const whole = told.source.length > 0 ? pickSource(setting.text, told.source) : findSubject(setting, told);
  // "who, while he ran for mayor," is told by "who", "which dubs itself" by "which".
  const relative = /^(?:who|which|whose)(?=,?\s[(\p{Ll}])/u.exec(whole?.text ?? '')?.[0].length ?? 0;
  const source = whole && relative > 0 ? makeSpan(setting.text, whole.start, whole.start + relative) : whole;
  if (!source) return readSilent(setting, told, base.at(-1)?.mention != null);
  // "both of whom" are those before.
  const whom = /^(?:all|both|each|neither|none) of (?=(?:whom|which)$)/iu.exec(source.text)?.[0].length ?? 0;
  if (whom > 0) return readPronoun(setting, told, makeSpan(setting.text, source.start + whom, source.end), 'relative', base); // prettier-ignore
  const pronoun = pronounClass(source.text);
  if (pronoun) return readPronoun(setting, told, source, pronoun, base);
  if (OWN_PEOPLE.test(source.text)) return readOwnPeople(setting, told, source, base);
  const links = linksOfWording(setting, told, source);
  const outlet = links[0]?.kind === 'unnamed' && BARE_SOURCE.test(source.text) && TELLS.test(cueOf(setting, told)) ? outletInCharge(setting, told) : null; // prettier-ignore
  return spokenBy(...(outlet ? [outlet] : []), ...links);
}

/** The links that a wording gives, an outlet's people apart from the outlet. */
export function linksOfWording(setting: Setting, told: Told, wording: Span): readonly ChainLink[] {
  const short = spellOut(setting, wording);
  if (short) return [outletLink(setting.text, { ...wording, outlet: short }, 'named')];
  if (isShare(wording.text)) return [speakerLink(setting, told, wording)];
  const paper = paperIn(setting, wording);
  if (paper) return [paper];
  const mention = outletsIn(setting.text, wording).find((one) => !isOfWork(setting.text, wording, one));
  if (!mention || isNamesake(setting, wording, mention)) return [speakerLink(setting, told, wording)];
  const outlet = spellOut(setting, mention) ?? mention.outlet;
  return readOutlet(setting, told, wording, { ...mention, outlet });
}

/** "a write-up in Fast Harbour", "a report Tuesday from WHLM, the ABC affiliate": an outlet that no list need know. */
const PAPER =
  /^(?:[Aa]n?|[Oo]ne|[Tt]he|[Tt]his|[Tt]hat|[Aa]nother)\s+(?:\p{L}+\s+){0,3}?(?:article|story|piece|write-up|op-ed|column|editorial|report)\s+(?:\p{Lu}\p{Ll}+day\s+|(?:last|this)\s+\p{Ll}+\s+)?(?:(?:in|on|from|by)\s+(?:the\s+)?)([KW][A-Z]{2,3}(?:-[A-Z]{2})?(?=,|$)|(?:\p{Lu}[\p{L}’'.&-]*\s?)+(?=,|$|\s(?:on|last|this|that|which|magazine|newspaper|website)\b))/u;

function paperIn({ text, entities }: Setting, wording: Span): ChainLink | null {
  const match = PAPER.exec(wording.text);
  const name = match?.[1]?.trim();
  const isCallSign = name !== undefined && /^[KW][A-Z]{2,3}\b/u.test(name);
  if (!match || name === undefined || !(isCallSign || /\s(?:article|story|piece|write-up|op-ed|column|editorial)\s/u.test(match[0]))) return null; // prettier-ignore
  const start = wording.start + match[0].lastIndexOf(name);
  const kind = entityAt(entities, { start, end: start + name.length })?.kind ?? null;
  if (kind === 'person' || (kind === 'place' && !isCallSign) || (outletsIn(text, wording).length > 0 && !isCallSign)) return null; // prettier-ignore
  return outletLink(text, { start, end: start + name.length, outlet: { name, kind: 'outlet' } }, 'named');
}

/** "Bloomberg" of a text that names Michael Bloomberg is he. */
function isNamesake({ entities }: Setting, wording: Span, mention: Range): boolean {
  if (wording.start !== mention.start || wording.end !== mention.end || wording.text.includes(' ')) return false;
  const entity = entityAt(entities, mention);
  return entity?.kind === 'person' && entity.name.includes(' ');
}

/** "The Age of Tides" is a book and not The Age; so is what stands in quotation marks, and a former paper is not told. */
function isOfWork(text: string, wording: Range, { start, end }: Range): boolean {
  const before = text.slice(wording.start, start);
  const quoted = (before.match(/''|[“”"]/gu)?.length ?? 0) % 2 === 1;
  if (quoted || /\b(?:former|ex|onetime|longtime former)[- ](?:\p{Ll}+ )?$/iu.test(before)) return true;
  // "WHLM, the ABC affiliate" is no ABC.
  if (/^(?:['’]s)?\s+(?:affiliate|affiliated|station)\b/u.test(text.slice(end, end + 20))) return true;
  return /^(?:the\s+)?(?:Age|Sun|Star|Mirror|Nation|Week|Hill|Root|Cut|Times|World|Standard|Globe)$/iu.test(text.slice(start, end)) && /^\s+of\s+(?:the\s+)?\p{Lu}/u.test(text.slice(end, end + 20)); // prettier-ignore
}

/** "insiders knew" speak to no outlet. */
const TELLS = /\b(?:sa(?:y|ys|id|ying)|t(?:old|ells?|elling)|according|report(?:s|ed|edly|ing)?|claim(?:s|ed|ing)?|add(?:s|ed|ing)?|suggest(?:s|ed|ing)?|confirm(?:s|ed|ing)?|describ(?:es?|ed|ing)|warn(?:s|ed|ing)?|stat(?:es?|ed)|indicat(?:es?|ed)|reveal(?:s|ed)?|insist(?:s|ed)?|acknowledg(?:es?|ed))\b/iu; // prettier-ignore

function cueOf({ text }: Setting, { cue }: Told): string {
  return cue.map(({ start, end }) => text.slice(start, end)).join(' ');
}

const BARE_SOURCE = /^(?:(?:the|a|an|one|two|three|several|multiple|some|other|another|its|unnamed|anonymous|law enforcement)\s+)*(?:\p{Ll}+\s+)?(?:sources?|insiders?)$/iu; // prettier-ignore

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
