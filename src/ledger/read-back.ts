import { Recent } from '../base/recent.ts';
import type { Reading } from '../reading/reading.ts';
import { getText } from './blobs.ts';
import { correctReading, type CorrectedReading } from './corrected-reading.ts';
import { listCorrectionsOf, listStanding, type KeptCorrection } from './corrections.ts';
import { unpackReading, type ReadingRow } from './facts.ts';
import { keepKey } from './report-key.ts';
import type { Queries } from './store/store.ts';

/** Readings kept unpacked, some 0.3 MB each: those of a story are looked at again with each of its reports. */
const MOST = 100;
const unpacked = new Recent<Reading>(MOST);

/** The reading of this id as people have corrected it, text and all; null where the ledger has none. */
export async function getReading(queries: Queries, id: string): Promise<Reading | null> {
  return (await getCorrected(queries, id))?.reading ?? null;
}

/** The same, and what became of each correction. */
export async function getCorrected(queries: Queries, id: string): Promise<CorrectedReading | null> {
  const [row] = await queries.all<ReadingRow & { report: string; text: string; content: string }>(
    'SELECT id, captured, made_from, report, text, content FROM readings WHERE id = ?',
    [id],
  );
  if (row === undefined) return null;
  const read = await unpack(queries, row);
  const standing = listStanding(await listCorrectionsOf(queries, row.report));
  if (standing.length === 0) return { reading: read, bound: new Map() };
  const corrected = correctReading(read, standing, await readTexts(queries, row.report, standing, row.text));
  // An outlet that was put right gives no report without an address another key.
  const isRenamed = corrected.reading.report.outlet !== read.report.outlet;
  const report = isRenamed ? keepKey(corrected.reading.report, row.report) : corrected.reading.report;
  return { ...corrected, reading: { ...corrected.reading, report } };
}

/** Older texts that corrections are anchored to, by sha256. */
async function readTexts(
  queries: Queries,
  report: string,
  standing: readonly KeptCorrection[],
  current: string,
): Promise<ReadonlyMap<string, string>> {
  const named = new Set(standing.map(({ text }) => text));
  const rows = await queries.all<{ text: string }>('SELECT DISTINCT text FROM readings WHERE report = ?', [report]);
  const texts = new Map<string, string>();
  for (const { text } of rows) if (text !== current && named.has(text)) texts.set(text, await getText(queries, text));
  return texts;
}

/** The reading as it was added. */
async function unpack(queries: Queries, row: ReadingRow & { text: string; content: string }): Promise<Reading> {
  // All that the reading is made from: another ledger may have come by it in another way.
  const key = JSON.stringify([row.captured, row.made_from, row.text, row.content]);
  const known = unpacked.get(key);
  if (known !== undefined) return known;
  const reading = unpackReading(row, await getText(queries, row.content), await getText(queries, row.text));
  unpacked.set(key, reading);
  return reading;
}
