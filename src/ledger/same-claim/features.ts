import type { Proposition } from '../propositions/proposition.ts';
import { compareQuantities } from '../propositions/quantities.ts';
import { cosineOf, likenessOf, lookUp, poolVectors, type Word } from '../word-table.ts';

/** What the scorer looks at, in the order of its weights; each 0–1, −1 where the two speak against each other. */
export const FEATURES = [
  'actors', 'subject', 'about', 'terms', 'meaning', 'predicate', 'negation', 'weighed', 'price', 'prices', 'agree', 'differ', 'days', 'otherDays', 'nominal', 'actorless', 'core', 'coreExact', 'done', 'length', 'pooled', 'pooledWho', 'object', 'coreObject',
] as const; // prettier-ignore

/** Who does what to whom, when, how many: two propositions side by side. Symmetric. */
export function comparePropositions(a: Proposition, b: Proposition): readonly number[] {
  const quantities = compareQuantities(a.quantities, b.quantities);
  const [one, two] = [prepare(a), prepare(b)];
  const { meaning, core } = compareMeanings(one, two);
  const object = a.object.length === 0 || b.object.length === 0 ? 0 : 2 * containment(one.object, two.object) - 1;
  const pooled = Math.max(0, cosineOf(one.pooled, two.pooled));
  const { who, subject, about } = compareWho(a, b);
  const daysMeet = a.days.some((day) => b.days.includes(day));
  return [
    who,
    subject,
    about,
    overlapOf(one.words, two.words),
    meaning,
    likenessOfPredicates(one, two),
    flag(a.negated !== b.negated),
    flag(a.weighed !== b.weighed),
    flag(a.price !== b.price),
    flag(a.price && b.price),
    flag(quantities === 'agree'),
    flag(quantities === 'differ'),
    flag(daysMeet),
    flag(!daysMeet && a.days.length > 0 && b.days.length > 0),
    flag(a.nominal || b.nominal),
    flag(a.actors.length === 0 || b.actors.length === 0),
    core,
    overlapOf(one.core, two.core),
    core * who,
    Math.min(one.words.list.length, two.words.list.length) / Math.max(1, one.words.list.length, two.words.list.length),
    pooled,
    pooled * who,
    object,
    core * object,
  ];
}

/** Whom two propositions speak of: all names, those before the verb (−1: others), what their reports are about. */
export function compareWho(
  a: Proposition,
  b: Proposition,
): { readonly who: number; readonly subject: number; readonly about: number } {
  const [one, two] = [prepare(a), prepare(b)];
  return {
    who: containment(one.who, two.who),
    subject: a.subject.length === 0 || b.subject.length === 0 ? 0 : meets(a.subject, b.subject) ? 1 : -1,
    about: containment(one.about, two.about),
  };
}

/** How far two propositions tell the same in words: stems of all that is told; their verbs, by what these mean; days. */
export function compareTold(a: Proposition, b: Proposition): readonly number[] {
  const [one, two] = [prepare(a), prepare(b)];
  const daysMeet = a.days.some((day) => b.days.includes(day));
  return [
    overlapOf(one.words, two.words),
    one.verb && two.verb ? likenessOfPredicates(one, two) : 0,
    flag(daysMeet),
    flag(!daysMeet && a.days.length > 0 && b.days.length > 0),
  ];
}

/** Words of one kind, the signs of them and of their stems, and the sum of their rarities. */
interface Weighed {
  readonly list: readonly Word[];
  readonly signs: Float64Array;
  readonly stems: Float64Array;
  readonly weights: Float64Array;
  readonly weight: number;
}

/** A proposition's words looked up once: pairs are many, propositions few. */
interface Prepared {
  readonly who: Weighed;
  readonly object: Weighed;
  readonly about: Weighed;
  readonly words: Weighed;
  readonly core: Weighed;
  /** Both of these, each word once. */
  readonly both: readonly Meant[];
  readonly predicate: readonly Word[];
  readonly verb: boolean;
  /** The mean of its words' vectors, weighed by rarity, the core twice. */
  readonly pooled: Float32Array;
}

/** How often a word stands among the words and in the core: once or not in the first. */
interface Meant {
  readonly word: Word;
  readonly inWords: boolean;
  readonly inCore: number;
}

const prepared = new WeakMap<Proposition, Prepared>();

function prepare(proposition: Proposition): Prepared {
  const known = prepared.get(proposition);
  if (known) return known;
  const { actors, object, about, terms, predicate, core } = proposition;
  const words = [...new Set([...predicate, ...terms])].map(lookUp);
  const cores = core.map(lookUp);
  const made: Prepared = {
    who: weigh((actors.length > 0 ? actors : about).map(lookUp)),
    object: weigh(object.map(lookUp)),
    about: weigh(about.map(lookUp)),
    words: weigh(words),
    core: weigh(cores),
    both: [...new Set([...words, ...cores])].map((word) => ({
      word,
      inWords: words.includes(word),
      inCore: cores.filter((one) => one === word).length,
    })),
    pooled: poolVectors([...words, ...cores]),
    predicate: (predicate.length > 0 ? predicate : terms).map(lookUp),
    verb: predicate.length > 0,
  };
  prepared.set(proposition, made);
  return made;
}

function weigh(list: readonly Word[]): Weighed {
  const signs = new Float64Array(list.length);
  const stems = new Float64Array(list.length);
  const weights = new Float64Array(list.length);
  let all = 0;
  list.forEach(({ sign, stemSign, weight }, i) => {
    signs[i] = sign;
    stems[i] = stemSign;
    weights[i] = weight;
    all += weight;
  });
  return { list, signs, stems, weights, weight: all };
}

/** The same words under another sign: what was looked up for `from` holds for `to`. */
export function shareWords(from: Proposition, to: Proposition): Proposition {
  prepared.set(to, prepare(from));
  return to;
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

function meets(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.includes(word));
}

/** Share of the shorter side's rarity that stands in the longer. */
function containment(a: Weighed, b: Weighed): number {
  const least = Math.min(a.weight, b.weight);
  return least === 0 ? 0 : sumShared(a.signs, b.signs, a.weights) / least;
}

/** Dice of the stems, weighed by rarity. */
function overlapOf(a: Weighed, b: Weighed): number {
  const all = a.weight + b.weight;
  return all === 0 ? 0 : Math.min(1, (2 * sumShared(a.stems, b.stems, a.weights)) / all);
}

/** The weights of those signs of `a` that `b` has too. */
function sumShared(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const sign = a[i];
    for (const other of b)
      if (other === sign) {
        sum += weights[i] ?? 0;
        break;
      }
  }
  return sum;
}

/** Below this cosine two words mean different things. */
const LEAST = 0.3;

/** The best likenesses of the words of either side so far: among all words, and within the cores. */
let bestOfA = new Float64Array(2 * 64);
let bestOfB = new Float64Array(2 * 64);

/**
 * How far each word of one side has one of like meaning on the other, weighed by rarity, both ways: over all words, and
 * within the cores. Each two words are looked at once.
 */
function compareMeanings(a: Prepared, b: Prepared): { readonly meaning: number; readonly core: number } {
  const [left, right] = [a.both, b.both];
  if (2 * left.length > bestOfA.length) bestOfA = new Float64Array(4 * left.length);
  if (2 * right.length > bestOfB.length) bestOfB = new Float64Array(4 * right.length);
  bestOfA.fill(0, 0, 2 * left.length);
  bestOfB.fill(0, 0, 2 * right.length);
  for (let i = 0; i < left.length; i++) {
    const one = left[i];
    if (one === undefined) break;
    for (let j = 0; j < right.length; j++) {
      const two = right[j];
      if (two === undefined) break;
      const like = meaningOf(one.word, two.word);
      if (like < LEAST) continue;
      if (one.inWords && two.inWords) {
        if (like > (bestOfA[2 * i] ?? 0)) bestOfA[2 * i] = like;
        if (like > (bestOfB[2 * j] ?? 0)) bestOfB[2 * j] = like;
      }
      if (one.inCore > 0 && two.inCore > 0) {
        if (like > (bestOfA[2 * i + 1] ?? 0)) bestOfA[2 * i + 1] = like;
        if (like > (bestOfB[2 * j + 1] ?? 0)) bestOfB[2 * j + 1] = like;
      }
    }
  }
  return {
    meaning: (coverageOf(left, bestOfA, 0, a.words.weight) + coverageOf(right, bestOfB, 0, b.words.weight)) / 2,
    core: (coverageOf(left, bestOfA, 1, a.core.weight) + coverageOf(right, bestOfB, 1, b.core.weight)) / 2,
  };
}

function coverageOf(words: readonly Meant[], best: Float64Array, at: 0 | 1, all: number): number {
  if (all === 0) return 0;
  let sum = 0;
  words.forEach(({ word, inWords, inCore }, i) => {
    sum += (at === 0 ? Number(inWords) : inCore) * word.weight * (best[2 * i + at] ?? 0);
  });
  return sum / all;
}

function meaningOf(a: Word, b: Word): number {
  return a.stemSign === b.stemSign ? 1 : likenessOf(a, b);
}

function bestLikeness(word: Word, others: readonly Word[]): number {
  let best = 0;
  for (const other of others) best = Math.max(best, meaningOf(word, other));
  return best < LEAST ? 0 : best;
}

/** Of verb and verb; of a proposition without one, of its words and the other's verb. */
function likenessOfPredicates(a: Prepared, b: Prepared): number {
  let best = 0;
  for (const word of a.verb ? a.predicate.slice(0, 1) : a.predicate)
    best = Math.max(best, bestLikeness(word, b.predicate));
  for (const word of b.verb ? b.predicate.slice(0, 1) : b.predicate)
    best = Math.max(best, bestLikeness(word, a.predicate));
  return best;
}
