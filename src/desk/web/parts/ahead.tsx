import { useContext } from 'hono/jsx';
import { judgeOverdue } from '../../../ledger/calendar.ts';
import type { ShownClaim } from '../../../ledger/ledger.ts';
import { describeExpected } from '../../format/claim-words.ts';
import { Viewing } from '../viewer.ts';

/** What of a claim is expected, and how it stands today. */
export function Ahead({ expected }: { expected: NonNullable<ShownClaim['expected']> }) {
  const judged = judgeOverdue(expected, useContext(Viewing).today);
  return <p class={`ahead ${judged.status}`}>{describeExpected(judged)}.</p>;
}
