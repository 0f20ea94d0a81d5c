import type { TaggedWord } from '../language/parts-of-speech.ts';

/**
 * Whether the word at `at` is a finite verb. The tagger says VERB for every form: "to go", "going" and the participle of
 * "the deal signed by Bo" are none.
 */
export function isFiniteAt(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (!word || (word.pos !== 'VERB' && word.pos !== 'AUX')) return false;
  const text = word.text.toLowerCase();
  const before = words[at - 1];
  if (before?.text.toLowerCase() === 'to' || /^(?:be|been|being|having)$/u.test(text)) return false;
  if (text.endsWith('ing') && !/^(?:bring|sing|ring|spring|sting|swing|fling|cling|string)$/u.test(text)) return false;
  const next = words[at + 1]?.text.toLowerCase();
  const reduced = /(?:ed|en|wn|pt)$/u.test(text) && (next === 'by' || before?.text === ',');
  return !reduced && !/^(?:born|known|given|based|compared|called)$/u.test(text);
}

/** A finite verb with something that can be its subject before it. */
export function hasClause(words: readonly TaggedWord[]): boolean {
  const verb = findVerb(words);
  const before = words.slice(0, Math.max(0, verb));
  return before.some((word) => ['NOUN', 'PROPN', 'PRON', 'DET', 'NUM'].includes(word.pos));
}

/** The first finite verb, or the one that an aside parts from its subject: "Lawmakers, in May, delayed it". −1: none. */
export function findVerb(words: readonly TaggedWord[]): number {
  const plain = words.findIndex((_, i) => isFiniteAt(words, i));
  if (plain >= 0) return plain;
  return words.findIndex((word, i) => {
    const commas = words.slice(1, i).filter(({ text }) => text === ',').length;
    return word.pos === 'VERB' && /(?:ed|en|pt|wn)$/u.test(word.text) && commas > 1 && words[i - 1]?.text === ',' && words[i + 1]?.text !== 'by'; // prettier-ignore
  });
}
