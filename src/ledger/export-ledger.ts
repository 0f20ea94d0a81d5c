import { createHash } from 'node:crypto';
import { openBlob } from './blobs.ts';
import { FACT_TABLES, type FactTable } from './fact-tables.ts';
import type { Queries, Row } from './store/store.ts';

export const LEDGER_FORMAT = 'hearsay/ledger/1';

/** Rows read at once; blobs, which are larger, a tenth of them. */
const PAGE = 500;

/**
 * The whole ledger as lines of JSON, the same from both databases: a head, the facts table by table in the order of
 * their ids, and an end with their number and the sha256 of all lines before it. Derived tables are not in it.
 */
export async function exportLedger(queries: Queries, print: (line: string) => Promise<void>): Promise<void> {
  const hash = createHash('sha256');
  let facts = 0;
  const write = async (value: Readonly<Record<string, unknown>>): Promise<void> => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    await print(line);
  };
  await write({ ledger: LEDGER_FORMAT });
  for await (const { sha256, size, bytes } of listRows<BlobRow>(queries, 'blobs', 'sha256', PAGE / 10)) {
    facts++;
    await write({ fact: 'blob', sha256, ...writeBytes(await openBlob(sha256, bytes, size)) });
  }
  for (const table of FACT_TABLES) {
    for await (const row of listRows<Row>(queries, table.table, table.key, PAGE)) {
      facts++;
      await write({ fact: table.fact, ...writeRow(table, row) });
    }
  }
  await print(`${JSON.stringify({ end: { facts, sha256: hash.digest('hex') } })}\n`);
}

interface BlobRow {
  readonly sha256: string;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** All rows in the order of their key, a page at a time: memory stays bounded. */
async function* listRows<Shape>(
  queries: Queries,
  table: string,
  key: string & keyof Shape,
  page: number,
): AsyncGenerator<Shape> {
  let after: unknown = '';
  for (;;) {
    const rows = await queries.all<Shape>(`SELECT * FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`, [
      String(after),
      page,
    ]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last[key];
  }
}

/** As text where the bytes are UTF-8 without loss, so that the file can be read and searched. */
function writeBytes(bytes: Uint8Array): { text: string } | { base64: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  return Buffer.from(text, 'utf8').equals(buffer) ? { text } : { base64: buffer.toString('base64') };
}

function writeRow({ columns, json }: FactTable, row: Row): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    columns.map((name) => [
      name,
      json.includes(name) ? (JSON.parse(String(row[name])) as unknown) : (row[name] ?? null),
    ]),
  );
}
