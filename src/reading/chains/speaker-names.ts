import { headKind, isSeatOfPower, isTitle } from '../../language/heads.ts';
import { firstNameGender } from '../../language/mentions/nouns.ts';
import { nounKind } from './nouns.ts';

/** A name inside a wording; `at`: where it begins there. */
export interface NameAt {
  readonly name: string;
  readonly at: number;
}

/** Small words inside a name: "Ursula von der Leyen", "Osama bin Laden". */
const PARTICLE = /^(?:de|del|della|der|den|di|da|dos|du|van|von|bin|bint|ibn|al|el|la|le|ben|ter|ten|y|e)$/u;

/** Capitalised words that are no name: "on Friday", "the Monday statement". */
const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** Whether a word (by case) is a known first name. */
export function isFirstName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && firstNameGender(word.toLowerCase()) !== null;
}

export function isNameWord(word: string): boolean {
  const bare = word.replace(/['’]s?$/u, '');
  return (/^['’"“‘]?\p{Lu}/u.test(word) || /^(?:al|el)-\p{Lu}/u.test(word)) && !CALENDAR.test(bare);
}

/** The capitalised words at the end of a phrase, with the particles between them. */
export function trailingName(words: readonly string[]): string[] {
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const inside = PARTICLE.test(word) && from < words.length && from > 1;
    if (!isNameWord(word) && !inside) break;
    from--;
  }
  while (PARTICLE.test(words[from] ?? '')) from++;
  if (/^(?:The|A|An|His|Her|Their|Its|Both|Either|Neither|As|But|And|Even)$/u.test(words[from] ?? '')) from++;
  // "the Harbour Board’s Jo Hale" is Jo Hale.
  const owner = words.slice(from, -1).findLastIndex((word) => /['’]s$/u.test(word));
  return words.slice(from + owner + 1);
}

/** The words of a name behind its last title: "Prime Minister Jo Hale" → "Jo Hale"; a bare title keeps its words. */
export function dropTitles(run: readonly string[]): readonly string[] {
  const office = run.slice(0, -1).findLastIndex((word, i) => isTitle(word.replace(/,$/u, '')) || (i < run.length - 2 && isTrade(word))); // prettier-ignore
  const own = run.slice(office + 1);
  // "Attorney General Jo Hale", "General Jo Hale"; "General Harbours" is a firm.
  return own[0] === 'General' && own.length > (office < 0 ? 2 : 1) && !own.some(namesBody) ? own.slice(1) : own;
}

/** "Singer" before "Ada Holm", "Editor-at-large" before "Lars Finn": no first name. */
function isTrade(word: string): boolean {
  if (/\p{Ll}-(?:at-large|in-chief|elect|designate|general)$/iu.test(word) || word === 'Tem') return true;
  // "National", "American": what could be somebody is mostly an adjective here.
  const isNoun = word.length > 4 && !/(?:al|ic|an|ive|['’]s?)$/u.test(word);
  return isNoun && nounKind(word.toLowerCase()) === 'role' && !isFirstName(word);
}

/** Whether a run of capitals is an office and no name: "Prime Minister", "Chief Executive". */
export function isOffice(run: readonly string[]): boolean {
  return run.every((word) => isTitle(word) || headKind(word.toLowerCase()) === 'role' || /\p{Ll}-(?:General|Designate|Elect|at-Large|in-Chief)$/u.test(word)) || (run.length === 2 && isSeatOfPower(run[0] ?? '') && isOffice(run.slice(1))); // prettier-ignore
}

/** What a secretary or a minister is of. */
const PORTFOLIO = /^(?:State|Defen[cs]e|Treasury|Energy|Commerce|Labor|Education|Transportation|Homeland|Justice|Interior|Agriculture|Health|Staff|Finance|Culture|Parliament)$/u; // prettier-ignore
/** … and its second word, in two: "Homeland Security". */
const PORTFOLIO_END = /^(?:Security|Affairs|Services|Policy|Development)$/u;
const PERSON_WORD = /^(?:Mrs?|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt)\.?$/u;

/**
 * A person's name at the end of a wording whose head is an office with more words behind it: "Executive director of the
 * Harbour Board Ada Holm", "engineer and professor Lars Finn", "Undersecretary for Ports Mr. Finn". The last two words,
 * or three around an initial; behind a "Mr." all of them. Null where the capitals may be the office's own ("head of the
 * Harbour Board").
 */
export function nameAfterOffice(piece: string): NameAt | null {
  const words = piece.trim().split(/\s+/u);
  const run = trailingName(words);
  if (run.length === 0 || run.length === words.length) return null;
  const before = words.slice(0, words.length - run.length);
  const title = run.findLastIndex((word) => PERSON_WORD.test(word));
  const near = before.at(-1)?.toLowerCase() ?? '';
  const bare = dropTitles(run);
  let own: readonly string[] | null = null;
  if (title >= 0 && title < run.length - 1) own = run.slice(title + 1);
  else if (run.length >= 2 && ['role', 'unnamed'].includes(headKind(near) ?? '')) own = bare;
  // "a surrogate and former House Leader Jo Hale", "Counselor to the President Jo Hale"
  else if (
    bare.length >= 2 &&
    bare.length < run.length &&
    (/^(?:former|then|fellow|retired|late|ex)$/u.test(near) || hasOffice(before))
  )
    own = bare;
  // "Secretary of State Jo Hale", "Secretary of Homeland Security Jo Hale"
  else if (run.length >= 3 && near === 'of' && PORTFOLIO.test(run[0] ?? ''))
    own = run.slice(PORTFOLIO_END.test(run[1] ?? '') ? 2 : 1); // prettier-ignore
  else if (/^(?:of|for|at|the|to|-|–|&)$/u.test(near) && hasOffice(before)) own = nameAtEnd(run);
  const first = own?.[0];
  if (!own || first === undefined || own.some((word) => namesBody(word))) return null;
  const name = own.join(' ').replace(/['’]s?$/u, '');
  return { name, at: piece.lastIndexOf(own.join(' ').startsWith(first) ? first : '') };
}

function hasOffice(words: readonly string[]): boolean {
  return words.some((word) => headKind(word.toLowerCase()) === 'role' || isOffice([word]));
}

/** The last two of at least four capitals, three around an initial; of three where a first name says so: "House Ada Holm". */
function nameAtEnd(run: readonly string[]): readonly string[] | null {
  if (run.length < 3) return null;
  if (run.length === 3 && isSeatOfPower(run[0] ?? '')) return run.slice(1);
  if (run.length === 3 && !isFirstName(run[1] ?? '')) return null;
  return run.slice(/^\p{Lu}\.$/u.test(run.at(-2) ?? '') ? -3 : -2);
}

/** "Board", "Ministry": a word that makes a run of capitals the name of a body. */
export function namesBody(word: string): boolean {
  return ['organization', 'government'].includes(headKind(word.toLowerCase()) ?? '');
}
