import { listEvents } from '../../ledger/expected-events.ts';
import { showClaim } from '../../ledger/shown-claim.ts';
import type { Queries } from '../../ledger/store/store.ts';
import { escapeJson } from '../format/harmless.ts';
import { writeCalendar } from '../format/icalendar.ts';
import type { ExportFormat } from './format-names.ts';
import { writeClaimReviews } from './claim-review.ts';
import { writeCsv } from './csv.ts';
import { writeDossier } from './dossier/dossier.ts';
import { gatherMaterial, type Asked, type Material } from './material.ts';
import { writeParquet } from './parquet.ts';
import { writeQuotationGraph } from './quotation-graph.ts';
import { appearances } from './tables/all-tables.ts';
import { withoutWords, type Table } from './tables/table.ts';
import { writeAnnotations } from './web-annotation.ts';

export interface ExportOptions extends Asked {
  /** Words of reports too: without them offsets and hashes are left (tables only). */
  readonly words: boolean;
}

/**
 * One export as pieces of one file; `csv` and `parquet` give the table of appearances. All of it is from one moment of
 * the ledger if `queries` are a snapshot's.
 */
export async function* writeExport(
  format: ExportFormat,
  queries: Queries,
  options: ExportOptions,
): AsyncGenerator<string | Uint8Array> {
  const material = await gatherMaterial(queries, options);
  yield* openWriter(format, material, queries, options);
}

function openWriter(
  format: ExportFormat,
  material: Material,
  queries: Queries,
  options: ExportOptions,
): AsyncGenerator<string | Uint8Array> {
  switch (format) {
    case 'jsonl':
      return writeClaimLines(material);
    case 'csv':
    case 'parquet':
      return writeTable(format, options.words ? appearances : withoutWords(appearances), material);
    case 'claimreview':
      return writeClaimReviews(material);
    case 'webannotation':
      return writeAnnotations(material);
    case 'gqg':
      return writeQuotationGraph(material);
    case 'html':
      return writeDossier(material);
    case 'ics':
      return writeEvents(material, queries, options);
  }
}

/** The expected events that have a date; of words asked for those of the claims that are found. */
async function* writeEvents(
  material: Material,
  queries: Queries,
  { today, at }: ExportOptions,
): AsyncGenerator<string> {
  const events = await listEvents(queries, today);
  const claims = new Set<string>();
  if (material.asked !== null) for await (const { id } of material.claims()) claims.add(id);
  yield writeCalendar(
    events.filter(({ claim }) => material.asked === null || claims.has(claim)),
    at,
  );
}

export function writeTable(
  format: 'csv' | 'parquet',
  table: Table,
  material: Material,
): AsyncGenerator<string | Uint8Array> {
  return format === 'csv' ? writeCsv(table, material) : writeParquet(table, material);
}

/** The lines of `hearsay claims --format jsonl`, events judged as of the day asked for. */
async function* writeClaimLines(material: Material): AsyncGenerator<string> {
  for await (const claim of material.claims()) yield `${escapeJson(JSON.stringify(showClaim(claim)))}\n`;
}
