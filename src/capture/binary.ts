import { readUtf16 } from './text-head.ts';

/** How files that are no text begin. `at`: where, from the start. The first that fits names the file. */
const SIGNATURES: readonly { readonly name: string; readonly starts: string; readonly at?: number }[] = [
  { name: 'a PDF file', starts: '%PDF-' },
  { name: 'a PNG image', starts: '\x89PNG' },
  { name: 'a JPEG image', starts: '\xff\xd8\xff' },
  { name: 'a GIF image', starts: 'GIF8' },
  { name: 'a WebP image', starts: 'WEBP', at: 8 },
  { name: 'a sound file', starts: 'WAVE', at: 8 },
  { name: 'a sound file', starts: 'ID3' },
  { name: 'a sound file', starts: 'OggS' },
  { name: 'a film or sound file', starts: 'ftyp', at: 4 },
  { name: 'a ZIP file (or a document, which is a ZIP file)', starts: 'PK\x03\x04' },
  { name: 'an empty ZIP file', starts: 'PK\x05\x06' },
  { name: 'an Office document', starts: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { name: 'a Parquet table', starts: 'PAR1' },
  { name: 'an SQLite database', starts: 'SQLite format 3\0' },
  { name: 'a program', starts: '\x7fELF' },
  { name: 'a program', starts: 'MZ\x90\0' },
  { name: 'a Safari web archive', starts: 'bplist00' },
  { name: 'a gzip file', starts: '\x1f\x8b\x08' },
  { name: 'a bzip2 file', starts: 'BZh' },
  { name: 'an xz file', starts: '\xfd7zXZ\0' },
  { name: 'a 7z file', starts: "7z\xbc\xaf'\x1c" },
  { name: 'a Zstandard file', starts: '\x28\xb5\x2f\xfd' },
  { name: 'a RAR file', starts: 'Rar!\x1a\x07' },
  { name: 'a font', starts: 'wOF' },
];

/** Texts hold hardly any of these; of random bytes they are a tenth. */
const MAX_CONTROL_SHARE = 0.02;
const ESCAPE = 0x1b; // ISO-2022-JP, colours of a terminal
const NULL_SHARE = 0.001;

/** What a file that is no text is ("a PNG image"), or null where it may be one. */
export function nameBinary(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 32)).toString('latin1');
  const known = SIGNATURES.find(({ starts, at = 0 }) => start.startsWith(starts, at));
  if (known !== undefined) return known.name;
  if (readUtf16(head) !== null) return null;
  let controls = 0;
  let nulls = 0;
  for (const byte of head) {
    if (byte < 32 && isControl(byte)) controls++;
    if (byte === 0) nulls++;
  }
  return controls > head.length * MAX_CONTROL_SHARE || nulls > head.length * NULL_SHARE ? 'binary data' : null;
}

/** A control character (below 32) other than tab, line feed, vertical tab, form feed, return and escape. */
function isControl(byte: number): boolean {
  return (byte < 9 || byte > 13) && byte !== ESCAPE;
}
