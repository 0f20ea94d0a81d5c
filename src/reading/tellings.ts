import { overlaps } from '../base/span.ts';
import type { Range } from '../language/document.ts';
import { tagWords, type TaggedWord } from '../language/parts-of-speech.ts';
import { actOf } from './acts.ts';
import type { Triple } from './assemble/triple.ts';
import { isFiniteAt } from './finite.ts';

/** Chance that a telling found by rule overlaps a relation of GUM's, on its documents outside test, 2026-11. */
const RULE_CONFIDENCE = 0.7;

/** Verbs that a clause follows without "that": "I think he left", "we know where it is". */
const BARE = /^(?:say|says|said|saying|think|thinks|thought|know|knows|knew|believe|believes|believed|hope|hopes|hoped|suspect|suspects|suspected|guess|guessed|feel|feels|felt|mean|means|meant|remember|remembers|remembered|find|finds|found|imagine|suppose|supposed|assume|assumes|assumed|claim|claims|claimed|argue|argues|argued|see|saw|realise|realised|realize|realized|hear|heard|learn|learned|learnt|understand|understood|notice|noticed|wish|wishes|doubt|doubts|bet|fear|fears|feared|decide|decided|note|notes|noted|explain|explains|explained|wonder|wondered|ask|asked|tell|tells|told|admit|admits|admitted|warn|warned|insist|insists|insisted|write|writes|wrote|announce|announced|confirm|confirmed|predict|predicted|show|shows|showed|swear|agree|agreed|report|reported|stated|states|argue|anticipate|expect|forget|forgot)$/u; // prettier-ignore
const PERSON = /^(?:me|us|him|her|them|you|it|everyone|everybody|people|reporters|journalists)$/iu;
const OPENER = /^(?:that|whether|if|how|why|what|where|who|which|when)$/iu;

/**
 * Tellings of the plainest form, by rule: subject, cue verb, clause ("I think he left", "they claimed that …"), the
 * clause before ("…, I think") and "according to …". For the insides of contents, where the network was never shown any
 * telling: PolNeAR marks none inside another. `ranges`: whole sentences, or the parts of a content.
 */
export function findTellings(text: string, ranges: readonly Range[]): Triple[] {
  return ranges.flatMap((range) => sentencesIn(text, range)).flatMap((part) => readSentence(text, part));
}

/**
 * Those of the whole text that the network passes over in an interview's own speech: told by "I", "we" or "you", or
 * "according to" somebody. Only where nothing that was found stands near: on PolNeAR dev 34 tellings by rule were left
 * over in 60 reports, and 3 of them were marked, so of third persons the network is the better judge.
 */
export function findPersonalTellings(text: string, sentences: readonly Range[], found: readonly Triple[]): Triple[] {
  const taken = found.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  taken.sort((a, b) => a.start - b.start);
  let at = 0;
  let reach = 0;
  const isFree = (sentence: Range): boolean => {
    for (; (taken[at]?.start ?? Infinity) < sentence.end; at++) reach = Math.max(reach, taken[at]?.end ?? 0);
    return reach <= sentence.start;
  };
  return findTellings(text, sentences.filter(isFree)).filter(({ source, cue }) => {
    const words = (parts: readonly Range[]): string => parts.map(({ start, end }) => text.slice(start, end)).join(' ');
    return /^(?:I|we|you)$/iu.test(words(source)) || /^according to$/iu.test(words(cue));
  });
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

function readSentence(text: string, part: Range): Triple[] {
  const words = tagWords(text.slice(part.start, part.end), part.start);
  const found: Triple[] = [];
  words.forEach((_, at) => {
    const told = readAccording(words, at) ?? (isCueVerb(words, at) ? readVerb(words, at) : null);
    if (told && told.content.end - told.content.start > 2) found.push(tripleOf(text, told));
  });
  // What stands inside another's content is found when that content is read in its turn.
  return found.filter((one) => !found.some((other) => other !== one && holds(other, one)));
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
  return parts.every((part) => outer.content.some((whole) => whole.start <= part.start && part.end <= whole.end));
}

/** A cue of a rule at a cue, or at a source, of the network's. */
function touches(one: Triple, cue: readonly Range[]): boolean {
  return [...one.cue, ...one.source].some((a) => cue.some((b) => overlaps(a, b)));
}

interface Plain {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: Range;
}

/** "I am sure that he left" tells as "I know" does. */
const CUE_ADJECTIVE = /^(?:sure|unsure|certain|aware|unaware|convinced|confident|positive)$/iu;

function isCueVerb(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (CUE_ADJECTIVE.test(word?.text ?? ''))
    return words.slice(Math.max(0, at - 3), at).some(({ pos }) => pos === 'AUX');
  return word?.pos === 'VERB' && (BARE.test(word.text.toLowerCase()) || actOf(word.text) !== null);
}

/** The verb at `at` with the clause behind it, or, between commas or at the end, the clause before it. */
function readVerb(words: readonly TaggedWord[], at: number): Plain | null {
  const verb = words[at];
  if (!verb) return null;
  const { subject, cueFrom } = readSubject(words, at);
  const cue = { start: words[cueFrom]?.start ?? verb.start, end: verb.end };
  const infinitive = words[at - 1]?.text.toLowerCase() === 'to';
  const adjective = CUE_ADJECTIVE.test(verb.text);
  if (!adjective && !isFiniteAt(words, at) && !infinitive && !isImperative(words, at)) return null;
  const content = clauseAfter(words, at, verb.text.toLowerCase());
  if (content) return { source: subject, cue, content };
  const next = words[at + 1];
  const ends = !next || /^[.,;?!”"’)—–-]+$/u.test(next.text);
  const first = words[0];
  const before = words.findLast((word) => word.end <= (subject?.start ?? 0) && word.pos !== 'PUNCT');
  if (!ends || !subject || !BARE.test(verb.text.toLowerCase()) || !first || !before) return null;
  const parted = /[,”"’—–-]/u.test(words.findLast((word) => word.end <= subject.start)?.text ?? '');
  const personal = /^(?:I|we)$/u.test(words[at - 1]?.text ?? '');
  return parted || personal ? { source: subject, cue, content: { start: first.start, end: before.end } } : null;
}

function isImperative(words: readonly TaggedWord[], at: number): boolean {
  return at === 0 || /^(?:let|me|us|you|and|please|also|will|would|could|can)$/iu.test(words[at - 1]?.text ?? '');
}

/** "that he left", ", ‘he left’", "where it is", "he left": up to a new main clause or the end. */
function clauseAfter(words: readonly TaggedWord[], at: number, verb: string): Range | null {
  let from = at + 1;
  if (PERSON.test(words[from]?.text ?? '') && /^(?:tell|told|ask|remind|assur|warn|inform|convinc|persuad|show)/u.test(verb)) from++; // prettier-ignore
  // "You see, they left": the comma of speech.
  const spoken =
    /^(?:mean|see|know|think|remember|say)$/u.test(verb) && /^(?:I|you|You)$/u.test(words[at - 1]?.text ?? '');
  const opening = words[from];
  const quoted = /^[,:]$/u.test(opening?.text ?? '') && /^["“‘']$/u.test(words[from + 1]?.text ?? '');
  if (quoted) from += 2;
  else if (spoken && opening?.text === ',') from++;
  const first = words[from];
  if (!first) return null;
  const explicit = first.text.toLowerCase() === 'that' && first.pos !== 'DET';
  if (!quoted && !explicit && !BARE.test(verb) && !CUE_ADJECTIVE.test(verb)) return null;
  const last = clauseEnd(words, from);
  const end = words[last];
  if (!end || last <= from) return null;
  const clause = words.slice(from, last + 1);
  const verbAt = clause.findIndex((_, i) => i > 0 && isFiniteAt(clause, i));
  if (!quoted && (verbAt < 1 || !beginsClause(clause, verbAt))) return null;
  return { start: first.start, end: end.end };
}

/** Between the cue and the clause's verb stand its subject and nothing that ends a clause. */
function beginsClause(clause: readonly TaggedWord[], verbAt: number): boolean {
  if (OPENER.test(clause[0]?.text ?? '')) return true;
  const lead = clause.slice(0, verbAt);
  return (
    !lead.some((word) => word.pos === 'PUNCT' || word.pos === 'SCONJ') &&
    lead.some((word) => ['NOUN', 'PROPN', 'PRON', 'DET', 'NUM'].includes(word.pos)) &&
    lead[0]?.pos !== 'ADP' &&
    lead[0]?.pos !== 'PART'
  );
}

function clauseEnd(words: readonly TaggedWord[], from: number): number {
  let to = words.length - 1;
  for (let i = from + 1; i < words.length; i++) {
    const turn = /^(?:but|and|so)$/u.test(words[i]?.text ?? '') && words[i - 1]?.text === ',';
    const ends = words[i]?.text === ';' || (turn && /^(?:I|he|she|they|we|you|it)$/u.test(words[i + 1]?.text ?? ''));
    if (ends) {
      to = i - 1;
      break;
    }
  }
  while (to > from && words[to]?.pos === 'PUNCT') to--;
  return to;
}

/** The noun phrase before a verb with its auxiliaries and adverbs; the cue begins at the first auxiliary. */
function readSubject(words: readonly TaggedWord[], at: number): { subject: Range | null; cueFrom: number } {
  let i = at - 1;
  let cueFrom = at;
  while (
    i >= 0 &&
    (words[i]?.pos === 'AUX' || words[i]?.pos === 'ADV' || /^(?:not|n['’]t|to)$/iu.test(words[i]?.text ?? ''))
  ) {
    if (words[i]?.pos !== 'ADV') cueFrom = i;
    i--;
  }
  const last = words[i];
  if (!last || !['PRON', 'NOUN', 'PROPN', 'NUM', 'DET'].includes(last.pos)) return { subject: null, cueFrom };
  let from = i;
  if (last.pos !== 'PRON') {
    while (from > 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM|PART|PRON)$/u.test(words[from - 1]?.pos ?? '') && words[from - 1]?.text !== 'to') from--; // prettier-ignore
  }
  return { subject: { start: words[from]?.start ?? last.start, end: last.end }, cueFrom };
}

/** "According to Wilkins, the print was lost" and "the print was lost, according to Wilkins". */
function readAccording(words: readonly TaggedWord[], at: number): Plain | null {
  const cue = words[at];
  const to = words[at + 1];
  if (cue?.text.toLowerCase() !== 'according' || to?.text !== 'to') return null;
  let end = at + 2;
  while (end < words.length && words[end]?.pos !== 'PUNCT') end++;
  const first = words[at + 2];
  const last = words[end - 1];
  const front = words.slice(end + 1).filter((word) => word.pos !== 'PUNCT');
  const back = words.slice(0, at).filter((word) => word.pos !== 'PUNCT');
  const side = back.length > front.length ? back : front;
  const [from, until] = [side[0], side.at(-1)];
  if (!first || !last || end === at + 2 || !from || !until) return null;
  return {
    source: { start: first.start, end: last.end },
    cue: { start: cue.start, end: to.end },
    content: { start: from.start, end: until.end },
  };
}

function tripleOf(text: string, { source, cue, content }: Plain): Triple {
  return {
    source: source && text.slice(source.start, source.end).trim() !== '' ? [source] : [],
    cue: [cue],
    content: [content],
    score: RULE_CONFIDENCE,
    confidence: RULE_CONFIDENCE,
    features: ['rule'],
    within: null,
  };
}
