import { readLexicon } from '../../base/lexicon.ts';
import type { Range } from '../../language/spans.ts';

/** What a report tells of a source beside its name, by which two of one name are told apart. Sorted, without repetition. */
export interface Facts {
  /** R, D, or another party's first word; null: not told. */
  readonly party: string | null;
  /** Codes: `FR`, `US.CA`. */
  readonly places: readonly string[];
  /** Classes of offices (lexicons/offices.tsv). */
  readonly offices: readonly string[];
  /** Other capitalised words beside the name: “director of the Monmouth University Polling Institute” → monmouth, … */
  readonly words: readonly string[];
}

/** Mentions of which the words around are looked at. */
const MENTIONS = 4;

/** The facts that stand around the places where a text names somebody. `roles`: other words by which it calls them. */
export function readFacts(text: string, named: readonly Range[], roles: readonly string[] = []): Facts {
  const around = named.slice(0, MENTIONS).flatMap((one) => [wordsBefore(text, one.start), wordsBehind(text, one.end)]);
  const told = around.map(readWords);
  const called = roles.map(readWords);
  return {
    party: told.find(({ party }) => party !== null)?.party ?? null,
    places: sorted(told.flatMap(({ places }) => places)),
    offices: sorted([...told, ...called].flatMap(({ offices }) => offices)),
    words: sorted(told.flatMap(({ words }) => words)),
  };
}

/** Where a title before a name begins: behind a comma, a quotation mark, a word of telling, a joint “and”. */
const EDGE = /^.*(?:[,;:—–()“”"‘\n]|\b(?:and|or|but|with|that|told|said|says|as|by|to|from|including|like|against|while|when|where|after|before)\b|[a-z]{3}[.!?] )/su; // prettier-ignore
const TITLE_WORDS = 7;

function wordsBefore(text: string, at: number): string {
  // A word that the slice cuts is none.
  const line = at > 90 ? text.slice(at - 90, at).replace(/^\S*\s/u, '') : text.slice(0, at);
  // “The board’s top lawyer, Jo Marlow”: an office that ends in a comma.
  const apposed = line.endsWith(', ') ? titleIn(line.slice(0, -2)) : '';
  return hasOffice(apposed) ? apposed : titleIn(line);
}

function titleIn(line: string): string {
  return line.replace(EDGE, '').trim().split(/\s+/u).slice(-TITLE_WORDS).join(' ');
}

function hasOffice(words: string): boolean {
  return (words.toLowerCase().match(/[\p{L}][\p{L}-]*/gu) ?? []).some((word) => officesOf(word).length > 0);
}

/** The title that stands before a name where a report first gives one: “Velmark’s industry minister”. Null: none does. */
export function titleBefore(text: string, named: readonly Range[]): string | null {
  const titles = named.slice(0, MENTIONS).map(({ start }) => wordsBefore(text, start));
  return titles.find((title) => title !== '' && readWords(title).offices.length > 0) ?? null;
}

/** “, R-N.Y., …”, “ (R., La.)”, “ of Michigan”, “, director of the Quay Institute, …”, “, a Michigan Republican who …”. */
const PARTISAN = /^(?:,| \(| ) ?(?:Jr\.?,? )?(?:[RDI]\b\.?|GOP|Republican|Democrat)[-–—, ]*[^,;)\n]{0,20}/u;
const BEHIND =
  /^(?:,? Jr\.?| \w{0,3}\))?(?:, (?:who|the|an?|now|then)?|,? (?:of|from|at|with|for) | \()[^,;:)“”"\n]{0,90}/u;

function wordsBehind(text: string, at: number): string {
  const line = text.slice(at, at + 110).replace(/^['’]s?\b.*$/su, '');
  const party = PARTISAN.exec(line)?.[0];
  if (party !== undefined) return party;
  const told = BEHIND.exec(line)?.[0] ?? '';
  return told.replace(/(?<=[a-z]{3})[.!?](?:\s.*)?$/su, '').replace(/\b(?:said|told|says|tweeted|wrote|announced)\b.*$/su, ''); // prettier-ignore
}

interface Told extends Facts {
  readonly party: string | null;
}

function readWords(words: string): Told {
  const { places, rest } = takePlaces(words);
  const plain = rest.toLowerCase().replace(/\b(?:attorney|secretary|director|surgeon|solicitor|comptroller)[ -]general\b/gu, 'secretary').replace(/\bchiefs? of staff\b/gu, 'aide').match(/[\p{L}][\p{L}-]*/gu) ?? []; // prettier-ignore
  const offices = plain.flatMap((word) => officesOf(word));
  const party = /\b(?:R|GOP|Republicans?)\b/u.test(words) ? 'R' : /\b(?:D|Democrat(?:ic|s)?)\b/u.test(words) ? 'D' : (/\b(Labou?r|Conservative|Tory|Liberal|Green|Libertarian)\b/u.exec(words)?.[1]?.toLowerCase() ?? null); // prettier-ignore
  const names = (rest.match(/\b\p{Lu}[\p{L}&]{2,}/gu) ?? []).map((word) => word.toLowerCase()).filter((word) => officesOf(word).length === 0 && !COMMON.has(word)); // prettier-ignore
  return { party, places, offices, words: names };
}

/** Words in capitals beside a name that tie nobody to anything. */
const COMMON = new Set('the republican republicans democrat democrats democratic mr mrs ms house senate former then party jr white state states united national american'.split(' ')); // prettier-ignore

let classes: ReadonlyMap<string, readonly string[]> | null = null;

function officesOf(word: string): readonly string[] {
  classes ??= loadOffices();
  return classes.get(word) ?? [];
}

function loadOffices(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  for (const [name = '', words = ''] of readLexicon('offices'))
    for (const word of words.split(';')) table.set(word, [...(table.get(word) ?? []), name]);
  return table;
}

let codes: ReadonlyMap<string, string> | null = null;
/** Words of the longest name of a place. */
const LONGEST = 4;

/** The places that words name, by their codes, and the words without them. */
export function takePlaces(words: string): { readonly places: readonly string[]; readonly rest: string } {
  codes ??= loadCodes();
  const tokens = words.split(/(?<=\s|-|\()|(?=[-,)])/u);
  const places: string[] = [];
  const rest: string[] = [];
  for (let i = 0; i < tokens.length;) {
    const found = longestPlace(tokens, i, codes);
    if (found === null) rest.push(tokens[i++] ?? '');
    else {
      places.push(found.code);
      i += found.size;
    }
  }
  return { places: sorted(places), rest: rest.join('').trim() };
}

function longestPlace(
  tokens: readonly string[],
  at: number,
  table: ReadonlyMap<string, string>,
): { readonly code: string; readonly size: number } | null {
  for (let size = Math.min(LONGEST, tokens.length - at); size > 0; size--) {
    const name = tokens.slice(at, at + size).join('').trim().replace(/['’]s?$/u, ''); // prettier-ignore
    const code = table.get(name) ?? table.get(name.replace(/\.$/u, ''));
    if (code !== undefined) return { code, size };
  }
  return null;
}

/** Names, abbreviations and adjectives of countries and of their first divisions. */
function loadCodes(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const put = (name: string, code: string): void => {
    if (name !== '' && !name.startsWith('!') && !table.has(name)) table.set(name, code);
  };
  for (const [code = '', names = ''] of readLexicon('place-names'))
    if (isDivision(code)) for (const name of names.split(';')) put(name.replace(/^=/u, ''), code);
  for (const [code = '', words = '', name = ''] of readLexicon('demonyms'))
    if (isDivision(code)) for (const word of [...words.split(';'), name]) put(word, code);
  return table;
}

function isDivision(code: string): boolean {
  return /^[A-Z]{2}(?:\.\w+)?$/u.test(code);
}

/** Whether two places can be one's: the same, or one within the other. */
export function mayBeOnePlace(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}
