import type { Appearance } from '../appearances.ts';
import { stemOf } from '../propositions/stem.ts';
import { chanceButForNot, scoreDenial } from '../same-claim/score.ts';
import { likenessOf, lookUp } from '../word-table.ts';

/** Chance, by words and by what the two mean, under which a “not” is about another thing. */
const NEAR = 0.2;
/** From which the two say contraries: that chance, or the share of their telling words that both have. Set by evals/contradictions. */
const CONTRARY = 0.5;
const SHARED = 0.5;
/** That chance where one only says that a thing goes on, which mostly answers nobody. */
const STAYS = 0.6;
/** Likeness of two verbs from which one is the other with a “not”. */
const SAME_VERB = 0.5;

const NOT = /\b(?:not|never|cannot|neither)\b|n[’']t\b/giu;
/** “Not until May”, “not only”, “not enough”, “not a tax but a penalty”: not the thing itself is denied, but how far it goes. */
const LIMITED =
  /\b(?:until|unless|if|when|because|since|enough|just|only|merely|simply|necessarily|all|every|many|most|again|too|but|by \p{L}+ing)\b/iu;
/** Says “not” without one, or with one: “knew nothing of it”, “failed to sign”, “lied”. */
const NEGATIVE =
  /\b(?:not|never|cannot|nobody|nothing|neither|nor|none|no|without|unable|lied|lying|false|fail\w*|refus\w*|declin\w*|rarely|hardly)\b|n[’']t\b/iu;
/** Who asks, supposes or sets a condition has not said that it is so. */
const OPEN = /\b(?:whether|if|when|unless|until)\b/iu;
/** “Re-entering the work force”, “to attack Syria”: a matter, of which nobody says that it is so. */
const BARE =
  /^[\W_]*(?:to|being|\p{Ll}[\p{L}-]+ing|of|on|about|by|for|why|how|what|who|where|that|effort|conditions?) (?!is\b|are\b)/iu;
const AUXILIARY =
  /^(?:be|is|isn|are|aren|am|was|wasn|were|weren|been|being|has|hasn|have|haven|had|hadn|do|don|does|doesn|did|didn)$/u;
/** Words that stand in any statement. */
const PLAIN =
  /^(?:a|an|the|this|that|these|those|it|its|he|she|they|we|you|i|his|her|their|our|my|your|to|of|in|on|at|for|with|by|from|as|and|or|but|so|be|is|are|am|was|were|been|being|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|s|t|re|ve|ll|d|n|not|never|no|any)$/u;

/**
 * How surely a statement with a “not” (or one that a thing goes on) speaks against another, 0–1; 0: it does not. The other is
 * said of its own, not asked, and has the same verb without a “not”; the “not” is of the thing itself.
 */
export function scoreContrary(one: Appearance, other: Appearance): number {
  const [denial, claim] = [one.proposition, other.proposition];
  if (claim.nominal || claim.negated || claim.stays || NEGATIVE.test(claim.text) || OPEN.test(claim.text) || BARE.test(claim.text)) return 0; // prettier-ignore
  if (!denial.stays && !isPlainNot(denial.text)) return 0;
  if (!denial.stays && likenessOfVerbs(denial.predicate[0], claim.predicate[0]) < SAME_VERB) return 0;
  const meant = chanceButForNot(one, other) ?? 1;
  const chance = meant < NEAR ? 0 : meant * scoreDenial(denial, claim);
  if (chance < NEAR) return 0;
  if (denial.stays) return chance >= STAYS ? chance : 0;
  const shared = shareWords(denial.text, claim.text);
  return chance >= CONTRARY || shared >= SHARED ? Math.max(chance, shared) : 0;
}

function isPlainNot(text: string): boolean {
  return (text.match(NOT) ?? []).length === 1 && !LIMITED.test(text);
}

function likenessOfVerbs(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (stemOf(a) === stemOf(b) || (AUXILIARY.test(a) && AUXILIARY.test(b))) return 1;
  return likenessOf(lookUp(a), lookUp(b));
}

/** The share of all telling words of two texts that both have. */
function shareWords(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !PLAIN.test(word)).map(stemOf));
}
