import type { Appearance } from '../appearances.ts';
import type { Proposition } from '../propositions/proposition.ts';
import { lookUp, poolVectors, signsOf, type Word } from '../word-table.ts';

/** Rarest words of each kind that make keys: a property of the appearance alone, never of what a ledger holds. */
const ACTORS = 8;
const TERMS = 12;
/** Bits of rarity below which a word makes no key. */
const RARE = 1.5;
/** Bits from which a name alone is a key: it stands in one report of 250. */
const NAMELY = 8;

/**
 * The keys of a proposition: who with what ("holm|split"), who with whom, and who with the region in which the meaning of
 * its words lies, so that "break up" meets "split". Two appearances are compared when they share one.
 */
export function keysOf(proposition: Proposition): readonly number[] {
  const known = found.get(proposition) ?? makeKeys(proposition);
  found.set(proposition, known);
  return known;
}

const found = new WeakMap<Proposition, readonly number[]>();

function makeKeys({ actors, about, predicate, terms, core }: Proposition): readonly number[] {
  const who = rarest(actors.length > 0 ? actors : about, ACTORS);
  const what = rarest([...predicate, ...terms], TERMS);
  const regions = signsOf(poolVectors(core.map(lookUp)));
  const keys = new Set<number>();
  who.forEach((name, i) => {
    if (name.weight >= NAMELY) keys.add(joinCodes(name.code, 0));
    for (const { stemCode } of what) keys.add(joinCodes(name.code, stemCode));
    for (const other of who.slice(i + 1)) keys.add(joinCodes(Math.min(name.code, other.code), Math.max(name.code, other.code))); // prettier-ignore
    for (const region of regions) keys.add(joinCodes(name.code, region));
  });
  return [...keys];
}

/** Two codes of 26 bits as one number. Two keys of one number cost a comparison, no more. */
function joinCodes(a: number, b: number): number {
  return a * 2 ** 26 + b;
}

function rarest(words: readonly string[], most: number): readonly Word[] {
  const known = [...new Set(words)].map(lookUp).filter(({ weight }) => weight >= RARE);
  return known.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1)).slice(0, most);
}

/** Pairs of positions that share a key, each once, in order. */
export function candidatePairs(appearances: readonly Appearance[]): readonly (readonly [number, number])[] {
  const index = new Map<number, number[]>();
  const pairs: (readonly [number, number])[] = [];
  appearances.forEach(({ proposition }, b) => {
    const near = new Set<number>();
    for (const key of keysOf(proposition)) {
      const held = index.get(key);
      if (!held) index.set(key, [b]);
      else {
        for (const a of held) if (a !== b) near.add(a);
        held.push(b);
      }
    }
    for (const a of [...near].sort((one, other) => one - other)) pairs.push([a, b]);
  });
  return pairs;
}
