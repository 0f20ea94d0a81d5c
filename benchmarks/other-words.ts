import { readFileSync } from 'node:fs';
import { hashBytes } from '../src/base/canonical-json.ts';
import type { Reading } from '../src/reading/reading.ts';

/** Parts of a reading that are a report's own words; all else is ours. */
const TOLD = new Set(['text', 'title', 'name', 'outlet', 'wording', 'position', 'affiliation', 'closeness', 'reason', 'authors']); // prettier-ignore
/** Bits of rarity from which a word gives way to another of its length; letters that it has at least. */
const RARE = 4;
const SHORTEST = 4;

const lists = loadWords();

/**
 * The same reading about something else: each rare word is another of its length, the same one throughout, so that every
 * span keeps its place. `turn` 0 is the reading itself.
 */
export function turnWords(reading: Reading, turn: number): Reading {
  if (turn === 0) return reading;
  const turned = JSON.parse(JSON.stringify(reading), (key, value: unknown) => {
    if (typeof value === 'string' && TOLD.has(key)) return turnText(value, turn);
    return key === 'authors' && Array.isArray(value) ? value.map((one) => turnText(String(one), turn)) : value;
  }) as Reading;
  const { report } = turned;
  const url = report.url === null ? null : `${report.url}?turn=${String(turn)}`;
  return { ...turned, report: { ...report, url, sha256: hashBytes(report.text) } };
}

function turnText(text: string, turn: number): string {
  return text.replace(/[A-Za-z]+/gu, (word) => {
    const place = lists.places.get(word.toLowerCase());
    const list = lists.byLength.get(word.length);
    if (place === undefined || list === undefined) return word;
    const other = list[(place + turn * 7919) % list.length] ?? word;
    return /^[A-Z]/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}

function loadWords(): {
  readonly places: ReadonlyMap<string, number>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
} {
  // prettier-ignore
  const file = readFileSync(new URL('../models/words.bin', import.meta.url));
  const first = file.indexOf(10);
  const second = file.indexOf(10, first + 1);
  const { documents } = JSON.parse(file.toString('utf8', 0, first)) as { documents: number };
  const words = file.toString('utf8', first + 1, second).split(' ');
  const byLength = new Map<number, string[]>();
  const places = new Map<string, number>();
  for (const [i, word] of words.entries()) {
    const rarity = Math.log2(documents) - (file[second + 1 + i] ?? 0) / 16;
    if (rarity < RARE || word.length < SHORTEST || !/^[a-z]+$/u.test(word)) continue;
    const list = byLength.get(word.length) ?? [];
    places.set(word, list.push(word) - 1);
    byLength.set(word.length, list);
  }
  return { places, byLength };
}
