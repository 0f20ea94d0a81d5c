import type { Material } from './material.ts';
import type { Table } from './tables/table.ts';

/** What each table and each column means, as Markdown: it lies beside the tables. */
export function writeCodebook(
  tables: readonly Table[],
  { at, program, asked }: Material,
  format: 'csv' | 'parquet',
): string {
  const parts = tables.map((table) => `## ${table.name}.${format}\n\n${table.what}\n\n${listColumns(table, false)}`);
  const csv = `\nCSV: UTF-8 with a byte order mark, lines end in CR LF, an empty cell is a missing value. A text that a spreadsheet would\ntake for a formula has ' before it, and control and direction characters are shown by signs (␛, ‹U+202E›): take Parquet\nwhere every character counts.\n`; // prettier-ignore
  return `# Codebook

Made by ${program} at ${at}. ${asked === null ? 'All claims that `hearsay claims` lists, and all reports of the ledger.' : `The claims found by “${asked}”, and the reports that hold them.`}

It reports who said what; it never says what is true.

Keys repeat over the tables: \`report\`, \`claim\`, \`appearance\`. Offsets are code points from 0, the end not included, as Python
and R count: \`text[start:end]\` of the report's text (or title, where \`in\` says so) is the span. Dates stay as they were told:
a day, a month or an EDTF interval is no instant.
${format === 'csv' ? csv : ''}
${parts.join('\n')}`;
}

/** A table of columns; `marked`: those that hold words of reports in italics. */
export function listColumns({ columns }: Table, marked: boolean): string {
  const rows = columns.map(({ name, type, what, isWords }) => `| ${marked && isWords ? `_${name}_` : name} | ${type} | ${what.replaceAll('|', '\\|')} |\n`); // prettier-ignore
  return `| column | type | meaning |\n| --- | --- | --- |\n${rows.join('')}`;
}
