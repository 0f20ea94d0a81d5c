import type { Fetched, FetchOptions } from './fetch.ts';

/** What an input may hold of bytes that are read at once, after decompression. A report table has no limit but for each row. */
export const MAX_PAGE_BYTES = 32 * 2 ** 20;
/** What has no place on a disk but must be read from its end (a WACZ archive or Parquet table from a pipe or the web). */
export const MAX_HELD_BYTES = 256 * 2 ** 20;
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
  /**
   * How addresses are fetched that an input lists: a text file (`isTyped`), a feed, a sitemap. Default: one after the
   * other without delay.
   */
  readonly visitFetch?: (address: string, isTyped: boolean) => Promise<Fetched>;
  /** Of feeds and sitemaps: nothing published before this day. What cannot be told before it is fetched is fetched. */
  readonly from?: string;
  /** Of feeds and sitemaps: nothing published after this day. */
  readonly to?: string;
}
