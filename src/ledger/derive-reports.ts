import type { Reading } from '../reading/reading.ts';
import { findAppearances } from './appearances.ts';
import { dayOf, foldName } from './claim-facets.ts';
import type { Derivation } from './derivation.ts';
import { putNames, sweepNames } from './facet-names.ts';
import { numberOfKey } from './numbers.ts';
import { getReading } from './read-back.ts';
import { IS_LATEST } from './stale.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries } from './store/store.ts';
import { orderVersions, type HeldReading, type Version } from './versions.ts';
import { splitWords } from './words.ts';

/** Reports, their versions, what appears in each, and the words of the latest. */
export const reportTables: Derivation = {
  tables: {
    reports: ['id'],
    versions: ['report', 'number'],
    appearances: ['id'],
    report_facets: ['report'],
    facet_names: ['kind', 'ending', 'name'],
  },
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
  const former = await dropFacets(queries, report);
  await queries.dialect.wordIndex.drop(queries, 'report', report);
  const versions = orderVersions(await listHeld(queries, report));
  const latest = versions.at(-1);
  if (latest === undefined) return sweepNames(queries, 'outlet', former);
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
  await sweepNames(queries, 'outlet', former);
}

/** @returns the outlet's name that the report had */
async function dropFacets(queries: Queries, report: string): Promise<readonly string[]> {
  const place = [numberOfKey(report)];
  const rows = await queries.all<{ outlet: string | null }>('SELECT outlet FROM report_facets WHERE report = ?', place);
  await queries.run('DELETE FROM report_facets WHERE report = ?', place);
  return rows.flatMap(({ outlet }) => outlet ?? []);
}

/** What the claims of a report are looked for by: its outlet (or what its chains begin with), and its day. */
async function putFacets(queries: Queries, report: string, reading: Reading): Promise<void> {
  const outlet = foldName(reading.report.outlet ?? findAppearances(reading)[0]?.chain[0]?.name ?? '');
  await insertRows(
    queries,
    'report_facets',
    ['report', 'outlet', 'day'],
    [[numberOfKey(report), outlet === '' ? null : outlet, dayOf(reading.report.published)]],
  );
  if (outlet !== '') await putNames(queries, 'outlet', [outlet]);
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
  await queries.dialect.wordIndex.put(queries, 'report', [{ id, words: splitWords(`${title ?? ''}\n\n${text}`) }]);
  await putFacets(queries, id, reading);
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
