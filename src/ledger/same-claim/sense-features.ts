import { scaleToUnit, unpackSense } from '../../language/sense.ts';
import type { Appearance } from '../appearances.ts';
import type { Proposition } from '../propositions/proposition.ts';
import { compareQuantities } from '../propositions/quantities.ts';
import { compareTold, compareWho } from './features.ts';

/** What tells whether two speak of one matter, in whatever words; in the order of its weights. */
export const MATTER_FEATURES = ['sense', 'senseWho', 'who', 'subject', 'about', 'negation', 'weighed', 'price', 'prices', 'agree', 'differ'] as const; // prettier-ignore
/** What the scorer looks at where both readings tell what is meant; in the order of its weights. */
export const SENSE_FEATURES = [...MATTER_FEATURES, 'terms', 'verbs', 'days', 'otherDays'] as const;

export type Meant = Pick<Appearance, 'sense' | 'proposition'>;

/** `compareMatter`, and how far the two tell it in the same words. Symmetric; null where one of them does not tell what it means. */
export function compareSenses(one: Meant, other: Meant): readonly number[] | null {
  const matter = compareMatter(one, other);
  return matter === null ? null : [...matter, ...compareTold(one.proposition, other.proposition)];
}

/** What two appearances mean, of whom, and what sets them apart all the same. Symmetric; null where one of them does not tell. */
export function compareMatter(one: Meant, other: Meant): readonly number[] | null {
  const [left, right] = [directionOf(one), directionOf(other)];
  if (left === null || right === null) return null;
  const [a, b] = [one.proposition, other.proposition];
  const { who, subject, about } = compareWho(a, b);
  const quantities = compareQuantities(a.quantities, b.quantities);
  let sense = 0;
  for (let i = 0; i < left.length; i++) sense += (left[i] ?? 0) * (right[i] ?? 0);
  return [
    sense,
    sense * who,
    who,
    subject,
    about,
    Number(isNot(a) !== isNot(b)),
    Number(a.weighed !== b.weighed),
    Number(a.price !== b.price),
    Number(a.price && b.price),
    Number(quantities === 'agree'),
    Number(quantities === 'differ'),
  ];
}

/** “Will not close”, “will remain open”: what is not so, or goes on. */
function isNot({ negated, stays }: Proposition): boolean {
  return negated || stays;
}

const directions = new WeakMap<object, Float32Array | null>();

/** The numbers of what an appearance means, of unit length. */
function directionOf({ sense, proposition }: Meant): Float32Array | null {
  const known = directions.get(proposition);
  if (known !== undefined) return known;
  const made = sense === null ? null : scaleToUnit(unpackSense(sense));
  directions.set(proposition, made);
  return made;
}
