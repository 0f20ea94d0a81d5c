import { isWithin } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import { tagWords, type TaggedWord } from '../language/parts-of-speech.ts';
import type { EventKind } from './expected/ahead-words.ts';
import { judgeClause } from './expected/judge.ts';
import { sentenceStarts } from './expected/main-verb.ts';
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
  const kind = judgeContent(tale, ahead);
  if (kind === null) return null;
  const inside = (range: Range): boolean => isWithin(range, tale.content);
  return {
    kind,
    window: ahead[0]?.edtf ?? ahead[0]?.value ?? null,
    where: tale.where.flatMap((place, i) => (inside(place) ? [i] : [])),
    who: tale.entities.filter(({ kind: sort, mentions }) => sort !== 'place' && mentions.some(inside)).map(({ id }) => id),
  };
}

function judgeContent(tale: Tale, ahead: readonly Range[]): EventKind | null {
  const words = tagParts(tale.text, tale.content);
  const cue = tale.cue.map(({ start, end }) => tale.text.slice(start, end)).join(' ');
  if ((tale.act === 'plan' || tale.act === 'promise') && /(?:\b(?:no|not|never)\b|n[’']t\b).*\b(?:plan|intend|intention|promise|aim)/iu.test(cue)) return 'cancelled';
  if (words.length === 0) return null;
  const starts = sentenceStarts(words);
  // What a long quotation comes to later is seldom what it is about: its first two sentences are read.
  for (const [k, start] of starts.slice(0, 2).entries()) {
    const end = starts[k + 1] ?? words.length;
    const sentence = words.slice(start, end);
    const timeAhead = namesTimeAhead(sentence) || ahead.some((time) => sentence.some((word) => isWithin(word, [time])));
    const to = k === 0 && ((/\bto$/iu.test(cue) && isVerb(sentence[0])) || opensQuoted(sentence));
    const kind = judgeClause(sentence, 0, { act: tale.act, past: isPast(cue), tried: isTried(cue), to, direct: /^["“'‘]/u.test(words[0]?.text ?? ''), timeAhead });
    if (kind !== null && k > 0 && (kind === 'possible' || !saysWill(sentence))) return null;
    if (kind !== null && allows(tale.act, sentence, timeAhead)) return kind;
  }
  return null;
}

/** "vows {to “defend the act”}": the tagger loses the infinitive at the quotation mark. */
function opensQuoted(words: readonly TaggedWord[]): boolean {
  return /^to$/iu.test(words[0]?.text ?? '') && words[1]?.pos === 'PUNCT';
}

/** "threatened to {impose a tax}", not "chose not to respond to {his attacks}". */
function isVerb(word: TaggedWord | undefined): boolean {
  return word !== undefined && /^(?:VERB|AUX|ADV)$/u.test(word.pos);
}

function allows(act: Act | null, words: readonly TaggedWord[], timeAhead: boolean): boolean {
  if (act === null || timeAhead) return true;
  return !NO_EVENT.has(act) && (!VIEW.has(act) || saysWill(words));
}

/** A view, and a sentence behind the first, are read where they say "will" outright. */
function saysWill(words: readonly TaggedWord[]): boolean {
  return words.some((word) => /^(?:will|wo|['’]ll|going)$/iu.test(word.text));
}

function tagParts(text: string, parts: readonly Range[]): readonly TaggedWord[] {
  return parts.flatMap(({ start, end }) => tagWords(text.slice(start, end), start));
}

function isTried(cue: string): boolean {
  return /\b(?:attempt(?:ed|s)?|tr(?:y|ied|ies)|sought|seek(?:s|ing)?|struggl\w+|(?:was|were) (?:\w+ )?(?:intended|meant|designed)|had (?:\w+ )?(?:been )?(?:planned|intended|hoped|expected)|decision|decided|chose)\b/iu.test(cue); // prettier-ignore
}

/** Own voice tells in the present of its report. */
function isPast(cue: string): boolean {
  return /(?:ed|ing|said|told|wrote|made|thought|knew|swore|gave|spoke|put|was|were|had|felt|saw|sent|held|kept|meant|insisted)\b/iu.test(cue);
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
  return /\b(?:tomorrow|tonight|soon|shortly|next (?:week|month|year|season|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:the|in|over the) (?:coming|next few|next) (?:days?|weeks?|months?|years?|hours?)|later (?:this|today|in the)|upcoming|this (?:coming|weekend)|by the end of|at some point|in the future)\b/u.test(text); // prettier-ignore
}
