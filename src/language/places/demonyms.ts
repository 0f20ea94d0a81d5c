import { readLexicon } from '../../base/lexicon.ts';
import type { Gazetteer } from './gazetteer.ts';
import { keyOf } from './key.ts';

let held: ReadonlyMap<string, number> | null = null;

/** The entry whose people or things a word means ("Russian", "Russians", "Danes"); case counts. */
export function findDemonym(gazetteer: Gazetteer, word: string): number | null {
  held ??= loadDemonyms(gazetteer);
  return held.get(word) ?? null;
}

function loadDemonyms(gazetteer: Gazetteer): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [code = '', words = '', name = ''] of readLexicon('demonyms')) {
    const entry = findBearer(gazetteer, code, name);
    if (entry === null) continue;
    for (const word of words.split(';')) {
      table.set(word, entry);
      if (!/(?:s|sh|ch|ese|men|man)$/u.test(word)) table.set(`${word}s`, entry);
    }
  }
  return table;
}

/** The entry of that name which the code fits: a country's or division's country, a town's GeoNames id, a feature. */
function findBearer(gazetteer: Gazetteer, code: string, name: string): number | null {
  const { entries } = gazetteer.find(keyOf(name) ?? '');
  const fits = (entry: number): boolean => {
    const kind = gazetteer.kindOf(entry);
    if (/^id\d+$/u.test(code)) return gazetteer.idOf(entry) === Number(code.slice(2));
    if (/^[A-Z]{2}$/u.test(code)) return kind === 'country' && gazetteer.countryOf(entry) === code;
    if (/^[A-Z]{2}\./u.test(code)) return kind === 'region' && gazetteer.countryOf(entry) === code.slice(0, 2);
    return kind === 'continent' || kind === 'area' || kind === 'land';
  };
  return entries.find(fits) ?? null;
}
