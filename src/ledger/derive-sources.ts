import { foldName } from './claim-facets.ts';
import type { Derivation } from './derivation.ts';
import { keyOfOutlet } from './origins/trace.ts';
import { getReading } from './read-back.ts';
import { describeSources } from './sources/source-record.ts';
import { plainRole } from './sources/roles.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries } from './store/store.ts';

const SOURCE_COLUMNS = ['id', 'report', 'kind', 'name', 'office', 'body'] as const;
const AUDIT_COLUMNS = ['report', 'outlet', 'name', 'published', 'attributions', 'named', 'unnamed', 'official', 'document'] as const; // prettier-ignore

/** Who tells what in each report. Which of them are one over reports is found when it is asked for, from these rows alone. */
export const sourceTables: Derivation = {
  tables: { sources: ['id'], source_blocks: ['block', 'source'], audits: ['report'] },
  async clear(queries) {
    for (const table of Object.keys(this.tables)) await queries.run(`DELETE FROM ${table}`);
  },
  async derive(queries, reports) {
    for (const report of reports) await deriveReport(queries, report);
  },
};

async function deriveReport(queries: Queries, report: string): Promise<void> {
  for (const table of Object.keys(sourceTables.tables))
    await queries.run(`DELETE FROM ${table} WHERE report = ?`, [report]);
  const [row] = await queries.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [report]);
  const reading = row === undefined ? null : await getReading(queries, row.reading);
  if (reading === null) return;
  const sources = describeSources(reading);
  await insertRows(queries, 'sources', SOURCE_COLUMNS, sources.map((one) => [one.id, report, one.kind, foldName(one.name), one.role === null ? null : plainRole(one.role), JSON.stringify(one)])); // prettier-ignore
  await insertRows(queries, 'source_blocks', ['block', 'source', 'report'], sources.flatMap(({ id, blocks }) => blocks.map((block) => [block, id, report]))); // prettier-ignore
  const { outlet, published } = reading.report;
  if (outlet === null) return;
  const { attributions, named, unnamed, official, document } = reading.audit;
  await insertRows(queries, 'audits', AUDIT_COLUMNS, [
    [report, keyOfOutlet(outlet), outlet, published, attributions, named, unnamed, official, document],
  ]);
}
