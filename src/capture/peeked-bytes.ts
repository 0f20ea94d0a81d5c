import type { HearsayError } from '../base/error.ts';

/** As much as is looked at to tell what a stream holds. */
const HEAD_BYTES = 64 * 1024;

/** A stream of bytes whose beginning has been looked at. */
export interface PeekedBytes {
  /** The first 64 KiB, or all where there is less. */
  readonly head: Uint8Array;
  /** Whether `head` is all there is. */
  readonly whole: boolean;
  /** The whole stream, head included. May be read once. */
  readonly all: AsyncIterable<Uint8Array>;
}

export async function peekBytes(stream: AsyncIterable<Uint8Array | string>): Promise<PeekedBytes> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  while (length < HEAD_BYTES && !whole) {
    const next = await iterator.next();
    if (next.done === true) whole = true;
    else {
      const chunk = asBytes(next.value);
      first.push(chunk);
      length += chunk.length;
    }
  }
  const head = first.length === 1 && first[0] !== undefined ? first[0] : Buffer.concat(first);
  const isAll = whole && head.length <= HEAD_BYTES;
  return { head: head.subarray(0, HEAD_BYTES), whole: isAll, all: readAll(head, whole, iterator) };
}

async function* readAll(
  head: Uint8Array,
  whole: boolean,
  iterator: AsyncIterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  let open = !whole;
  try {
    yield head;
    while (open) {
      const next = await iterator.next();
      if (next.done === true) open = false;
      else yield asBytes(next.value);
    }
  } finally {
    if (open) await iterator.return?.();
  }
}

/** All bytes of a stream, or `tooLarge` thrown as soon as there are more than `limit`. */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  tooLarge: () => HearsayError,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length);
}

function asBytes(chunk: Uint8Array | string): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
}
