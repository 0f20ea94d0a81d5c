import { createRequire } from 'node:module';
import type Chardet from 'chardet';
import type Iconv from 'iconv-lite';
import type { Note } from '../base/note.ts';

export interface DecodedText {
  readonly text: string;
  /** The charset used, in lower case. */
  readonly charset: string;
  readonly notes: readonly Note[];
}

const META_REACH = 4_096;

// Required when bytes come that are not UTF-8, and not before: most never do, and each start waits for what is imported.
const require = createRequire(import.meta.url);
const loadIconv = (): typeof Iconv => require('iconv-lite') as typeof Iconv;
const loadChardet = (): typeof Chardet => require('chardet') as typeof Chardet;

/**
 * The text of a capture's bytes: charset from the byte order mark, then the header, then the page's own meta
 * (HTML Standard §13.2.3.2), then detection. The mark itself goes; nothing else does.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null, isPage: boolean): DecodedText {
  const mark = readMark(bytes);
  if (mark !== null) return decodeAs(bytes.subarray(mark.length), mark.charset, []);
  const said = knownCharset(declared) ?? (isPage ? readMetaCharset(bytes) : null);
  const strict = decodeStrictly(bytes);
  if (said === null) {
    if (strict !== null) return { text: strict, charset: 'utf-8', notes: [] };
    return decodeAs(bytes, detectCharset(bytes), []);
  }
  if (said === 'utf-8') {
    if (strict !== null) return { text: strict, charset: said, notes: [] };
    return mostlyUtf8(bytes)
      ? decodeAs(bytes, said, [])
      : decodeAs(bytes, detectCharset(bytes), [wrongNote(said, detectCharset(bytes))]);
  }
  // Text that is valid UTF-8 and not plain ASCII is all but never anything else by chance.
  if (strict !== null && bytes.some((byte) => byte > 127) && !said.startsWith('utf-16')) {
    return { text: strict, charset: 'utf-8', notes: [wrongNote(said, 'utf-8')] };
  }
  return decodeAs(bytes, said, []);
}

function readMark(bytes: Uint8Array): { charset: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

function readMetaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, META_REACH)).toString('latin1');
  const charset = knownCharset(/<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,40})/iu.exec(head)?.[1] ?? null);
  // A meta that could be read as ASCII cannot be UTF-16: the HTML Standard takes it for UTF-8.
  return charset?.startsWith('utf-16') ? 'utf-8' : charset;
}

function knownCharset(name: string | null): string | null {
  const charset =
    name
      ?.trim()
      .toLowerCase()
      .replace(/^utf8$/u, 'utf-8') ?? '';
  if (charset === 'utf-8') return charset;
  if (charset === '' || !loadIconv().encodingExists(charset)) return null;
  // Browsers read both as Windows-1252 (WHATWG Encoding §4.2).
  return charset === 'iso-8859-1' || charset === 'us-ascii' || charset === 'ascii' ? 'windows-1252' : charset;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether invalid bytes are single accidents in UTF-8 text: fewer of them than of whole multi-byte letters. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeUtf8(bytes);
  let broken = 0;
  let whole = 0;
  for (const letter of text) {
    if (letter === '\ufffd') broken++;
    else if (letter > '\u007f') whole++;
  }
  return broken <= whole || broken * 1_000 < bytes.length;
}

function detectCharset(bytes: Uint8Array): string {
  const found = loadChardet().detect(bytes.subarray(0, 200_000));
  const charset = knownCharset(found) ?? 'windows-1252';
  return charset === 'utf-8' || charset.startsWith('utf-32') ? 'windows-1252' : charset;
}

function decodeAs(bytes: Uint8Array, charset: string, notes: readonly Note[]): DecodedText {
  const text = charset === 'utf-8' ? decodeUtf8(bytes) : loadIconv().decode(Buffer.from(bytes), charset);
  return { text, charset, notes: [...notes, ...brokenNotes(text, charset)] };
}

/** UTF-8, lone surrogates (WTF-8: ED A0–BF xx) kept as they stand: JSON may hold them, and offsets count them. */
function decodeUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3);
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
    const unit = 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
    parts.push(decoder.decode(bytes.subarray(from, at)), String.fromCharCode(unit));
    from = at + 3;
  }
  return parts.join('') + decoder.decode(bytes.subarray(from));
}

function brokenNotes(text: string, charset: string): Note[] {
  const broken = text.split('\ufffd').length - 1;
  if (broken === 0) return [];
  const what = `${broken} byte sequence${broken === 1 ? ' is' : 's are'} not valid ${charset}: replaced by U+FFFD.`;
  return [{ code: 'page.invalid-bytes', what, span: null }];
}

function wrongNote(said: string, used: string): Note {
  const what = `The input says that it is ${said}, but its bytes are ${used}: read as ${used}.`;
  return { code: 'page.wrong-charset', what, span: null };
}
