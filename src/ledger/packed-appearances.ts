import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Reading } from '../reading/reading.ts';
import { areFound, findAppearances, keepFound, type Appearance } from './appearances.ts';

/** The fastest: what is packed is made again with the derived tables, and weighs less than the reading. */
const PARAMS = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** What appears in a reading, as bytes: to find it takes ten times as long as to unpack it. */
export function packAppearances(reading: Reading): Uint8Array {
  return brotliCompressSync(JSON.stringify(findAppearances(reading)), PARAMS);
}

/** Lets `findAppearances` know what was packed of this very reading; where nothing was, it finds it itself. */
export async function recallAppearances(reading: Reading, load: () => Promise<Uint8Array | null>): Promise<void> {
  if (areFound(reading)) return;
  const packed = await load();
  if (packed !== null) keepFound(reading, JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Appearance[]);
}
