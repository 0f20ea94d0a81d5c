import { stringify } from 'csv-stringify/sync';
import { makeHarmless } from '../format/harmless.ts';
import type { Material } from './material.ts';
import type { Cell, Table } from './tables/table.ts';

/** What a spreadsheet runs as a formula, the wide forms of East Asia too (OWASP, “CSV Injection”). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Spreadsheets take the file for UTF-8 where it begins with this. */
const BOM = '\uFEFF';

/**
 * The table by RFC 4180. Text that a spreadsheet would run has a ' before it, and characters that are obeyed instead of
 * shown are shown (␛, ‹U+202E›): who needs every character as it stands takes Parquet.
 */
export async function* writeCsv(table: Table, material: Material): AsyncGenerator<string> {
  const names = table.columns.map(({ name }) => name);
  yield BOM + writeLine(names);
  for await (const row of table.rows(material)) yield writeLine(names.map((name) => guardCell(row[name] ?? null)));
}

export function guardCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const shown = makeHarmless(cell);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

function writeLine(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: 'windows' });
}
