import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../reading/reading.ts';
import { putBlobs } from './blobs.ts';
import { deriveReports } from './derive.ts';
import { CAPTURE_COLUMNS, makeFacts, READING_COLUMNS, type Made, type ReadingFacts } from './facts.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries, Store } from './store/store.ts';

/** What an addition came to. */
export interface Added {
  /** The report's key. */
  readonly report: string;
  /** The reading's id. */
  readonly reading: string;
  /**
   * `new`: a report that was not held; `version`: one that was, with a text that was not; `held`: nothing that was not
   * there but perhaps the capture; `forgotten`: a person had it forgotten, and nothing was kept.
   */
  readonly outcome: 'new' | 'version' | 'held' | 'forgotten';
}

/** A reading and the capture that it is of. */
export interface Told {
  readonly reading: Reading;
  readonly capture: Capture;
}

/** How soon the claims of what was added are made. */
export interface Pace {
  /** Those of a story of many reports may wait for more of it: until the next addition without this, or `settle`. */
  readonly later?: boolean;
}

/** Adds all or none: on disk when it resolves. Many at once cost less than one after the other. In the order of `told`. */
export async function addReadings(
  store: Store,
  told: readonly Told[],
  made: (reading: Reading) => Made,
  { later = false }: Pace = {},
): Promise<readonly Added[]> {
  const facts = await Promise.all(told.map(({ reading, capture }) => makeFacts(reading, capture, made(reading))));
  return store.write(async (queries) => {
    const added: Added[] = [];
    const touched = new Set<string>();
    for (const one of facts) {
      const { changed, ...rest } = await putFacts(queries, one);
      added.push(rest);
      for (const report of changed) touched.add(report);
    }
    if (touched.size > 0) await deriveReports(queries, [...touched].sort(), later);
    return added;
  });
}

/** `changed`: the reports of which there is a reading more or less. */
async function putFacts(
  queries: Queries,
  facts: ReadingFacts,
): Promise<Added & { readonly changed: readonly string[] }> {
  const { report, reading } = facts;
  const forgotten = await queries.all('SELECT 1 FROM forgotten WHERE report = ?', [report]);
  if (forgotten.length > 0) return { report, reading, outcome: 'forgotten', changed: [] };
  const texts = await queries.all<{ text: string }>('SELECT DISTINCT text FROM readings WHERE report = ?', [report]);
  await putBlobs(queries, facts.blobs);
  await insertRows(queries, 'captures', CAPTURE_COLUMNS, [facts.captureRow]);
  const added = await insertRows(queries, 'readings', READING_COLUMNS, [facts.readingRow]);
  const outcome = texts.length === 0 ? 'new' : texts.some(({ text }) => text === facts.text) ? 'held' : 'version';
  const changed = added > 0 ? [report, ...(await listFormer(queries, facts))] : [];
  return { report, reading, outcome, changed };
}

/** What other readers took the capture for a report of. */
async function listFormer(queries: Queries, { capture, report }: ReadingFacts): Promise<readonly string[]> {
  const rows = await queries.all<{ report: string }>(
    'SELECT DISTINCT report FROM readings WHERE capture = ? AND report <> ? ORDER BY report',
    [capture, report],
  );
  return rows.map((row) => row.report);
}
