import { Readable } from 'node:stream';
import { decodeBody } from '../body-encoding.ts';
import { findBlankLine, parseHeaders } from './record.ts';

/** What a server answered, as a WARC record keeps it. */
export interface HttpMessage {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** As sent: its transfer and content encodings not undone. */
  readonly body: Buffer;
}

/** An HTTP response (RFC 9112); null where the bytes are none. */
export function parseHttpMessage(bytes: Buffer): HttpMessage | null {
  const { end, next } = findBlankLine(bytes);
  const head = bytes.toString('utf8', 0, end === -1 ? bytes.length : end);
  const status = /^HTTP\/[\d.]+[ \t]+(\d{3})/u.exec(head)?.[1];
  if (status === undefined) return null;
  return {
    status: Number(status),
    headers: parseHeaders(head),
    body: next === -1 ? Buffer.alloc(0) : bytes.subarray(next),
  };
}

/**
 * The body as it was before it was sent. Programs that make archives often undo an encoding and leave the header that
 * names it: where the bytes do not fit the header, they are taken as they are.
 * @throws HearsayError `fetch.failed` for a compression that is not known; the error of zlib for a damaged one
 */
export async function openBody(message: HttpMessage, address: string): Promise<AsyncIterable<Uint8Array>> {
  const isChunked = /\bchunked\b/iu.test(message.headers.get('transfer-encoding') ?? '');
  const body = (isChunked ? joinChunked(message.body) : null) ?? message.body;
  const encoding = message.headers.get('content-encoding') ?? '';
  if (looksPlain(body, encoding)) return Readable.from([body]);
  return decodeBody(Readable.from([body]), encoding, address);
}

/** The pieces of a chunked body (RFC 9112 §7.1) joined; null where it is not chunked. One cut off gives what is there. */
function joinChunked(body: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const lineEnd = body.indexOf(0x0a, at);
    const size = /^([\da-f]{1,8})[ \t]*(?:;.*)?\r?$/iu.exec(
      body.toString('latin1', at, Math.min(lineEnd, at + 1024)),
    )?.[1];
    if (lineEnd === -1 || size === undefined) return pieces.length === 0 ? null : Buffer.concat(pieces);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    pieces.push(body.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  return Buffer.concat(pieces);
}

/** Whether a body that is said to be gzip begins otherwise, or one said to be Brotli begins as markup does. */
function looksPlain(body: Buffer, encoding: string): boolean {
  if (/gzip/iu.test(encoding)) return body[0] !== 0x1f || body[1] !== 0x8b;
  return /^\s*<(?:!doctype|html|\?xml|!--)/iu.test(body.toString('latin1', 0, 64));
}
