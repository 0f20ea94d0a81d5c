import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from './capture.ts';
import { inventFiles, tellResults, type InventedFiles } from './invented-files.ts';

let files: InventedFiles;
beforeAll(async () => (files = await inventFiles()));
afterAll(() => files.remove());

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];

function writeTable(columnData: Columns, rowGroupSize = 1000): Buffer {
  return Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize }));
}

const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => `The crane ${String(i + 1)} fell.`);

describe('a table in Parquet', () => {
  it('gives a report a row, its days and times in ISO 8601, and its other columns as JSON has them', async () => {
    const table = writeTable([
      { name: 'body', data: ['The crane fell.', 'It rose.'], type: 'STRING' },
      { name: 'published', data: [new Date('2023-09-05T14:03:12Z'), null], type: 'TIMESTAMP' },
      { name: 'views', data: [7n, 2n ** 60n], type: 'INT64' },
      { name: 'tags', data: [{ desk: 'port' }, { desk: 'sea' }], type: 'JSON' },
    ]);
    const results = await files.capture([await files.write('t.parquet', table)], { columns: { text: 'body' } });
    expect(tellResults(results)).toEqual(['t.parquet:1 text', 't.parquet:2 text']);
    expect(results.map((result) => Buffer.from((result as Capture).bytes).toString())).toEqual([
      'The crane fell.',
      'It rose.',
    ]);
    expect(results.map((result) => (result as Capture).given)).toEqual([
      { published: '2023-09-05T14:03:12Z', extra: { views: 7, tags: { desk: 'port' } } },
      { extra: { views: String(2n ** 60n), tags: { desk: 'sea' } } },
    ]);
  });

  it('keeps a time in no zone as it is', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'text', data: ['The crane fell.'] },
        { name: 'published', data: [new Date('2023-09-05T14:03:12Z')] },
        { name: 'modified', data: [new Date('2023-09-06')] },
      ],
      schema: [
        { name: 'root', num_children: 3 },
        { name: 'text', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
        {
          name: 'published',
          type: 'INT64',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
        },
        { name: 'modified', type: 'INT32', converted_type: 'DATE' },
      ],
    });
    const [row] = await files.capture([await files.write('t.parquet', Buffer.from(bytes))]);
    expect((row as Capture).given).toEqual({ published: '2023-09-05T14:03:12', modified: '2023-09-06' });
  });

  it('of several groups of rows is read in order, also compressed and from a pipe', async () => {
    const table = writeTable([{ name: 'text', data: texts(25), type: 'STRING' }], 10);
    const expected = texts(25).map((_, i) => `${String(i + 1)} text`);
    const name = await files.write('t.parquet.gz', gzipSync(table));
    async function* pipe(): AsyncGenerator<Uint8Array> {
      yield Promise.resolve(table);
    }
    expect(tellResults(await files.capture([name])).map((line) => line.replace(`${name}:`, ''))).toEqual(expected);
    expect(tellResults(await files.capture(['-'], { stdin: pipe() })).map((line) => line.slice(2))).toEqual(expected);
  });

  it('of one large group is unpacked in batches', async () => {
    const data = Array.from({ length: 600 }, (_, i) => `${String(Math.sin(i))} `.repeat(6000));
    const table = writeTable([{ name: 'text', data, type: 'STRING' }], 600);
    const results = await files.capture([await files.write('large.parquet', table)]);
    expect(results.length).toBe(600);
    expect(Buffer.from((results[599] as Capture).bytes).toString()).toBe(data[599]);
  });
});

describe('a bad table in Parquet', () => {
  const table = writeTable([{ name: 'text', data: texts(25), type: 'STRING' }], 10);
  it.each<[string, Buffer, string]>([
    ['without a text', writeTable([{ name: 'story', data: ['x'], type: 'STRING' }]), 'bad.parquet input.bad-row'],
    ['cut off', table.subarray(0, table.length - 30), 'bad.parquet input.unreadable'],
    ['that is no more than its mark', Buffer.from('PAR1'), 'bad.parquet input.unreadable'],
    [
      'whose rows are damaged',
      Buffer.from(table.map((byte, i) => (i > 10 && i < 60 ? 255 : byte))),
      'bad.parquet input.unreadable',
    ],
    [
      'whose end is noise',
      Buffer.concat([table.subarray(0, -8), Buffer.from('\xff\xff\xff\x7fPAR1', 'latin1')]),
      'bad.parquet input.unreadable',
    ],
  ])('%s has its error', async (_, bytes, told) => {
    expect(tellResults(await files.capture([await files.write('bad.parquet', bytes)]))).toEqual([told]);
  });
});
