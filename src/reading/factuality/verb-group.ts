import type { TaggedWord } from '../../language/parts-of-speech.ts';

export type Modal = 'will' | 'would' | 'can' | 'could' | 'may' | 'should' | 'must' | 'be-to' | 'going-to';

/** A verb with the auxiliaries before it: "will not have been opened". Indexes into the words of its sentence. */
export interface VerbGroup {
  readonly from: number;
  readonly modal: Modal | null;
  readonly negated: boolean;
  /** Index of the "to" of an infinitive, else null. */
  readonly to: number | null;
  readonly perfect: boolean;
  readonly passive: boolean;
  /** No finite auxiliary and an -ing form: "opening". */
  readonly gerund: boolean;
}

const MODALS: Readonly<Record<string, Modal>> = {
  will: 'will', wo: 'will', "'ll": 'will', '’ll': 'will', shall: 'will', sha: 'will', would: 'would', "'d": 'would', '’d': 'would',
  can: 'can', ca: 'can', cannot: 'can', could: 'could', may: 'may', might: 'may', should: 'should', ought: 'should', must: 'must',
}; // prettier-ignore
export const BE = /^(?:be|been|being|is|are|was|were|am|['’]re|['’]m|get|gets|got|getting)$/iu;
const HAVE = /^(?:have|has|had|having|['’]ve)$/iu;
export const NOT = /^(?:not|n['’]t|never|hardly|barely|nor|neither|cannot|no longer)$/iu;

/** Reads the verb at `at` and what stands before it, back to what is neither auxiliary, adverb nor negation. */
export function readVerbGroup(words: readonly TaggedWord[], at: number): VerbGroup {
  // "It will, at some point": a modal that stands for its verb.
  let modal: Modal | null = MODALS[words[at]?.text.toLowerCase() ?? ''] ?? null;
  let negated = false;
  let to: number | null = null;
  let perfect = false;
  let passive = false;
  let auxiliaries = 0;
  let from = at;
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i];
    const text = word?.text.toLowerCase() ?? '';
    if (NOT.test(text) || (text === 'no' && words[i + 1]?.text === 'longer')) negated = true;
    if (text === 'to' && to === null && i === from - 1) {
      to = i;
      from = i;
      const before = words[i - 1]?.text.toLowerCase() ?? '';
      if (
        /^(?:going|gon|gonna)$/u.test(before) &&
        /(?:^(?:is|are|was|were|am|be|been)|['’](?:s|re|m))$/iu.test(beforeAdverbs(words, i - 2))
      ) {
        modal = 'going-to';
        negated ||= NOT.test(words[i - 2]?.text ?? '');
      } else if (BE.test(before) && before !== 'been') modal = 'be-to';
      else if (NOT.test(before)) negated = true;
      break;
    }
    // "a strong will is needed"
    if (isNounWill(words, i)) break;
    if (MODALS[text] !== undefined && (text !== 'can' || word?.pos === 'AUX')) modal = MODALS[text] ?? null;
    else if (HAVE.test(text)) perfect = true;
    else if (BE.test(text)) passive ||= auxiliaries === 0 && !isIng(words[at]?.text ?? '');
    else if (
      !/^(?:do|does|did)$/u.test(text) &&
      !NOT.test(text) &&
      word?.pos !== 'ADV' &&
      text !== 'to' &&
      text !== 'no'
    )
      break;
    if (text === 'no' && words[i + 1]?.text !== 'longer') break;
    if (word?.pos !== 'ADV' || NOT.test(text)) {
      from = i;
      if (!NOT.test(text)) auxiliaries++;
    }
  }
  return { from, modal, negated, to, perfect, passive, gerund: auxiliaries === 0 && to === null && isIng(words[at]?.text ?? '') }; // prettier-ignore
}

/** "a strong will is needed": behind determiner or adjective, and before what no auxiliary stands before. */
export function isNounWill(words: readonly TaggedWord[], at: number): boolean {
  if (!/^will$/iu.test(words[at]?.text ?? '') || !/^(?:DET|ADJ)$/u.test(words[at - 1]?.pos ?? '')) return false;
  const next = words[at + 1];
  return !next || /^(?:is|was|are|were|has|had|to|of|for|in|and|or)$/iu.test(next.text) || next.pos === 'PUNCT';
}

/** "is now going": the word before adverbs and negations. */
function beforeAdverbs(words: readonly TaggedWord[], at: number): string {
  let i = at;
  while (i > 0 && (words[i]?.pos === 'ADV' || NOT.test(words[i]?.text ?? ''))) i--;
  return words[i]?.text ?? '';
}

export function isIng(word: string): boolean {
  return /ing$/iu.test(word) && !/^(?:bring|sing|ring|spring|sting|swing|fling|cling|string|thing|king|evening|morning|building)$/iu.test(word); // prettier-ignore
}
