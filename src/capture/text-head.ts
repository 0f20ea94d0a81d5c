export type Utf16 = 'utf-16le' | 'utf-16be';

/** As many pairs as tell UTF-16 without a byte order mark from binary data. */
const SAMPLE_PAIRS = 2048;

/** Which UTF-16 the bytes are, by their byte order mark or, in mostly Latin text, by where the zeros stand; else null. */
export function readUtf16(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(SAMPLE_PAIRS, bytes.length >> 1);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) evenZeros++;
    if (bytes[2 * i + 1] === 0) oddZeros++;
  }
  if (pairs < 8) return null;
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.05) return 'utf-16le';
  if (evenZeros > pairs * 0.7 && oddZeros < pairs * 0.05) return 'utf-16be';
  return null;
}

/**
 * The beginning of a file as text, to tell its kind by: markup and column names are ASCII in every charset but UTF-16,
 * so what is no UTF-8 may stay garbled here. The page stage decodes in earnest.
 */
export function decodeHead(head: Uint8Array): string {
  return new TextDecoder(readUtf16(head) ?? 'utf-8').decode(head);
}
