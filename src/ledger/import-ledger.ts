import { createHash } from 'node:crypto';
import { z } from 'zod';
import { hashBytes } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import { makeBlob, putBlobs } from './blobs.ts';
import { deriveReports } from './derive.ts';
import { LEDGER_FORMAT } from './export-ledger.ts';
import { FACT_TABLES, type FactTable } from './fact-tables.ts';
import { removeForgotten } from './forget.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries, Value } from './store/store.ts';

/** How many facts came in, and how many of them were new. */
export interface Imported {
  readonly facts: number;
  readonly added: number;
}

const blobLine = z.union([
  z.strictObject({ fact: z.literal('blob'), sha256: z.string(), text: z.string() }),
  z.strictObject({ fact: z.literal('blob'), sha256: z.string(), base64: z.base64() }),
]);
const endLine = z.strictObject({ end: z.strictObject({ facts: z.int(), sha256: z.string() }) });
const factLine = z.looseObject({ fact: z.string() });

/**
 * Adds what `export ledger` wrote to a ledger, empty or not, whole or not at all: run it inside one `write`. What is
 * there already stays as it is; what either ledger has forgotten is forgotten.
 * @throws HearsayError `import.bad-line` with the line's number
 */
export async function importLedger(queries: Queries, lines: AsyncIterable<string>): Promise<Imported> {
  const hash = createHash('sha256');
  const touched = new Set<string>();
  const seen = { lines: 0, facts: 0, added: 0, ended: false };
  const forgotten = new Set(
    (await queries.all<{ report: string }>('SELECT report FROM forgotten')).map(({ report }) => report),
  );
  const alreadyForgotten = forgotten.size;
  for await (const line of lines) {
    seen.lines++;
    const value = parseLine(line, seen.lines);
    if (seen.lines === 1) {
      if (!z.strictObject({ ledger: z.literal(LEDGER_FORMAT) }).safeParse(value).success)
        throw describeLine(1, `it is not the beginning of an export (${LEDGER_FORMAT})`);
    } else if (seen.ended) throw describeLine(seen.lines, 'it follows the end');
    else if (endLine.safeParse(value).success) {
      checkEnd(endLine.parse(value).end, seen, hash.digest('hex'));
      seen.ended = true;
      continue;
    } else {
      seen.facts++;
      seen.added += await importFact(queries, value, seen.lines, { touched, forgotten });
    }
    hash.update(`${line}\n`);
  }
  if (!seen.ended) throw describeLine(seen.lines + 1, 'the export is cut off');
  if (forgotten.size > alreadyForgotten || [...touched].some((report) => forgotten.has(report)))
    await removeForgotten(queries, [...forgotten]);
  await deriveReports(queries, [...touched].sort());
  return { facts: seen.facts, added: seen.added };
}

interface Seen {
  /** Reports whose derived rows are to be made. */
  readonly touched: Set<string>;
  readonly forgotten: Set<string>;
}

async function importFact(queries: Queries, value: unknown, line: number, seen: Seen): Promise<number> {
  const blob = blobLine.safeParse(value);
  if (blob.success) return importBlob(queries, blob.data, line);
  const fact = factLine.safeParse(value);
  const table = FACT_TABLES.find((one) => one.fact === fact.data?.fact);
  if (!fact.success || table === undefined) throw describeLine(line, 'it is no fact that this version knows');
  const row = readRow(table, fact.data, line);
  const identity = table.identify(fact.data);
  if (identity !== null && identity !== fact.data[table.key]) throw describeLine(line, 'its id is not of its content');
  const { report } = fact.data;
  if (typeof report === 'string') {
    seen.touched.add(report);
    if (table.fact === 'forgotten') seen.forgotten.add(report);
  }
  return insertRows(queries, table.table, table.columns, [row]);
}

async function importBlob(queries: Queries, blob: z.infer<typeof blobLine>, line: number): Promise<number> {
  const bytes = 'text' in blob ? Buffer.from(blob.text, 'utf8') : Buffer.from(blob.base64, 'base64');
  if (hashBytes(bytes) !== blob.sha256) throw describeLine(line, 'its bytes are not those of its hash');
  const held = await queries.all('SELECT 1 FROM blobs WHERE sha256 = ?', [blob.sha256]);
  if (held.length > 0) return 0;
  await putBlobs(queries, [await makeBlob(bytes)]);
  return 1;
}

function readRow(table: FactTable, fact: Readonly<Record<string, unknown>>, line: number): readonly Value[] {
  return table.columns.map((name) => {
    const value = fact[name];
    if (table.json.includes(name) && typeof value === 'object') return JSON.stringify(value);
    if (!table.json.includes(name) && (typeof value === 'string' || value === null)) return value;
    throw describeLine(line, `its ${name} is missing or of a wrong kind`);
  });
}

function checkEnd(
  end: { readonly facts: number; readonly sha256: string },
  seen: { readonly lines: number; readonly facts: number },
  sha256: string,
): void {
  if (end.facts !== seen.facts) throw describeLine(seen.lines, `${String(end.facts)} facts were written and ${String(seen.facts)} came`); // prettier-ignore
  if (end.sha256 !== sha256) throw describeLine(seen.lines, 'the lines before it were changed');
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw describeLine(number, 'it is no JSON', cause);
  }
}

function describeLine(line: number, why: string, cause?: unknown): HearsayError {
  return new HearsayError(
    'import.bad-line',
    `The export cannot be imported; its line ${String(line)} is wrong`,
    why,
    'export the ledger again: nothing was imported',
    { cause },
  );
}
