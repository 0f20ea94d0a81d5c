import type { Reading } from '../../reading/reading.ts';
import { wordsOf } from '../reuse/shingles.ts';
import { lookUp } from '../word-table.ts';

/** What a report is about, as far as reports are told apart by it. */
export interface Profile {
  /** Days from 1970 to its publication; null: no day is known. */
  readonly day: number | null;
  /** Its most telling words by their stems, the most telling first; the squares of the weights sum to about `UNIT`². */
  readonly terms: readonly (readonly [stem: string, weight: number])[];
}

/** Weights are whole numbers, so that a sum of products is the same from both sides and on every machine. */
const UNIT = 1000;
/** Words of a profile; bits of rarity and letters that they have at least. */
const TERMS = 40;
const RARE = 3;
const SHORTEST = 3;

/** The profile of a report: the words that it says often and others seldom. A function of the reading alone. */
export function describeStory({ report }: Reading): Profile {
  const counts = new Map<string, { times: number; readonly rarity: number }>();
  for (const word of wordsOf(`${report.title ?? ''}\n${report.text}`)) {
    if (word.length < SHORTEST || /^\d+$/u.test(word)) continue;
    const { stem, weight } = lookUp(word);
    const known = counts.get(stem);
    if (known) known.times++;
    else if (weight >= RARE) counts.set(stem, { times: 1, rarity: weight });
  }
  const terms = [...counts]
    .map(([stem, { times, rarity }]) => ({ stem, weight: (1 + Math.log2(times)) * rarity }))
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, TERMS);
  const length = Math.sqrt(terms.reduce((sum, { weight }) => sum + weight * weight, 0));
  return {
    day: dayOf(report.published),
    terms: terms.map(({ stem, weight }) => [stem, Math.round((UNIT * weight) / length)]),
  };
}

function dayOf(published: string | null): number | null {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(published ?? '')?.[0];
  const at = day === undefined ? NaN : Date.parse(day);
  return Number.isNaN(at) ? null : at / 86_400_000;
}

/** Words of a profile two of which must be shared, and words of which one is enough, for two reports to be compared. */
const PAIRED = 12;
const ALONE = 3;

/** Two reports are compared when they share one of these. */
export function keysOfStory({ terms }: Profile): readonly string[] {
  const stems = terms.slice(0, PAIRED).map(([stem]) => stem);
  return [
    ...stems.slice(0, ALONE),
    ...stems.flatMap((a, i) => stems.slice(i + 1).map((b) => (a < b ? `${a}&${b}` : `${b}&${a}`))),
  ];
}

/** Steps of the cosine, and what the rounding of the weights may take from one: a text and itself are tied by 20. Of reports far apart in time it counts for less. */
const STEPS = 20;
const SLACK = 0.1;
const NEAR_DAYS = 31;
const FAR = 3;

/** From this on two reports tell one story: the three stories of `evals/stories` hang together at 8, the news of seven years do not at 6. */
export const WEAKEST = 5;
export const STRONGEST = STEPS;

/**
 * How nearly two reports tell one story: the cosine of their profiles in twentieths, 0–20. Symmetric, and a function of the
 * two alone (contract §2.5). “Saltmere sells its ferries” and “Ferries of Saltmere sold” of one week: 12; both about ferries: 2.
 */
export function tieOf(a: Profile, b: Profile): number {
  const weights = new Map(b.terms);
  let sum = 0;
  for (const [stem, weight] of a.terms) sum += weight * (weights.get(stem) ?? 0);
  const isFar = a.day !== null && b.day !== null && Math.abs(a.day - b.day) > NEAR_DAYS;
  return Math.max(0, Math.min(STRONGEST, Math.floor((STEPS * sum) / UNIT ** 2 + SLACK) - (isFar ? FAR : 0)));
}
