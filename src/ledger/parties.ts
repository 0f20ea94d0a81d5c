import type { Reading } from '../reading/reading.ts';
import { findOutletNamed } from '../language/outlets.ts';
import { splitName } from './propositions/actors.ts';

/** Words of office that stand between a body and its person, or behind the person before the body. */
const OFFICE = '(?:\\p{Ll}+[ -]){0,3}(?:spokes(?:man|woman|person|people)|chief executive(?: officer)?|CEO|CFO|COO|president|chair(?:man|woman|person)?|founder|co-founder|director|minister|secretary|head|chief|manager|executive|officer|ambassador|governor|mayor|commissioner|representative|reps?|official|press officer|attorney|lawyer|publicist|agent|adviser|advisor)s?'; // prettier-ignore
const BODY = '\\p{Lu}[\\p{L}\\p{N}&.-]*(?: \\p{Lu}[\\p{L}\\p{N}&.-]*){0,3}';
const BEFORE = new RegExp(`(?<body>${BODY})(?:['’]s)? ${OFFICE},? ?$`, 'u');
const BEHIND = new RegExp(`^,? (?:(?:the|an?) )?${OFFICE} (?:of|for|at|from|to|with) (?:the )?(?<body>${BODY})`, 'u');
/** “A spokesman for the Industry Ministry, Piet Lomar”. */
const FOR = new RegExp(`${OFFICE} (?:of|for|at|from|with) (?:the )?(?<body>${BODY}), $`, 'u');
/** “Ministry spokeswoman Mirela Dorn”, of a ministry that was named before. */
const AGAIN = new RegExp(`(?:^|[^\\p{L}])(?<noun>[Mm]inistry|[Dd]epartment|[Aa]gency|[Bb]ank|[Cc]ouncil|[Uu]nion|[Cc]ommission) ${OFFICE},? $`, 'u'); // prettier-ignore
const COMMA = new RegExp(`^, (?:the )?(?<body>${BODY})(?:['’]s)? ${OFFICE}`, 'u');

const FRONT = new RegExp(`^(?<body>${BODY})(?:['’]s)? ${OFFICE}\\b`, 'u');
const AFTER = new RegExp(`^(?:${OFFICE}) (?:of|for|at|from|with) (?:both )?(?:the )?(?<body>${BODY})`, 'iu');
const PAPER = new RegExp(`^(?<body>${BODY})['’]s? (?:\\p{Ll}+ ){0,2}(?:announcement|statement|press release|filing|blog post|website|report|letter|memo)\\b`, 'u'); // prettier-ignore
const OWNER = new RegExp(`(?<body>${BODY})['’]s $`, 'u');

/** The body that a source's words name beside an office: "A spokeswoman for HP" and "Apple spokesman Tom Holm". Null: none. */
export function partyInWords(wording: string): string | null {
  const plain = wording.replace(/^(?:an?|the|one|some) /iu, '');
  return FRONT.exec(plain)?.groups?.body ?? AFTER.exec(plain)?.groups?.body ?? PAPER.exec(plain)?.groups?.body ?? null;
}

/** Persons and the body that a report gives each: "Apple CEO Tim Holm", "Jo Berg, chairman of Saltmere". */
export function findParties({ report, entities }: Reading): ReadonlyMap<string, string> {
  const parties = new Map<string, string>();
  for (const entity of entities) {
    if (entity.kind !== 'person' && entity.kind !== 'unknown') continue;
    for (const { start, end, why } of entity.mentions) {
      if (!why.includes('name') || parties.has(keyOfName(entity.name))) continue;
      const before = report.text.slice(Math.max(0, start - 90), start);
      const behind = report.text.slice(end, end + 120);
      const body = BEFORE.exec(before)?.groups?.body ?? BEHIND.exec(behind)?.groups?.body ?? COMMA.exec(behind)?.groups?.body ?? FOR.exec(before)?.groups?.body ?? namedAgain(report.text, start) ?? outletBefore(before); // prettier-ignore
      if (body !== undefined) parties.set(keyOfName(entity.name), body);
    }
  }
  return parties;
}

/** The body last named before whose noun stands before the name at `at`, small: “the Trade Ministry said … ministry spokeswoman”. */
function namedAgain(text: string, at: number): string | undefined {
  const noun = AGAIN.exec(text.slice(Math.max(0, at - 90), at))?.groups?.noun;
  if (noun === undefined) return undefined;
  const full = `${noun[0]?.toUpperCase() ?? ''}${noun.slice(1).toLowerCase()}`;
  const named = [...text.slice(0, at).matchAll(new RegExp(`(?:\\p{Lu}[\\p{L}’'-]* ){1,3}${full}\\b`, 'gu'))];
  return named.at(-1)?.[0];
}

/** "Holm Post's Jo Berg" is a reporter of Holm Post's. */
function outletBefore(before: string): string | undefined {
  const name = OWNER.exec(before)?.groups?.body;
  return name !== undefined && findOutletNamed(name) ? name : undefined;
}

/** “Karrow’s spokesman” is of whom she is of, where she is told of by her full name and office. */
export function followPersons(parties: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const bodyOf = (name: string): string | undefined => {
    const last = keyOfName(name);
    return [...parties].find(([person]) => person === last || person.endsWith(` ${last}`))?.[1];
  };
  return new Map([...parties].map(([person, body]) => [person, bodyOf(body) ?? body]));
}

/** One key for the forms of a name: "Hewlett-Packard Co." and "Hewlett Packard" are `hewlett packard`. */
export function keyOfName(name: string): string {
  return splitName(name).join(' ');
}

/** Whether two names may mean one body: the same words, one's words within the other's, or one the other's letters. */
export function isSameBody(a: string, b: string): boolean {
  return areOneBody(splitName(a), splitName(b));
}

/** The same of names that `splitName` has split. */
export function areOneBody(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const within = (few: readonly string[], many: readonly string[]): boolean => few.every((word) => many.includes(word));
  const letters = (words: readonly string[]): string => words.map((word) => word[0]).join('');
  const shortens = (short: readonly string[], long: readonly string[]): boolean => short.length === 1 && long.length > 1 && short[0] === letters(long); // prettier-ignore
  return within(left, right) || within(right, left) || shortens(left, right) || shortens(right, left);
}
