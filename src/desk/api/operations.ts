import { DESK_OPERATIONS } from './desk-operations.ts';
import { FOLLOWING_OPERATIONS } from './following-operations.ts';
import { LEDGER_OPERATIONS } from './ledger-operations.ts';
import type { Operation } from './operation.ts';
import { TEAM_OPERATIONS } from './team-operations.ts';

/** What programs may ask for, in the order of the documents. */
export const OPERATIONS: readonly Operation[] = [
  ...LEDGER_OPERATIONS,
  ...DESK_OPERATIONS,
  ...FOLLOWING_OPERATIONS,
  ...TEAM_OPERATIONS,
];
