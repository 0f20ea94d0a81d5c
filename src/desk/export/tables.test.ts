import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventExportLedger, MADE_AT, TODAY } from '../../../test/invented-export.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { writeCodebook } from './codebook.ts';
import { guardCell } from './csv.ts';
import { writeTable } from './formats.ts';
import { gatherMaterial, type Asked } from './material.ts';
import { TABLES } from './tables/all-tables.ts';
import { withoutWords, type Table } from './tables/table.ts';

let folder: string;
let ledger: Ledger;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-tables-'));
  ledger = await inventExportLedger(join(folder, 'ledger.db'));
}, 180_000);
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

type Row = Record<string, unknown>;

async function write(format: 'csv' | 'parquet', table: Table, query: Asked['query'] = { all: true }): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await ledger.store.snapshot(async (queries) => {
    const material = await gatherMaterial(queries, { query, today: TODAY, at: MADE_AT });
    for await (const piece of writeTable(format, table, material)) pieces.push(Buffer.from(piece));
  });
  return Buffer.concat(pieces);
}

async function readParquet(name: string, query?: Asked['query']): Promise<Row[]> {
  const bytes = await write('parquet', find(name), query);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return parquetReadObjects({ file });
}

function find(name: string): Table {
  const table = TABLES.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** As Python and R slice. */
const slice = (text: unknown, start: unknown, end: unknown): string => [...String(text)].slice(Number(start), Number(end)).join(''); // prettier-ignore

describe('the flat tables', () => {
  it('are those of the contract', () => {
    expect(TABLES.map(({ name }) => name)).toEqual(['reports', 'attributions', 'spans', 'links', 'entities', 'claims', 'appearances', 'origins', 'denials', 'events', 'corrections']); // prettier-ignore
  });

  it('hold spans whose code points give back their words, emoji before and inside them', async () => {
    const reports = new Map((await readParquet('reports')).map((row) => [row.report, row.text]));
    const spans = await readParquet('spans');
    for (const { report, start, end, text } of spans) expect(slice(reports.get(report), start, end)).toBe(text);
    expect(new Set(spans.map(({ role }) => role))).toEqual(new Set(['source', 'cue', 'content', 'mention', 'time', 'place', 'appearance'])); // prettier-ignore
    expect(spans.filter(({ text }) => /\p{Extended_Pictographic}/u.test(String(text))).length).toBeGreaterThan(5);
    for (const name of ['links', 'appearances', 'denials'])
      for (const { report, start, end, text } of await readParquet(name)) expect(slice(reports.get(report), start, end)).toBe(text); // prettier-ignore
  });

  it('tell what people did', async () => {
    const rows = await readParquet('corrections');
    expect(rows.map(({ kind, by, outcome, why }) => [kind, by, outcome, why])).toEqual([
      ['accept', 'Ines Marl', null, 'seen in its place'],
      ['reject', 'Ines Marl', null, '=no statement'],
      ['outcome', 'Ines Marl', 'cancelled', 'called off'],
    ]);
    const appearances = await readParquet('appearances');
    expect(appearances.filter(({ checked }) => checked === true)).toMatchObject([{ checked_by: 'Ines Marl', appearance: rows[0]?.appearance }]); // prettier-ignore
    expect(appearances.filter(({ set_aside }) => set_aside === true)).toMatchObject([{ appearance: rows[1]?.appearance }]); // prettier-ignore
    expect(await readParquet('events')).toMatchObject([{ status: 'cancelled', window: '2031-04', set_by: 'Ines Marl', evidence: 'https://herald.example/off' }]); // prettier-ignore
  });

  it('join by their keys: every appearance has its claim and report, every origin its appearance', async () => {
    const keys = async (name: string, column: string): Promise<Set<unknown>> => new Set((await readParquet(name)).map((row) => row[column])); // prettier-ignore
    const [claims, reports, appearances] = [await keys('claims', 'claim'), await keys('reports', 'report'), await keys('appearances', 'appearance')]; // prettier-ignore
    for (const row of await readParquet('appearances')) expect([claims.has(row.claim), reports.has(row.report)]).toEqual([true, true]); // prettier-ignore
    const origins = await readParquet('origins');
    expect(origins.length).toBeGreaterThan(0);
    for (const row of origins) expect([claims.has(row.claim), appearances.has(row.appearance)]).toEqual([true, true]);
  });

  it('of words asked for hold the claims that are found and their reports, no more', async () => {
    const claims = await readParquet('claims', { words: 'Tidewater' });
    expect(claims).toHaveLength(1);
    expect((await readParquet('appearances', { words: 'Tidewater' })).map((row) => row.claim)).toEqual(Array.from({ length: 2 }, () => claims[0]?.claim)); // prettier-ignore
    expect(await readParquet('claims', { words: String(claims[0]?.claim) })).toEqual(claims);
    expect(await readParquet('reports', { words: 'zeppelin' })).toEqual([]);
  });

  it('without text hold no word of a report, and keep offsets and hashes', async () => {
    for (const table of TABLES) {
      const csv = (await write('csv', withoutWords(table))).toString();
      expect(csv).not.toMatch(/Saltmere Ferries|sixty years|HYPERLINK/u);
    }
    const rows: Row[] = parse(await write('csv', withoutWords(find('spans'))), { columns: true, bom: true });
    expect(Object.keys(rows[0] ?? {})).toEqual(['report', 'part_sha256', 'in', 'of', 'id', 'role', 'piece', 'start', 'end', 'value']); // prettier-ignore
  });

  it('are as CSV the same rows, but for what a spreadsheet would run or obey', async () => {
    for (const table of TABLES) {
      const rows: Row[] = parse(await write('csv', table), { columns: true, bom: true });
      const same = (await readParquet(table.name)).map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, guardCell(cell as string)]))); // prettier-ignore
      expect(rows).toEqual(same);
    }
    const csv = (await write('csv', find('appearances'))).toString();
    expect(csv.split('\r\n')[1]).not.toMatch(/^[^"]*,[=+@-][^0-9]/u);
    expect(csv).toContain(",'=HYPERLINK(1) is what");
    expect(csv).toContain('‹U+202E›');
  });

  it('say in the Parquet file itself what each column means, and who made it', async () => {
    const bytes = await write('parquet', find('claims'));
    const { key_value_metadata: told, created_by: by } = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(by).toMatch(/^hearsay \d/u);
    expect(told).toContainEqual({ key: 'hearsay.column.claim', value: 'id of the claim: of its first appearance' });
  });

  it('have a line in the codebook for every column', async () => {
    const book = await ledger.store.snapshot(async (queries) => writeCodebook(TABLES, await gatherMaterial(queries, { query: {}, today: TODAY, at: MADE_AT }), 'csv')); // prettier-ignore
    for (const { name, columns } of TABLES) {
      expect(book).toContain(`\n## ${name}.csv\n`);
      for (const column of columns) expect(book).toContain(`| ${column.name} | ${column.type} | ${column.what} |`);
    }
  });
});

it.each([
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-x', "'-x"],
  ['@a', "'@a"],
  ['＝A1', "'＝A1"],
  ['\ta', "'\ta"],
  ['a=1', 'a=1'],
  ['“=1', '“=1'],
  [-1.5, '-1.5'],
  [null, ''],
  [true, 'true'],
  ['\u001B[31m', '␛[31m'],
])('a cell of %j is written %j', (cell, written) => {
  expect(guardCell(cell)).toBe(written);
});
