import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, brotliDecompressSync, constants } from 'node:zlib';
import { hashBytes } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import type { Queries } from './store/store.ts';

/** Bytes under their own hash, compressed: what is the same is kept once. */
export interface Blob {
  readonly sha256: string;
  /** Before compression. */
  readonly size: number;
  readonly codec: 'brotli';
  readonly bytes: Uint8Array;
}

/** Of the codecs in every Node from 20.19 on, the smallest at a cost of a few ms a page (decision 0008). */
const QUALITY = 5;
const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

export async function makeBlob(content: Uint8Array | string): Promise<Blob> {
  const plain = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return { sha256: hashBytes(plain), size: plain.length, codec: 'brotli', bytes: await compress(plain, { params }) };
}

/** Writes what is not there yet. */
export async function putBlobs(queries: Queries, blobs: readonly Blob[]): Promise<void> {
  for (const { sha256, size, codec, bytes } of blobs)
    await queries.run('INSERT INTO blobs (sha256, size, codec, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [
      sha256,
      size,
      codec,
      bytes,
    ]);
}

/** @throws HearsayError `ledger.damaged` where the bytes are not there, or not those that the hash is of */
export async function getBlob(queries: Queries, sha256: string): Promise<Uint8Array> {
  const [row] = await queries.all<{ bytes: Uint8Array; size: number }>(
    'SELECT bytes, size FROM blobs WHERE sha256 = ?',
    [sha256],
  );
  if (row === undefined) throw describeDamage(sha256, 'they are not there');
  return openBlob(sha256, row.bytes, row.size);
}

/** Bytes up to here, before compression, are opened at once: a turn of another thread takes longer, and lets all others who ask go before. */
const SMALL = 2 ** 20;

export async function openBlob(sha256: string, bytes: Uint8Array, size: number): Promise<Uint8Array> {
  const options = { maxOutputLength: Math.max(size, 1) };
  const plain = size > SMALL ? await decompress(bytes, options).catch(() => null) : openSmall(bytes, options);
  if (plain === null || hashBytes(plain) !== sha256) throw describeDamage(sha256, 'they have changed');
  return plain;
}

function openSmall(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array | null {
  try {
    return brotliDecompressSync(bytes, options);
  } catch {
    return null; // the caller says which
  }
}

export async function getText(queries: Queries, sha256: string): Promise<string> {
  return Buffer.from(await getBlob(queries, sha256)).toString('utf8');
}

function describeDamage(sha256: string, why: string): HearsayError {
  return new HearsayError(
    'ledger.damaged',
    `The ledger has lost the bytes ${sha256.slice(0, 12)}…`,
    why,
    'restore the ledger from a copy; `hearsay doctor` lists what is damaged',
  );
}
