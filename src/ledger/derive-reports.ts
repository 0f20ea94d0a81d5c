import type { Reading } from '../reading/reading.ts';
import { findAppearances } from './appearances.ts';
import type { Derivation } from './derivation.ts';
import { getReading } from './read-back.ts';
import { IS_LATEST } from './stale.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries } from './store/store.ts';
import { orderVersions, type HeldReading, type Version } from './versions.ts';
import { splitWords } from './words.ts';

/** Reports, their versions, what appears in each, and the words of the latest. */
export const reportTables: Derivation = {
  tables: { reports: ['id'], versions: ['report', 'number'], appearances: ['id'] },
  async clear(queries) {
    for (const table of Object.keys(this.tables)) await queries.run(`DELETE FROM ${table}`);
    await queries.dialect.wordIndex.clear(queries);
  },
  async derive(queries, reports) {
    for (const report of reports) await deriveReport(queries, report);
  },
};

async function deriveReport(queries: Queries, report: string): Promise<void> {
  await queries.run('DELETE FROM reports WHERE id = ?', [report]);
  await queries.run('DELETE FROM versions WHERE report = ?', [report]);
  await queries.run('DELETE FROM appearances WHERE report = ?', [report]);
  await queries.dialect.wordIndex.drop(queries, 'report', report);
  const versions = orderVersions(await listHeld(queries, report));
  const latest = versions.at(-1);
  if (latest === undefined) return;
  await insertRows(
    queries,
    'versions',
    ['report', 'number', 'text', 'reading', 'captured', 'modified'],
    versions.map(({ number, text, reading, captured, modified }) => [
      report,
      number,
      text,
      reading,
      captured,
      modified,
    ]),
  );
  // Newest first: what an older version has too stays the newest's.
  for (const version of [...versions].reverse()) {
    const reading = await getReading(queries, version.reading);
    if (reading === null) continue;
    if (version === latest) await putReport(queries, report, versions.length, version, reading);
    await putAppearances(queries, report, version, reading, version === latest);
  }
}

async function listHeld(queries: Queries, report: string): Promise<readonly HeldReading[]> {
  const rows = await queries.all<Omit<HeldReading, 'given'> & { given: string }>(
    `SELECT readings.id, capture, text, captured, modified, readings.made_at, given
     FROM readings JOIN captures ON captures.id = capture WHERE report = ? AND ${IS_LATEST}`,
    [report],
  );
  return rows.map((row) => ({ ...row, given: Object.keys(JSON.parse(row.given) as object).length }));
}

async function putReport(
  queries: Queries,
  id: string,
  count: number,
  version: Version,
  reading: Reading,
): Promise<void> {
  const { url, outlet, title, published, modified, language, kind, text } = reading.report;
  await insertRows(
    queries,
    'reports',
    ['id', 'url', 'outlet', 'title', 'published', 'modified', 'language', 'kind', 'versions', 'reading'],
    [[id, url, outlet, title, published, modified, language, kind, count, version.reading]],
  );
  await queries.dialect.wordIndex.put(queries, 'report', id, splitWords(`${title ?? ''}\n\n${text}`));
}

async function putAppearances(
  queries: Queries,
  report: string,
  version: Version,
  reading: Reading,
  isLatest: boolean,
): Promise<void> {
  await insertRows(
    queries,
    'appearances',
    ['id', 'report', 'text', 'reading', 'part', 'attribution', 'begins', 'content', 'latest'],
    findAppearances(reading).map(({ id, in: part, attribution, content }) => [
      ...[id, report, version.text, version.reading, part, attribution, content[0]?.start ?? 0],
      ...[JSON.stringify(content.map(({ start, end }) => [start, end])), isLatest ? 1 : 0],
    ]),
  );
}
