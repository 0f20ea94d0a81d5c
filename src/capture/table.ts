import { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import type { CaptureResult } from './capture.ts';
import { asUtf8, splitLines } from './lines.ts';
import type { PeekedBytes } from './peeked-bytes.ts';
import { captureRow, describeBadRow } from './row.ts';

/** Each row of a table of JSON lines, in order, as `NAME:LINE`; a row that cannot be read is a failure among them. */
export async function* captureTable(
  input: string,
  bytes: PeekedBytes,
  columns: Readonly<Record<string, string>>,
  maxRowBytes: number,
): AsyncGenerator<CaptureResult> {
  for await (const line of splitLines(asUtf8(bytes.all, bytes.head), maxRowBytes)) {
    const row = `${input}:${String(line.number)}`;
    if (line.bytes === null) yield { input: row, error: describeLongRow(row, maxRowBytes) };
    else if (!isBlank(line.bytes)) yield readRow(row, line.bytes, columns);
  }
}

function readRow(input: string, line: Uint8Array, columns: Readonly<Record<string, string>>): CaptureResult {
  const notes: Note[] = [];
  const row = parseRow(decodeLine(line, notes));
  return typeof row === 'string'
    ? { input, error: describeBadRow(input, row) }
    : captureRow(input, row, columns, notes);
}

/** Nested deeper than this, a value cannot be written out again safely. */
const MAX_DEPTH = 100;

/** The object that the line is, or why it is none. */
function parseRow(line: string): Readonly<Record<string, unknown>> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'the line is no JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'the line is JSON, but no object';
  if (isDeeperThan(value, MAX_DEPTH)) return `a column is nested over ${String(MAX_DEPTH)} deep`;
  // A column of that name would be set as what the row inherits from.
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '__proto__'));
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

function decodeLine(line: Uint8Array, notes: Note[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    const what = 'The row holds bytes that are no UTF-8; each became U+FFFD.';
    notes.push({ code: 'capture.invalid-utf8', what, span: null });
    return new TextDecoder('utf-8').decode(line);
  }
}

/** White space of JSON only. A line of it ends most files. */
function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function describeLongRow(row: string, limit: number): HearsayError {
  return new HearsayError(
    'input.bad-row',
    `Did not read the row ${row}`,
    `it is longer than ${String(Math.round(limit / 2 ** 20))} MiB`,
    'check that each report stands in a row of its own',
  );
}
