import type { Reading } from '../reading/reading.ts';
import { getText } from './blobs.ts';
import { unpackReading, type ReadingRow } from './facts.ts';
import type { Queries } from './store/store.ts';

/** The reading of this id as it was added, text and all; null where the ledger has none. */
export async function getReading(queries: Queries, id: string): Promise<Reading | null> {
  const [row] = await queries.all<ReadingRow & { text: string; content: string }>(
    'SELECT id, captured, made_from, text, content FROM readings WHERE id = ?',
    [id],
  );
  if (row === undefined) return null;
  return unpackReading(row, await getText(queries, row.content), await getText(queries, row.text));
}
