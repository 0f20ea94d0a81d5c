import type { Range } from '../document.ts';
import { findDemonym } from './demonyms.ts';
import type { Gazetteer } from './gazetteer.ts';
import { codeOf, keyOf } from './key.ts';

const WORD = /\p{Lu}[\p{L}\p{M}]*(?:[.’'-]\p{L}+)*\.?/gu;

/** Names of places in a text, without a network: the longest runs of capitalised words that the gazetteer holds. */
export function recognisePlaces(gazetteer: Gazetteer, text: string): readonly Range[] {
  const found: Range[] = [];
  const words = [...text.matchAll(WORD)];
  for (let i = 0; i < words.length; i++) {
    const range = longestName(gazetteer, text, words, i);
    if (!range) continue;
    found.push(range);
    while ((words[i + 1]?.index ?? Infinity) < range.end) i++;
  }
  return found;
}

function longestName(gazetteer: Gazetteer, text: string, words: readonly RegExpExecArray[], at: number): Range | null {
  const first = words[at];
  if (!first) return null;
  for (let n = Math.min(4, words.length - at); n > 0; n--) {
    const last = words[at + n - 1];
    if (!last) continue;
    const end = last.index + last[0].replace(/(?:['’]s|\.)$/u, '').length;
    const form = text.slice(first.index, end);
    if (form.length > 60 || (n > 1 && !/^[^,;:()\n]+$/u.test(form))) continue;
    if (n === 1 && findDemonym(gazetteer, form) !== null) return { start: first.index, end };
    const key = codeOf(form) ?? keyOf(form);
    if (key && (key.length > 3 || key.startsWith('=')) && gazetteer.find(key).entries.length > 0) return { start: first.index, end }; // prettier-ignore
  }
  return null;
}
