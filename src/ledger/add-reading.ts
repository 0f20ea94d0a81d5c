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

/** Adds all or none: on disk when it resolves. Many at once cost less than one after the other. In the order of `told`. */
export async function addReadings(
  store: Store,
  told: readonly Told[],
  made: (reading: Reading) => Made,
): Promise<readonly Added[]> {
  const facts = await Promise.all(told.map(({ reading, capture }) => makeFacts(reading, capture, made(reading))));
  return store.write(async (queries) => {
    const added: Added[] = [];
    const touched = new Set<string>();
    for (const one of facts) {
      const { isNew, ...rest } = await putFacts(queries, one);
      added.push(rest);
      if (isNew) touched.add(rest.report);
    }
    if (touched.size > 0) await deriveReports(queries, [...touched].sort());
    return added;
  });
}

/** `isNew`: a reading that was not there. */
async function putFacts(queries: Queries, facts: ReadingFacts): Promise<Added & { readonly isNew: boolean }> {
  const { report, reading } = facts;
  const forgotten = await queries.all('SELECT 1 FROM forgotten WHERE report = ?', [report]);
  if (forgotten.length > 0) return { report, reading, outcome: 'forgotten', isNew: false };
  const texts = await queries.all<{ text: string }>('SELECT DISTINCT text FROM readings WHERE report = ?', [report]);
  await putBlobs(queries, facts.blobs);
  await insertRows(queries, 'captures', CAPTURE_COLUMNS, [facts.captureRow]);
  const added = await insertRows(queries, 'readings', READING_COLUMNS, [facts.readingRow]);
  const outcome = texts.length === 0 ? 'new' : texts.some(({ text }) => text === facts.text) ? 'held' : 'version';
  return { report, reading, outcome, isNew: added > 0 };
}
