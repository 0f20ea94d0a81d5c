import { DESK_OPERATIONS } from './desk-operations.ts';
import { FOLLOWING_OPERATIONS } from './following-operations.ts';
import { LEDGER_OPERATIONS } from './ledger-operations.ts';
import type { Operation } from './operation.ts';
import { TEAM_OPERATIONS } from './team-operations.ts';

/** What programs may ask for, by what it is about, in the order of the documents. */
export const OPERATION_GROUPS: readonly (readonly [about: string, operations: readonly Operation[]])[] = [
  ['The ledger', LEDGER_OPERATIONS],
  ['Today, reviews, versions and feeds', DESK_OPERATIONS],
  ['Following and webhooks', FOLLOWING_OPERATIONS],
  ['People, keys, and who did what', TEAM_OPERATIONS],
];

export const OPERATIONS: readonly Operation[] = OPERATION_GROUPS.flatMap(([, operations]) => operations);
