import type { Range } from '../language/spans.ts';
import type { TaggedWord } from '../language/parts-of-speech.ts';
import { actOf } from './acts.ts';
import { hasClause, isFiniteAt } from './finite.ts';
import type { Act } from './reading.ts';

/** A telling as a rule reads it. */
export interface Plain {
  readonly source: Range | null;
  readonly cue: Range;
  /** One stretch, or those before and behind a cue in the middle. */
  readonly content: readonly Range[];
  /** What opens the content: a quotation mark, or a word such as "that" and "whether"; `bare`: neither. */
  readonly opener: 'quote' | 'word' | 'bare';
}

/** Verbs that a clause follows without "that": "I think he left", "we know where it is". */
const BARE = /^(?:say|says|said|saying|think|thinks|thought|know|knows|knew|believe|believes|believed|hope|hopes|hoped|suspect|suspects|suspected|guess|guessed|feel|feels|felt|mean|means|meant|remember|remembers|remembered|find|finds|found|imagine|suppose|supposed|assume|assumes|assumed|claim|claims|claimed|argue|argues|argued|see|saw|realise|realised|realize|realized|hear|heard|learn|learned|learnt|learning|understand|understood|notice|noticed|wish|wishes|doubt|doubts|bet|fear|fears|feared|decide|decided|note|notes|noted|explain|explains|explained|wonder|wondered|ask|asked|tell|tells|told|telling|admit|admits|admitted|warn|warned|insist|insists|insisted|write|writes|wrote|announce|announced|confirm|confirmed|predict|predicted|show|shows|showed|swear|agree|agreed|report|reported|reporting|stated|states|argue|anticipate|expect|forget|forgot)$/u; // prettier-ignore
/** Verbs of finding out and of making known: a clause with an opener behind them is told, a noun is not. */
const OPENED = /^(?:determin|express|figur|prov|indicat|suggest|conclud|establish|demonstrat|convinc|persuad)(?:e|es|ed|ing|s)?$/u; // prettier-ignore
/** What can stand between a verb of telling somebody and what he is told. */
const TELLS = /^(?:tell|told|ask|remind|assur|warn|inform|convinc|persuad|show|notif|teach|taught)/u;
const PERSON = /^(?:me|us|him|her|them|you|it|everyone|everybody|people|reporters|journalists)$/iu;
const OPENER = /^(?:that|whether|if|how|why|what|where|who|which|when)$/iu;
/** These open a clause behind any verb of telling; "when" and "what" may go with the verb itself. */
const OPENS_ALL = /^(?:that|whether|why)$/iu;
/** Acts that give words, so that a quotation behind the verb is what is told. */
const NO_SPEECH = new Set<Act | null>([null, 'plan', 'expect', 'hope', 'know', 'learn', 'show']);
/** "I am sure that he left" tells as "I know" does. */
const CUE_ADJECTIVE =
  /^(?:sure|unsure|certain|aware|unaware|convinced|confident|positive|adamant|hopeful|optimistic|doubtful|sceptical|skeptical|worried|afraid|concerned)$/iu;
const MARK = /^["“‘'`]+$/u;

export function isCueVerb(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (CUE_ADJECTIVE.test(word.text) && words.slice(Math.max(0, at - 3), at).some(({ pos }) => pos === 'AUX'))
    return true;
  const text = word.text.toLowerCase();
  if (/^reads?$/u.test(text)) return isQuoted(words, at + 1);
  return word.pos === 'VERB' && (BARE.test(text) || OPENED.test(text) || actOf(text) !== null);
}

/** The verb at `at` with the clause behind it, or, between commas or at the end, the clause before it. */
export function readVerb(words: readonly TaggedWord[], at: number): Plain | null {
  const verb = words[at];
  if (!verb) return null;
  const { subject, cueFrom } = readSubject(words, at);
  const cue = { start: words[cueFrom]?.start ?? verb.start, end: verb.end };
  const infinitive = words[at - 1]?.text.toLowerCase() === 'to';
  const adjective = CUE_ADJECTIVE.test(verb.text);
  const participle = verb.text.endsWith('ing');
  if (!adjective && !participle && !isFiniteAt(words, at) && !infinitive && !isImperative(words, at)) return null;
  const content = clauseAfter(words, at, verb.text.toLowerCase());
  if (content) return { source: subject, cue, content: [content.range], opener: content.opener };
  const next = words[at + 1];
  const ends = !next || /^[.,;?!”"’)—–-]+$/u.test(next.text);
  const first = words[0];
  const before = words.findLast((word) => word.end <= (subject?.start ?? 0) && word.pos !== 'PUNCT');
  if (!ends || !subject || !BARE.test(verb.text.toLowerCase()) || !first || !before) return null;
  const parted = /[,”"’—–-]/u.test(words.findLast((word) => word.end <= subject.start)?.text ?? '');
  const personal = /^(?:I|we)$/u.test(words[at - 1]?.text ?? '') && isWhole(words, before);
  return parted || personal
    ? { source: subject, cue, content: [{ start: first.start, end: before.end }], opener: 'bare' }
    : null;
}

/** A clause that ends before `last` does: "it was late I think", not "why do I know" or "here is what we know". */
function isWhole(words: readonly TaggedWord[], last: TaggedWord): boolean {
  if (['AUX', 'SCONJ', 'ADP', 'CCONJ'].includes(last.pos) || OPENER.test(last.text)) return false;
  return hasClause(words.slice(0, words.indexOf(last) + 1));
}

function isImperative(words: readonly TaggedWord[], at: number): boolean {
  return at === 0 || /^(?:let|me|us|you|and|please|also|will|would|could|can)$/iu.test(words[at - 1]?.text ?? '');
}

/** "that he left", ", ‘he left’", "where it is", "he left": up to a new main clause or the end. */
function clauseAfter(
  words: readonly TaggedWord[],
  at: number,
  verb: string,
): { range: Range; opener: Plain['opener'] } | null {
  let from = skipHearer(words, at, verb);
  // "You see, they left": the comma of speech.
  const spoken =
    /^(?:mean|see|know|think|remember|say)$/u.test(verb) && /^(?:I|you|You)$/u.test(words[at - 1]?.text ?? '');
  const opening = words[from];
  const quoted = isQuoted(words, from);
  if (quoted) from += MARK.test(opening?.text ?? '') ? 1 : 2;
  else if (spoken && opening?.text === ',') from++;
  const first = words[from];
  if (!first) return null;
  const explicit = OPENER.test(first.text) && isOpener(words, from);
  const bare = BARE.test(verb) || CUE_ADJECTIVE.test(verb);
  if (quoted && (!speaks(verb) || isPassive(words, at))) return null;
  if (!quoted && !bare && !(explicit && (OPENED.test(verb) || OPENS_ALL.test(first.text)))) return null;
  const last = clauseEnd(words, from);
  const end = words[last];
  if (!end || last <= from) return null;
  const clause = words.slice(from, last + 1);
  const verbAt = clause.findIndex((_, i) => i > 0 && isFiniteAt(clause, i));
  const range = { start: first.start, end: end.end };
  // "We do not know what to do".
  if (!quoted && explicit && clause[1]?.text === 'to' && clause[2]?.pos === 'VERB') return { range, opener: 'bare' };
  if (!quoted && (verbAt < 1 || !beginsClause(clause, verbAt))) return null;
  return { range, opener: quoted ? 'quote' : explicit ? 'word' : 'bare' };
}

/** `, “` and `: “`; `said “` too, where the mark opens: a straight one closes in `the word "said" was`. */
function isQuoted(words: readonly TaggedWord[], from: number): boolean {
  const at = /^[,:]$/u.test(words[from]?.text ?? '') ? from + 1 : from;
  const [before, mark, after] = [words[at - 1], words[at], words[at + 1]];
  if (!before || !mark || !after || !MARK.test(mark.text)) return false;
  return mark.start > before.end && mark.end === after.start;
}

/** "that trade", "said that, there are" and the relative of "hold talks that would fail" open no clause. */
function isOpener(words: readonly TaggedWord[], at: number): boolean {
  const next = words[at + 1];
  if (next?.pos === 'PUNCT' && !/^["“‘(]$/u.test(next.text) && words[at + 2]?.text !== 'by') return false;
  if (words[at]?.text.toLowerCase() !== 'that') return true;
  return words[at]?.pos !== 'DET' && next?.pos !== 'AUX';
}

/** Behind those who are told: "told him that", "convinced the board and the mayor that", "proved to the world that". */
function skipHearer(words: readonly TaggedWord[], at: number, verb: string): number {
  const from = /^(?:out|up|back|on|exactly|also)$/iu.test(words[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const tells = TELLS.test(verb);
  const to = words[from]?.text.toLowerCase() === 'to';
  if (!tells && !to) return from;
  for (let i = from + 1; i < Math.min(words.length, from + 12); i++) {
    const word = words[i];
    if (!word || !['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART', 'CCONJ', 'ADP', 'SCONJ', 'PUNCT'].includes(word.pos)) break; // prettier-ignore
    if (/^(?:that|whether|if|how|why|what|where)$/u.test(word.text) && isOpener(words, i)) return i;
    if (word.pos === 'PUNCT' && tells && isQuoted(words, i)) return i;
    if (word.pos === 'PUNCT' && word.text !== '|') break;
  }
  return tells && PERSON.test(words[from]?.text ?? '') ? from + 1 : from;
}

function speaks(verb: string): boolean {
  return /^(?:read|reads)$/u.test(verb) || (!verb.startsWith('includ') && !NO_SPEECH.has(actOf(verb)));
}

/** "Nobody will be refused “on this ground”". */
function isPassive(words: readonly TaggedWord[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 2), at).findLast((word) => word.pos !== 'ADV');
  return /^(?:be|been|being|is|are|was|were)$/iu.test(before?.text ?? '') && !words[at]?.text.endsWith('ing');
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
    const subject = /^(?:I|he|she|they|we|you|it)$/u.test(words[i + 1]?.text ?? '');
    const ends = words[i]?.text === ';' || (turn && (subject || tellsOn(words, i + 1)));
    if (ends) {
      to = i - 1;
      break;
    }
  }
  while (to > from && words[to]?.pos === 'PUNCT') to--;
  return to;
}

/** ", and was able to prove that …": the speaker goes on, not what he says. */
function tellsOn(words: readonly TaggedWord[], from: number): boolean {
  for (let i = from; i < Math.min(words.length, from + 5); i++) {
    if (isCueVerb(words, i)) return OPENER.test(words[i + 1]?.text ?? '');
    if (!['AUX', 'ADV', 'ADJ', 'PART', 'VERB'].includes(words[i]?.pos ?? '')) return false;
  }
  return false;
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
