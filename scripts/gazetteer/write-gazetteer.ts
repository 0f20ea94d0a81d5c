import { brotliCompressSync, constants, crc32 } from 'node:zlib';
import { keyOf } from '../../src/language/places/key.ts';
import { COLUMNS, KINDS, MAGIC, type Column } from '../../src/language/places/layout.ts';
import { titleOf } from '../../src/language/places/gazetteer.ts';
import type { Entry } from './entry.ts';

/** The bytes of models/gazetteer.bin: layout.ts says how they lie. */
export function writeGazetteer(gathered: readonly Entry[]): { bytes: Buffer; counts: Record<string, number> } {
  const rank = (one: Entry): number => (one.kind === 'country' ? 0 : one.kind === 'region' ? 1 : one.kind === 'county' ? 2 : 3); // prettier-ignore
  const entries = gathered
    .filter((one) => keyOf(one.name) !== null)
    .sort((a, b) => rank(a) - rank(b) || compare(a.country, b.country) || compare(a.region?.name ?? '', b.region?.name ?? '') || compare(a.county?.name ?? '', b.county?.name ?? '') || a.id - b.id || compare(a.name, b.name)); // prettier-ignore
  const at = new Map(entries.map((one, i) => [one, i]));
  const countries = [...new Set(entries.map((one) => one.country).filter(Boolean))].sort();
  const pairs = entries.flatMap(
    (one, i) =>
    [...new Set([...one.more].map(formKey))].filter((key) => key !== null && key !== keyOf(one.name)).map((key) => [key ?? '', i] as const), // prettier-ignore
  );
  const keys = [...new Set([...entries.map((one) => keyOf(one.name) ?? ''), ...pairs.map(([key]) => key)])].sort();
  const place = new Map(keys.map((key, i) => [key, i]));
  const more = pairs.map(([key, i]) => [place.get(key) ?? 0, i] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const own = entries.map((one) => (titleOf(keyOf(one.name) ?? '') === one.name ? '' : one.name));
  const named = new Uint8Array(Math.ceil(entries.length / 8));
  own.forEach((name, i) => {
    if (name !== '') named[i >> 3] = (named[i >> 3] ?? 0) | (1 << (i & 7));
  });
  const columns: Record<Column, Uint8Array> = {
    countries: Buffer.from(countries.join(''), 'latin1'),
    keys: Buffer.from(keys.map((key) => `${key}\n`).join(''), 'latin1'),
    names: Buffer.from(own.filter(Boolean).map((name) => `${name}\n`).join('')), // prettier-ignore
    named,
    keyOf: planes(entries.map((one) => place.get(keyOf(one.name) ?? '') ?? 0), 3), // prettier-ignore
    more: planes(more.map(([key]) => key), 3), // prettier-ignore
    moreOf: planes(more.map(([, i]) => i), 3), // prettier-ignore
    lat: planes(entries.map((one) => Math.round(one.lat * 100) & 0xffff), 2), // prettier-ignore
    lon: planes(entries.map((one) => Math.round(one.lon * 100) & 0xffff), 2), // prettier-ignore
    ids: planes(entries.map((one) => one.id), 4), // prettier-ignore
    country: Uint8Array.from(entries.map((one) => countries.indexOf(one.country) + 1)),
    region: planes(entries.map((one) => (one.region ? (at.get(one.region) ?? -1) + 1 : 0)), 2), // prettier-ignore
    county: planes(entries.map((one) => (one.county ? (at.get(one.county) ?? -1) + 1 : 0)), 2), // prettier-ignore
    kind: Uint8Array.from(entries.map((one) => KINDS.indexOf(one.kind))),
    people: Uint8Array.from(entries.map((one) => Math.round(10 * Math.log10(one.people + 1)))),
  };
  const body = Buffer.concat(COLUMNS.map((column) => columns[column]));
  const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }); // prettier-ignore
  const head = Buffer.alloc(8 + 4 + 4 * COLUMNS.length);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(crc32(body), 8);
  COLUMNS.forEach((column, i) => head.writeUInt32LE(columns[column].length, 12 + 4 * i));
  return { bytes: Buffer.concat([head, packed]), counts: { entries: entries.length, keys: keys.length, more: more.length, bytes: body.length, packed: packed.length } }; // prettier-ignore
}

/** "=US" and ".Mass" are keys that the ordinary ones cannot meet (key.ts). */
function formKey(form: string): string | null {
  if (form.startsWith('=')) return `=${form.slice(1).replace(/[.\s]/gu, '')}`;
  if (form.startsWith('.')) return `.${keyOf(form.slice(1)) ?? ''}`;
  return keyOf(form.replace(/^the /iu, ''));
}

function planes(values: readonly number[], bytes: number): Uint8Array {
  const out = new Uint8Array(values.length * bytes);
  values.forEach((value, i) => {
    for (let b = 0; b < bytes; b++) out[b * values.length + i] = (value >>> (8 * b)) & 255;
  });
  return out;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
