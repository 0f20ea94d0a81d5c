import { isWithin, overlaps } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import { tagWords } from '../language/parts-of-speech.ts';
import type { Orphan, Triple } from './assemble/triple.ts';
import { readPhrase } from './plain-phrases.ts';
import { isCueVerb, readVerb, type Plain } from './plain-verbs.ts';

/**
 * Chance that a telling found by rule overlaps a marked one, by what speaks for it: on GUM's documents outside test 33 of
 * 51 `inside` others, and there and on PolNeAR dev together 23 of 37 `personal`, 12 of 17 `quoted`, 15 of 35 `hinted`, 6 of
 * 15 `opened`. 2026-11.
 */
const CONFIDENCE = { inside: 0.65, personal: 0.6, quoted: 0.65, hinted: 0.4, opened: 0.35 } as const;

interface Found {
  readonly plain: Plain;
  readonly triple: Triple;
}

/**
 * Tellings of the plainest form, by rule: subject, cue verb, clause ("I think he left", "they claimed that …"), the
 * clause before ("…, I think") and "according to …". For the insides of contents, where the network was never shown any
 * telling: PolNeAR marks none inside another. `ranges`: whole sentences, or the parts of a content.
 */
export function findTellings(text: string, ranges: readonly Range[]): Triple[] {
  return findPlain(text, ranges).flatMap(keepOutermost);
}

/**
 * Those of the whole text that the network passes over: what "I", "we" or "you" tell, or "according to" somebody, where
 * nothing else was found in the sentence; a quotation behind a verb of saying; and a clause behind one that is opened by
 * "that" or "whether", or near which the network marked something and gave it up (`orphans`). On PolNeAR dev those of
 * third persons are about one in two reports, and few are marked: they carry a low confidence.
 */
export function findPassedOver(
  text: string,
  sentences: readonly Range[],
  found: readonly Triple[],
  orphans: readonly Orphan[],
): Triple[] {
  const taken = sortRanges(found.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]));
  const given = sortRanges(orphans);
  const rateOne = ({ plain, triple }: Found): Found[] => {
    if (meets(taken, plain.cue)) return [];
    const confidence = rate(text, plain, given);
    return confidence === null ? [] : [{ plain, triple: { ...triple, score: confidence, confidence } }];
  };
  return findPlain(text, sentences).flatMap((sentence) => keepOutermost(sentence.flatMap(rateOne)));
}

function rate(text: string, { source, cue, opener }: Plain, given: readonly Range[]): number | null {
  const words = (range: Range | null): string => (range ? text.slice(range.start, range.end) : '');
  if (/^(?:I|we|you)$/iu.test(words(source)) || /^according to$/iu.test(words(cue))) return CONFIDENCE.personal;
  if (opener === 'quote') return CONFIDENCE.quoted;
  // "It means that …" is an inference and nobody's word.
  if (/^(?:it|this|that|which|there|these|those)$/iu.test(words(source))) return null;
  if (meets(given, cue)) return CONFIDENCE.hinted;
  return opener === 'word' ? CONFIDENCE.opened : null;
}

/** Sentence by sentence. */
function findPlain(text: string, ranges: readonly Range[]): Found[][] {
  return ranges.flatMap((range) => sentencesIn(text, range)).map((part) => readSentence(text, part));
}

function sentencesIn(text: string, range: Range): Range[] {
  const inside = text.slice(range.start, range.end);
  const parts: Range[] = [];
  let from = 0;
  for (const match of inside.matchAll(/[.!?]["”’')\]]*\s+(?=["“‘'(]?\p{Lu})|\n+/gu)) {
    const end = match.index + match[0].length;
    parts.push({ start: range.start + from, end: range.start + end });
    from = end;
  }
  return [...parts, { start: range.start + from, end: range.end }];
}

function readSentence(text: string, part: Range): Found[] {
  const words = tagWords(text.slice(part.start, part.end), part.start);
  const found: Found[] = [];
  words.forEach((word, at) => {
    const phrase = readPhrase(words, at);
    // "I think" of an aside, "were rumours": a phrase's words are no cue once more.
    const told = found.some(({ plain: { cue } }) => isWithin(word, [cue]));
    const plain = phrase ?? (!told && isCueVerb(words, at) ? readVerb(words, at) : null);
    if (plain?.content.some(({ start, end }) => end - start > 2)) found.push({ plain, triple: tripleOf(text, plain) });
  });
  return found;
}

/** What stands inside another's content is found when that content is read in its turn. */
function keepOutermost(found: readonly Found[]): Triple[] {
  const triples = found.map(({ triple }) => triple);
  return triples.filter((one) => !triples.some((other) => other !== one && holds(other, one)));
}

/**
 * Both lists as one: a rule's telling is taken where the network found none with that cue and none that holds it; one of
 * the network's that stands in a rule's content is `within` it.
 */
export function joinTellings(network: readonly Triple[], rules: readonly Triple[]): Triple[] {
  const added = rules.filter((rule) => !network.some((one) => holds(one, rule) || touches(one, rule.cue)));
  const joined = network.map((one) => {
    const holder = added.findIndex((rule) => holds(rule, one));
    return one.within !== null || holder < 0 ? one : { ...one, within: network.length + holder };
  });
  return [...joined, ...added];
}

function holds(outer: Triple, inner: Triple): boolean {
  const parts = [...inner.source, ...inner.cue, ...inner.content];
  return parts.every((part) => isWithin(part, outer.content));
}

/** A cue of a rule at a cue, or at a source, of the network's. */
function touches(one: Triple, cue: readonly Range[]): boolean {
  return [...one.cue, ...one.source].some((a) => cue.some((b) => overlaps(a, b)));
}

/** Sorted by start; `end` made the farthest so far, so that one step of a binary search sees all before it. */
function sortRanges(ranges: readonly Range[]): readonly Range[] {
  let reach = 0;
  return [...ranges]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end: (reach = Math.max(reach, end)) }));
}

function meets(sorted: readonly Range[], range: Range): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? Infinity) < range.end) low = middle + 1;
    else high = middle;
  }
  return (sorted[low - 1]?.end ?? 0) > range.start;
}

function tripleOf(text: string, { source, cue, content }: Plain): Triple {
  return {
    source: source && text.slice(source.start, source.end).trim() !== '' ? [source] : [],
    cue: [cue],
    content,
    score: CONFIDENCE.inside,
    confidence: CONFIDENCE.inside,
    features: ['rule'],
    within: null,
  };
}
