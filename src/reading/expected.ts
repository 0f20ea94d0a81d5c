import { isWithin } from '../base/span.ts';
import { pointSense } from '../language/sense.ts';
import type { Range } from '../language/spans.ts';
import { tagWords, type TaggedWord } from '../language/parts-of-speech.ts';
import { aheadKind, type EventKind } from './expected/ahead-words.ts';
import type { Weighed } from './expected/features.ts';
import { isFiniteAt } from './finite.ts';
import { weighKind } from './expected/head.ts';
import { judgeClause } from './expected/judge.ts';
import { sentenceStarts } from './expected/main-verb.ts';
import { findModalClauses } from './expected/modal-clauses.ts';
import type { Act, Attribution } from './reading.ts';

/** What of an attribution tells whether its content is still ahead. Offsets into `text`. */
export interface Tale {
  readonly text: string;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly act: Act | null;
  /** EDTF or the day of publication, or null. */
  readonly published: string | null;
  readonly when: Attribution['when'];
  readonly where: Attribution['where'];
  readonly entities: readonly { readonly id: string; readonly kind: string; readonly mentions: readonly Range[] }[];
  /** What the text means, place by place (`unpackSense`); null: its reading does not tell. */
  readonly sense: Int8Array | null;
}

/** Acts whose contents are wishes, calls and refusals, not what comes. */
const NO_EVENT = new Set<Act>(['demand', 'order', 'ask', 'hope', 'deny', 'decline']);
/** Acts whose contents are views of what is: only a plain "will" in them is ahead. */
const VIEW = new Set<Act>(['call', 'praise', 'criticise', 'accuse', 'allege', 'know', 'learn', 'dispute']);

/**
 * The event still ahead that a content tells of: "said the talks will open on Monday". Null for what is past, general, a
 * state, a view, a call, or "would have". `window` is the EDTF of its first time after publication; `where` are indexes
 * into the tale's places; `who` the people and bodies named in the content.
 */
export function findExpectedEvent(tale: Tale): Attribution['event'] {
  const ahead = timesAhead(tale);
  const weighed = weighTale(tale);
  const kind = weighKind(weighed);
  if (kind === null) return null;
  const inside = (range: Range): boolean => isWithin(range, tale.content);
  return {
    kind,
    window: windowOf(ahead, modalOf(weighed)),
    where: tale.where.flatMap((place, i) => (inside(place) ? [i] : [])),
    who: tale.entities.filter(({ kind: sort, mentions }) => sort !== 'place' && mentions.some(inside)).map(({ id }) => id),
  };
}

/** A year alone, or a decade: "the 2020 primaries". */
const WIDE = /^\d{3}[\dX]$/u;

/** The first time behind the modal, else the first: "the bill passed on Thursday will cut it by June". A year yields to a day. */
function windowOf(ahead: Attribution['when'], modal: number): string | null {
  const exact = ahead.filter(({ value, edtf }) => !WIDE.test(edtf ?? value));
  const times = exact.length > 0 ? exact : ahead;
  const time = times.find(({ start }) => start > modal) ?? times[0];
  return time?.edtf ?? time?.value ?? null;
}

/** Where the modal of the first sentence stands; 0: it has none. */
function modalOf({ sentences: [words = []] }: Weighed): number {
  return words[findModalClauses(words)[0]?.at ?? -1]?.start ?? 0;
}

/** What is weighed of a tale, with the rules' verdict. Exported for train/expected. */
export function weighTale(tale: Tale): Weighed {
  const ahead = timesAhead(tale);
  const words = tagParts(tale.text, dropRelative(tale));
  const cue = tale.cue.map(({ start, end }) => tale.text.slice(start, end)).join(' ');
  const starts = sentenceStarts(words);
  const sentences = starts.slice(0, 2).map((start, k) => words.slice(start, starts[k + 1] ?? words.length));
  const timeAhead = sentences.slice(0, 1).some((one) => namesTimeAhead(one) || ahead.some((time) => one.some((word) => isWithin(word, [time])))); // prettier-ignore
  const point = (ranges: readonly Range[]): Float32Array | null => (tale.sense === null ? null : pointSense(tale.sense, ranges));
  const sense = { content: point(tale.content), cue: point(tale.cue) };
  return { sentences, cue, act: tale.act, rule: judgeContent(tale, ahead, words, cue), timeAhead, direct: /^["“'‘]/u.test(words[0]?.text ?? ''), sense };
}

function judgeContent(tale: Tale, ahead: readonly Range[], words: readonly TaggedWord[], cue: string): EventKind | null {
  if ((tale.act === 'plan' || tale.act === 'promise') && /(?:\b(?:no|not|never)\b|n[’']t\b).*\b(?:plan|intend|intention|promise|aim)/iu.test(cue)) return 'cancelled';
  if (words.length === 0) return null;
  const framed = frameOfCue(cue, words) ?? frameOfNoun(cue, words);
  if (framed !== null) return framed;
  const direct = /^["“'‘]/u.test(words[0]?.text ?? '');
  const plain = dropAsides(words.filter((word) => !QUOTE.test(word.text)));
  const starts = sentenceStarts(plain);
  // What a long quotation comes to later is seldom what it is about: its first two sentences are read.
  for (const [k, start] of starts.slice(0, 2).entries()) {
    const end = starts[k + 1] ?? plain.length;
    const sentence = plain.slice(start, end);
    const timeAhead = namesTimeAhead(sentence) || ahead.some((time) => sentence.some((word) => isWithin(word, [time])));
    const to = k === 0 && ((/\bto$/iu.test(cue) && isVerb(sentence[0])) || opensQuoted(words) || opensNegated(words));
    const kind = judgeClause(sentence, 0, { own: tale.cue.length === 0, act: tale.act, past: isPast(cue), tried: isTried(cue), to, direct, timeAhead });
    if (kind !== null && k > 0 && (kind === 'possible' || !saysWill(sentence))) return null;
    if (kind !== null && allows(tale.act, sentence, timeAhead)) return kind;
  }
  return null;
}

/** Marks of quotation stand between words of one clause: “was ‘going to’ close it”. */
const QUOTE = /^(?:["“”]|''?|[‘’]|``)$/u;
const DASH = /^(?:--|—|–)$/u;
/** In words, the dashes among them. */
const LONGEST_ASIDE = 16;

/** "Holm -- whom few know -- is going to win" without what stands between the dashes. */
function dropAsides(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const from = words.findIndex(({ text }) => DASH.test(text));
  const length = from < 0 ? -1 : words.slice(from + 1).findIndex(({ text }) => DASH.test(text));
  if (length < 0 || length > LONGEST_ASIDE || words.slice(from, from + length).some(({ text }) => /^[.!?]$/u.test(text))) return words; // prettier-ignore
  return [...words.slice(0, from), ...words.slice(from + length + 2)];
}

const FRAME = /\b(?:is|are|['’]s|['’]re)\s+(?:(?:not|n['’]t|widely|also|now|still|then|all|but)\s+)*(expected|set|scheduled|due|slated|poised|planned|likely|unlikely|anticipated|forecast)\b/iu; // prettier-ignore
const FRAMES: Readonly<Record<string, EventKind>> = { set: 'scheduled', scheduled: 'scheduled', due: 'scheduled', slated: 'scheduled', planned: 'planned' }; // prettier-ignore

/** "is mulling", "are also considering": behind them, doing it or whether to do it is possible. */
const WEIGHED = /\b(?:is|are|am|['’]s|['’]re|['’]m)\s+(?:(?:also|now|still|reportedly|seriously)\s+)*(?:considering|mulling|weighing|contemplating|exploring)$/iu;
/** "is looking", "are preparing", "have agreed": behind them an infinitive is a plan. */
const BENT = /(?:\b(?:is|are|am|['’]s|['’]re|['’]m)\s+(?:(?:also|now|still|reportedly)\s+)*(?:looking|preparing|planning|aiming)|\b(?:has|have|['’]ve)\s+(?:(?:also|now|just|recently)\s+)*agreed)$/iu; // prettier-ignore
/** "{plans} a rally", "{laid plans for} a rally", "{plans to support} a hundred candidates" */
const PLANS = /^(?:(?:also|now|still)\s+)*(?:plans?|planning|intends?)(?:\s+to\s+\p{Ll}+)?$|\bplans?\s+(?:is\s+)?for$/u;
/** "{expect} Mr Kim to be chosen", "{does not expect} a deal before June" */
const AWAITS = /(?:^|\s)(?:expects?|expecting|anticipates?|anticipating)$/iu;
/** "The talks, {set} to end on Tuesday": a frame without its verb. */
const BARE_FRAME = /^(expected|set|scheduled|due|slated|poised|planned|likely|unlikely|certain|sure|projected)$/iu;

/** A verb that is neither an infinitive nor a participle behind one. */
function hasFinite(words: readonly TaggedWord[]): boolean {
  const to = words.findIndex(({ text, pos }) => /^to$/iu.test(text) && pos === 'PART');
  return words.slice(0, to < 0 ? 12 : to).some((_, i) => isFiniteAt(words, i));
}

/** "{is expected} the speech … {to focus on} ports": a cue in the present that puts its content ahead by itself. */
function frameOfCue(cue: string, words: readonly TaggedWord[]): EventKind | null {
  const first = words.find(({ pos }) => pos !== 'PUNCT')?.text ?? '';
  const infinitive = words.some((word, i) => /^to$/iu.test(word.text) && /^(?:VERB|AUX)$/u.test(words[i + 1]?.pos ?? ''));
  if (WEIGHED.test(cue)) return 'possible';
  if (PLANS.test(cue) && !DROPPED.test(cue) && !hasFinite(words)) return 'planned';
  if (AWAITS.test(cue) && !/\b(?:would|should|might|could|been|had)\b/iu.test(cue) && !hasFinite(words)) return 'expected';
  if (BENT.test(cue) && /^to$/iu.test(first)) return 'planned';
  const word = (FRAME.exec(cue) ?? (infinitive ? BARE_FRAME.exec(cue) : null))?.[1]?.toLowerCase();
  return word === undefined ? null : (FRAMES[word] ?? 'expected');
}

/** A plan that is given up, fought or missing is no plan. */
const DROPPED = /\b(?:no|not|never|without|against|back(?:s|ed|ing)? (?:off|away))\b|n['’]t\b|\b(?:scrap|cancel|drop|abandon|shelv|reject|oppos|block|criticis|criticiz|kill|defeat|withdr|halt|mock|condemn|denounc|attack)\p{L}*/iu;

/** "his {proposal} to close the pier": a noun that ends the cue puts the infinitive behind it ahead. */
function frameOfNoun(cue: string, words: readonly TaggedWord[]): EventKind | null {
  const inside = words[0]?.text.toLowerCase() === 'to' && words[1]?.pos === 'VERB';
  const before = /\sto$/iu.test(cue) && words[0]?.pos === 'VERB';
  if (!(inside || before) || isTried(cue) || DROPPED.test(cue)) return null;
  const noun = /(?:^|\s)(\p{Ll}+)$/u.exec(cue.replace(/\sto$/iu, ''))?.[1];
  const kind = noun === undefined ? null : aheadKind(noun, 'noun');
  return kind === 'planned' || kind === 'promised' || kind === 'threatened' ? kind : null;
}

/** "vows {to “defend the act”}": the tagger loses the infinitive at the quotation mark. */
function opensQuoted(words: readonly TaggedWord[]): boolean {
  return /^to$/iu.test(words[0]?.text ?? '') && words[1]?.pos === 'PUNCT';
}

/** "vowed {not to sell the yard}" */
function opensNegated(words: readonly TaggedWord[]): boolean {
  return /^not$/iu.test(words[0]?.text ?? '') && /^to$/iu.test(words[1]?.text ?? '');
}

/** "threatened to {impose a tax}", not "chose not to respond to {his attacks}". */
function isVerb(word: TaggedWord | undefined): boolean {
  return word !== undefined && /^(?:VERB|AUX|ADV)$/u.test(word.pos);
}

function allows(act: Act | null, words: readonly TaggedWord[], timeAhead: boolean): boolean {
  if (act === null || timeAhead) return true;
  return !NO_EVENT.has(act) && (!VIEW.has(act) || saysWill(words) || (act === 'learn' && saysWould(words)));
}

/** A view, and a sentence behind the first, are read where they say "will" outright. */
function saysWill(words: readonly TaggedWord[]): boolean {
  return words.some((word) => /^(?:will|wo|['’]ll|going)$/iu.test(word.text));
}

/** "determined that Holm would fall off the ballot" */
function saysWould(words: readonly TaggedWord[]): boolean {
  return words.some((word) => /^would$/iu.test(word.text));
}

/** "a tax {which} he said {would raise little}": the relative word in front asks nothing. */
function dropRelative({ text, content }: Tale): readonly Range[] {
  const [first, ...rest] = content;
  return first && rest.length > 0 && /^(?:which|that|what|who)$/iu.test(text.slice(first.start, first.end).trim()) ? rest : content;
}

function tagParts(text: string, parts: readonly Range[]): readonly TaggedWord[] {
  return parts.flatMap(({ start, end }) => tagWords(text.slice(start, end), start));
}

function isTried(cue: string): boolean {
  return /\b(?:attempt(?:ed|s)?|tr(?:y|ied|ies)|sought|seek(?:s|ing)?|struggl\w+|(?:was|were) (?:\w+ )?(?:intended|meant|designed)|had (?:\w+ )?(?:been )?(?:planned|intended|hoped|expected)|decision|decided|chose|yet to|willing(?:ness)?|ready|looked to|aimed|intended|persuad\w+|convinc\w+|cajol\w+|chosen|no longer|(?:initially|had) (?:forecast|projected|predicted)|estimat\w+|envision\w*|(?:was|were) looking)\b/iu.test(cue); // prettier-ignore
}

/** Own voice tells in the present of its report. */
function isPast(cue: string): boolean {
  return /(?:ed|ing|said|told|wrote|made|thought|knew|swore|gave|spoke|put|was|were|had|felt|saw|sent|held|kept|meant|insisted|left|began|became|took|found|showed|drew|brought|won|sent|wondered)\b/iu.test(cue);
}

/** Times of the content that lie after publication; without a publication date none does. */
function timesAhead({ when, published }: Tale): Attribution['when'] {
  const day = published?.slice(0, 10) ?? null;
  if (day === null) return when.filter(({ value }) => value === 'FUTURE_REF');
  return when.filter(({ type, value, edtf }) => {
    const end = (edtf ?? value).split('/').at(-1) ?? '';
    return value === 'FUTURE_REF' || ((type === 'DATE' || type === 'TIME') && /^\d{4}/u.test(end) && end.slice(0, 10).localeCompare(day.slice(0, Math.min(10, end.length))) > 0); // prettier-ignore
  });
}

/** The few wordings that are ahead whatever the day: they hold where no times were read. */
function namesTimeAhead(words: readonly TaggedWord[]): boolean {
  const text = words.map((word) => word.text.toLowerCase()).join(' ');
  return /\b(?:tomorrow|tonight|soon|shortly|next (?:week|month|year|season|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:the|in|over the) (?:coming|next few|next)(?: (?:two|three|four|five|six|ten|several|couple of))?(?: (?:or|to) \w+)? (?:days?|weeks?|months?|years?|hours?)|later (?:this|today|in (?:the|january|february|march|april|may|june|july|august|september|october|november|december))|upcoming|this (?:coming|weekend)|by the end of|at some point|in the future)\b/u.test(text); // prettier-ignore
}
