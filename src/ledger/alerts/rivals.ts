import type { Appearance } from '../appearances.ts';
import type { Cluster } from '../denials.ts';
import { compareQuantities } from '../propositions/quantities.ts';
import { compareWords } from '../same-claim/order.ts';
import { askTheSame } from '../same-claim/score.ts';

/** Members of a claim that are compared with another's. */
const SAMPLE = 8;

/**
 * Answers to the same question with another number, by the claim's id: “140 workers will lose their jobs” has “240 workers
 * would lose their jobs”, which is a claim of its own. One appearance of each report that gives such an answer.
 */
export function findRivals(clusters: readonly Cluster[]): ReadonlyMap<string, readonly Appearance[]> {
  const counting = clusters
    .map(({ id, members }) => ({ id, members: members.filter(({ proposition }) => proposition.quantities.length > 0) }))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => compareWords(a.id, b.id));
  const rivals = new Map<string, readonly Appearance[]>();
  for (const own of counting) {
    const answers = counting.flatMap((other) => (other.id === own.id ? [] : other.members.filter((one) => own.members.slice(0, SAMPLE).some((mine) => answersOtherwise(mine, one))))); // prettier-ignore
    const byReport = new Map(answers.map((one) => [one.report, one]));
    if (byReport.size > 0) rivals.set(own.id, [...byReport.values()]);
  }
  return rivals;
}

function answersOtherwise(a: Appearance, b: Appearance): boolean {
  return compareQuantities(a.proposition.quantities, b.proposition.quantities) === 'differ' && askTheSame(a, b);
}
