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

export async function addReading(store: Store, reading: Reading, capture: Capture, made: Made): Promise<Added> {
  const facts = await makeFacts(reading, capture, made);
  return store.write((queries) => putFacts(queries, facts));
}

async function putFacts(queries: Queries, facts: ReadingFacts): Promise<Added> {
  const { report, reading } = facts;
  const forgotten = await queries.all('SELECT 1 FROM forgotten WHERE report = ?', [report]);
  if (forgotten.length > 0) return { report, reading, outcome: 'forgotten' };
  const texts = await queries.all<{ text: string }>('SELECT DISTINCT text FROM readings WHERE report = ?', [report]);
  await putBlobs(queries, facts.blobs);
  await insertRows(queries, 'captures', CAPTURE_COLUMNS, [facts.captureRow]);
  const added = await insertRows(queries, 'readings', READING_COLUMNS, [facts.readingRow]);
  if (added > 0) await deriveReports(queries, [report, ...(await listFormer(queries, facts))]);
  const isNew = texts.length === 0;
  const outcome = isNew ? 'new' : texts.some(({ text }) => text === facts.text) ? 'held' : 'version';
  return { report, reading, outcome };
}

/** What other readers took the capture for a report of. */
async function listFormer(queries: Queries, { capture, report }: ReadingFacts): Promise<readonly string[]> {
  const rows = await queries.all<{ report: string }>(
    'SELECT DISTINCT report FROM readings WHERE capture = ? AND report <> ? ORDER BY report',
    [capture, report],
  );
  return rows.map((row) => row.report);
}
