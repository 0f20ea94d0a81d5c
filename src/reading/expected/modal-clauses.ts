import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { BE, isIng, NOT } from '../factuality/verb-group.ts';
import { aheadKind } from './ahead-words.ts';
import { isActor, isAgent } from './kinds.ts';

/** What can put a clause ahead, by the word that it is a form of. */
export type ModalFamily = 'will' | 'going' | 'would' | 'could' | 'may' | 'can' | 'must';

/** A clause with a modal, as it is weighed: "that the firm would not have to sell". */
export interface ModalClause {
  readonly family: ModalFamily;
  /** Index of the modal. */
  readonly at: number;
  /** What opens the clause where it hangs on another: "if", "who", "when"; null: nothing does, or "that" behind a verb. */
  readonly opener: string | null;
  readonly subject: SubjectClass;
  /** What is to come: a state, a duty, a saying, an act… */
  readonly verb: string;
  readonly negated: boolean;
}

export type SubjectClass = Pronoun | 'agent' | 'actor' | 'noun' | 'other' | 'none';

const MODALS: Readonly<Record<string, ModalFamily>> = {
  will: 'will', wo: 'will', "'ll": 'will', '’ll': 'will', shall: 'will', gonna: 'going',
  would: 'would', "'d": 'would', '’d': 'would', could: 'could', may: 'may', might: 'may',
  can: 'can', ca: 'can', cannot: 'can', must: 'must', should: 'must', ought: 'must',
}; // prettier-ignore
const OPENER = /^(?:if|unless|when|whenever|because|as|where|what|how|why|whether|while|until|before|after|once|who|whom|whose|which|whoever|whatever|although|though|than|like)$/iu; // prettier-ignore
const SAY = /^(?:say|tell|admit|argue|point|venture|note|remind|submit|suggest|add|describe|call|characteri[sz]e|imagine|guess|bet|assume|think|believe|hope|know|agree|ask|use|want|like|love|prefer|rather|appreciate|welcome|support|vote)$/iu; // prettier-ignore
const STATE = /^(?:cost|mean|need|require|seem|appear|matter|understand|depend|remain|contain|include|belong|deserve|help|hurt|harm|make|consider|care|exist|affect|apply|involve|represent|look|sound|feel|see|surprise|force|undermine|continue|get|find)$/iu; // prettier-ignore

/** The clauses with a modal among the words of one sentence, in order. */
export function findModalClauses(words: readonly TaggedWord[]): readonly ModalClause[] {
  return words.flatMap((_, at) => {
    const family = familyAt(words, at);
    return family === null ? [] : [readClause(words, at, family)];
  });
}

function familyAt(words: readonly TaggedWord[], at: number): ModalFamily | null {
  const word = words[at];
  const text = word?.text.toLowerCase() ?? '';
  if (/^going$/u.test(text)) return words[at + 1]?.text.toLowerCase() === 'to' ? 'going' : null;
  // "the month of May", "a can", "their will"
  if (/^(?:may|can|will|must|might)$/u.test(text) && word?.pos !== 'AUX' && word?.pos !== 'VERB') return null;
  return MODALS[text] ?? null;
}

function readClause(words: readonly TaggedWord[], at: number, family: ModalFamily): ModalClause {
  const { opener, subject } = readSubject(words, at);
  const { verb, negated } = readVerb(words, at);
  const before = words[at - 1]?.text ?? '';
  return { family, at, opener, subject: classOf(subject), verb, negated: negated || NOT.test(before) };
}

function readVerb(words: readonly TaggedWord[], at: number): Pick<ModalClause, 'verb' | 'negated'> {
  let i = at + 1;
  let negated = false;
  while (i < words.length && (words[i]?.pos === 'ADV' || words[i]?.pos === 'PART' || NOT.test(words[i]?.text ?? '') || /^(?:to|also|still|have to)$/iu.test(words[i]?.text ?? ''))) { // prettier-ignore
    negated ||= NOT.test(words[i]?.text ?? '');
    i++;
  }
  return { verb: classOfVerb(words, i), negated };
}

function classOfVerb(words: readonly TaggedWord[], at: number): string {
  const verb = words[at];
  if (!verb || /^[.,;:!?]$/u.test(verb.text)) return 'none';
  const next = words.slice(at + 1).find((word) => word.pos !== 'ADV' && !NOT.test(word.text));
  const after = next?.text.toLowerCase() ?? '';
  if (/^(?:have|['’]ve)$/iu.test(verb.text)) {
    if (after === 'to') return 'duty';
    if (next?.pos === 'VERB' || next?.pos === 'AUX') return 'perfect';
    return 'have';
  }
  if (/^need$/iu.test(verb.text)) return 'duty';
  if (BE.test(verb.text)) {
    if (after === 'able' || after === 'unable') return 'able';
    if (isIng(after)) return 'being';
    if (next?.pos === 'VERB' || /(?:ed|en|wn)$/u.test(after)) return 'passive';
    if (next?.pos === 'ADJ') return 'be-adjective';
    if (next?.pos === 'DET' || next?.pos === 'NUM' || next?.pos === 'NOUN') return after === 'the' ? 'be-the' : 'be-noun';
    if (next?.pos === 'ADP') return 'be-at';
    return 'be';
  }
  if (SAY.test(verb.text)) return 'say';
  if (STATE.test(verb.text)) return 'state';
  if (aheadKind(verb.text, 'verb') !== null) return 'ahead';
  return verb.pos === 'VERB' || verb.pos === 'AUX' ? 'act' : 'other';
}

/** Back from a modal to what opens its clause. */
function readSubject(words: readonly TaggedWord[], at: number): { opener: string | null; subject: readonly TaggedWord[] } {
  let i = at - 1;
  // "is going", "are n't going"
  while (i >= 0 && (BE.test(words[i]?.text ?? '') || NOT.test(words[i]?.text ?? '') || words[i]?.pos === 'ADV' || /^['’]s$/u.test(words[i]?.text ?? ''))) i--; // prettier-ignore
  const end = i + 1;
  for (; i >= 0; i--) {
    const word = words[i];
    if (!word) break;
    if (OPENER.test(word.text)) return { opener: word.text.toLowerCase(), subject: words.slice(i + 1, end) };
    // "the man that would win": of a noun; "said that he would": of a telling
    if (/^that$/iu.test(word.text)) {
      const relative = words[i - 1]?.pos === 'NOUN' && i === end - 1;
      return { opener: relative ? 'which' : null, subject: words.slice(i + 1, end) };
    }
    if (word.pos === 'VERB' && /^(?:who|which)$/iu.test(words[i - 1]?.text ?? '')) return { opener: 'who', subject: words.slice(i + 1, end) };
    if (word.pos === 'CCONJ' || word.pos === 'VERB' || /^[,;:–—.]$/u.test(word.text)) break;
  }
  return { opener: null, subject: words.slice(i + 1, end) };
}

/** What a subject is: as `plainClassOf`, and an actor apart. */
function classOf(subject: readonly TaggedWord[]): SubjectClass {
  const plain = plainClassOf(subject);
  const word = lastNominal(subject);
  return (plain === 'noun' || plain === 'other') && word !== undefined && isActor(word) ? 'actor' : plain;
}

/** What a subject is, by its last noun or pronoun. */
export function plainClassOf(subject: readonly TaggedWord[]): Exclude<SubjectClass, 'actor'> {
  const word = lastNominal(subject);
  if (word === undefined) return 'none';
  const text = word.text.toLowerCase();
  if (isPronoun(text)) return text;
  return isAgent(word) ? 'agent' : word.pos === 'NOUN' ? 'noun' : 'other';
}

function lastNominal(subject: readonly TaggedWord[]): TaggedWord | undefined {
  return subject.findLast(({ pos }) => /^(?:NOUN|PROPN|PRON|DET)$/u.test(pos));
}

type Pronoun = 'i' | 'you' | 'we' | 'it' | 'they' | 'this' | 'that' | 'there';

function isPronoun(text: string): text is Pronoun {
  return /^(?:i|you|we|it|they|this|that|there)$/u.test(text);
}
