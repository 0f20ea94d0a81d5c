import { constants, crc32, createInflateRaw, inflateRawSync, type InflateRaw } from 'node:zlib';
import type { ByteReader } from '../byte-reader.ts';

/** One gzip member of a compressed WARC file: by the standard one record. */
export interface Member {
  /** Where it begins in the compressed file. */
  readonly offset: number;
  /** What it unpacks to. To be read to its end or to its error before the next member is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The compressed data of a member cannot be read on. The member after it can be looked for. */
export class DamagedMember extends Error {}

/** Taken at a time: it unpacks to 16 MiB at most. */
const PIECE = 16 * 1024;
const MAX_HEADER = 4096;
const TRAILER = 8;
/** Compressed bytes of one member that are kept, to look through for the next member where this one is damaged. */
const KEPT = 64 * 2 ** 20;
/** A member may unpack to this much whatever its size, … */
const FREE_BYTES = 64 * 2 ** 20;
/** … and beyond it to so many times its own size. Pages reach 20; what deflate can do at most, as bombs do, is 1,032. */
const MAX_RATIO = 200;

/**
 * The members of a gzip file one by one, in memory of one member's compressed bytes. After a damaged one it goes on
 * with the next that begins with a WARC record.
 */
export async function* splitMembers(reader: ByteReader): AsyncGenerator<Member> {
  while ((await reader.peek(1)).length > 0) {
    const outcome = { damaged: false };
    yield openMember(reader, outcome);
    if (outcome.damaged) await seekMember(reader);
  }
}

/** The members with WARC records that stand anywhere in other data: in a ZIP file that lost its table of contents. */
export async function* salvageMembers(reader: ByteReader): AsyncGenerator<Member> {
  for (await seekMember(reader); (await reader.peek(1)).length > 0; await seekMember(reader))
    yield openMember(reader, { damaged: false });
}

function openMember(reader: ByteReader, outcome: { damaged: boolean }): Member {
  const unpacked = unpackMember(reader, outcome);
  // An iterator that cannot be closed early: whoever stops reading stops at an error or at the end.
  return { offset: reader.position, bytes: { [Symbol.asyncIterator]: () => ({ next: () => unpacked.next() }) } };
}

async function* unpackMember(reader: ByteReader, outcome: { damaged: boolean }): AsyncGenerator<Uint8Array> {
  const start = reader.position;
  const taken: Buffer[] = [];
  let end = start; // of what is in `taken`; the reader may stand before it, where some was put back
  const untakeFrom = (offset: number): void => {
    const all = Buffer.concat(taken);
    const first = end - all.length;
    reader.untake([all.subarray(Math.max(0, offset - first), reader.position - first)]);
  };
  const inflate = createInflateRaw();
  try {
    const headerLength = readHeaderLength(await reader.peek(MAX_HEADER));
    if (headerLength === null) throw new DamagedMember('it does not begin as gzip does');
    taken.push(await reader.peek(headerLength));
    end += await reader.skip(headerLength);
    let [supplied, length, crc] = [0, 0, 0];
    // Ends where the data says that it ends: then some of what was supplied is not used.
    while (inflate.bytesWritten === supplied) {
      const piece = await reader.take(PIECE);
      if (piece === null) throw new DamagedMember('it is cut off');
      taken.push(piece);
      end += piece.length;
      if (reader.position - start > KEPT) taken.shift();
      supplied += piece.length;
      for (const chunk of await inflatePiece(inflate, piece)) {
        crc = crc32(chunk, crc);
        length += chunk.length;
        yield chunk;
      }
      if (length > FREE_BYTES && length > MAX_RATIO * supplied)
        throw new DamagedMember(`it unpacks to more than ${String(MAX_RATIO)} times its size`);
    }
    untakeFrom(start + headerLength + inflate.bytesWritten);
    const trailer = await reader.peek(TRAILER);
    if (trailer.length < TRAILER) throw new DamagedMember('it is cut off');
    if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== length % 2 ** 32)
      throw new DamagedMember('its checksum does not fit');
    await reader.skip(TRAILER);
  } catch (error) {
    outcome.damaged = true;
    untakeFrom(start + 1);
    throw asDamage(error);
  } finally {
    inflate.destroy();
  }
}

/** What `piece` unpacks to, after the pieces before it. */
function inflatePiece(inflate: InflateRaw, piece: Buffer): Promise<readonly Buffer[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const collect = (chunk: Buffer): void => void chunks.push(chunk);
    inflate.on('data', collect).once('error', reject);
    inflate.write(piece, () => {
      while (inflate.read() !== null); // what is not handed out yet; 'data' collects it
      inflate.off('data', collect).off('error', reject);
      resolve(chunks);
    });
  });
}

/** A fault of the data as one; what else went wrong (the disk, a stop by the user) as it is. */
function asDamage(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('Z_')) return error;
  return new DamagedMember('its compressed data is damaged', { cause: error });
}

/** How long the header of a member is (RFC 1952 §2.3), or null where `head` begins with none. */
function readHeaderLength(head: Buffer): number | null {
  const flags = head[3] ?? 0xff;
  if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8 || (flags & 0xe0) !== 0 || head.length < 10) return null;
  let at = 10;
  if (flags & 4) at += 2 + (head.length >= 12 ? head.readUInt16LE(10) : head.length);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue; // no file name, no comment
    const end = head.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at < head.length ? at : null;
}

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
/** The beginning of a member may stand in other data by chance, or a thousand times by malice. */
const MAX_TRIALS = 10_000;
const WINDOW = 64 * 1024;

/** Moves on to the next member that begins with a WARC record, or to the end. */
async function seekMember(reader: ByteReader): Promise<void> {
  for (let trials = 0; trials < MAX_TRIALS;) {
    const window = await reader.peek(WINDOW);
    const at = window.indexOf(MAGIC);
    if (at === -1) {
      if (window.length < WINDOW) break;
      await reader.skip(window.length - MAGIC.length + 1);
      continue;
    }
    await reader.skip(at);
    if (tellMember(await reader.peek(HEAD)) === 'record') return;
    await reader.skip(1);
    trials++;
  }
  await reader.skip(Number.POSITIVE_INFINITY);
}

const HEAD = 4096;

/** What the beginning of a gzip member unpacks to: a WARC record, something else, or nothing. */
export function tellMember(head: Buffer): 'record' | 'other' | 'damaged' {
  const headerLength = readHeaderLength(head);
  if (headerLength === null) return 'damaged';
  try {
    const start = inflateRawSync(head.subarray(headerLength, HEAD), { finishFlush: constants.Z_SYNC_FLUSH });
    return /^WARC\/[01]/u.test(start.toString('latin1', 0, 6)) ? 'record' : 'other';
  } catch {
    return 'damaged';
  }
}
