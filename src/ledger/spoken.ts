import { getText } from './blobs.ts';
import type { Spoken } from './hand.ts';
import { getCorrected } from './read-back.ts';
import type { Queries } from './store/store.ts';

/** A report as it is read now, with all its texts; null where the ledger has none. */
export async function readSpoken(queries: Queries, report: string): Promise<Spoken | null> {
  const [row] = await queries.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [report]);
  const corrected = row === undefined ? null : await getCorrected(queries, row.reading);
  if (corrected === null) return null;
  const rows = await queries.all<{ text: string }>('SELECT DISTINCT text FROM readings WHERE report = ?', [report]);
  const texts = new Map<string, string>();
  for (const { text } of rows) texts.set(text, await getText(queries, text));
  return { ...corrected, texts };
}
