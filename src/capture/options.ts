import type { FetchOptions } from './fetch.ts';

/** What an input may hold of bytes that are read at once, after decompression. A report table has no limit but for each row. */
export const MAX_PAGE_BYTES = 32 * 2 ** 20;
/**
 * Text of more bytes than this is over 2,000,000 UTF-16 units in every charset (at most four bytes a unit), so it is
 * refused unread with `page.too-long` (contract §2.8). What is shorter is counted exactly by the page stage.
 */
export const MAX_TEXT_BYTES = 8_000_004;

export interface CaptureOptions extends FetchOptions {
  /** What `-` reads. The caller hands it over: no stage reads the environment. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** The folder that relative file names start from. Absent: the process's own. */
  readonly cwd?: string;
  /** Bytes that one page, archive part or table row may have, decompressed. Default 32 MiB. */
  readonly maxBytes?: number;
  /** Columns of a report table by our name: `{ text: 'body', published: 'date' }`. */
  readonly columns?: Readonly<Record<string, string>>;
}
