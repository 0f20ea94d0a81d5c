import type { TaggedWord } from '../../language/parts-of-speech.ts';
import { findPredicate, predicatesOf, type Predicate, type PredicateClass } from './predicates.ts';
import { BE, isIng, type VerbGroup } from './verb-group.ts';

/** What embeds an event: a predicate at a word of the sentence, or a construction without one (`at` null: "in order to"). */
export interface Governor {
  readonly at: number | null;
  readonly class: PredicateClass | null;
  readonly kind: Predicate['kind'] | null;
  readonly frame: string;
}

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADV', 'SYM', 'PART']);
const KINDS = ['verb', 'noun', 'adj'] as const;

/** What embeds the verb at `at`: "failed to open", "said that it opens", "if it opens", "accused of opening". */
export function findVerbGovernor(words: readonly TaggedWord[], group: VerbGroup): Governor | null {
  if (group.to !== null) return group.modal ? null : ofInfinitive(words, group.to);
  const before = words[group.from - 1];
  if (group.gerund && before) {
    const left = ofPreposition(words, group.from - 1);
    if (left) return left;
    const predicate = lookUp(words, group.from - 1, 'ing');
    if (predicate) return predicate;
    if (before.pos === 'ADP' || before.pos === 'PUNCT') return null;
  }
  return ofClause(words, group.from);
}

/** What embeds the noun at `at`: "denied the merger", "plans for a merger", "without a merger". */
export function findNounGovernor(words: readonly TaggedWord[], at: number): Governor | null {
  let i = at - 1;
  while (i >= 0 && isInsideNounPhrase(words, i)) i--;
  if (i < 0) return null;
  const left = ofPreposition(words, i);
  if (left) return left;
  const word = words[i];
  if (word?.text.toLowerCase() === 'without') return { at: null, class: 'fail', kind: null, frame: 'of' };
  if (word && BE.test(word.text)) return { at: i, class: null, kind: 'verb', frame: 'be' };
  if (word?.pos === 'VERB' || word?.pos === 'AUX') {
    const found = lookUp(words, i, 'obj');
    return found ?? { at: i, class: null, kind: 'verb', frame: 'obj' };
  }
  return word?.pos === 'NOUN' ? lookUp(words, i, 'obj') : null;
}

function isInsideNounPhrase(words: readonly TaggedWord[], i: number): boolean {
  const word = words[i];
  if (!word) return false;
  if (word.text.toLowerCase() === 'to' || (words[i + 1]?.pos === 'DET' && word.pos !== 'DET')) return false;
  if (word.pos === 'VERB') {
    // "the planned merger": a participle between determiner and noun.
    const before = words[i - 1];
    return /(?:ed|en|ing)$/u.test(word.text) && (before?.pos === 'DET' || before?.pos === 'ADJ');
  }
  return NOMINAL.has(word.pos);
}

/** "plans to open", "asked the firm to open", "is likely to open", "went there to open" (a purpose). */
function ofInfinitive(words: readonly TaggedWord[], to: number): Governor {
  let i = to - 1;
  while (i >= 0 && (words[i]?.pos === 'ADV' || /^(?:not|n['’]t)$/iu.test(words[i]?.text ?? ''))) i--;
  const text = words[i]?.text.toLowerCase() ?? '';
  if (/^(?:have|has|had|having|need|needs|needed)$/u.test(text))
    return { at: i, class: 'need', kind: 'verb', frame: 'to' };
  if (text === 'used') return { at: i, class: 'manage', kind: 'verb', frame: 'to' };
  if (/^(?:how|where|what|whether|when|who|which)$/u.test(text)) return { at: null, class: 'consider', kind: null, frame: 'to' }; // prettier-ignore
  const near = lookUp(words, i, 'to');
  if (near) return near;
  if (text === 'order' && words[i - 1]?.text.toLowerCase() === 'in') return { at: null, class: 'purpose', kind: null, frame: 'to' }; // prettier-ignore
  for (let steps = 0; steps < 9 && i >= 0; i--, steps++) {
    const word = words[i];
    if (!word || word.pos === 'PUNCT') break;
    if (word.pos === 'VERB' || word.pos === 'NOUN' || word.pos === 'PROPN') {
      const found = lookUp(words, i, 'to');
      if (found && (found.kind === 'verb' || found.kind === 'noun')) return found;
      if (word.pos === 'VERB') break;
    }
    if (!NOMINAL.has(word.pos) && word.pos !== 'ADP') break;
  }
  // A headline's "Acme to open plant".
  if (i < 0 && words[to - 1]?.pos !== 'PUNCT' && to > 0) return { at: null, class: 'intend', kind: null, frame: 'to' };
  return { at: i >= 0 && words[i]?.pos === 'VERB' ? i : null, class: 'purpose', kind: null, frame: 'to' };
}

/** The noun, adjective or verb before a preposition at `at`: "plans for", "accused of", "prevented from". */
function ofPreposition(words: readonly TaggedWord[], at: number): Governor | null {
  const word = words[at];
  if (!word || (word.pos !== 'ADP' && word.text.toLowerCase() !== 'to')) return null;
  const frame = word.text.toLowerCase();
  for (let i = at - 1, steps = 0; i >= 0 && steps < 5; i--, steps++) {
    const found = lookUp(words, i, frame);
    if (found) return found;
    if (frame !== 'from' || !NOMINAL.has(words[i]?.pos ?? '')) break;
  }
  return frame === 'without' ? { at: null, class: 'fail', kind: null, frame } : null;
}

/** The clause that begins before a subject: behind "if", "whether", "that", or a bare "said". */
function ofClause(words: readonly TaggedWord[], from: number): Governor | null {
  for (let i = from - 1; i >= 0 && from - i < 18; i--) {
    const word = words[i];
    const text = word?.text.toLowerCase() ?? '';
    if (!word) return null;
    if (/^(?:if|unless)$/u.test(text)) return { at: null, class: 'if', kind: null, frame: 'that' };
    if (text === 'whether') return { at: null, class: 'question', kind: null, frame: 'whether' };
    if (/^(?:because|although|though|while|since|as|after|before|when|until|who|which|whose|where|why|how|what)$/u.test(text) && !(text === 'as' && word.pos === 'ADP')) return null; // prettier-ignore
    if (text === 'that' && word.pos !== 'DET') return ofThat(words, i);
    if (word.pos === 'VERB') return lookUp(words, i, 'that');
    if (/^[;:.!?()–—]$/u.test(text) || (word.pos === 'PUNCT' && text !== ',')) return null;
    if (text === ',' && i < from - 8) return null;
    if (word.pos === 'CCONJ' && words[i - 1]?.text === ',') return null;
  }
  return null;
}

/** The predicate before a "that", over an object: "told reporters that". */
function ofThat(words: readonly TaggedWord[], that: number): Governor | null {
  for (let i = that - 1, steps = 0; i >= 0 && steps < 5; i--, steps++) {
    const found = lookUp(words, i, 'that');
    if (found) return found;
    if (words[i]?.pos === 'VERB' || words[i]?.pos === 'PUNCT') return null;
  }
  return null;
}

export function lookUp(words: readonly TaggedWord[], at: number, frame: string): Governor | null {
  const word = words[at];
  if (!word || predicatesOf(word.text).length === 0) return null;
  const first: Predicate['kind'] = word.pos === 'VERB' ? 'verb' : word.pos === 'ADJ' ? 'adj' : 'noun';
  // "plans" is a noun to one tagger and a verb to another: its own kind first, then the others.
  for (const kind of [first, ...KINDS.filter((one) => one !== first)]) {
    if (first === 'noun' && kind === 'verb' && isIng(word.text)) continue;
    const predicate = findPredicate(word.text, kind, frame);
    if (predicate)
      return { at, class: predicate.class, kind: first === 'noun' && kind === 'verb' ? 'noun' : kind, frame };
  }
  return null;
}
