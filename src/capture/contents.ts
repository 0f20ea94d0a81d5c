import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';
import { listAddresses } from './addresses.ts';
import { nameBinary } from './binary.ts';
import { pipeInto } from './body-encoding.ts';
import type { Capture, CaptureResult, GivenFacts } from './capture.ts';
import { tellKind, type KindHints } from './kind.ts';
import { captureMhtml } from './mhtml.ts';
import { MAX_PAGE_BYTES, MAX_TEXT_BYTES, type CaptureOptions } from './options.ts';
import { collectBytes, peekBytes, type PeekedBytes } from './peeked-bytes.ts';
import { readSavedFacts, unwrapArchive } from './saved-page.ts';
import { captureTable } from './table.ts';
import {
  describeBinary,
  describeEmpty,
  describeTooLarge,
  describeTooLong,
  describeUnsupported,
} from './content-errors.ts';

/** The bytes of one input, and what is known of them before they are read. */
export interface Contents extends KindHints {
  readonly input: string;
  readonly bytes: PeekedBytes;
  readonly charset: string | null;
  readonly given: GivenFacts;
  readonly notes: readonly Note[];
  /** How an address in a list of addresses is captured; null where such a list is but a text. */
  readonly visit: ((address: string, input: string) => AsyncIterable<CaptureResult>) | null;
}

/**
 * The reports in the bytes of one input: one for a page or text, one a row for a table, one a line for addresses.
 * @throws HearsayError `input.*`, `page.too-long`
 */
export async function* captureContents(contents: Contents, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  try {
    const plain = isGzip(contents.bytes.head) ? await unpackGzip(contents) : contents;
    yield* capturePlain(plain, options);
  } catch (error) {
    throw isZlibError(error) ? describeDamaged(contents.input, error) : error;
  }
}

async function* capturePlain(contents: Contents, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  const { input, bytes } = contents;
  if (bytes.whole && isBlank(bytes.head)) throw describeEmpty(input);
  const binary = nameBinary(bytes.head);
  if (binary !== null) throw describeBinary(input, binary);
  const maxBytes = options.maxBytes ?? MAX_PAGE_BYTES;
  const kind = tellKind(bytes.head, bytes.whole, contents);
  switch (kind) {
    case 'table':
      for await (const row of captureTable(input, bytes, options.columns ?? {}, maxBytes)) {
        yield 'error' in row ? row : completeCapture(row, contents);
      }
      return;
    case 'html':
    case 'mhtml': {
      const all = await collectBytes(bytes.all, maxBytes, () => describeTooLarge(input, maxBytes));
      const capture = kind === 'html' ? makeCapture(contents, 'html', all) : captureMhtml(input, all);
      yield completeCapture(capture, contents);
      return;
    }
    case 'text':
    case 'markdown':
    case 'addresses': {
      const all = await collectBytes(bytes.all, MAX_TEXT_BYTES, () => describeTooLong(input));
      if (isBlank(all)) throw describeEmpty(input);
      const addresses = kind === 'addresses' && contents.visit !== null ? listAddresses(all) : null;
      if (addresses === null)
        yield completeCapture(makeCapture(contents, kind === 'markdown' ? kind : 'text', all), contents);
      else for (const { address, line } of addresses) yield* visitAddress(contents, address, line);
      return;
    }
    case 'json':
    case 'csv':
    case 'feed':
    case 'xml':
    case 'warc':
      throw describeUnsupported(input, kind);
  }
}

/** A line of a list of addresses; one that fails does not stop the others. */
async function* visitAddress(contents: Contents, address: string, line: number): AsyncGenerator<CaptureResult> {
  const input = `${contents.input}:${String(line)}`;
  try {
    if (contents.visit !== null) yield* contents.visit(address, input);
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    yield { input, error };
  }
}

function makeCapture(contents: Contents, kind: Capture['kind'], bytes: Uint8Array): Capture {
  return { input: contents.input, kind, bytes, charset: contents.charset, given: {} };
}

/**
 * The capture with what its source knows (the address it was fetched from) and what the page records of itself. The
 * first wins: a page on the web cannot pass itself off as one of another address.
 */
function completeCapture(capture: Capture, contents: Contents): Capture {
  const recorded: GivenFacts = { ...capture.given };
  const saved = capture.kind === 'html' && contents.given.url === undefined ? readSavedFacts(capture.bytes) : null;
  const facts: GivenFacts = {
    ...(saved?.url == null ? {} : { url: saved.url }),
    ...(saved?.captured == null ? {} : { captured: saved.captured }),
    ...recorded,
    ...contents.given,
  };
  const { given, notes } = unwrapArchive(facts);
  const all = [...contents.notes, ...(capture.notes ?? []), ...notes];
  return { ...capture, given, ...(all.length === 0 ? {} : { notes: all }) };
}

/** White space only, after a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  const mark = [
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
  ].find((bom) => bom.every((byte, i) => bytes[i] === byte));
  return bytes.subarray(mark?.length ?? 0).every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

async function unpackGzip(contents: Contents): Promise<Contents> {
  const unpacked = pipeInto(Readable.from(contents.bytes.all), createGunzip());
  return { ...contents, name: contents.name?.replace(/\.gz$/iu, '') ?? null, bytes: await peekBytes(unpacked) };
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function describeDamaged(input: string, cause: unknown): HearsayError {
  return new HearsayError(
    'input.unreadable',
    `Cannot read all of ${input}`,
    'its compressed data is damaged or cut off',
    'get the file again',
    { cause },
  );
}
