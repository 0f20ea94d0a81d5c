import { readUtf16 } from './text-head.ts';

/** One line of a table: its number from 1, and its bytes without the line feed; null where it is over the limit. */
export interface TableLine {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 0x0a;
/** A line that goes on for so many limits more is no line: the rest of the stream is given up. */
const GIVE_UP_AFTER = 16;

/**
 * The lines of a stream, split at \n and nothing else (a raw U+2028 is text), in memory of one line. A line over
 * `limit` bytes comes without them; where it never ends, it is the last.
 */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<TableLine> {
  let number = 1;
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      length += at - from;
      yield { number, bytes: length > limit ? null : joinChunks(held, chunk.subarray(from, at)) };
      number++;
      held = [];
      length = 0;
      from = at + 1;
    }
    length += chunk.length - from;
    if (length > limit) held = [];
    else if (from < chunk.length) held.push(chunk.subarray(from));
    if (length > limit * GIVE_UP_AFTER) break;
  }
  if (length > 0) yield { number, bytes: length > limit ? null : joinChunks(held, new Uint8Array()) };
}

function joinChunks(held: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  return held.length === 0 ? last : Buffer.concat([...held, last]);
}

/** A stream of UTF-16 (as PowerShell writes tables) as UTF-8; every other stream as it is. */
export async function* asUtf8(stream: AsyncIterable<Uint8Array>, head: Uint8Array): AsyncGenerator<Uint8Array> {
  const utf16 = readUtf16(head);
  if (utf16 === null) {
    yield* stream;
    return;
  }
  const decoder = new TextDecoder(utf16);
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}
