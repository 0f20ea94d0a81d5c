import { readLexicon } from '../../base/lexicon.ts';
import type { Range } from '../spans.ts';
import { codeOf } from './key.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Meaning } from './candidates.ts';
import { governs } from './use.ts';

/** Whether a sighting of a gazetteer's name is one of a place: `possible` where the text must say so elsewhere. */
export type Sureness = 'sure' | 'possible' | 'no';

const LOCATIVE = /(?:^|[\s(“"])(?:in|at|near|from|to|of|outside|inside|around|through|throughout|toward|towards|into|via|between|across|over|off|visit(?:s|ed|ing)?|reach(?:ed)?|north|south|east|west|northern|southern|eastern|western|central|downtown)(?: the)?\s$/iu; // prettier-ignore
/** Before a name these make it a person's. */
const PERSONAL = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|Prof|Professor|Sen|Rep|Gov|Gen|Col|Capt|Sgt|Lt|Judge|Justice|President|Senator|Governor|Minister|Secretary|General|Pope|Prince|Princess|King|Queen|Aunt|Uncle|Captain|Sergeant|Detective|Officer|Mayor|Councilman|Councilwoman|Rev|Father|Sister|Brother|Coach)\.?\s$/u; // prettier-ignore
/** Codes of states that are words in capitals as well: a state behind "Tulsa, ". */
const WORD_LIKE = /^(?:OK|ID|IN|ME|OR|HI|OH|MA|PA|MS|CO|DE|AL|AS)$/u;
/** After a name these make it a disease's, or money. */
const NOT_HERE = /^(?:\$| (?:virus|flu|fever|disease|syndrome|strain|ebolavirus)\b)/u;
/** Before "of" these make a body's name of it. */
const BODY_OF = /(?:University|Bank|Voice|Corporation|College|Institute|Church|Duke|Prince|School|Association|Society|Journal|Academy) of (?:the )?$/u; // prettier-ignore
/** What stands with a capital before a name and is no part of it. */
const LEADER = /^(?:The|A|An|In|At|From|On|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|Downtown|Both|While|But|And|Since|After|Before|Near|Outside|When|As|Over|Across)$/u; // prettier-ignore
/** States that stand before any body's name ("U.S. Army", "UK Treasury"). */
const ADJECTIVE = /^(?:U\.?S\.?|U\.?K\.?|E\.?U\.?|United States)$/u;

/** On the scale of a candidate's prior: 160,000 inhabitants; thirty. */
const CITY = 5.2;
const HAMLET = 1.5;

/** By what the name is, what stands beside it, whether a sure one stands before it in a list, and whose surname it is. */
export function judgeSighting(
  gazetteer: Gazetteer,
  text: string,
  range: Range,
  meaning: Meaning,
  around: { readonly listed: boolean; readonly surnames: ReadonlySet<string> },
): Sureness {
  if (meaning.demonym) return 'sure';
  const first = meaning.candidates.list[0];
  const name = text.slice(range.start, range.end);
  const before = text.slice(Math.max(0, range.start - 24), range.start);
  const after = text.slice(range.end, range.end + 24);
  if (!first || isOther(gazetteer, text, range, name, before, after, around.surnames)) return 'no';
  const kind = gazetteer.kindOf(first.entry);
  const large = kind !== 'town' && kind !== 'county';
  const opens = /(?:^|[.!?:”"]\s+|\n\s*)$/u.test(before);
  const joined = /(\p{Lu}[\p{L}.’'-]*) $/u.exec(before)?.[1];
  if (joined && !opens && !LEADER.test(joined)) return 'possible';
  const located = LOCATIVE.test(before) || around.listed || (/^, \p{Lu}/u.test(after) && !opens);
  if (loadWords().ordinary.has(name)) {
    const speaks = (kind === 'country' || kind === 'capital') && governs(text.slice(range.end, range.end + 90));
    return located || speaks || (large && first.prior > 6.4 && !opens) ? 'sure' : 'possible';
  }
  if (large) return first.prior > 5 || located || name.includes(' ') ? 'sure' : 'possible';
  if (located && first.prior > HAMLET) return 'sure';
  return first.prior > CITY || (/ |-/u.test(name) && first.prior > 3.5) ? 'sure' : 'possible';
}

/** Whether the name is surely a person's, a body's, a month's. */
function isOther(
  gazetteer: Gazetteer,
  text: string,
  range: Range,
  name: string,
  before: string,
  after: string,
  surnames: ReadonlySet<string>,
): boolean {
  const { never, follower } = loadWords();
  if (never.has(name) || surnames.has(name)) return true;
  if (WORD_LIKE.test(name) && !before.endsWith(', ')) return true;
  if (PERSONAL.test(before) || NOT_HERE.test(after) || BODY_OF.test(before) || before.endsWith('/')) return true;
  const next = /^ (\p{Lu}\p{L}*)/u.exec(after)?.[1];
  if (next && !follower.has(next) && !ADJECTIVE.test(name)) return true;
  return isShouted(name) && gazetteer.find(codeOf(name) ?? '').entries.length === 0 && !isDateline(text, range);
}

/** Capitals that are no code of a state: some body's letters, or a dateline. */
function isShouted(name: string): boolean {
  return /^[\p{Lu} .]{4,}$/u.test(name) && !name.includes('.');
}

function isDateline(text: string, range: Range): boolean {
  const opens = /(?:^|\n\s*)$/u.test(text.slice(Math.max(0, range.start - 4), range.start));
  return opens && /^(?:, [\p{L}. ]{2,20})?(?: \([^)]{2,30}\))? ?[-–—:]/u.test(text.slice(range.end, range.end + 60));
}

interface Words {
  readonly never: ReadonlySet<string>;
  readonly ordinary: ReadonlySet<string>;
  readonly follower: ReadonlySet<string>;
}

let held: Words | null = null;

function loadWords(): Words {
  const of = (kind: string): Set<string> => new Set(readLexicon('place-words').filter((row) => row[1] === kind).map((row) => row[0] ?? '')); // prettier-ignore
  held ??= { never: of('never'), ordinary: of('ordinary'), follower: of('follower') };
  return held;
}

/** Whether many people are called so. */
export function isOrdinary(word: string): boolean {
  return loadWords().ordinary.has(word);
}

/** Whether no report means a place by the word. */
export function isNoPlace(word: string): boolean {
  return loadWords().never.has(word);
}
