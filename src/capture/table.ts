import { HearsayError } from '../base/error.ts';
import type { CaptureResult } from './capture.ts';
import { asUtf8, splitLines } from './lines.ts';
import type { PeekedBytes } from './peeked-bytes.ts';
import { captureRow } from './row.ts';

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

function readRow(row: string, line: Uint8Array, columns: Readonly<Record<string, string>>): CaptureResult {
  try {
    return captureRow(row, line, columns);
  } catch (error) {
    if (error instanceof HearsayError) return { input: row, error };
    throw error;
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
    'check that each report stands on a line of its own',
  );
}
