import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { HearsayError } from '../../base/error.ts';
import type { CaptureResult } from '../capture.ts';
import type { RandomBytes } from '../random-bytes.ts';
import type { Skipped } from '../skipped.ts';
import { readPageList, type PageList } from './page-list.ts';
import { captureWarc, salvageWarc } from './warc.ts';

/** The parts of a WACZ archive: a ZIP file with WARC files and lists of their pages in it (specs.webrecorder.net/wacz). */
export interface Wacz {
  readonly zip: ZipFile;
  readonly archives: readonly Entry[];
  readonly pageLists: readonly Entry[];
}

const MAX_ENTRIES = 100_000;
const MAX_LIST_BYTES = 64 * 2 ** 20;

/**
 * Opens a ZIP file that is a WACZ archive; null where it is another ZIP file.
 * @throws the error of yauzl where the table of contents is missing or damaged
 */
export async function openWacz(bytes: RandomBytes): Promise<Wacz | null> {
  const zip = await fromRandomAccessReaderPromise(new BytesReader(bytes), bytes.size, {
    autoClose: false,
    lazyEntries: true,
  });
  const [archives, pageLists]: [Entry[], Entry[]] = [[], []];
  for await (const entry of zip.eachEntry()) {
    if (/^archive\/.*\.warc(?:\.gz)?$/iu.test(entry.fileName)) archives.push(entry);
    if (/^pages\/.*\.jsonl$/iu.test(entry.fileName)) pageLists.push(entry);
    if (zip.entriesRead >= MAX_ENTRIES) break;
  }
  const byName = (a: Entry, b: Entry) => (a.fileName < b.fileName ? -1 : 1);
  return archives.length === 0 ? null : { zip, archives: archives.sort(byName), pageLists };
}

/** The pages of a WACZ archive, each under `INPUT#<record id>`; a WARC file in it that is damaged does not stop the others. */
export async function* captureWacz(
  input: string,
  wacz: Wacz,
  maxBytes: number,
): AsyncGenerator<CaptureResult | Skipped> {
  const pages = await readPages(wacz);
  for (const entry of wacz.archives) {
    try {
      const stream = await openEntry(wacz.zip, entry);
      yield* captureWarc(input, stream, { maxBytes, pages });
    } catch (error) {
      if (error instanceof HearsayError) throw error;
      yield { input: `${input}#${entry.fileName}`, error: describeDamaged(`${input}#${entry.fileName}`, error) };
    }
  }
}

/** What can be found of an archive whose table of contents is lost, after the error that says so. */
export async function* salvageWacz(
  input: string,
  bytes: RandomBytes,
  maxBytes: number,
  cause: unknown,
): AsyncGenerator<CaptureResult | Skipped> {
  yield { input, error: describeDamaged(input, cause) };
  yield* salvageWarc(input, streamBytes(bytes, 0, bytes.size), { maxBytes, pages: null });
}

async function readPages(wacz: Wacz): Promise<PageList | null> {
  const lists: string[] = [];
  for (const entry of wacz.pageLists) {
    if (entry.uncompressedSize > MAX_LIST_BYTES) continue;
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of (await openEntry(wacz.zip, entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
      lists.push(Buffer.concat(chunks).toString('utf8'));
    } catch {
      return null; // without the list, every page is read
    }
  }
  return readPageList(lists.join('\n'));
}

/** A part may unpack to so many times its size: a bomb does to a thousand. */
const MAX_RATIO = 200;
const FREE_BYTES = 64 * 2 ** 20;

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.uncompressedSize > FREE_BYTES && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
    throw new Error(`it unpacks to more than ${String(MAX_RATIO)} times its size`);
  return zip.openReadStreamPromise(entry);
}

async function* streamBytes(bytes: RandomBytes, start: number, end: number): AsyncGenerator<Buffer> {
  const PIECE = 256 * 1024;
  for (let at = start; at < end; at += PIECE) yield await bytes.read(at, Math.min(end, at + PIECE));
}

/** How yauzl reads. */
class BytesReader extends RandomAccessReader {
  readonly #bytes: RandomBytes;
  constructor(bytes: RandomBytes) {
    super();
    this.#bytes = bytes;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(streamBytes(this.#bytes, start, end));
  }
}

function describeDamaged(name: string, cause: unknown): HearsayError {
  const why = cause instanceof Error ? cause.message.toLowerCase() : 'it is damaged';
  return new HearsayError(
    'input.unreadable',
    `Cannot read all of ${name}`,
    `the ZIP file is damaged or cut off (${why})`,
    'what could be found in it is read; get the archive again for the rest',
    { cause },
  );
}
