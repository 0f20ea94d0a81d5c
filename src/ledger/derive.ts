import type { Derivation } from './derivation.ts';
import type { Queries } from './store/store.ts';
import { reportTables } from './derive-reports.ts';

/** In this order. */
export const DERIVATIONS: readonly Derivation[] = [reportTables];

/**
 * How derived tables are made. Raise it with every change that makes them come out otherwise: a ledger made with a lower
 * number is rebuilt before the next addition.
 */
export const DERIVATION = 1;

export async function deriveReports(queries: Queries, reports: readonly string[]): Promise<void> {
  for (const step of DERIVATIONS) await step.derive(queries, reports);
}
