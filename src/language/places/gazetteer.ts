import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { brotliDecompress, brotliDecompressSync, crc32 } from 'node:zlib';
import { HearsayError } from '../../base/error.ts';
import { COLUMNS, KINDS, MAGIC, type Column, type PlaceKind } from './layout.ts';

/**
 * The gazetteer, unpacked: some 280,000 places in typed arrays, about 25 MB. An entry is its index; regions and counties
 * are entries too. Text is made only of what is asked for.
 */
export interface Gazetteer {
  /** Entries that a key names as their first or another name; `own` of them by their first. */
  find(key: string): Found;
  nameOf(entry: number): string;
  kindOf(entry: number): PlaceKind;
  /** ISO 3166-1 alpha-2; null at sea and across borders. */
  countryOf(entry: number): string | null;
  /** 0: none; comparable between entries. */
  countryNumber(entry: number): number;
  /** The entry of the first or second division in which it lies; -1: none. */
  regionOf(entry: number): number;
  countyOf(entry: number): number;
  latOf(entry: number): number;
  lonOf(entry: number): number;
  /** GeoNames id, or null. */
  idOf(entry: number): number | null;
  /** Decimal logarithm of one more than its inhabitants. */
  peopleOf(entry: number): number;
}

export interface Found {
  readonly entries: readonly number[];
  /** How many of `entries`, counted from the first, have the key as their first name. */
  readonly own: number;
}

const NONE: Found = { entries: [], own: 0 };
const FILE = new URL('../../../models/gazetteer.bin', import.meta.url);

let held: Gazetteer | null = null;

/** Reads the package's gazetteer on first use (about 100 ms). Throws `gazetteer.missing`, `gazetteer.damaged`. */
export function loadGazetteer(): Gazetteer {
  held ??= readGazetteer(FILE);
  return held;
}

/**
 * Unpacks the package's gazetteer beside what this thread does meanwhile (opening the network), so that the first use need
 * not wait for it. Never throws: where it fails, `loadGazetteer` says why.
 */
export async function prepareGazetteer(): Promise<void> {
  held ??= await readBeside(FILE).catch(() => null);
}

/** As `readGazetteer`, but unpacked in another thread. */
export async function readBeside(file: URL): Promise<Gazetteer> {
  const { head, packed } = readPacked(file);
  const body = await promisify(brotliDecompress)(packed).catch((cause: unknown) => {
    throw damaged(file, 'it cannot be unpacked', cause);
  });
  return openColumns(cutColumns(file, head, body));
}

/** A gazetteer from another file of the same layout. */
export function readGazetteer(file: URL): Gazetteer {
  const { head, packed } = readPacked(file);
  return openColumns(cutColumns(file, head, decompress(file, packed)));
}

/** "new york" as a name: each word with a capital, as most names are written. */
export function titleOf(key: string): string {
  return key.replace(/(?:^| )[a-z]/gu, (letter) => letter.toUpperCase());
}

function readPacked(file: URL): { readonly head: Buffer; readonly packed: Uint8Array } {
  const bytes = readBytes(file);
  const headSize = 12 + 4 * COLUMNS.length;
  if (bytes.length < headSize || bytes.toString('latin1', 0, 8) !== MAGIC)
    throw damaged(file, 'it does not begin as one');
  return { head: bytes.subarray(0, headSize), packed: bytes.subarray(headSize) };
}

function cutColumns(file: URL, head: Buffer, body: Buffer): Record<Column, Uint8Array> {
  if (crc32(body) !== head.readUInt32LE(8)) throw damaged(file, 'its checksum is wrong');
  const columns: Partial<Record<Column, Uint8Array>> = {};
  let from = 0;
  COLUMNS.forEach((column, i) => {
    const size = head.readUInt32LE(12 + 4 * i);
    columns[column] = body.subarray(from, from + size);
    from += size;
  });
  if (from !== body.length) throw damaged(file, 'its columns do not fill it');
  return columns as Record<Column, Uint8Array>;
}

function readBytes(file: URL): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new HearsayError('gazetteer.missing', 'The gazetteer is not there', `${fileURLToPath(file)} cannot be read`, 'install Hearsay again: the file is part of the package', { cause }); // prettier-ignore
  }
}

function decompress(file: URL, packed: Uint8Array): Buffer {
  try {
    return brotliDecompressSync(packed);
  } catch (cause) {
    throw damaged(file, 'it cannot be unpacked', cause);
  }
}

function damaged(file: URL, why: string, cause?: unknown): HearsayError {
  return new HearsayError('gazetteer.damaged', 'The gazetteer is damaged', `${fileURLToPath(file)} is no gazetteer that this version reads: ${why}`, 'install Hearsay again, or restore models/gazetteer.bin', { cause }); // prettier-ignore
}

function openColumns(column: Record<Column, Uint8Array>): Gazetteer {
  const size = column.kind.length;
  const keyStarts = lineStarts(column.keys);
  const keyCount = keyStarts.length - 1;
  const starting = indexStarts(column.keys, keyStarts);
  const primary = joinPlanes(column.keyOf, 3);
  const firsts = groupByKey(primary, keyCount);
  const more = joinPlanes(column.more, 3);
  const moreOf = joinPlanes(column.moreOf, 3);
  const lat = Int16Array.from(joinPlanes(column.lat, 2));
  const lon = Int16Array.from(joinPlanes(column.lon, 2));
  const region = joinPlanes(column.region, 2);
  const county = joinPlanes(column.county, 2);
  const ids = joinPlanes(column.ids, 4);
  const codes = Buffer.from(column.countries).toString('latin1');
  let nameStarts: Uint32Array | null = null;
  let namesBefore: Uint32Array | null = null;
  const text = Buffer.from(column.names.buffer, column.names.byteOffset, column.names.byteLength);
  const keyText = Buffer.from(column.keys.buffer, column.keys.byteOffset, column.keys.byteLength);

  return {
    find(key) {
      if (key.length < 2) return NONE;
      const letters = (key.charCodeAt(0) << 8) | (key.charCodeAt(1) & 255);
      const at = searchKey(column.keys, keyStarts, starting[letters] ?? 0, (starting[letters + 1] ?? 0) - 1, key);
      if (at < 0) return NONE;
      const entries = Array.from(firsts.entries.subarray(firsts.starts[at] ?? 0, firsts.starts[at + 1] ?? 0));
      const own = entries.length;
      for (let i = lowerBound(more, at); more[i] === at; i++) entries.push(moreOf[i] ?? 0);
      return { entries, own };
    },
    nameOf(entry) {
      if (((column.named[entry >> 3] ?? 0) & (1 << (entry & 7))) === 0) {
        const key = primary[entry] ?? 0;
        return titleOf(keyText.toString('latin1', keyStarts[key], (keyStarts[key + 1] ?? 1) - 1));
      }
      nameStarts ??= lineStarts(column.names);
      namesBefore ??= countBefore(column.named, size);
      const name = namesBefore[entry] ?? 0;
      return text.toString('utf8', nameStarts[name], (nameStarts[name + 1] ?? 1) - 1);
    },
    kindOf: (entry) => KINDS[column.kind[entry] ?? 0] ?? 'town',
    countryOf: (entry) => {
      const number = column.country[entry] ?? 0;
      return number === 0 ? null : codes.slice(2 * number - 2, 2 * number);
    },
    countryNumber: (entry) => column.country[entry] ?? 0,
    regionOf: (entry) => (region[entry] ?? 0) - 1,
    countyOf: (entry) => (county[entry] ?? 0) - 1,
    latOf: (entry) => (lat[entry] ?? 0) / 100,
    lonOf: (entry) => (lon[entry] ?? 0) / 100,
    idOf: (entry) => (ids[entry] === 0 ? null : (ids[entry] ?? null)),
    peopleOf: (entry) => (column.people[entry] ?? 0) / 10,
  };
}

function joinPlanes(column: Uint8Array, bytes: number): Uint32Array {
  const size = column.length / bytes;
  const out = new Uint32Array(size);
  for (let b = 0; b < bytes; b++) {
    const from = b * size;
    const shift = 8 * b;
    for (let i = 0; i < size; i++) out[i] = (out[i] ?? 0) | ((column[from + i] ?? 0) << shift);
  }
  return out;
}

/** Where each line begins, and the end of the last. */
function lineStarts(bytes: Uint8Array): Uint32Array {
  // Room for lines of one letter, cut to size at the end.
  const starts = new Uint32Array(bytes.length / 2 + 2);
  let line = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) starts[++line] = end + 1;
  return starts.slice(0, line + 1);
}

/** Entries in order of their key, and where each key's begin. */
function groupByKey(keys: Uint32Array, keyCount: number): { starts: Uint32Array; entries: Uint32Array } {
  const starts = new Uint32Array(keyCount + 1);
  keys.forEach((key) => {
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  });
  for (let k = 0; k < keyCount; k++) starts[k + 1] = (starts[k + 1] ?? 0) + (starts[k] ?? 0);
  const next = starts.slice();
  const entries = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const slot = next[key] ?? 0;
    entries[slot] = i;
    next[key] = slot + 1;
  }
  return { starts, entries };
}

function countBefore(bits: Uint8Array, size: number): Uint32Array {
  const before = new Uint32Array(size);
  let count = 0;
  for (let i = 0; i < size; i++) {
    before[i] = count;
    if (((bits[i >> 3] ?? 0) & (1 << (i & 7))) !== 0) count++;
  }
  return before;
}

/** For each pair of first letters the first key that begins with it or sorts after; one more at the end. */
function indexStarts(bytes: Uint8Array, starts: Uint32Array): Uint32Array {
  const first = new Uint32Array(0x8001).fill(starts.length - 1);
  for (let key = starts.length - 2; key >= 0; key--) {
    const at = starts[key] ?? 0;
    first[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] = key;
  }
  for (let pair = 0x7fff; pair >= 0; pair--) first[pair] = Math.min(first[pair] ?? 0, first[pair + 1] ?? 0);
  return first;
}

function searchKey(bytes: Uint8Array, starts: Uint32Array, from: number, to: number, key: string): number {
  let low = from;
  let high = to;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareKey(bytes, starts[middle] ?? 0, key);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Below 0: the line at `from` sorts before `key`. The line's end (\n) sorts before every letter. */
function compareKey(bytes: Uint8Array, from: number, key: string): number {
  for (let i = 0; i < key.length; i++) {
    const difference = (bytes[from + i] ?? 0) - key.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return (bytes[from + key.length] ?? 10) === 10 ? 0 : 1;
}

function lowerBound(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
