import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { HearsayError } from '../base/error.ts';
import { peekBytes } from './peeked-bytes.ts';

/** More layers than any server sends in good faith. */
const MAX_LAYERS = 3;

/**
 * A body with its `Content-Encoding` undone, as a stream: the caller stops reading where there is too much.
 * @throws HearsayError `fetch.failed` for an encoding that is not known
 */
export async function decodeBody(
  body: Readable,
  encoding: string,
  address: string,
): Promise<AsyncIterable<Uint8Array>> {
  const layers = encoding
    .split(',')
    .map((layer) => layer.trim().toLowerCase())
    .filter((layer) => layer !== '' && layer !== 'identity');
  if (layers.length > MAX_LAYERS) throw describeUnknown(address, `${String(layers.length)} layers of compression`);
  let stream: Readable = body;
  // The last one named was applied last.
  for (const layer of layers.reverse()) stream = await undoLayer(stream, layer, address);
  return stream;
}

async function undoLayer(stream: Readable, layer: string, address: string): Promise<Readable> {
  if (layer === 'gzip' || layer === 'x-gzip') return pipeInto(stream, createGunzip());
  if (layer === 'br') return pipeInto(stream, createBrotliDecompress());
  if (layer !== 'deflate') throw describeUnknown(address, `the compression "${layer}"`);
  // RFC 9110 means zlib; some servers send bare deflate. A zlib stream starts with 8 in the low half of its first byte.
  const { head, all } = await peekBytes(stream);
  const isZlib = ((head[0] ?? 0) & 0x0f) === 8;
  return pipeInto(Readable.from(all), isZlib ? createInflate() : createInflateRaw());
}

/** `stream` through `transform`; what goes wrong in either is thrown where the result is read. */
export function pipeInto(stream: Readable, transform: Transform): Readable {
  pipeline(stream, transform, () => undefined);
  return transform;
}

function describeUnknown(address: string, what: string): HearsayError {
  return new HearsayError(
    'fetch.failed',
    `Cannot read what is at ${address}`,
    `the server sent ${what}, which Hearsay did not ask for`,
    'save the page from a browser',
  );
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}
