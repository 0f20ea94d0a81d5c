import type { Appearance } from '../appearances.ts';
import type { Proposition } from '../propositions/proposition.ts';
import { compareQuantities } from '../propositions/quantities.ts';
import { stemOf } from '../propositions/stem.ts';
import { likenessOf, rarityOf } from '../words.ts';

/** What the scorer looks at, in the order of its weights; each 0–1, −1 where the two speak against each other. */
export const FEATURES = [
  'actors', 'subject', 'about', 'terms', 'meaning', 'predicate', 'negation', 'weighed', 'price', 'prices', 'agree', 'differ', 'days', 'otherDays', 'nominal', 'actorless',
] as const; // prettier-ignore

export type Compared = Pick<Appearance, 'proposition'>;

/** Who does what to whom, when, how many: two propositions side by side. Symmetric. */
export function comparePropositions(a: Proposition, b: Proposition): readonly number[] {
  const quantities = compareQuantities(a.quantities, b.quantities);
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const daysMeet = a.days.some((day) => b.days.includes(day));
  return [
    containment(a.actors.length > 0 ? a.actors : a.about, b.actors.length > 0 ? b.actors : b.about),
    a.subject.length === 0 || b.subject.length === 0 ? 0 : meets(a.subject, b.subject) ? 1 : -1,
    containment(a.about, b.about),
    overlapOf(left, right),
    (coverageOf(left, right) + coverageOf(right, left)) / 2,
    likenessOfPredicates(a, b),
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
  ];
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

function meets(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.includes(word));
}

function wordsOf({ terms, predicate }: Proposition): readonly string[] {
  return [...new Set([...predicate, ...terms])];
}

/** Share of the shorter side's rarity that stands in the longer. */
function containment(a: readonly string[], b: readonly string[]): number {
  const shared = weightOf(a.filter((word) => b.includes(word)));
  const least = Math.min(weightOf(a), weightOf(b));
  return least === 0 ? 0 : shared / least;
}

/** Dice of the stems, weighed by rarity. */
function overlapOf(a: readonly string[], b: readonly string[]): number {
  const stems = new Set(b.map(stemOf));
  const shared = weightOf(a.filter((word) => stems.has(stemOf(word))));
  const all = weightOf(a) + weightOf(b);
  return all === 0 ? 0 : Math.min(1, (2 * shared) / all);
}

/** How far each word of `a` has one of like meaning in `b`, weighed by rarity. */
function coverageOf(a: readonly string[], b: readonly string[]): number {
  const all = weightOf(a);
  if (all === 0) return 0;
  return a.reduce((sum, word) => sum + weight(word) * bestLikeness(word, b), 0) / all;
}

/** Below this cosine two words mean different things. */
const LEAST = 0.3;

function bestLikeness(word: string, others: readonly string[]): number {
  let best = 0;
  for (const other of others) {
    const like = stemOf(word) === stemOf(other) ? 1 : likenessOf(word, other);
    if (like > best) best = like;
  }
  return best < LEAST ? 0 : best;
}

/** Of verb and verb; of a proposition without one, of its words and the other's verb. */
function likenessOfPredicates(a: Proposition, b: Proposition): number {
  const [left, right] = [a.predicate.length > 0 ? a.predicate : a.terms, b.predicate.length > 0 ? b.predicate : b.terms];
  const first = (a.predicate.length > 0 ? left.slice(0, 1) : left).map((word) => bestLikeness(word, right));
  const second = (b.predicate.length > 0 ? right.slice(0, 1) : right).map((word) => bestLikeness(word, left));
  return Math.max(0, ...first, ...second);
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weight(word), 0);
}

function weight(word: string): number {
  return Math.max(0.5, rarityOf(word));
}
