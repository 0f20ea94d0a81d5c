import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { HearsayError } from '../../base/error.ts';
import type { Settings } from '../../base/config.ts';
import type { ClaimQuery, Ledger } from '../../ledger/ledger.ts';
import { writeCodebook } from '../export/codebook.ts';
import type { ExportFormat } from '../export/format-names.ts';
import { writeExport, writeTable, type ExportOptions } from '../export/formats.ts';
import { gatherMaterial } from '../export/material.ts';
import { TABLES } from '../export/tables/all-tables.ts';
import { withoutWords } from '../export/tables/table.ts';
import { describeFileProblem } from './file-problem.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

export interface ExportWords {
  readonly format: ExportFormat | 'ledger';
  readonly query: ClaimQuery;
  /** The day as of which what is past is overdue. */
  readonly today: string;
  /** Words of reports too. */
  readonly words: boolean;
  /** The file, or of tables the folder; null: stdout. */
  readonly output: string | null;
}

type Print = (piece: string | Uint8Array) => Promise<void>;

/** `hearsay export`: to stdout, to a file that is there whole or not at all, or all tables to a folder. */
export async function runExport(words: ExportWords, settings: Settings, terminal: Terminal): Promise<number> {
  const { format, query, today, output } = words;
  if (format === 'parquet' && output === null && terminal.columns !== null)
    throw new HearsayError('usage.bad-option', 'Parquet is no text for a terminal', 'stdout is one', 'pass -o FOLDER, or send it to a file with >'); // prettier-ignore
  const ledger = await openSettled(settings, terminal);
  const options = { query, today, at: new Date().toISOString(), words: words.words };
  try {
    if (format !== 'ledger' && settings.quiet !== 'yes' && !(await findsAny(ledger, query))) await writeOut(terminal.stderr, NOTHING); // prettier-ignore
    if (output !== null && (format === 'csv' || format === 'parquet'))
      await writeTables(ledger, format, options, output);
    else if (output === null) await writeOne(ledger, format, options, (piece) => writeOut(terminal.stdout, piece));
    else await writeToFile(output, (print) => writeOne(ledger, format, options, print));
    return 0;
  } finally {
    await ledger.close();
  }
}

const NOTHING = 'No claim is found: what is written holds none.\n';

async function findsAny(ledger: Ledger, query: ClaimQuery): Promise<boolean> {
  const named = query.words === undefined ? null : await ledger.claim(query.words);
  return named !== null || (await ledger.claims({ ...query, limit: 1 })).items.length > 0;
}

function writeOne(ledger: Ledger, format: ExportWords['format'], options: ExportOptions, print: Print): Promise<void> {
  if (format === 'ledger') return ledger.export(print);
  return ledger.store.snapshot((queries) => printAll(writeExport(format, queries, options), print));
}

/** All flat tables and their codebook, from one moment; what a table of the same name was is replaced. */
async function writeTables(
  ledger: Ledger,
  format: 'csv' | 'parquet',
  options: ExportOptions,
  folder: string,
): Promise<void> {
  const tables = options.words ? TABLES : TABLES.map(withoutWords);
  await ledger.store.snapshot(async (queries) => {
    const material = await gatherMaterial(queries, options);
    await orDescribe(folder, () => mkdir(folder, { recursive: true }));
    for (const table of tables)
      await writeToFile(join(folder, `${table.name}.${format}`), (print) => printAll(writeTable(format, table, material), print)); // prettier-ignore
    const codebook = join(folder, 'codebook.md');
    await orDescribe(codebook, () => writeFile(codebook, writeCodebook(tables, material, format)));
  });
}

async function printAll(pieces: AsyncIterable<string | Uint8Array>, print: Print): Promise<void> {
  for await (const piece of pieces) await print(piece);
}

async function writeToFile(file: string, write: (print: Print) => Promise<void>): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}.part`;
  const stream = createWriteStream(unfinished);
  const ending = finished(stream);
  ending.catch(() => undefined);
  try {
    await Promise.race([ending, write((piece) => writeOut(stream, piece))]);
    stream.end();
    await ending;
    await rename(unfinished, file);
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    throw describeFileProblem(error, file);
  }
}

async function orDescribe(file: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw describeFileProblem(error, file);
  }
}
