import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HearsayError } from '../base/error.ts';
import { listAddresses } from './addresses.ts';
import { tellMember } from './archive/members.ts';
import { nameBinary } from './binary.ts';
import { isGzip, pipeInto } from './body-encoding.ts';
import type { Capture, CaptureResult, GivenFacts } from './capture.ts';
import type * as Containers from './containers.ts';
import type { Contents } from './contents.ts';
import { startJourney } from './journey.ts';
import { tellKind, type ContentKind } from './kind.ts';
import { captureMhtml } from './mhtml.ts';
import { MAX_PAGE_BYTES, MAX_TEXT_BYTES, type CaptureOptions } from './options.ts';
import { collectBytes, peekBytes } from './peeked-bytes.ts';
import { readSavedFacts, unwrapArchive } from './saved-page.ts';
import { captureTable } from './table.ts';
import {
  describeBinary,
  describeEmpty,
  describeTooLarge,
  describeTooLong,
  describeUnsupported,
} from './content-errors.ts';

/**
 * The reports in the bytes of one input: one for a page or text, one a row for a table, one a line for addresses, one
 * for each page of an archive, each entry of a feed, each page of a sitemap.
 * @throws HearsayError `input.*`, `page.too-long`
 */
export async function* captureContents(contents: Contents, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  try {
    if (isWarcGzip(contents)) yield* completeEach((await openContainers()).captureArchive(contents, options), contents);
    else if (isGzip(contents.bytes.head)) yield* capturePlain(await unpackGzip(contents), options);
    else yield* capturePlain(contents, options);
  } catch (error) {
    throw isZlibError(error) ? describeDamaged(contents.input, error) : error;
  }
}

/** What reads archives, tables by column and feeds, with its libraries: loaded for an input that is one. */
function openContainers(): Promise<typeof Containers> {
  return import('./containers.ts');
}

async function* capturePlain(contents: Contents, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  const { input, bytes } = contents;
  if (bytes.whole && isBlank(bytes.head)) throw describeEmpty(input);
  const start = Buffer.from(bytes.head.subarray(0, 4)).toString('latin1');
  if (start === 'PAR1') {
    yield* completeEach((await openContainers()).captureColumns(contents, options), contents);
    return;
  }
  if (start === 'PK\x03\x04') {
    const { openArchive, captureZip } = await openContainers();
    const archive = await openArchive(contents);
    if (archive !== null) {
      yield* completeEach(captureZip(contents, archive, options), contents);
      return;
    }
  }
  const binary = nameBinary(bytes.head);
  if (binary !== null) throw describeBinary(input, binary);
  const columns = options.columns ?? {};
  const kind = tellKind(bytes.head, bytes.whole, {
    ...contents,
    bodies: [columns.text ?? 'text', columns.html ?? 'html'],
  });
  yield* captureKind(kind, contents, options);
}

async function* captureKind(
  kind: ContentKind,
  contents: Contents,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  const { input, bytes, charset } = contents;
  const maxBytes = options.maxBytes ?? MAX_PAGE_BYTES;
  const columns = options.columns ?? {};
  switch (kind) {
    case 'table':
      yield* completeEach(captureTable(input, bytes, columns, maxBytes), contents);
      return;
    case 'csv': {
      const { captureCsv } = await import('./csv.ts');
      yield* completeEach(captureCsv(input, bytes, { charset, columns, maxRowBytes: maxBytes }), contents);
      return;
    }
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
      const addresses = kind === 'addresses' && contents.journey.lists ? listAddresses(all) : null;
      if (addresses === null)
        yield completeCapture(makeCapture(contents, kind === 'markdown' ? kind : 'text', all), contents);
      else {
        const { visitEntry } = await import('./feed/capture-feed.ts');
        for (const { address, line } of addresses)
          yield* visitEntry(`${input}:${String(line)}`, address, startJourney(contents.journey.visit, false));
      }
      return;
    }
    case 'feed':
    case 'json-feed':
    case 'sitemap':
      yield* completeEach((await openContainers()).captureLinks(kind, contents, options), contents);
      return;
    case 'warc':
      yield* completeEach((await openContainers()).captureArchive(contents, options), contents);
      return;
    case 'json':
    case 'xml':
      throw describeUnsupported(input, kind);
  }
}

function makeCapture(contents: Contents, kind: Capture['kind'], bytes: Uint8Array): Capture {
  return { input: contents.input, kind, bytes, charset: contents.charset, given: {} };
}

/**
 * The capture with what its source knows (the address it was fetched from) and what the page records of itself. The
 * first wins: a page on the web cannot pass itself off as one of another address.
 */
function completeCapture(capture: Capture, source: Pick<Contents, 'given' | 'notes'>): Capture {
  const isUnnamed = source.given.url === undefined && capture.given.url === undefined;
  const saved = capture.kind === 'html' && isUnnamed ? readSavedFacts(capture.bytes) : null;
  const facts: GivenFacts = {
    ...(saved?.url == null ? {} : { url: saved.url }),
    ...(saved?.captured == null ? {} : { captured: saved.captured }),
    ...capture.given,
    ...source.given,
  };
  const { given, notes } = unwrapArchive(facts);
  const all = [...source.notes, ...(capture.notes ?? []), ...notes];
  return { ...capture, given, ...(all.length === 0 ? {} : { notes: all }) };
}

/** Reports that an input holds many of: each tells its own address and time, and not those of the input. */
async function* completeEach(
  results: AsyncIterable<CaptureResult>,
  { notes }: Contents,
): AsyncGenerator<CaptureResult> {
  for await (const result of results) yield 'error' in result ? result : completeCapture(result, { given: {}, notes });
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

/** Whether it is a WARC file of gzip members; one whose beginning is damaged is told by its name. */
function isWarcGzip({ bytes, name }: Contents): boolean {
  const head = Buffer.from(bytes.head.buffer, bytes.head.byteOffset, bytes.head.byteLength);
  const told = tellMember(head);
  return told === 'record' || (told === 'damaged' && /\.warc\.gz$/iu.test(name ?? '') && nameBinary(head) !== null);
}

async function unpackGzip(contents: Contents): Promise<Contents> {
  const unpacked = pipeInto(Readable.from(contents.bytes.all), createGunzip());
  return {
    ...contents,
    name: contents.name?.replace(/\.gz$/iu, '') ?? null,
    bytes: await peekBytes(unpacked),
    open: null,
  };
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
