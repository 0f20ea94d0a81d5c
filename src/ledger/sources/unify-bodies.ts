import { isAcronym } from '../../language/mentions/name-forms.ts';
import { bodyWords, isGeneric, lettersOf } from './names.ts';
import { keyOfBodyName, stripPlaces, type SourceRecord } from './source-record.ts';

/** Of bodies: one by the words of their names in any order, or by letters that stand for them; by country where each has one. */
export function groupBodies(records: readonly SourceRecord[]): SourceRecord[][] {
  const longOf = expandLetters(records);
  const groups = new Map<string, SourceRecord[]>();
  for (const record of records) {
    const key = longOf(record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups].flatMap(([key, group]) => (isGeneric(key.split(' ')) ? partByPlace(group) : [group]));
}

/** The key of a record's long name; of a short one that of the long name which any report gives it, or whose letters it is. */
function expandLetters(records: readonly SourceRecord[]): (record: SourceRecord) => string {
  const long = new Map<string, Map<string, number>>();
  const vote = (short: string, key: string, weight: number): void => {
    const votes = long.get(short) ?? new Map<string, number>();
    long.set(short, votes.set(key, (votes.get(key) ?? 0) + weight));
  };
  for (const record of records) {
    const name = longForm(record);
    if (name === null) continue;
    const key = keyOfBodyName(name);
    for (const letters of new Set([...lettersOf(name), ...lettersOf(stripPlaces(name).rest)])) vote(letters, key, 1);
    // A report that uses both says so itself.
    for (const form of record.forms) if (isShort(form)) vote(lettersIn(form), key, BOTH);
  }
  return (record) => {
    const name = longForm(record);
    if (name !== null) return keyOfBodyName(name);
    const votes = [...(long.get(lettersIn(record.name)) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const [best] = votes;
    const isMeant = best !== undefined && (isAcronym(record.name) || best[1] >= BOTH);
    return isMeant ? best[0] : keyOfBodyName(record.name);
  };
}

/** How much more a report says that uses a long and a short name for one than two whose letters agree. */
const BOTH = 100;

function longForm({ forms }: SourceRecord): string | null {
  return forms.find((form) => !isAcronym(form) && bodyWords(form).length > 1) ?? null;
}

function isShort(form: string): boolean {
  const words = bodyWords(form);
  return isAcronym(form) || (words.length === 1 && !isGeneric(words));
}

function lettersIn(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}]/gu, '');
}

/** The place that a report tells of a body, in its name or beside it; else where the report's events mostly lie. */
function placeOf(record: SourceRecord): string | null {
  const own = record.forms.flatMap((form) => stripPlaces(form).places)[0] ?? record.facts.places[0];
  return own ?? record.home;
}

function partByPlace(records: readonly SourceRecord[]): SourceRecord[][] {
  const groups: { readonly place: string; readonly records: SourceRecord[] }[] = [];
  const open: SourceRecord[] = [];
  for (const record of records) {
    const place = placeOf(record);
    if (place === null) open.push(record);
    else {
      const group = groups.find((one) => one.place === place);
      if (group === undefined) groups.push({ place, records: [record] });
      else group.records.push(record);
    }
  }
  const largest = [...groups].sort((a, b) => b.records.length - a.records.length || (a.place < b.place ? -1 : 1))[0];
  if (largest === undefined) return [open];
  largest.records.push(...open);
  return groups.map((one) => one.records);
}
