import { Readable } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
import type { Note } from '../base/note.ts';
import { pipeInto } from './body-encoding.ts';
import type { CaptureResult } from './capture.ts';
import { readHeaderLine, tellDelimiter } from './header-line.ts';
import type { PeekedBytes } from './peeked-bytes.ts';
import { captureRow, checkHeader, describeBadRow } from './row.ts';
import { decodeHead, readUtf16 } from './text-head.ts';

/**
 * Each row of a table in CSV (RFC 4180, with its usual liberties), in order, as `NAME:ROW`, counted as a spreadsheet
 * counts: the names of the columns are row 1. A row that cannot be read is a failure among them.
 * @throws HearsayError `input.bad-row` where no column is a report's text
 */
export async function* captureCsv(
  input: string,
  bytes: PeekedBytes,
  options: {
    readonly charset: string | null;
    readonly columns: Readonly<Record<string, string>>;
    readonly maxRowBytes: number;
  },
): AsyncGenerator<CaptureResult> {
  const { columns, maxRowBytes } = options;
  const charset = tellCharset(bytes, options.charset);
  const [first = '', second = ''] = decodeHead(bytes.head)
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n|\r/u, 2);
  const isMarked = /^sep=.$/u.test(first); // Excel's own first line
  const broken: { readonly after: number; readonly error: CsvError | undefined }[] = [];
  let parsed = 0;
  const parser = parse({
    bom: true,
    delimiter: isMarked ? first.slice(4) : (tellDelimiter(first) ?? ','),
    from_line: isMarked ? 2 : 1,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxRowBytes,
    on_record: (record: string[]) => (parsed++, record),
    on_skip: (error) => void broken.push({ after: parsed, error }),
  });
  checkHeader(input, readHeaderLine(isMarked ? second : first), columns);
  const notes = charset.guessed === null ? [] : [charset.guessed];
  let header: readonly string[] | null = null;
  let row = 0;
  let read = 0;
  const nextBroken = function* (): Generator<CaptureResult> {
    for (let next = broken[0]; next !== undefined && next.after <= read; next = broken[0]) {
      // One row that is too long is told of again for each piece of it.
      broken.splice(0, next.error?.code === TOO_LONG ? broken.length : 1);
      const name = `${input}:${String(++row)}`;
      yield { input: name, error: describeBroken(name, next.error, maxRowBytes) };
    }
  };
  const records = pipeInto(Readable.from(decodeText(bytes, charset.label)), parser) as AsyncIterable<string[]>;
  for await (const record of records) {
    yield* nextBroken();
    read++;
    const name = `${input}:${String(++row)}`;
    if (header === null) header = record;
    else yield captureRecord(name, header, record, columns, notes);
    // csv-parse loses what follows a row that is too long; more often than not its quotation mark never closes.
    if (broken[0]?.error?.code === TOO_LONG && broken[0].after <= read) break;
  }
  yield* nextBroken();
}

const TOO_LONG = 'CSV_MAX_RECORD_SIZE';

function captureRecord(
  name: string,
  header: readonly string[],
  record: readonly string[],
  columns: Readonly<Record<string, string>>,
  notes: readonly Note[],
): CaptureResult {
  const surplus = record.slice(header.length).some((cell) => cell.trim() !== '');
  if (surplus) {
    const why = `it has ${String(record.length)} cells, and the table has ${String(header.length)} columns`;
    return { input: name, error: describeBadRow(name, why) };
  }
  const row = Object.fromEntries(header.map((column, i) => [column.trim(), record[i] ?? null] as const));
  return captureRow(name, row, columns, notes);
}

function describeBroken(name: string, error: CsvError | undefined, maxRowBytes: number) {
  const limit = String(Math.round(maxRowBytes / 2 ** 20));
  const why =
    error?.code === TOO_LONG
      ? `it is longer than ${limit} MiB, perhaps since a quotation mark in it never closes, so that what follows is not read`
      : error?.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark that opens in it never closes, so that what follows cannot be told apart'
        : 'its quotation marks do not fit';
  return describeBadRow(name, why, error);
}

/** The charset that is declared, or that the beginning shows: UTF-16, UTF-8, else what Excel writes on Windows. */
function tellCharset(bytes: PeekedBytes, declared: string | null): { label: string; guessed: Note | null } {
  const utf16 = readUtf16(bytes.head);
  if (utf16 !== null) return { label: utf16, guessed: null };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.head, { stream: true });
    return { label: 'utf-8', guessed: null };
  } catch {
    const what = 'The table is no UTF-8; it was read as Windows-1252, as Excel writes it.';
    const guessed: Note = { code: 'capture.charset-guessed', what, span: null };
    return isKnownCharset(declared) ? { label: declared, guessed: null } : { label: 'windows-1252', guessed };
  }
}

function isKnownCharset(label: string | null): label is string {
  try {
    return label !== null && new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

async function* decodeText(bytes: PeekedBytes, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  for await (const chunk of bytes.all) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
