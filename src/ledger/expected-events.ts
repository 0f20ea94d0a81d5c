import { judgeOverdue } from './calendar.ts';
import type { Claim } from './claim.ts';
import { showClaim, type ShownClaim } from './shown-claim.ts';
import type { Queries } from './store/store.ts';

/** A claim of what is still ahead, as the calendar has it. */
export interface ExpectedEvent extends NonNullable<ShownClaim['expected']> {
  /** The claim's id. */
  readonly claim: string;
  readonly text: string;
  readonly origins: readonly string[];
  readonly basis: ShownClaim['basis'];
}

/** Expected events over all claims: what is overdue first, then what is ahead, then the rest; by window, undated last. */
export async function listEvents(queries: Queries, today: string): Promise<readonly ExpectedEvent[]> {
  const rows = await queries.all<{ body: string }>(
    `SELECT body FROM claims WHERE id IN (SELECT claim FROM claim_facets WHERE kind = 'expected') ORDER BY id`,
  );
  const events = rows.flatMap(({ body }) => describeEvent(JSON.parse(body) as Claim, today));
  return events.sort((a, b) => rankOf(a) - rankOf(b) || compareWindows(a.window, b.window) || b.basis.reports - a.basis.reports); // prettier-ignore
}

function describeEvent(claim: Claim, today: string): readonly ExpectedEvent[] {
  if (claim.expected === null) return [];
  const { id, text, basis, origins, expected } = showClaim({ ...claim, expected: judgeOverdue(claim.expected, today) });
  return expected === null ? [] : [{ claim: id, text, ...expected, origins: origins.map(({ name }) => name), basis }];
}

const RANK: Readonly<Record<string, number>> = { overdue: 0, expected: 1, confirmed: 1 };

function rankOf({ status }: ExpectedEvent): number {
  return RANK[status] ?? 2;
}

function compareWindows(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
