import type { Proposition } from '../propositions/proposition.ts';
import { compareQuantities } from '../propositions/quantities.ts';
import { cosineOf, likenessOf, lookUp, poolVectors, type Word } from '../words.ts';

/** What the scorer looks at, in the order of its weights; each 0–1, −1 where the two speak against each other. */
export const FEATURES = [
  'actors', 'subject', 'about', 'terms', 'meaning', 'predicate', 'negation', 'weighed', 'price', 'prices', 'agree', 'differ', 'days', 'otherDays', 'nominal', 'actorless', 'core', 'coreExact', 'done', 'length', 'pooled', 'pooledWho', 'object', 'coreObject',
] as const; // prettier-ignore

/** Who does what to whom, when, how many: two propositions side by side. Symmetric. */
export function comparePropositions(a: Proposition, b: Proposition): readonly number[] {
  const quantities = compareQuantities(a.quantities, b.quantities);
  const [one, two] = [prepare(a), prepare(b)];
  const core = (coverageOf(one.core, two.core) + coverageOf(two.core, one.core)) / 2;
  const object = a.object.length === 0 || b.object.length === 0 ? 0 : 2 * containment(one.object, two.object) - 1;
  const pooled = Math.max(0, cosineOf(one.pooled, two.pooled));
  const who = containment(one.who, two.who);
  const daysMeet = a.days.some((day) => b.days.includes(day));
  return [
    who,
    a.subject.length === 0 || b.subject.length === 0 ? 0 : meets(a.subject, b.subject) ? 1 : -1,
    containment(one.about, two.about),
    overlapOf(one.words, two.words),
    (coverageOf(one.words, two.words) + coverageOf(two.words, one.words)) / 2,
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
    Math.min(one.words.length, two.words.length) / Math.max(1, one.words.length, two.words.length),
    pooled,
    pooled * who,
    object,
    core * object,
  ];
}

/** A proposition's words looked up once: pairs are many, propositions few. */
interface Prepared {
  readonly who: readonly Word[];
  readonly object: readonly Word[];
  readonly about: readonly Word[];
  readonly words: readonly Word[];
  readonly core: readonly Word[];
  readonly predicate: readonly Word[];
  readonly verb: boolean;
  /** The mean of its words' vectors, weighed by rarity, the core twice. */
  readonly pooled: Float32Array;
}

const prepared = new WeakMap<Proposition, Prepared>();

function prepare(proposition: Proposition): Prepared {
  const known = prepared.get(proposition);
  if (known) return known;
  const { actors, object, about, terms, predicate, core } = proposition;
  const words = [...new Set([...predicate, ...terms])].map(lookUp);
  const made: Prepared = {
    who: (actors.length > 0 ? actors : about).map(lookUp),
    object: object.map(lookUp),
    about: about.map(lookUp),
    words,
    pooled: poolVectors([...words, ...core.map(lookUp)]),
    core: core.map(lookUp),
    predicate: (predicate.length > 0 ? predicate : terms).map(lookUp),
    verb: predicate.length > 0,
  };
  prepared.set(proposition, made);
  return made;
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

function meets(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.includes(word));
}

/** Share of the shorter side's rarity that stands in the longer. */
function containment(a: readonly Word[], b: readonly Word[]): number {
  const shared = weightOf(a.filter(({ text }) => b.some((other) => other.text === text)));
  const least = Math.min(weightOf(a), weightOf(b));
  return least === 0 ? 0 : shared / least;
}

/** Dice of the stems, weighed by rarity. */
function overlapOf(a: readonly Word[], b: readonly Word[]): number {
  const shared = weightOf(a.filter(({ stem }) => b.some((other) => other.stem === stem)));
  const all = weightOf(a) + weightOf(b);
  return all === 0 ? 0 : Math.min(1, (2 * shared) / all);
}

/** How far each word of `a` has one of like meaning in `b`, weighed by rarity. */
function coverageOf(a: readonly Word[], b: readonly Word[]): number {
  const all = weightOf(a);
  return all === 0 ? 0 : a.reduce((sum, word) => sum + word.weight * bestLikeness(word, b), 0) / all;
}

/** Below this cosine two words mean different things. */
const LEAST = 0.3;

function bestLikeness(word: Word, others: readonly Word[]): number {
  let best = 0;
  for (const other of others) {
    const like = word.stem === other.stem ? 1 : likenessOf(word, other);
    if (like > best) best = like;
  }
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

function weightOf(words: readonly Word[]): number {
  let sum = 0;
  for (const { weight } of words) sum += weight;
  return sum;
}
