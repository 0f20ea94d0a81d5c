import { keyOf } from '../../src/language/places/key.ts';

const BEFORE = /^(?:(?:Provincia|Provincie|Province|Departamento|Département|Department|Distrito|District|Municipio|Municipality|Regi[oó]n|Regione|Estado|State|Kabupaten|Kota|Powiat|Landkreis|Kreis|Wilaya|Gouvernorat|Governorate|Cant[oó]n|Comuna|County|Commune|Arrondissement|City|Town|Township|Charter Township|Borough|Village|Free State|Republic|Prefecture|Canton)(?: de la| de los| de las| de| del| di| du| des| of| da| do| dos| van)? |D[eé]partement d['’]|Provincia d['’])(?=\S)/u; // prettier-ignore
const AFTER = / (?:County|Parish|Census Area|Municipality|Province|Region|District|Oblast[’']?|Kra[yi]|Kray|Sheng|Shi|Xian|Diqu|Prefecture|Governorate|Department|Ken|Ra[yi]on|Zone|Division|Township|Voivodeship|Territory|Canton|Republic|State)$/iu; // prettier-ignore

/** "Marshall" for "Marshall County", "Cherry Hill" for "Township of Cherry Hill". */
export function bareNames(name: string): string[] {
  const bare = [name.replace(BEFORE, ''), name.replace(AFTER, ''), name.replace(/\s*\(.*\)\s*$/u, '')];
  return bare.filter((one) => one !== name && one.length > 2);
}

/**
 * Other names that an English text could use: Latin letters, capitalised, no codes. The packages give names of all
 * languages without saying which, so that a name differing from the main one by an ending alone ("Parisi") is left out.
 */
export function usableNames(names: readonly string[], main: string): string[] {
  const key = keyOf(main) ?? '';
  const kept = new Set<string>();
  for (const name of names) {
    const other = keyOf(name);
    if (!other || other === key || other.length < 4 || /\d|,/u.test(name) || !/^\p{Lu}\p{Ll}/u.test(name)) continue;
    if (isEnding(key, other)) continue;
    kept.add(name);
  }
  return [...new Map([...kept].map((name) => [keyOf(name), name])).values()];
}

function isEnding(a: string, b: string): boolean {
  const shared = Math.max(4, Math.min(a.length, b.length) - 2);
  return a.slice(0, shared) === b.slice(0, shared) && Math.abs(a.length - b.length) <= 3 && !a.includes(' ');
}
