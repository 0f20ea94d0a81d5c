import { HearsayError } from '../../base/error.ts';
import type { Note } from '../../base/note.ts';
import { nameBinary } from '../binary.ts';
import { ByteReader } from '../byte-reader.ts';
import type { Capture, CaptureFailure, CaptureResult } from '../capture.ts';
import { describeTooLarge } from '../content-errors.ts';
import { readContentType } from '../content-type.ts';
import { tellKind } from '../kind.ts';
import { collectBytes } from '../peeked-bytes.ts';
import type { Skipped } from '../skipped.ts';
import { openBody, parseHttpMessage, type HttpMessage } from './http-message.ts';
import { DamagedMember, salvageMembers, splitMembers, type Member } from './members.ts';
import type { PageList } from './page-list.ts';
import { DamagedRecord, readRecordHead, seekRecord, type RecordHead } from './record.ts';

export interface WarcOptions {
  /** Of one page, as sent and as decompressed. */
  readonly maxBytes: number;
  /** The pages that the archive lists; null: each page is one. */
  readonly pages: PageList | null;
}

/** What was found in one record; null: it holds nothing that could be a report. */
type Found = CaptureResult | Skipped | null;

/**
 * The pages in a WARC file (ISO 28500), plain or gzip, in memory of one record, each under `INPUT#<record id>`. A
 * damaged record is a failure in its place and the rest is read; what is no page is told as skipped.
 */
export async function* captureWarc(
  input: string,
  stream: AsyncIterable<Uint8Array>,
  options: WarcOptions,
): AsyncGenerator<CaptureResult | Skipped> {
  const reader = new ByteReader(stream);
  const read = makeRecordReader(options);
  if ((await reader.peek(5)).toString('latin1') === 'WARC/') yield* readSection(input, { offset: 0, reader }, read);
  else yield* readMembers(input, splitMembers(reader), read);
}

/** The pages of gzip records that stand anywhere in other data (a ZIP file that was cut off). */
export async function* salvageWarc(
  input: string,
  stream: AsyncIterable<Uint8Array>,
  options: WarcOptions,
): AsyncGenerator<CaptureResult | Skipped> {
  yield* readMembers(input, salvageMembers(new ByteReader(stream)), makeRecordReader(options));
}

async function* readMembers(
  input: string,
  members: AsyncIterable<Member>,
  read: RecordReader,
): AsyncGenerator<CaptureResult | Skipped> {
  for await (const { offset, bytes } of members)
    yield* readSection(input, { offset, reader: new ByteReader(bytes) }, read);
}

/** One stretch of records: a gzip member, or a whole file that is not compressed. */
interface Section {
  readonly offset: number;
  readonly reader: ByteReader;
}

async function* readSection(
  input: string,
  { offset, reader }: Section,
  read: RecordReader,
): AsyncGenerator<CaptureResult | Skipped> {
  let name = `${input}#byte-${String(offset)}`;
  let held: Found = null; // until what follows shows that it was whole: a member's checksum stands at its end
  for (;;) {
    try {
      const { head, damage } = await findRecord(reader);
      if (held !== null) yield held;
      held = null;
      if (damage !== null) yield describeDamaged(`${input}#byte-${String(offset + damage.at)}`, damage.error);
      if (head === null) return;
      name = `${input}#${head.id}`;
      held = await read(name, head, reader);
    } catch (error) {
      if (!(error instanceof DamagedMember || error instanceof DamagedRecord)) throw error;
      held = describeDamaged(name, error);
      if (error instanceof DamagedRecord) continue; // what comes after it can be read
      yield held;
      return;
    }
  }
}

/** The head of the next record, and what stands before it and is none. */
async function findRecord(
  reader: ByteReader,
): Promise<{ head: RecordHead | null; damage: { readonly at: number; readonly error: DamagedRecord } | null }> {
  let damage = null;
  for (;;) {
    const at = reader.position;
    try {
      return { head: await readRecordHead(reader), damage };
    } catch (error) {
      if (!(error instanceof DamagedRecord)) throw error;
      damage ??= { at, error };
      await seekRecord(reader);
    }
  }
}

type RecordReader = (name: string, head: RecordHead, reader: ByteReader) => Promise<Found>;

function makeRecordReader(options: WarcOptions): RecordReader {
  const pages = new Set<string>(); // ids of the pages read, since a file may hold their text as well
  return async (name, head, reader) => {
    const end = reader.position + head.length;
    const found = await readBlock(name, head, reader, options);
    const left = end - reader.position;
    if ((await reader.skip(left)) < left) throw new DamagedRecord('it is cut off');
    if (head.type === 'conversion' && pages.has(head.headers.get('warc-refers-to')?.slice(1, -1) ?? '')) return null;
    if (found !== null && 'kind' in found && head.type === 'response') pages.add(head.id);
    return found;
  };
}

/** Records about other records, and the questions that the answers belong to. */
const SILENT = new Set(['warcinfo', 'request', 'metadata']);
const MAX_HTTP_HEAD = 64 * 1024;

async function readBlock(name: string, head: RecordHead, reader: ByteReader, options: WarcOptions): Promise<Found> {
  const { target, type } = head;
  if (SILENT.has(type) || target === null || !/^https?:\/\//iu.test(target)) return null;
  const skip = (why: string): Skipped => ({ what: name, skipped: why });
  if (type === 'revisit') return skip('revisits that hold no page of their own');
  if (type !== 'response' && type !== 'resource' && type !== 'conversion') return skip(`records of type ${type}`);
  const message: HttpMessage | null =
    type === 'response'
      ? parseHttpMessage(await reader.peek(Math.min(head.length, MAX_HTTP_HEAD)))
      : {
          status: 200,
          headers: new Map([['content-type', head.headers.get('content-type') ?? '']]),
          body: Buffer.alloc(0),
        };
  if (message === null) return skip('answers that are no HTTP');
  const why = tellSkipped(message, target, type, options.pages);
  if (why !== null) return skip(why);
  // Base64 and the like aside, a body is sent no larger than it is.
  if (head.length > options.maxBytes + MAX_HTTP_HEAD)
    return { input: name, error: describeTooLarge(name, options.maxBytes) };
  const block = await takeBlock(reader, head.length);
  const whole = type === 'response' ? parseHttpMessage(block) : { ...message, body: block };
  return whole === null ? skip('answers that are no HTTP') : readPage(name, head, whole, options);
}

/** Text that sites serve to programs. */
const SITE_FILE = /^\/(?:\.well-known\/.*|robots|ads|app-ads|llms|llms-full|humans|security)(?:\.txt)?$/iu;

function tellSkipped(message: HttpMessage, target: string, type: string, pages: PageList | null): string | null {
  const { status, headers } = message;
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== undefined) pages?.addRedirect(target, location);
  if (status !== 200 && status !== 203) return `status ${String(status)}`;
  const mime = readContentType(headers.get('content-type') ?? '').type;
  if (mime !== null && !/^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)$/u.test(mime)) return mime;
  if (type === 'response' && mime === 'text/plain' && URL.canParse(target) && SITE_FILE.test(new URL(target).pathname))
    return 'files for programs (robots.txt and its like)';
  return pages === null || pages.has(target) ? null : 'parts of pages, which the archive does not list as pages';
}

async function takeBlock(reader: ByteReader, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let left = length; left > 0;) {
    const piece = await reader.take(left);
    if (piece === null) throw new DamagedRecord('it is cut off');
    pieces.push(piece);
    left -= piece.length;
  }
  return Buffer.concat(pieces);
}

async function readPage(name: string, head: RecordHead, message: HttpMessage, options: WarcOptions): Promise<Found> {
  const { maxBytes } = options;
  const target = head.target ?? '';
  const type = readContentType(message.headers.get('content-type') ?? '');
  try {
    const body = await openBody(message, target);
    const bytes = Buffer.from(await collectBytes(body, maxBytes, () => describeTooLarge(name, maxBytes)));
    const kind = tellPageKind(bytes, target, type.type);
    if (kind.kind === null) return { what: name, skipped: kind.why };
    const truncated = head.headers.get('warc-truncated');
    return {
      input: name,
      kind: kind.kind,
      bytes,
      charset: type.charset,
      given: { url: target, ...(head.date === null ? {} : { captured: head.date }) },
      ...(truncated === undefined ? {} : { notes: [truncatedNote(name, truncated)] }),
    };
  } catch (error) {
    if (error instanceof HearsayError && error.code === 'input.too-large') return { input: name, error };
    const why = error instanceof HearsayError ? error.why : 'its compressed body is damaged or cut off';
    return describeDamaged(name, new DamagedRecord(why, { cause: error }));
  }
}

const HEAD = 64 * 1024;

function tellPageKind(
  bytes: Buffer,
  target: string,
  type: string | null,
): { readonly kind: Capture['kind'] } | { readonly kind: null; readonly why: string } {
  const head = bytes.subarray(0, HEAD);
  if (head.toString('latin1').trim() === '') return { kind: null, why: 'empty' };
  const binary = nameBinary(head);
  if (binary !== null) return { kind: null, why: `with ${binary}` };
  const name = URL.canParse(target) ? (new URL(target).pathname.split('/').pop() ?? null) : null;
  const kind = tellKind(head, bytes.length <= HEAD, { name, type });
  if (kind === 'html' || kind === 'markdown') return { kind };
  if (kind === 'text') return { kind: type?.includes('html') === true ? 'html' : kind };
  return { kind: null, why: `of kind ${kind}` };
}

function describeDamaged(name: string, cause: Error): CaptureFailure {
  const error = new HearsayError(
    'input.unreadable',
    `Cannot read the record ${name}`,
    cause.message,
    'the other records are read; get the archive again for this one',
    { cause },
  );
  return { input: name, error };
}

function truncatedNote(name: string, why: string): Note {
  return { code: 'capture.truncated', what: `${name} was cut off when it was archived (${why}).`, span: null };
}
