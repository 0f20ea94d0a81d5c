import { Recent } from '../base/recent.ts';
import type { Reading } from '../reading/reading.ts';
import { getText } from './blobs.ts';
import { unpackReading, type ReadingRow } from './facts.ts';
import type { Queries } from './store/store.ts';

/** Readings kept unpacked, some 0.3 MB each: those of a story are looked at again with each of its reports. */
const MOST = 200;
const unpacked = new Recent<Reading>(MOST);

/** The reading of this id as it was added, text and all; null where the ledger has none. */
export async function getReading(queries: Queries, id: string): Promise<Reading | null> {
  const [row] = await queries.all<ReadingRow & { text: string; content: string }>(
    'SELECT id, captured, made_from, text, content FROM readings WHERE id = ?',
    [id],
  );
  if (row === undefined) return null;
  // All that the reading is made from: another ledger may have come by it in another way.
  const key = JSON.stringify([row.captured, row.made_from, row.text, row.content]);
  const known = unpacked.get(key);
  if (known !== undefined) return known;
  const reading = unpackReading(row, await getText(queries, row.content), await getText(queries, row.text));
  unpacked.set(key, reading);
  return reading;
}
