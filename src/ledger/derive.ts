import { HearsayError } from '../base/error.ts';
import { readUserOutlets } from '../base/user-outlets.ts';
import type { Derivation } from './derivation.ts';
import { claimTables, settleSome } from './derive-claims.ts';
import { reportTables } from './derive-reports.ts';
import { sourceTables } from './derive-sources.ts';
import type { Queries, Store } from './store/store.ts';

/** In this order. */
export const DERIVATIONS: readonly Derivation[] = [reportTables, claimTables, sourceTables];

/**
 * How derived tables are made. Raise it with every change that makes them come out otherwise: a ledger made with a lower
 * number is rebuilt when it is opened.
 */
export const DERIVATION = 15;

/** Reports derived in one go while rebuilding. */
const BATCH = 100;

/**
 * Makes the derived rows of these reports, after the facts were written and in the same transaction; all rows where the
 * ledger's were made in an older way. `later`: the claims of large stories may wait for the next call without it.
 * @throws HearsayError `ledger.newer`
 */
export async function deriveReports(queries: Queries, reports: readonly string[], later = false): Promise<void> {
  if (!(await isCurrent(queries))) await rebuildDerived(queries);
  else for (const step of DERIVATIONS) await step.derive(queries, reports, later);
}

/** All derived tables from nothing but the facts. */
export async function rebuildDerived(queries: Queries): Promise<void> {
  for (const step of [...DERIVATIONS].reverse()) await step.clear(queries);
  const rows = await queries.all<{ report: string }>('SELECT DISTINCT report FROM readings ORDER BY report');
  for (let from = 0; from < rows.length; from += BATCH) {
    const reports = rows.slice(from, from + BATCH).map(({ report }) => report);
    for (const step of DERIVATIONS) await step.derive(queries, reports, true);
  }
  while (await settleSome(queries)) continue;
  await queries.run(`DELETE FROM meta WHERE name IN ('derivation', 'outlets')`);
  await queries.run(`INSERT INTO meta (name, value) VALUES ('derivation', ?), ('outlets', ?)`, [String(DERIVATION), readUserOutlets().hash]); // prettier-ignore
}

/**
 * Makes the derived tables of a ledger anew where an older program made them or a migration took them away, so that who only
 * reads finds what is there. Other outlets of the user's own are no reason: two users of one ledger would do it in turns.
 * A ledger that cannot be written is left as it is. `told`: is given the number of reports before it begins.
 * @throws HearsayError `ledger.newer`
 */
export async function renewDerived(store: Store, told: (reports: number) => void): Promise<void> {
  if ((await findOlder(store)) === 0) return;
  await store
    .write(async (queries) => {
      // Asked again: another process may have been first.
      const reports = await findOlder(queries);
      if (reports === 0) return;
      told(reports);
      await rebuildDerived(queries);
    })
    .catch((error: unknown) => {
      if (!(error instanceof HearsayError && error.code === 'ledger.read-only')) throw error;
    });
}

/** How many reports are held in tables that were made in an older way. */
async function findOlder(queries: Queries): Promise<number> {
  if ((await readMade(queries)).derivation === DERIVATION) return 0;
  const [row] = await queries.all<{ n: number }>('SELECT COUNT(DISTINCT report) AS n FROM readings');
  return Number(row?.n ?? 0);
}

/** Whether the derived tables were made as this program makes them, with the same outlets of the user's own. */
export async function isCurrent(queries: Queries): Promise<boolean> {
  const { derivation, outlets } = await readMade(queries);
  return derivation === DERIVATION && outlets === readUserOutlets().hash;
}

/** In which way the derived tables were made. @throws HearsayError `ledger.newer` */
async function readMade(queries: Queries): Promise<{ readonly derivation: number; readonly outlets: string }> {
  const rows = await queries.all<{ name: string; value: string }>(`SELECT name, value FROM meta WHERE name IN ('derivation', 'outlets')`); // prettier-ignore
  const valueOf = (wanted: string): string | undefined => rows.find(({ name }) => name === wanted)?.value;
  const made = Number(valueOf('derivation') ?? 0);
  if (made > DERIVATION)
    throw new HearsayError(
      'ledger.newer',
      'The ledger was written by a newer Hearsay',
      `its tables were made in way ${String(made)}, and this program knows ${String(DERIVATION)}`,
      'install the newer version; the ledger was left untouched',
    );
  return { derivation: made, outlets: valueOf('outlets') ?? '' };
}
