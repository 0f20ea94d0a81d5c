import { judgeOverdue } from '../../ledger/calendar.ts';
import type { Expected } from '../../ledger/claim.ts';

/** The claim as of a day (ISO 8601): what nobody has told of since its window closed is overdue, and not still ahead. */
export function judgeClaim<Told extends { readonly expected: Pick<Expected, 'status' | 'window'> | null }>(
  claim: Told,
  today: string,
): Told {
  return claim.expected === null ? claim : { ...claim, expected: judgeOverdue(claim.expected, today) };
}
