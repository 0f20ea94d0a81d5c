import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../reading/reading.ts';
import { getBlob } from './blobs.ts';
import type { Queries } from './store/store.ts';

/** A report of which captures were read by other readers only (contract §2.6). */
export interface StaleReport {
  /** Its key. */
  readonly report: string;
  /** Ids of those captures. */
  readonly captures: readonly string[];
}

/** Reports that a reader has not read, in the order of their keys. */
export async function listStale(queries: Queries, by: Reading['by']): Promise<readonly StaleReport[]> {
  const rows = await queries.all<{ report: string; capture: string }>(
    `SELECT DISTINCT report, capture FROM readings WHERE ${IS_LATEST} AND NOT EXISTS (
       SELECT 1 FROM readings AS own WHERE own.capture = readings.capture AND own.hearsay = ? AND own.network = ? AND own.rules = ?
     ) ORDER BY report, capture`,
    [by.hearsay, by.network, by.rules],
  );
  const reports = new Map<string, string[]>();
  for (const { report, capture } of rows) reports.set(report, [...(reports.get(report) ?? []), capture]);
  return [...reports].map(([report, captures]) => ({ report, captures }));
}

/** Another reader may find another outlet, and with it another key: the reading that was made last says which report it is. */
export const IS_LATEST = `NOT EXISTS (
  SELECT 1 FROM readings AS later WHERE later.capture = readings.capture AND later.report <> readings.report
  AND (later.made_at > readings.made_at OR (later.made_at = readings.made_at AND later.id > readings.id))
)`;

/**
 * A capture as it was added; null where there is none.
 * @throws HearsayError `ledger.damaged`
 */
export async function getCapture(queries: Queries, id: string): Promise<Capture | null> {
  const [row] = await queries.all<{
    bytes: string;
    kind: Capture['kind'];
    charset: string | null;
    given: string;
    notes: string;
    made_from: string;
  }>('SELECT bytes, kind, charset, given, notes, made_from FROM captures WHERE id = ?', [id]);
  if (row === undefined) return null;
  const notes = JSON.parse(row.notes) as NonNullable<Capture['notes']>;
  return {
    input: row.made_from,
    kind: row.kind,
    bytes: await getBlob(queries, row.bytes),
    charset: row.charset,
    given: JSON.parse(row.given) as Capture['given'],
    ...(notes.length === 0 ? {} : { notes }),
  };
}
