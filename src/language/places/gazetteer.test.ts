import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../../base/error.ts';
import { loadGazetteer, readBeside, readGazetteer } from './gazetteer.ts';
import { codeOf, keyOf } from './key.ts';

const FILE = new URL('../../../models/gazetteer.bin', import.meta.url);

function codeThrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof HearsayError ? error.code : String(error);
  }
  return 'nothing';
}

function writeBytes(bytes: Uint8Array): URL {
  const path = join(mkdtempSync(join(tmpdir(), 'hearsay-')), 'gazetteer.bin');
  writeFileSync(path, bytes);
  return pathToFileURL(path);
}

describe('the gazetteer', () => {
  it('is missing: an error with the fix', () => {
    expect(codeThrown(() => readGazetteer(new URL('file:///nowhere/gazetteer.bin')))).toBe('gazetteer.missing');
  });

  const whole = readFileSync(FILE);
  const flipped = Uint8Array.from(whole);
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 255;
  it.each([
    ['empty', new Uint8Array()],
    ['cut short', whole.subarray(0, whole.length >> 1)],
    ['of another layout', Buffer.concat([Buffer.from('HSGZ9999'), whole.subarray(8)])],
    ['changed in the middle', flipped],
    ['something else', Buffer.from('<html></html>'.repeat(100))],
  ])('is damaged: %s', async (_, bytes) => {
    const file = writeBytes(bytes);
    expect(codeThrown(() => readGazetteer(file))).toBe('gazetteer.damaged');
    await expect(readBeside(file)).rejects.toMatchObject({ code: 'gazetteer.damaged' });
  });

  it('is the same where it was unpacked in another thread', async () => {
    const [beside, here] = [await readBeside(FILE), readGazetteer(FILE)];
    const found = beside.find('vladivostok');
    expect(found).toEqual(here.find('vladivostok'));
    expect(beside.nameOf(found.entries[0] ?? -1)).toBe('Vladivostok');
  });

  it.each([
    ['Vladivostok', 2013348, 'RU', 43.11, 131.87],
    ['Kiev', 703448, 'UA', 50.45, 30.52],
    ['Saint Petersburg', 498817, 'RU', 59.94, 30.31],
    ['Côte d’Ivoire', 2287781, 'CI', 7.5, -5.5],
  ])('holds %s', (name, id, country, lat, lon) => {
    const gazetteer = loadGazetteer();
    const entry = gazetteer.find(keyOf(name) ?? '').entries.find((one) => gazetteer.idOf(one) === id) ?? -1;
    expect([gazetteer.countryOf(entry), gazetteer.latOf(entry), gazetteer.lonOf(entry)]).toEqual([country, lat, lon]);
  });

  it('finds nothing for a key that it has not', () => {
    expect(loadGazetteer().find('xyzzyx').entries).toEqual([]);
    expect(loadGazetteer().find('').entries).toEqual([]);
  });
});

describe('keys', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['St. Paul', 'st paul'],
    ['Saint Paul', 'st paul'],
    ['Stratford-upon-Avon', 'stratford upon avon'],
    ['N’Djamena', 'ndjamena'],
    ['Łódź', 'lodz'],
    ['Fort Worth', 'ft worth'],
    ['Москва', null],
    ['', null],
  ])('%s → %s', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });

  it.each([
    ['U.S.', '=US'],
    ['UK', '=UK'],
    ['N.H.', '=NH'],
    ['us', null],
    ['Us', null],
    ['Paris', null],
  ])('%s counts in capitals as %s', (name, code) => {
    expect(codeOf(name)).toBe(code);
  });
});
