import { startOf, type Appearance } from '../appearances.ts';
import { splitName } from '../propositions/actors.ts';

const MATTER = 'charges?|allegations?|accusations?|claims?|reports?|suggestions?|accounts?|stor(?:y|ies)|rumou?rs?|label|assertions?|characteri[sz]ations?|speculation|criticisms?|attacks?|articles?|version|wrongdoing|impropriety|improper role|misconduct|opposition|it all|plan|move|idea|notion|statement|comments?'; // prettier-ignore

/** A content that only takes up what was said before: “the charges”, “a charge that”, “which”, “any wrongdoing”, “it”. */
const BACK = new RegExp(
  `^(?:,? ?(?:that|which|what|something|so|this|these|those|it|them|such|both|all)(?: (?:that|which|happened|was (?:so|the case|true)))*|(?:that )?(?:(?:(?:the|that|those|these|this|such|any|all|his|her|their|its|an?|what|of) )+(?:[\\p{L}’'-]+ ){0,3})?(?:${MATTER})(?: (?:that|which))?|(?:that )?(?:that|this|it)(?: was| is| had been|[’']s)(?: just| simply| completely| totally)? (?:the case|so|true|not true|untrue|false)|(?:it|that|this) happened)(?:[.,;]? (?:and|as|but|in|through|by|to me|noting|saying|pointing|from|against|of the|about the)\\b.*)?[.,]?$`,
  'isu',
);

/** “He would do so”, “she would seriously consider it”: who, a verb, and what was said before. */
const SHORTLY = /^(?:that )?(?:he|she|they|it|we|I|you)(?:[’'](?:s|d|ve|ll|re))?(?: (?:had|has|have|was|were|is|are|be|been|would|will|did|does|could|might|may|ever|never|even|not|\p{L}+ly))* \p{L}+ (?:(?:of|about|to|for|with|on|in) )?(?:it|that|this|so|such things?|anything of the (?:sort|kind))[.,]?$/iu; // prettier-ignore

export function pointsBack(words: string): boolean {
  const plain = words.trim().replace(/^["“']+|["”']+$/gu, '');
  return BACK.test(plain) || SHORTLY.test(plain);
}

/** Characters within which a denial takes up what was said before. */
const NEAR = 700;

/** Acts by which somebody says what another then denies. */
const CHARGING: ReadonlySet<string> = new Set([
  'accuse',
  'allege',
  'claim',
  'report',
  'criticise',
  'say',
  'call',
  'state',
  'show',
]);
const ACCUSING: ReadonlySet<string> = new Set(['accuse', 'allege', 'claim', 'criticise']);
/** What only one who accuses can have said. */
const WRONG = /\b(?:wrongdoing|impropriety|improper|misconduct|charges?|allegations?|accusations?)\b/iu;

/** “…, a charge that he denied”, “…, which he has denied”: what stands in the same sentence. */
const RELATIVE = new RegExp(
  `^,? ?(?:which|that|something|(?:an? )?(?:[\\p{L}’'-]+ )?(?:${MATTER})(?: (?:that|which))?)[.,]?$`,
  'iu',
);
/** Characters between a statement and its relative clause. */
const BESIDE = 40;

/**
 * The statement of its report that a denial takes up: of those right before it the nearest, one that accuses and one that
 * names who denies before others. `told`: the report's appearances that assert. Null: none is near.
 */
export function findAntecedent(denial: Appearance, told: readonly Appearance[]): Appearance | null {
  const at = startOf(denial);
  const relative = RELATIVE.test(denial.content.map(({ text }) => text).join(' '));
  // "Talks", of nobody who tells them, are nothing to deny.
  const said = told.filter(({ proposition, act }) => !proposition.nominal || CHARGING.has(act ?? ''));
  const before = said.filter((one) => one.in === denial.in && startOf(one) < at && at - endOf(one) <= NEAR);
  const apart = before.filter((one) => !holds(one, denial));
  const beside = relative ? before.filter((one) => at - endOf(one) <= BESIDE) : [];
  const ranked = (beside.length > 0 ? beside : apart)
    .map((one) => ({ one, score: weigh(one, at, denial) }))
    .sort((a, b) => b.score - a.score || startOf(b.one) - startOf(a.one));
  return ranked[0]?.one ?? null;
}

/**
 * “The Post reported that Holm sold the yard, but she denied that she would leave”: what another says right before it of who
 * denies or of whom the denial speaks, or null.
 */
export function findBeside(denial: Appearance, told: readonly Appearance[]): Appearance | null {
  const { nominal, negated } = denial.proposition;
  if (nominal || denial.polarity === 'disputed') return null;
  const at = startOf(denial);
  const before = told.filter((one) => one.in === denial.in && startOf(one) < at && at - endOf(one) <= BESIDE);
  const said = before.filter(
    (one) =>
      CHARGING.has(one.act ?? '') &&
      one.proposition.negated === negated &&
      !isBySame(one, denial) &&
      !holds(one, denial),
  );
  const denier = new Set([...wordsOfSpeaker(denial), ...denial.proposition.actors]);
  const near = said.filter(({ proposition }) => proposition.actors.some((word) => denier.has(word)));
  const whole = near.filter((one) => !near.some((other) => other !== one && holds(other, one)));
  return whole.sort((a, b) => endOf(b) - endOf(a))[0] ?? null;
}

function weigh(one: Appearance, at: number, denial: Appearance): number {
  const far = Math.max(0, at - endOf(one)) / NEAR;
  const denier = wordsOfSpeaker(denial);
  const names = one.proposition.actors.some((word) => denier.has(word)) ? 0.25 : 0;
  const wrong = WRONG.test(denial.content.map(({ text }) => text).join(' '));
  const act = ACCUSING.has(one.act ?? '') ? (wrong ? 0.6 : 0.35) : CHARGING.has(one.act ?? '') ? 0.1 : 0;
  return names + act - far - (one.proposition.nominal ? 0.3 : 0) - (isBySame(one, denial) ? 0.2 : 0) - (holds(one, denial) ? 0.1 : 0); // prettier-ignore
}

function wordsOfSpeaker({ chain, source }: Appearance): ReadonlySet<string> {
  return new Set(splitName(chain.at(-1)?.name ?? source));
}

/** What the one who denies says is seldom what is denied. */
export function isBySame(one: Appearance, denial: Appearance): boolean {
  const denier = wordsOfSpeaker(denial);
  return one.voice === 'attributed' && [...wordsOfSpeaker(one)].some((word) => denier.has(word));
}

function endOf({ content }: Appearance): number {
  return content.at(-1)?.end ?? 0;
}

/** Whether a denial stands within what is told. */
function holds({ content }: Appearance, denial: Appearance): boolean {
  const inner = denial.content[0];
  return inner !== undefined && content.some(({ start, end }) => start <= inner.start && end >= inner.end && end - start > 0); // prettier-ignore
}
