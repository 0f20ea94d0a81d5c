import { readLexicon } from '../../base/lexicon.ts';

/** Classes of `lexicons/predicates.tsv`, and those that the grammar gives without a word of its own. */
export const CLASSES = [
  'fact', 'said', 'claim', 'belief', 'doubt', 'unlikely', 'expect', 'intend', 'desire', 'request', 'permit', 'consider',
  'need', 'question', 'manage', 'fail', 'postpone', 'purpose', 'if',
] as const; // prettier-ignore
export type PredicateClass = (typeof CLASSES)[number];

export interface Predicate {
  readonly class: PredicateClass;
  readonly kind: 'verb' | 'noun' | 'adj';
  /** What may follow it: `to`, `that`, `ing`, `obj`, or a preposition. */
  readonly frames: ReadonlySet<string>;
}

let held: ReadonlyMap<string, readonly Predicate[]> | null = null;

/** The predicate that a word is in a frame ("plans" + `to`), or null. The first row that fits holds. */
export function findPredicate(word: string, kind: Predicate['kind'], frame: string): Predicate | null {
  const found = predicatesOf(word).find((one) => one.kind === kind && one.frames.has(frame));
  return found ?? null;
}

/** All that a word can be, in any form. */
export function predicatesOf(word: string): readonly Predicate[] {
  return loadPredicates().get(word.toLowerCase()) ?? [];
}

function loadPredicates(): ReadonlyMap<string, readonly Predicate[]> {
  if (held) return held;
  const map = new Map<string, Predicate[]>();
  for (const [name, kind, frames = '', lemma = '', irregular = ''] of readLexicon('predicates')) {
    const known = CLASSES.find((one) => one === name);
    if (!known || (kind !== 'verb' && kind !== 'noun' && kind !== 'adj')) continue;
    const predicate: Predicate = { class: known, kind, frames: new Set(frames.split(',')) };
    for (const form of formsOf(lemma, kind, irregular === '' ? [] : irregular.split(','))) {
      const list = map.get(form);
      if (list) list.push(predicate);
      else map.set(form, [predicate]);
    }
  }
  held = map;
  return map;
}

function formsOf(lemma: string, kind: Predicate['kind'], irregular: readonly string[]): ReadonlySet<string> {
  if (kind === 'adj') return new Set([lemma]);
  const s = /(?:[sxz]|ch|sh)$/u.test(lemma) ? `${lemma}es` : /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`; // prettier-ignore
  if (kind === 'noun') return new Set([lemma, s]);
  const stem = /[^eoy]e$/u.test(lemma) ? lemma.slice(0, -1) : lemma;
  const double = /^(?:[^aeiou]*[aeiou][bdgmnprt]|admit|regret|permit|defer|omit|refer|compel|commit|begin|forget)$/u.test(lemma) ? `${lemma}${lemma.at(-1) ?? ''}` : stem; // prettier-ignore
  const past =
    irregular.length > 0 ? irregular : [/[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${double}ed`];
  return new Set([lemma, s, `${double}ing`, ...past]);
}
