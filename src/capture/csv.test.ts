import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCaptureFailure, type Capture, type CaptureResult } from './capture.ts';
import { inventFiles, readNotes, tellResults, type InventedFiles } from './invented-files.ts';

let files: InventedFiles;
beforeAll(async () => (files = await inventFiles()));
afterAll(() => files.remove());

async function read(
  table: string | Buffer,
  columns: Record<string, string> = {},
  maxBytes = 1 << 20,
): Promise<CaptureResult[]> {
  return files.capture([await files.write('t.csv', table)], { columns, maxBytes });
}

function tellTexts(results: readonly CaptureResult[]): string[] {
  return results.map((result) =>
    isCaptureFailure(result)
      ? `${result.input} ${result.error.code}`
      : `${result.input} ${Buffer.from(result.bytes).toString()}`,
  );
}

describe('a table in CSV', () => {
  it('gives a report a row, under the row that a spreadsheet shows, with its other columns as extra', async () => {
    const table =
      'url,body,date,authors,desk\nhttps://harbour.example/a,"The crane fell.\n\nNobody was ""hurt"".",2023-09-05,Ada Quay; Bo Pier,port\n,Two.,,,\n';
    const results = await read(table, { text: 'body', published: 'date' });
    expect(tellTexts(results)).toEqual(['t.csv:2 The crane fell.\n\nNobody was "hurt".', 't.csv:3 Two.']);
    expect((results[0] as Capture).given).toEqual({
      url: 'https://harbour.example/a',
      published: '2023-09-05',
      authors: ['Ada Quay', 'Bo Pier'],
      extra: { desk: 'port' },
    });
  });

  it.each<[string, string | Buffer]>([
    ['commas', 'title,text\nA,Café.\n'],
    ['semicolons', 'title;text\r\nA;Café.\r\n'],
    ['tabs', 'title\ttext\nA\tCafé.'],
    ['bars', '"title"|"text"\n"A"|"Café."\n'],
    ['a byte order mark', '\uFEFFtitle,text\nA,Café.\n'],
    ['Excel’s own first line', 'sep=;\ntitle;text\nA;Café.\n'],
    ['UTF-16', Buffer.from('\uFEFFtitle\ttext\r\nA\tCafé.\r\n', 'utf16le')],
    ['Windows-1252', Buffer.from('title;text\r\nA;Caf\xe9.\r\n', 'latin1')],
    ['lines that end in \\r', 'title,text\rA,Café.\r'],
    ['blank lines', 'title,text\n\nA,Café.\n\n'],
  ])('is read when it is written with %s', async (_, table) => {
    const results = await read(table);
    expect(results.map((result) => (result as Capture).given.title)).toEqual(['A']);
    expect(Buffer.from((results[0] as Capture).bytes).toString()).toBe('Café.');
  });

  it('in no UTF-8 says how it was read', async () => {
    expect(readNotes(await read(Buffer.from('title;text\nA;Caf\xe9.\n', 'latin1')))).toEqual([
      'capture.charset-guessed: The table is no UTF-8; it was read as Windows-1252, as Excel writes it.',
    ]);
  });

  it('compressed, and told by its content alone', async () => {
    const name = await files.write('rows', gzipSync('title,text\nA,The crane fell.\n'));
    expect(tellResults(await files.capture([name]))).toEqual(['rows:2 text']);
  });
});

describe('a bad row', () => {
  it.each<[string, string, string[]]>([
    ['with cells too many', 'title,text\nA,one,two\nB,Two.\n', ['t.csv:2 input.bad-row', 't.csv:3 Two.']],
    ['with empty cells too many', 'title,text\nA,One.,,\nB,Two.\n', ['t.csv:2 One.', 't.csv:3 Two.']],
    ['with cells too few', 'text,title\nOne.\n"Two.",B\n', ['t.csv:2 One.', 't.csv:3 Two.']],
    ['without a text', 'title,text\nA,\nB,Two.\n', ['t.csv:2 input.bad-row', 't.csv:3 Two.']],
    ['with a stray quotation mark', 'title,text\nA,5" of rain.\nB,Two.\n', ['t.csv:2 5" of rain.', 't.csv:3 Two.']],
    [
      'whose quotation mark never closes',
      'title,text\nA,One.\nB,"Two.\nC,Three.\n',
      ['t.csv:2 One.', 't.csv:3 input.bad-row'],
    ],
    ['of a table without a text', 'title,story\nA,One.\nB,Two.\n', ['t.csv input.bad-row']],
    ['of a table with names only', 'title,text\n', []],
  ])('%s fails under its row, and the rest is read', async (_, table, told) => {
    expect(tellTexts(await read(table))).toEqual(told);
  });

  it('over the limit is not held in memory, and ends the table, since its quotation mark may be to blame', async () => {
    const results = await read(`title,text\nA,One.\nB,"${'b'.repeat(300_000)}\nC,Three.\n`, {}, 100_000);
    expect(tellTexts(results)).toEqual(['t.csv:2 One.', 't.csv:3 input.bad-row']);
  });
});
