import { makeSpan, type Span } from '../base/span.ts';
import type { Range } from '../language/document.ts';
import type { Article } from '../page/article.ts';
import { findOutletNamed, findOutlets, nameOfHost, type OutletMention } from '../language/outlets.ts';
import type { Attribution, ChainLink } from './reading.ts';
import { describeSpeaker } from './speakers.ts';
import { describeUnnamed } from './unnamed.ts';

/** The parts of an attribution that a chain is read from; offsets into the text that is passed along. */
export interface Told {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** Own voice has no source and no cue, and so no link beyond outlet and wire. */
  readonly voice?: Attribution['voice'];
}

export type Publisher = Pick<Article, 'outlet' | 'url' | 'wire' | 'authors'>;

/** How far behind cue and source the outlet that was told may stand: "told me and my colleagues at Reuters on Monday". */
const AROUND = 160;

/**
 * Who told whom, from the reader backwards: the outlet, the wire, another outlet that was told ("told Reuters"), then the
 * speaker. `holder`: the chain of the attribution whose content this one stands in; it takes the place of outlet and
 * wire. Entities stay null and pronouns keep their wording (`inferred`): resolving them needs the whole document.
 */
export function traceChain(
  article: Publisher,
  told: Told,
  text: string,
  holder: readonly ChainLink[] = [],
): ChainLink[] {
  const base = holder.length > 0 ? holder : publisherLinks(article);
  const via = findToldOutlets(text, told);
  const spoken = told.source.length > 0 ? speakerLinks(text, told, base) : [];
  const links = [...base];
  for (const link of [...via, ...spoken]) {
    const last = links.at(-1);
    const isRepeat = links.some((one) => one.name === link.name && isPublisher(one) && isPublisher(link));
    if (!isRepeat && !(last?.name === link.name && last.kind === link.kind)) links.push(link);
  }
  return links;
}

function isPublisher(link: ChainLink): boolean {
  return link.kind === 'outlet' || link.kind === 'wire';
}

function publisherLinks(article: Publisher): readonly ChainLink[] {
  const host = article.url === null ? null : nameOfHost(article.url);
  const bare = { kind: 'outlet', entity: null, mention: null } as const;
  const outlet: ChainLink =
    article.outlet !== null
      ? { ...bare, name: article.outlet, how: 'metadata' }
      : { ...bare, name: host ?? 'this report', how: 'inferred' };
  const { wire } = article;
  if (wire === null || sameOutlet(wire, outlet.name)) return [outlet];
  const signed = article.authors.some((author) => author === wire || sameOutlet(author, wire));
  return [outlet, { name: wire, kind: 'wire', how: signed ? 'byline' : 'metadata', entity: null, mention: null }];
}

function sameOutlet(a: string, b: string): boolean {
  const known = findOutletNamed(a);
  return a === b || (known !== null && known === findOutletNamed(b));
}

/** Prepositions and verbs that lead to the outlet that was spoken to, or that first carried the words. */
const LEADS = /\b(?:told|tells|tell|telling|speaking (?:to|with)|spoke (?:to|with)|talked to|interview (?:with|on|to|for|in)|statement to|comments? to|remarks to|e-?mail to|(?:quoted|cited|reported|published|carried|broadcast) (?:by|in|on)|as told to|op-ed (?:in|for)|wrote (?:in|for)|writing in|according to|appearing on|appearance on|said on|say on)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?/giu; // prettier-ignore

function findToldOutlets(text: string, told: Told): readonly ChainLink[] {
  const anchor = [...told.cue, ...told.source];
  if (anchor.length === 0) return [];
  const from = Math.min(...anchor.map((part) => part.start));
  const to = Math.max(...anchor.map((part) => part.end));
  const ahead = text.slice(to, to + AROUND);
  const stop = /[.!?]["”’]?\s|\n/u.exec(ahead);
  const end = to + (stop ? stop.index : ahead.length);
  const inside = (at: number) => told.content.some((part) => part.start <= at && at < part.end);
  const bySource = (at: number) => told.source.some((part) => part.start <= at && at < part.end);
  const found: ChainLink[] = [];
  for (const mention of mentionsIn(text, from, end)) {
    if (inside(mention.start) || bySource(mention.start)) continue;
    const before = text.slice(Math.max(from, mention.start - 60), mention.start);
    const lead = [...before.matchAll(LEADS)].at(-1);
    if (lead && lead.index + lead[0].length === before.length) found.push(outletLink(text, mention, 'named'));
  }
  return found.slice(0, 1);
}

function mentionsIn(text: string, from: number, to: number): readonly OutletMention[] {
  return findOutlets(text.slice(from, to)).map(({ start, end, outlet }) => ({ start: start + from, end: end + from, outlet })); // prettier-ignore
}

function outletLink(text: string, mention: OutletMention, how: ChainLink['how']): ChainLink {
  const { name, kind } = mention.outlet;
  return { name, kind, how, entity: null, mention: makeSpan(text, mention.start, mention.end) };
}

/** Sources, reporters and the like whom an outlet's possessive makes its own: "the Times' sources", "their sources". */
const OWN_PEOPLE = /\b(?:sources?|insiders?|informants?|contacts?)$/iu;

function speakerLinks(text: string, told: Told, base: readonly ChainLink[]): readonly ChainLink[] {
  const source = pickSource(text, told.source);
  const theirs = /^(their|its|his|her)\s+(?:own\s+)?(?:sources?|insiders?|informants?|contacts?)$/iu.exec(source.text);
  if (theirs) return ownPeople(text, told, source, theirs[1] ?? '', base);
  const mention = mentionsIn(text, source.start, source.end)[0];
  if (!mention) return [speakerLink(text, told, source)];
  return outletAndSpeaker(text, told, source, mention);
}

/** "CNN’s Jake Tapper", "the Post’s sources", "a report in the Guardian", "Jo Hale of Reuters", "Reuters". */
function outletAndSpeaker(text: string, told: Told, source: Span, mention: OutletMention): readonly ChainLink[] {
  const outlet = outletLink(text, mention, 'named');
  const before = text.slice(source.start, mention.start);
  const owned = /^['’]s?\s+/u.exec(text.slice(mention.end, source.end));
  if (owned && !/\p{L}{4}/u.test(before)) {
    const rest = makeSpan(text, mention.end + owned[0].length, source.end);
    if (OWN_PEOPLE.test(rest.text)) return [outlet, unnamedOf(text, told, rest, outlet.name, source.text)];
    const speaker = speakerLink(text, told, rest);
    return speaker.kind === 'person' || speaker.kind === 'unnamed' ? [outlet, speaker] : [outlet];
  }
  if (
    /^(?:(?:a|an|one|the|another|this|that)\s+)?(?:[a-z-]+\s+)*$/iu.test(before) &&
    !/\b(?:to|with|by)\s+(?:the\s+)?$/u.test(before) &&
    !/\p{Lu}/u.test(before.slice(1))
  ) {
    // prettier-ignore
    const after = text.slice(mention.end, source.end).trim();
    const speaker = describeSpeaker(`${mention.outlet.name} ${after}`);
    return /^\p{L}/u.test(after) && (speaker.kind === 'person' || speaker.kind === 'poll') && speaker.name !== mention.outlet.name ? [outlet, speakerLink(text, told, makeSpan(text, mention.end + 1, source.end))] : [outlet]; // prettier-ignore
  }
  const speaker = speakerLink(text, told, source);
  return speaker.kind === 'person' || speaker.kind === 'unnamed' || speaker.kind === 'government' || speaker.kind === 'organization' ? [outlet, speaker] : [outlet]; // prettier-ignore
}

function speakerLink(text: string, told: Told, source: Span): ChainLink {
  const speaker = describeSpeaker(source.text);
  const start = source.start + Math.max(0, speaker.at);
  const fits = text.startsWith(speaker.name, start);
  const link: ChainLink = {
    name: speaker.name,
    kind: speaker.kind,
    how: speaker.how,
    entity: null,
    mention: fits ? makeSpan(text, start, start + speaker.name.length) : source,
  };
  return speaker.kind === 'unnamed'
    ? { ...link, unnamed: describeUnnamed(source.text, restOfSentence(text, told)) }
    : link;
}

/** "Their sources": of the outlet named before in the sentence or above in the chain; else the pronoun stays open. */
function ownPeople(
  text: string,
  told: Told,
  source: Span,
  pronoun: string,
  base: readonly ChainLink[],
): readonly ChainLink[] {
  const above = base.at(-1);
  if (above?.mention && isPublisher(above)) return [unnamedOf(text, told, source, above.name, source.text)];
  const lead = text.slice(Math.max(0, source.start - 300), source.start);
  const from = source.start - lead.length + (/^[\s\S]*(?:[.!?]["”’]?\s|\n)/u.exec(lead)?.[0].length ?? 0);
  const mention = mentionsIn(text, from, source.start).at(-1);
  if (mention) {
    const outlet = outletLink(text, mention, 'named');
    return [outlet, unnamedOf(text, told, source, outlet.name, source.text)];
  }
  const open = makeSpan(text, source.start, source.start + pronoun.length);
  return [
    { name: pronoun, kind: 'unknown', how: 'inferred', entity: null, mention: open },
    unnamedOf(text, told, source, null, source.text),
  ];
}

function unnamedOf(text: string, told: Told, span: Span, outlet: string | null, wording: string): ChainLink {
  return {
    name: outlet === null ? wording : `unnamed sources of ${outlet}`,
    kind: 'unnamed',
    how: 'possessive',
    entity: null,
    mention: span,
    unnamed: describeUnnamed(wording, restOfSentence(text, told)),
  };
}

/** Of several source spans, the one with most capitals: "he … the minister, Jo Hale" is told by Jo Hale. */
function pickSource(text: string, ranges: readonly Range[]): Span {
  const spans = ranges.map((part) => makeSpan(text, part.start, part.end + domainBehind(text, part.end)));
  const capitals = (span: Span) => span.text.match(/(?<![\p{L}])\p{Lu}/gu)?.length ?? 0;
  return spans.reduce((best, span) => (capitals(span) > capitals(best) ? span : best));
}

/** "gazeta" before ".ru": the network reads an address as words. */
function domainBehind(text: string, end: number): number {
  return (
    /^\.(?:com|org|net|ru|ua|co\.uk|de|fr|info|news)(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 8))?.[0].length ?? 0
  );
}

/** From the source to the end of the sentence, without the contents. */
function restOfSentence(text: string, told: Told): string {
  const from = Math.min(...told.source.map((part) => part.start));
  const until = Math.max(...[...told.source, ...told.cue].map((part) => part.end));
  const ahead = text.slice(until, until + 2 * AROUND);
  const stop = /(?<!\b(?:Mr|Mrs|Ms|Dr|U\.S))[.!?]["”’]?(?:\s|$)|\n/u.exec(ahead);
  let rest = text.slice(from, until + (stop ? stop.index : ahead.length));
  for (const part of told.content) rest = rest.replace(text.slice(part.start, part.end), ' ');
  return rest;
}
