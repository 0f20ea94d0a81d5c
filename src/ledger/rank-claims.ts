import type { Gist } from './packed-claim.ts';
import { describeSentence, nameActors } from './propositions/bare-sentence.ts';
import type { Proposition } from './propositions/proposition.ts';
import { scorePair } from './same-claim/score.ts';
import type { ShownClaim } from './shown-claim.ts';
import type { WordQuery } from './store/store.ts';
import { rarityOf } from './word-table.ts';
import { splitWords } from './words.ts';

/** A claim that may be what was asked for. */
export interface Candidate {
  /** The claim's id. */
  readonly id: string;
  readonly match: NonNullable<ShownClaim['match']>;
  /**
   * The share of the words that it holds, by their rarity; by meaning: the mean of that and the chance that it says the same;
   * and a little for each doubling of the reports that carry it.
   */
  readonly score: number;
}

/** Chance from which a claim says what was asked; set by the pairs of rank-claims.test.ts. */
const MEANT = 0.4;
/** Share of the words that a claim must hold, where it does not say what was asked. */
const HELD = 0.5;
/** What twice the reports are worth: of two that are as near it is the one that is told more that is meant. */
const DOUBLED = 0.005;

/** The claims that are near to what was typed: by meaning, then by words, the nearest first. “Phrases” must stand in them. */
export function rankClaims(
  typed: string,
  { phrases }: WordQuery,
  claims: readonly (Gist & { readonly id: string; readonly reports: number })[],
): readonly Candidate[] {
  const sentence = describeSentence(typed);
  const rarity = weighWords(typed);
  const asked = phrases.map((words) => ({
    words: ` ${words.join(' ')} `,
    must: words.length > 1,
    weight: words.reduce((sum, word) => sum + (rarity.get(word) ?? LEAST), 0),
  }));
  const all = asked.reduce((sum, { weight }) => sum + weight, 0);
  return claims
    .flatMap(({ id, reports, proposition, words: own }): Candidate[] => {
      const words = ` ${own} `;
      if (asked.some((one) => one.must && !words.includes(one.words))) return [];
      const held = asked.filter((one) => words.includes(one.words)).reduce((sum, { weight }) => sum + weight, 0) / all;
      const likeness = likenessOf(sentence, proposition);
      const told = DOUBLED * Math.log2(Math.max(1, reports));
      if (likeness >= MEANT) return [{ id, match: 'by meaning', score: (likeness + held) / 2 + told }];
      return held >= HELD ? [{ id, match: 'by words', score: held + told }] : [];
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** “The signing” does not say that she will sign, however near the two stand. */
function likenessOf(sentence: Proposition, claim: Proposition): number {
  return claim.nominal && !sentence.nominal ? 0 : scorePair(nameActors(sentence, claim), claim);
}

/** Weight of a word that tells nothing. */
const LEAST = 0.5;

/** The phrases of what is asked, the rarest first. */
export function rarestOf(typed: string, { phrases }: WordQuery): WordQuery['phrases'] {
  const rarity = weighWords(typed);
  const weightOf = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + (rarity.get(word) ?? LEAST), 0);
  return [...phrases].sort((a, b) => weightOf(b) - weightOf(a));
}

/** The rarity of what was typed, by the word as it is searched. */
function weighWords(typed: string): ReadonlyMap<string, number> {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Map(words.flatMap((word) => splitWords(word).map((stem) => [stem, Math.max(LEAST, rarityOf(word))] as const))); // prettier-ignore
}

function rankOf({ match }: Candidate): number {
  return match === 'by meaning' ? 0 : 1;
}
