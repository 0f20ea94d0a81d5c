import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { isFiniteAt } from '../finite.ts';
import { isNounWill, readVerbGroup } from '../factuality/verb-group.ts';
import { aheadKind } from './ahead-words.ts';

/** The main predicate of a stretch, and the words before it that are its subject. */
export interface MainVerb {
  /** Index of its last verb: of "will be sold", "sold". */
  readonly at: number;
  /** Index of its first: "will". */
  readonly from: number;
  readonly subject: readonly TaggedWord[];
  /** It hangs on a leading "to": "to sell". */
  readonly infinitive: boolean;
}

const OPENER = /^(?:if|as|given|when|while|although|though|because|since|once|unless|until|after|before|whenever|even|whatever|whoever|whether)$/iu; // prettier-ignore
const RELATIVE = /^(?:who|whom|whose|which|that|where)$/iu;
const PHRASAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADV', 'ADP', 'PART', 'SYM', 'INTJ', 'CCONJ']);

/**
 * The main verb of the clause that begins at `start`: behind a leading "that", clauses with "if" or "when" and relative
 * clauses passed over. Null for a stretch without a verb.
 */
export function findMainVerb(words: readonly TaggedWord[], start = 0): MainVerb | null {
  let i = skipOpening(words, start);
  if (words[i]?.text.toLowerCase() === 'to' && words[i]?.pos === 'PART') return ofInfinitive(words, i);
  const subjectFrom = i;
  while (i < words.length) {
    const word = words[i];
    if (!word) break;
    if (i > subjectFrom && RELATIVE.test(word.text) && isRelative(words, i)) {
      i = skipRelative(words, i);
      continue;
    }
    const noun = isNounWill(words, i);
    if (noun) {
      i++;
      continue;
    }
    if (isFiniteAt(words, i) || isModal(words, i) || isHiddenVerb(words, i) || isGoingTo(words, i)) return complete(words, i, words.slice(subjectFrom, i));
    i++;
  }
  // "The sale … to open the market": a content without its cue.
  const to = words.findIndex((word, k) => k >= start && word.pos === 'PART' && word.text.toLowerCase() === 'to');
  return to < 0 ? null : ofInfinitive(words, to);
}

function isGoingTo(words: readonly TaggedWord[], at: number): boolean {
  return words[at]?.text === 'going' && words[at + 1]?.text === 'to';
}

/** "Bo plans to leave": the tagger takes "plans" for a noun. */
function isHiddenVerb(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const many = before?.pos === 'NOUN' && before.text.endsWith('s') && /^(?:plan|intend|aim|hope)$/u.test(word?.text ?? '');
  return word?.pos === 'NOUN' && (word.text.endsWith('s') || many) && words[at + 1]?.text === 'to' && aheadKind(word.text, 'verb') !== null && /^(?:PROPN|PRON|NOUN)$/u.test(before?.pos ?? '') && !/^(?:his|her|its|their|our|my|your|'s)$/iu.test(before?.text ?? ''); // prettier-ignore
}

/** The clauses of a stretch: where each sentence begins. */
export function sentenceStarts(words: readonly TaggedWord[]): readonly number[] {
  return words.flatMap((word, i) => {
    const fresh = /^[.!?;]$/u.test(words[i - 1]?.text ?? '') && !/^["”’')]$/u.test(word.text);
    return i === 0 || fresh ? [i] : [];
  });
}

/** "a strong will" is none. */
function isModal(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (word?.pos !== 'AUX' || isNounWill(words, at)) return false;
  return /^(?:will|wo|['’]ll|would|['’]d|can|ca|could|may|might|shall|should|must|is|are|was|were|['’]re|has|have|had|do|does|did)$/iu.test(word.text); // prettier-ignore
}

/** Quotation marks, "that", a conjunction, "Well,", and a leading clause up to its comma. */
function skipOpening(words: readonly TaggedWord[], start: number): number {
  let i = start;
  while (i < words.length) {
    const word = words[i];
    if (!word) break;
    if (word.pos === 'PUNCT' || word.pos === 'CCONJ' || word.pos === 'INTJ' || (/^that$/iu.test(word.text) && startsClause(words, i + 1))) i++; // prettier-ignore
    else if (OPENER.test(word.text)) {
      const comma = commaBehind(words, i);
      if (comma === null) return /^whether$/iu.test(word.text) ? words.length : (pronounBehind(words, i) ?? i + 1);
      i = comma + 1;
    } else break;
  }
  return i;
}

function startsClause(words: readonly TaggedWord[], at: number): boolean {
  return !/^(?:VERB|AUX)$/u.test(words[at]?.pos ?? '');
}

function commaBehind(words: readonly TaggedWord[], at: number): number | null {
  for (let i = at + 2; i < words.length; i++) {
    if (/^[.!?;]$/u.test(words[i]?.text ?? '')) return null;
    if (words[i]?.text === ',') return i;
  }
  return null;
}

/** "If the vote fails I will leave": without a comma, at the pronoun before the second verb. */
function pronounBehind(words: readonly TaggedWord[], from: number): number | null {
  const at = words.findIndex(({ text, pos }, i) => i > from + 3 && pos === 'PRON' && /^(?:I|he|she|we|they|it)$/iu.test(text) && /^(?:will|would|could|may|might|can|['’](?:ll|d))$/iu.test(words[i + 1]?.text ?? '')); // prettier-ignore
  return at < 0 || !words.slice(from + 1, at).some(({ pos }) => pos === 'VERB' || pos === 'AUX') ? null : at;
}

/** "the man who won" and "the plan that failed", not "said that". */
function isRelative(words: readonly TaggedWord[], at: number): boolean {
  const before = words[at - 1];
  if (!before) return false;
  if (/^that$/iu.test(words[at]?.text ?? '')) return ['NOUN', 'PROPN'].includes(before.pos);
  return before.pos !== 'VERB';
}

/** Past the relative clause's verb; to its closing comma where one opened it. */
function skipRelative(words: readonly TaggedWord[], at: number): number {
  if (words[at - 1]?.text === ',') {
    for (let i = at + 2; i < words.length; i++) if (words[i]?.text === ',') return i + 1;
  }
  let i = at + 1;
  while (i < words.length && !isFiniteAt(words, i)) i++;
  while (i < words.length && /^(?:AUX|VERB|ADV|PART)$/u.test(words[i]?.pos ?? '')) i++;
  return Math.max(i, at + 1);
}

function complete(words: readonly TaggedWord[], first: number, subject: readonly TaggedWord[]): MainVerb {
  let at = first;
  for (let i = first; i < words.length && i < first + 8; i++) {
    const word = words[i];
    if (!word || !/^(?:AUX|VERB|ADV|PART|PRON)$/u.test(word.pos) || /^(?:that|what|how)$/iu.test(word.text)) break;
    if (word.pos === 'PRON' && i > first + 1) break;
    if (word.text.toLowerCase() === 'to') {
      // "is going to open", "is to open".
      if (!/^(?:going|is|are)$/iu.test(words[at]?.text ?? '')) break;
      continue;
    }
    if (word.pos === 'AUX' || word.pos === 'VERB') at = i;
    if (/^(?:have|has|had)$/iu.test(word.text) && /^(?:VERB|AUX|ADV)$/u.test(words[i + 1]?.pos ?? '')) continue;
    if (word.pos === 'VERB' && !(word.text === 'going' && words[i + 1]?.text === 'to')) break;
  }
  return { at, from: first, subject, infinitive: false };
}

function ofInfinitive(words: readonly TaggedWord[], to: number): MainVerb | null {
  for (let i = to + 1; i < words.length && i < to + 5; i++) {
    const word = words[i];
    if (word && (word.pos === 'VERB' || (word.pos === 'AUX' && words[i + 1]?.pos !== 'VERB') || !PHRASAL.has(word.pos) || readVerbGroup(words, i).to === to)) return { at: i, from: to, subject: [], infinitive: true }; // prettier-ignore
  }
  return null;
}
