import { headKind } from '../language/heads.ts';
import type { ChainLink } from './reading.ts';

export type Unnamed = NonNullable<ChainLink['unnamed']>;

const TWO = /^(?:(?:the|these|those|his|her|their|its|at least)\s+)*(?:two|both|a (?:pair|couple) of)\b/iu;
const ONE = /^(?:a|an|one|another|somebody|someone)\b/iu;
const MANY = /^(?:several|many|some|most|few|a (?:few|number|handful|dozen) of|multiple|other|others|numerous|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands|all|people|\d+)\b/iu; // prettier-ignore
const CLOSENESS = /\b(?:(?:directly |personally )?familiar with|close to|with (?:direct |first-?hand |detailed |intimate )?knowledge of|(?:who (?:was|were|is|are|had been) )?briefed on|privy to|(?:who (?:was|were) )?involved in|aware of|who (?:has|have) seen|with ties to)\s[^,;.]+/iu; // prettier-ignore
const CONDITION = /\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they|his|her|their)[^,.;]*)|(?:ask|request|wish|declin|refus|insist|prefer|want)\w* (?:not )?to (?:not )?(?:be (?:named|identified|quoted)|remain (?:anonymous|unnamed)|speak anonymously)|speaking anonymously|spoke anonymously|who (?:was|were|is|are|was not|were not)? ?not authori[sz]ed to [^,.;]*|(?:was|were|is|are)(?: not|n['’]t) authori[sz]ed to [^,.;]*)/iu; // prettier-ignore
const REASON = /\b(?:because|since|for fear of|fearing|citing|as (?:he|she|they) (?:was|were|is|are) not authori[sz]ed|due to|owing to|to (?:discuss|describe|avoid|protect) )[^.;”"]*/iu; // prettier-ignore

/**
 * What the words say of a source that they leave unnamed: how many, their office, whose people they are, how near they
 * stand to the matter, and why they are not named. `around`: the rest of the sentence, where the reason often stands.
 * Null where the words do not say.
 */
export function describeUnnamed(wording: string, around: string): Unnamed {
  const head = headPhrase(wording);
  const condition = CONDITION.exec(wording) ?? CONDITION.exec(around);
  const tail = condition ? `${condition[0]}${condition.input.slice(condition.index + condition[0].length)}` : '';
  return {
    wording,
    number: numberOf(wording, head),
    position: positionOf(head),
    affiliation: affiliationOf(wording, head),
    closeness: CLOSENESS.exec(wording)?.[0].trim() ?? null,
    reason: condition ? (REASON.exec(tail)?.[0] ?? condition[0]).trim() : null,
  };
}

/** "Health and Human Services": an "and" between capitals is part of a name. */
const NAMED_AND = /\p{Lu}[\p{L}.]* and (?=\p{Lu}[\p{L}]*)/gu;

/** A noun phrase up to what follows its head: "a senior official at the bank" → "a senior official". */
export function headPhrase(wording: string): string {
  const number = /^(?:a (?:number|handful|couple|pair|few|dozen|group)|one|two|three|some|many|most|several|dozens|scores|hundreds|thousands) of /iu.exec(wording)?.[0] ?? ''; // prettier-ignore
  const rest = wording.slice(number.length);
  const stop = /[,;:(]|\s[—–-]\s|\s(?:of|for|in|at|from|with|who|whom|whose|that|which|by|on|to|about|close|familiar|briefed|and|or|as|after|before|near|inside|within|under|during|speaking|including|working|involved|aware|privy|based|known|named|called|cited|quoted)\b/iu.exec(rest.replace(NAMED_AND, (name) => name.replace(' and ', '_and_'))); // prettier-ignore
  return number + (stop && stop.index > 0 ? rest.slice(0, stop.index) : rest).trim();
}

function numberOf(wording: string, head: string): Unnamed['number'] {
  if (/^(?:at least )?(?:one|another) of\b/iu.test(wording)) return 'one';
  if (TWO.test(wording)) return 'two';
  if (ONE.test(wording) && !/^(?:a (?:few|number|handful|dozen))\b/iu.test(wording)) return 'one';
  if (MANY.test(wording)) return 'several';
  const last = head.split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  if (/(?:[^s]s|men|people|children|police|staff)$/u.test(last)) return 'several';
  return headKind(last) === null ? 'unknown' : 'one';
}

const DETERMINERS = /^(?:the|a|an|one|two|three|four|five|six|several|some|many|most|few|other|another|both|multiple|numerous|unnamed|anonymous|unidentified|their|his|her|its|our|these|those|all|more|at|least|of|\d+)$/iu; // prettier-ignore

/** The office or trade with what grades it: "two former senior CIA officers" → "former senior officers". */
function positionOf(head: string): string | null {
  const words = head.split(/\s+/u).filter((word) => !DETERMINERS.test(word) && !/['’]s?$/u.test(word));
  const last = words.at(-1)?.toLowerCase() ?? '';
  if (/^(?:sources?|people|persons?|insiders?|others|witness(?:es)?|eyewitness(?:es)?)$/u.test(last)) return null;
  const position = words.filter((word, i) => !/^\p{Lu}/u.test(word) || i === words.length - 1).join(' ');
  return headKind(last) === null || position === '' ? null : position;
}

/** Whose people they are: "officials at the Health Ministry", "White House aides", "Acme's lawyers". */
function affiliationOf(wording: string, head: string): string | null {
  const after = wording.slice(head.length);
  const named = /^\s*(?:,\s*)?(?:of|for|from|at|in|with|inside|within)\s+((?:(?:the|its|his|her|their|a|an)\s+)?(?:(?!who\b|that\b|which\b|and\b|on\b|familiar\b|with\b)[^\s,;:()]+\s*)+)/u.exec(after)?.[1]; // prettier-ignore
  if (named !== undefined && !/^(?:direct |first-?hand )?knowledge\b/iu.test(named)) return named.trim();
  const owner = /^(.+?)['’]s?\s/u.exec(head)?.[1];
  if (owner !== undefined) return owner.replace(/^the /iu, '');
  const words = head.split(/\s+/u);
  const from = words.findIndex((word, i) => /^\p{Lu}/u.test(word) && (i > 0 || headKind(word.toLowerCase()) === null) && !DETERMINERS.test(word)); // prettier-ignore
  if (from < 0 || from >= words.length - 1) return null;
  const run: string[] = [];
  for (const word of words.slice(from, -1)) {
    if (!/^\p{Lu}/u.test(word)) break;
    run.push(word);
  }
  return run.join(' ');
}
