import { groupBy } from '../base/group-by.ts';
import { startOf, type Appearance } from './appearances.ts';
import { findAntecedent, findBeside, isBySame, pointsBack } from './denials/antecedent.ts';
import { areFarApart, scoreDenial } from './same-claim/score.ts';
import { compareWords } from './same-claim/order.ts';
import { keyOfOutlet, traceChain } from './origins/trace.ts';

/** A claim as denials see it: its members in order. */
export interface Cluster {
  readonly id: string;
  readonly members: readonly Appearance[];
}

/** Chance from which a denial answers a claim; set by evals/stories and evals/denials. */
export const ANSWERS = 0.35;

/** Chances that differ by less fit as well. */
const LEVEL = 0.1;

function countReports({ members }: Cluster): number {
  return new Set(members.map(({ report }) => report)).size;
}

/** Characters of a content that only calls another's story false; a longer one says what is not so. */
const SHORT = 60;
const REPORT_FALSE = /^\W*(?:that )?(?:the|this|that|these|those|such) (?:reports?|stor(?:y|ies)|rumou?rs?|articles?|news)\W+(?:is|are|was|were)\W+(?:\w+ly )?(?:not (?:true|correct|accurate)|untrue|false|inaccurate|wrong|baseless|unfounded|fabricated)\W*$/iu; // prettier-ignore
/** “The Post’s claims that the yard is shut”: it says what is not so. */
const SAYS = /\bthat (?:\S+ ){2,}\S/u;
const STORY = /\b(?:stor(?:y|ies)|reports?|rumou?rs?|claims?|allegations?|speculation|news|articles?|headline)\b/iu;

/**
 * The claims that each denial answers, by id (contract §1, denial). In order: what it says is not so; "the Holm Post story
 * is not true": what its report credits to that outlet; "a charge that he denied": what stands right before it; no comment:
 * the claim that its report leads with. One that says what is not so, and which nobody says, answers nothing.
 */
export function linkDenials(
  denials: readonly Appearance[],
  clusters: readonly Cluster[],
): ReadonlyMap<string, readonly string[]> {
  const places = clusters.flatMap((cluster) => [...groupBy(cluster.members, ({ report }) => report).values()].map((own): Told => ({ cluster, own }))); // prettier-ignore
  const told = groupBy(places, ({ own: [one] }) => one?.report);
  return new Map(denials.map((denial) => [denial.id, answersOf(denial, told.get(denial.report) ?? [], clusters)]));
}

/** A claim and its members in one report. */
interface Told {
  readonly cluster: Cluster;
  readonly own: readonly Appearance[];
}

/** `here`: what the denial's report tells. */
function answersOf(denial: Appearance, here: readonly Told[], clusters: readonly Cluster[]): readonly string[] {
  const words = denial.content.map(({ text }) => text).join(' ');
  if (denial.polarity === 'declined') return leadOf(here);
  if (STORY.test(words) && words.length < SHORT && !SAYS.test(words)) {
    const cited = here.filter(({ own }) => own.some((one) => citesOneOf(one, denial)));
    if (cited.length > 0) return leadOf(cited);
  }
  // "Could not confirm the report": the report is all that it says, and first what it leads with.
  if (denial.polarity === 'unconfirmed' && /^(?:the|these|those|such) (?:reports?|stor(?:y|ies)|article|news)$/iu.test(words)) return leadOf(here); // prettier-ignore
  // "The report is not true", of no outlet that is named: what its report leads with.
  if (REPORT_FALSE.test(words)) return leadOf(here);
  const back = pointsBack(words);
  const meant = back ? toldBefore(denial, here, findAntecedent) : null;
  if (meant !== null) return [meant];
  const beside = back ? null : toldBefore(denial, here, findBeside);
  if (beside !== null) return [beside];
  const said = (back ? [] : clusters)
    .map((cluster) => ({ cluster, score: bestScore(denial, cluster) }))
    .filter(({ score }) => score >= ANSWERS)
    .sort((a, b) => b.score - a.score || compareWords(a.cluster.id, b.cluster.id));
  const best = said[0]?.score ?? 0;
  // Of those that fit as well the one that most reports tell.
  const near = said.filter(({ score }) => score >= best - LEVEL).map(({ cluster }) => ({ id: cluster.id, reports: countReports(cluster) })); // prettier-ignore
  const [meantMost] = near.sort((a, b) => b.reports - a.reports);
  if (meantMost) return [meantMost.id];
  // Who "could not confirm" speaks of what the report is about.
  const isOpen = denial.polarity === 'unconfirmed' || (STORY.test(words) && words.length < SHORT);
  return isOpen ? leadOf(here) : [];
}

/** The claim of a statement of its report that stands before a denial. */
function toldBefore(denial: Appearance, here: readonly Told[], find: typeof findAntecedent): string | null {
  const told = here.flatMap(({ cluster: { id }, own }) => own.map((one) => ({ id, one })));
  const found = find(denial, told.map(({ one }) => one)); // prettier-ignore
  return told.find(({ one }) => one === found)?.id ?? null;
}

/** Members of a claim that a denial is compared with. */
const SAMPLE = 40;

/** “The governor did just that” says nothing by itself. */
const DID_THAT = /\b(?:did|does|do|done|doing) (?:just |exactly )?(?:that|so|it|this)[.”"’']*$/iu;

/** How well a denial answers what others say; what its speaker says is another thing than what they deny. */
function bestScore(denial: Appearance, { members }: Cluster): number {
  const some = members.slice(0, SAMPLE).filter((one) => !isBySame(one, denial) && !isFarBehind(one, denial) && !DID_THAT.test(one.proposition.text)); // prettier-ignore
  return Math.max(
    0,
    ...some.map((one) => (isAgreed(denial, one) || areFarApart(denial, one) ? 0 : scoreDenial(denial.proposition, one.proposition))), // prettier-ignore
  );
}

/** Characters behind a denial after which its report is on other matters. */
const BEHIND = 1500;

/** A denial answers what was said, and not what its report comes to long after it. */
function isFarBehind(one: Appearance, denial: Appearance): boolean {
  return one.report === denial.report && one.in === denial.in && startOf(one) - startOf(denial) > BEHIND;
}

/** “Denied that the dock would not open” and “the dock will open” say one thing; so do “denied that it sank” and “it did not sink”. */
function isAgreed({ proposition: denied }: Appearance, { proposition: said }: Appearance): boolean {
  return !denied.stays && denied.negated !== said.negated;
}

/** Whether an appearance passes through an outlet that the denial names: "the TechCrunch story". */
function citesOneOf(appearance: Appearance, denial: Appearance): boolean {
  const named = keyOfOutlet(denial.content.map(({ text }) => text).join(' '));
  return traceChain(appearance).via.some((key) => named.includes(key));
}

/** The claim of most reports among those of the lead; the one that stands first. */
function leadOf(here: readonly Told[]): readonly string[] {
  const ranked = here
    .map(({ cluster, own }) => ({
      id: cluster.id,
      reports: countReports(cluster),
      start: Math.min(...own.filter((one) => one.in === 'text').map(startOf)),
    }))
    .sort((a, b) => b.reports - a.reports || a.start - b.start || compareWords(a.id, b.id));
  return ranked.slice(0, 1).map(({ id }) => id);
}
