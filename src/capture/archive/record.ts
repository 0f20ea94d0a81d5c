import type { ByteReader } from '../byte-reader.ts';

/** The head of a WARC record (ISO 28500). Its block, `length` bytes, is what the reader gives next. */
export interface RecordHead {
  /** `urn:uuid:…` without its angle brackets. */
  readonly id: string;
  /** `response`, `resource`, `conversion`, `revisit`, … lower case. */
  readonly type: string;
  /** The address that was asked for, or null. */
  readonly target: string | null;
  /** ISO 8601 in UTC, or null. */
  readonly date: string | null;
  /** Of the block in bytes. */
  readonly length: number;
  /** All headers by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What stands here is no record. */
export class DamagedRecord extends Error {}

const MAX_HEAD = 64 * 1024;

/**
 * The head of the record here, blank lines before it apart; null at the end of the stream.
 * @throws DamagedRecord
 */
export async function readRecordHead(reader: ByteReader): Promise<RecordHead | null> {
  for (let next = await reader.peek(1); next[0] === 0x0d || next[0] === 0x0a; next = await reader.peek(1))
    await reader.skip(1);
  const start = await reader.peek(5);
  if (start.length === 0) return null;
  if (start.toString('latin1') !== 'WARC/') throw new DamagedRecord('no record begins here');
  const text = await takeHead(reader);
  const headers = parseHeaders(text);
  const length = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(length)) throw new DamagedRecord('it does not say how long it is');
  return {
    id: unwrap(headers.get('warc-record-id')) ?? `byte-${String(reader.position)}`,
    type: (headers.get('warc-type') ?? '').toLowerCase(),
    target: unwrap(headers.get('warc-target-uri')),
    date: headers.get('warc-date') ?? null,
    length: Number(length),
    headers,
  };
}

/** A block of headers up to its blank line, taken from the reader. */
async function takeHead(reader: ByteReader): Promise<string> {
  for (let size = 2048; ; size *= 4) {
    const head = await reader.peek(Math.min(size, MAX_HEAD));
    const { end, next } = findBlankLine(head);
    if (next !== -1) {
      await reader.skip(next);
      return head.toString('utf8', 0, end);
    }
    if (head.length < size || size >= MAX_HEAD) throw new DamagedRecord('its head does not end');
  }
}

/** Where a block of headers ends and what follows it begins; −1 where `bytes` holds no blank line. */
export function findBlankLine(bytes: Buffer): { readonly end: number; readonly next: number } {
  const strict = bytes.indexOf('\r\n\r\n');
  const loose = bytes.indexOf('\n\n');
  if (strict !== -1 && (loose === -1 || strict < loose)) return { end: strict, next: strict + 4 };
  return { end: loose, next: loose === -1 ? -1 : loose + 2 };
}

/** Headers by lower-case name; of several with one name the first. A line that begins with white space goes on. */
export function parseHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replaceAll(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/u.exec(line) ?? [];
    if (name !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

function unwrap(value: string | undefined): string | null {
  return value?.replace(/^<(.*)>$/u, '$1') ?? null;
}

const NEXT_RECORD = Buffer.from('\nWARC/1');
const WINDOW = 64 * 1024;

/** Moves on to what looks like the next record, or to the end. */
export async function seekRecord(reader: ByteReader): Promise<void> {
  await reader.skip(1);
  for (;;) {
    const window = await reader.peek(WINDOW);
    const at = window.indexOf(NEXT_RECORD);
    if (at !== -1) {
      await reader.skip(at + 1);
      return;
    }
    await reader.skip(window.length < WINDOW ? WINDOW : WINDOW - NEXT_RECORD.length);
    if (window.length < WINDOW) return;
  }
}
