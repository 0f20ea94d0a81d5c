import { parquetMetadataAsync, parquetReadObjects, type FileMetaData, type RowGroup } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { HearsayError } from '../base/error.ts';
import type { CaptureResult } from './capture.ts';
import type { RandomBytes } from './random-bytes.ts';
import { captureRow, checkHeader } from './row.ts';

/** What is unpacked at once of a group of rows. */
const BATCH_BYTES = 32 * 2 ** 20;
/** A group whose pages cannot be found one by one is read from disk whole; more than this is refused. */
const MAX_GROUP_BYTES = 2 ** 30;
/** One page of one column, unpacked. Writers make pages of about 1 MiB. */
const MAX_PAGE_BYTES = 256 * 2 ** 20;

/**
 * Each row of a Parquet table in order as `NAME:ROW`, from 1, in memory of a batch of rows.
 * @throws HearsayError `input.bad-row` where no column is a report's text, `input.unreadable`, `input.too-large`
 */
export async function* captureParquet(
  input: string,
  bytes: RandomBytes,
  columns: Readonly<Record<string, string>>,
): AsyncGenerator<CaptureResult> {
  const file = { byteLength: bytes.size, slice: (start: number, end = bytes.size) => readExactly(bytes, start, end) };
  try {
    const metadata = await parquetMetadataAsync(file);
    checkHeader(input, listColumns(metadata), columns);
    const naive = listNaiveTimes(metadata);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const groupEnd = rowStart + Number(group.num_rows);
      const batch = countBatchRows(input, group);
      for (; rowStart < groupEnd; rowStart += batch) {
        const rowEnd = Math.min(rowStart + batch, groupEnd);
        const rows = await parquetReadObjects({
          file, metadata, rowStart, rowEnd, parsers: PARSERS, compressors: LIMITED, useOffsetIndex: true,
        }); // prettier-ignore
        for (const [i, row] of rows.entries())
          yield captureRow(`${input}:${String(rowStart + i + 1)}`, makePlainRow(row, naive), columns);
      }
      rowStart = groupEnd;
    }
  } catch (error) {
    throw error instanceof HearsayError ? error : describeDamaged(input, error);
  }
}

/** As hyparquet wants it: an ArrayBuffer of its own. */
async function readExactly(bytes: RandomBytes, start: number, end: number): Promise<ArrayBuffer> {
  const read = await bytes.read(start, end);
  const copy = new ArrayBuffer(read.length);
  new Uint8Array(copy).set(read);
  return copy;
}

/** How many rows of a group are unpacked at once. */
function countBatchRows(input: string, group: RowGroup): number {
  const sizes = group.columns.map(({ meta_data }) => meta_data);
  const packed = sizes.reduce((sum, column) => sum + Number(column?.total_compressed_size ?? 0), 0);
  const unpacked = sizes.reduce((sum, column) => sum + Number(column?.total_uncompressed_size ?? 0), 0);
  if (packed > MAX_GROUP_BYTES && group.columns.some((column) => column.offset_index_offset === undefined))
    throw describeLargeGroup(input);
  return Math.max(1, Math.ceil(Number(group.num_rows) / Math.max(1, Math.ceil(unpacked / BATCH_BYTES))));
}

/** Names of the columns at the top: of those with columns inside, the outer one. */
function listColumns(metadata: FileMetaData): readonly string[] {
  const names: string[] = [];
  const [root, ...rest] = metadata.schema;
  let inside = 0;
  for (const element of rest) {
    if (names.length >= (root?.num_children ?? 0) && inside === 0) break;
    if (inside === 0) names.push(element.name);
    else inside--;
    inside += element.num_children ?? 0;
  }
  return names;
}

/** Columns of times that are said to be in no zone: as pandas writes them by default. */
function listNaiveTimes(metadata: FileMetaData): ReadonlySet<string> {
  return new Set(
    metadata.schema
      .filter(({ logical_type: type }) => type?.type === 'TIMESTAMP' && !type.isAdjustedToUTC)
      .map(({ name }) => name),
  );
}

const toIso = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

/** Times as ISO 8601; hyparquet's own way gives dates in JavaScript's form, a day no other than its midnight. */
const PARSERS = {
  dateFromDays: (days: number) => toIso(days * 86_400_000).slice(0, 10),
  timestampFromMilliseconds: (time: bigint) => toIso(Number(time)),
  timestampFromMicroseconds: (time: bigint) => toIso(Number(time / 1000n)),
  timestampFromNanoseconds: (time: bigint) => toIso(Number(time / 1_000_000n)),
};

const LIMITED = Object.fromEntries(
  Object.entries(compressors).map(([name, decompress]) => [
    name,
    (packed: Uint8Array, length: number) => {
      if (length > MAX_PAGE_BYTES) throw new Error('a page of it unpacks to more than any writer makes');
      return decompress(packed, length);
    },
  ]),
);

function makePlainRow(row: Readonly<Record<string, unknown>>, naive: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const plain = makePlain(value);
      return [name, naive.has(name) && typeof plain === 'string' ? plain.replace(/Z$/u, '') : plain];
    }),
  );
}

/** The value as JSON has it: whole numbers over 2^53 as text, bytes as text, times as ISO 8601. */
function makePlain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return toIso(value.getTime());
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return Array.from(value as Iterable<unknown>, makePlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, makePlain(inner)]));
}

function describeLargeGroup(input: string): HearsayError {
  return new HearsayError(
    'input.too-large',
    `Did not read ${input}`,
    `a group of its rows takes more than ${String(MAX_GROUP_BYTES / 2 ** 30)} GiB, and it has no index of pages`,
    'write the table again in groups of 10,000 rows, or as JSON lines',
  );
}

function describeDamaged(input: string, cause: unknown): HearsayError {
  return new HearsayError(
    'input.unreadable',
    `Cannot read all of ${input}`,
    `the Parquet table is damaged or cut off (${cause instanceof Error ? cause.message : String(cause)})`,
    'get the file again, or write it as JSON lines',
    { cause },
  );
}
