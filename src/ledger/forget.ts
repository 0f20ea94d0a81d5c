import { HearsayError } from '../base/error.ts';
import { deriveReports } from './derive.ts';
import { FORGOTTEN_COLUMNS } from './fact-tables.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries } from './store/store.ts';

/** What was taken away, by hash. */
export interface Forgotten {
  readonly report: string;
  /** sha256 of the captures' bytes and of the texts. */
  readonly hashes: { readonly captures: readonly string[]; readonly texts: readonly string[] };
}

/**
 * Takes a report's captures, text, readings and what people quoted of it out of the ledger, and leaves their hashes, the
 * reason, who and when. Bytes that another report holds too stay. It is not taken in again.
 * @throws HearsayError `ledger.unknown-report`
 */
export async function forgetReport(
  queries: Queries,
  report: string,
  why: string,
  by: string,
  at: string,
): Promise<Forgotten> {
  const held = await queries.all<{ text: string; bytes: string }>(
    'SELECT text, bytes FROM readings JOIN captures ON captures.id = capture WHERE report = ?',
    [report],
  );
  if (held.length === 0)
    throw new HearsayError(
      'ledger.unknown-report',
      `The ledger holds no report ${report}`,
      'it was never added, or is forgotten already',
      'give the address that the report was added with',
    );
  const hashes = {
    captures: [...new Set(held.map(({ bytes }) => bytes))].sort(),
    texts: [...new Set(held.map(({ text }) => text))].sort(),
  };
  await insertRows(queries, 'forgotten', FORGOTTEN_COLUMNS, [[report, JSON.stringify(hashes), at, by, why]]);
  await removeForgotten(queries, [report]);
  await deriveReports(queries, [report]);
  return { report, hashes };
}

/** The facts of reports that a person had forgotten; then whatever nothing refers to any more. */
export async function removeForgotten(queries: Queries, reports: readonly string[]): Promise<void> {
  for (const report of reports) {
    await queries.run('DELETE FROM readings WHERE report = ?', [report]);
    await queries.run('DELETE FROM corrections WHERE report = ?', [report]);
  }
  await queries.run('DELETE FROM captures WHERE NOT EXISTS (SELECT 1 FROM readings WHERE capture = captures.id)');
  await queries.run(
    `DELETE FROM blobs WHERE NOT EXISTS (SELECT 1 FROM captures WHERE bytes = sha256)
     AND NOT EXISTS (SELECT 1 FROM readings WHERE text = sha256)
     AND NOT EXISTS (SELECT 1 FROM readings WHERE content = sha256)`,
  );
}
