import { headKind, isGenericNoun } from '../language/heads.ts';
import { headNoun, headPhrase, isShare, officeOfBody, quantityOf, singularOf } from './chains/phrases.ts';
import { namesPeople } from './chains/nouns.ts';
import type { ChainLink } from './reading.ts';

export type Unnamed = NonNullable<ChainLink['unnamed']>;

const TWO =
  /^(?:(?:the|these|those|his|her|their|its|at least|just|only|another)\s+)*(?:two|both|a (?:pair|couple) of)\b/iu;
const ONE = /^(?:(?:the|at least|just|only)\s+)?(?:a|an|one|another|somebody|someone)\b/iu;
const GROUP = /^an? (?:\p{Ll}+ )?(?:few|number|handful|dozen|group|coalition|majority|panel|crowd|chorus|range|series|team|trio|quartet|host|string|generation|wave|mass|set|swath|army|wall|slew|raft|crop)\b|^(?:(?:about|around|nearly|almost|some|more than|at least|over)\s)*(?:\p{L}+\s)?(?:dozen|hundred|thousand|million)\b/iu; // prettier-ignore
const MANY =
  /^(?:(?:the|his|her|their|its|at least|about|around|nearly|almost|more than|over)\s+)*(?:several|many|some|most|few|multiple|other|others|numerous|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands|all|people|those|\d+(?!-))\b/iu;
const CLOSENESS =
  /\b(?:(?:directly |personally |intimately )?(?:familiar with|knowledgeable (?:about|of))|close to|around(?= (?:him|her|them)\b)|with (?:(?:direct|first-?hand|detailed|intimate|inside|some) )*knowledge of|(?:who (?:was|were|is|are|had been|has been|have been) )?briefed on|(?:who (?:is|are|was|were) )?privy to|(?:who (?:was|were|is|are) )?(?:directly )?involved (?:in|with)|aware of|(?:who (?:has|have|had) |having )(?:directly )?(?:seen|read|reviewed|heard|witnessed)|with (?:close )?ties to|with access to|near to|in (?:the )?know about|present (?:at|during)|(?:in|inside) the (?:meeting|room|talks)(?= |$)|who (?:attended|took part in|participated in|worked (?:closely )?with)|on the (?:set|scene|ground|inside))(?:\s[^,;.]+|(?=$|[,;.]))/iu;
const CONDITION =
  /\b(?:on (?:the )?(?:strict )?(?:condition (?:of anonymity|that (?:he|she|they|his|her|their)[^,.;]*)|background(?! (?:checks?|investigations?|screenings?)\b)|basis of anonymity)|under (?:the )?condition of anonymity|(?:ask|request|wish|declin|refus|insist|prefer|want|agree)\w* (?:not )?(?:to|on) (?:not )?(?:be(?:ing)? (?:named|identified|quoted)|remain(?:ing)? (?:anonymous|unnamed)|anonymity|speak(?:ing)? anonymously)|(?:was|were|been) granted anonymity|granted anonymity|(?:speaking|spoke|speaks|speak) (?:anonymously|off the record|privately)|(?:who|whose) (?:(?:was|were|is|are|could|can|did|does|do)(?: not|n['’]t)? (?:be )?(?:named|identified)|names? (?:was|were|is|are|has been|have been) (?:withheld|changed)[^,.;]*)|(?:who (?:was|were|is|are|was not|were not)? ?not|(?:was|were|is|are)(?: not|n['’]t)|not|without being) authori[sz]ed to [^,.;]*)/iu;
const REASON =
  /\b(?:because|since|for fear of|out of fear|fearing|citing|as (?:(?:he|she|they) (?:was|were|is|are) not authori[sz]ed|the)|due to|owing to|in order to|given the|so as not to|to (?:discuss|describe|avoid|protect|speak (?:candidly|freely|frankly|openly)|talk about|share|disclose) )[^.;”"]*/iu;

/**
 * What the words say of a source that they leave unnamed: how many, their office, whose people they are, how near they
 * stand to the matter, why they are not named, and whether they spoke at all or are people at large. `around`: the rest
 * of the sentence, where the reason often stands; `cue`: the words of telling. Null where the words do not say.
 */
export function describeUnnamed(wording: string, around: string, cue = ''): Unnamed {
  const head = headPhrase(wording);
  const office = officeOfBody(wording);
  const condition = CONDITION.exec(wording) ?? CONDITION.exec(around);
  const tail = condition ? `${condition[0]}${condition.input.slice(condition.index + condition[0].length)}` : '';
  return {
    wording,
    number: numberOf(wording, head),
    position: office === null ? positionOf(head) : singularOf(office),
    affiliation: affiliationOf(wording, head),
    closeness: CLOSENESS.exec(wording)?.[0].trim() ?? null,
    reason: condition ? (REASON.exec(tail)?.[0] ?? condition[0]).replace(/[,\s]+(?:said|says|told|added)?\s*$/u, '') : null, // prettier-ignore
    generic: isGeneric(wording, head, cue, condition !== null),
  };
}

function numberOf(wording: string, head: string): Unnamed['number'] {
  if (/^(?:not |almost |nearly )?(?:everyone|everybody|anyone|anybody|no one|nobody|none|you)\b/iu.test(wording))
    return 'unknown';
  if (/^(?:at least )?(?:one|another) of\b/iu.test(wording)) return 'one';
  if (/^(?:one|two) or (?:more|two)\b/iu.test(wording)) return 'several';
  if (isShare(wording) || /^so many\b/iu.test(wording)) return 'several';
  if (/^(\p{Ll}+) after \1\b/iu.test(wording)) return 'several';
  // "both deans and wardens" are two kinds.
  if (/^both \p{L}+s and \p{L}+s\b/iu.test(wording)) return 'several';
  if (TWO.test(wording) && !GROUP.test(wording)) return 'two';
  if (ONE.test(wording) && !GROUP.test(wording)) return 'one';
  if (MANY.test(wording) || GROUP.test(wording)) return 'several';
  const last = headNoun(head);
  if (/(?:[^s]s|men|people|children|police|staff|alumni|clergy|personnel)$/u.test(last)) return 'several';
  return headKind(last) === null && last === '' ? 'unknown' : 'one';
}

const DETERMINERS =
  /^(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|several|some|many|most|few|no|so|such|current|and|other|another|both|multiple|numerous|unnamed|anonymous|unidentified|unspecified|their|his|her|its|our|my|these|those|all|more|at|least|of|own|not|even|every|each|single|nearly|almost|than|about|around|over|roughly|as|number|handful|couple|pair|group|dozens?|scores|hundreds|thousands|coalition|majority|panel|crowd|team|range|\p{N}+)$/iu;
/** Heads that say of the speaker no more than that there is one. */
const ANYBODY =
  /^(?:people|persons?|others?|someone|somebody|everyone|everybody|anyone|anybody|nobody|one|ones|those|many|most|some|few|all|both|none|men|women|man|woman|americans|britons|[a-z]*(?:democrats?|republicans?|conservatives?|liberals?|tory|tories|moderates?|progressives?|independents?)|public|you|they|folks?)$/u;

/** The office or trade, of one of them, with what grades it: "two former senior CIA officers" → "former senior officer". */
function positionOf(head: string): string | null {
  const own = head.slice(quantityOf(head).length);
  const bare = own.trim().replace(/['’]s?$/u, '');
  const words = bare.split(/\s+/u).filter((word) => !DETERMINERS.test(word) && !/['’]s?$/u.test(word));
  const last = words.at(-1) ?? '';
  if (last === '' || ANYBODY.test(last.toLowerCase()) || /^(?:.*(?:thirds?|quarters?|fourths?|fifths?)|half|majority|plurality|minority|percent|\d.*|%)$/u.test(last.toLowerCase())) return null; // prettier-ignore
  const opens = words[0] !== undefined && isPlainAdjective(words[0].toLowerCase());
  const plain = words.slice(0, -1).map((word, i) => (i === 0 && opens ? word.toLowerCase() : word));
  const grades = plain.filter((word) => !/^\p{Lu}/u.test(word) && !isBodyWord(word));
  const office = /^\p{Lu}{2,}s?$/u.test(last) ? last : last.toLowerCase();
  return [...grades, singularOf(office)].join(' ');
}

/** "campaign", "government", "show": a noun before the head that says whose people they are. */
function isBodyWord(word: string): boolean {
  return /^(?:organization|government|outlet)$/u.test(headKind(word.toLowerCase()) ?? '') && !/^(?:defen[cs]e|state)$/u.test(word); // prettier-ignore
}

/** Whose people they are: "officials at the Health Ministry", "White House aides", "Acme's lawyers", "campaign staff". */
function affiliationOf(wording: string, head: string): string | null {
  const own = head.slice(quantityOf(head).length);
  const quantity = wording.length - wording.trimStart().length + quantityOf(head).length;
  const after = wording.slice(quantity + own.length);
  const named =
    /^\s*(?:,\s*)?(?:of|for|from|at|in|on|with|inside|within|to(?=\s+(?:(?:the|his|her|their)\s+)?\p{Lu}))\s+((?:(?:the|its|his|her|their|a|an)\s+)?(?:(?!who\b|that\b|which\b|and\b(?! \p{Lu})|on\b|familiar\b|with\b)[^\s,;:()]+\s*)+)/u.exec(
      after,
    )?.[1];
  const isPoll = named !== undefined && /\b(?:polls?|surveys?|average)\b/iu.test(named);
  const near = named === undefined ? null : /\s(?:in|inside) the (?:meeting|room|talks)$/u.exec(named.trim());
  if (named !== undefined && near) return named.trim().slice(0, near.index);
  if (named !== undefined && !isPoll && !/^(?:(?:direct|first-?hand|detailed|intimate|inside) )*(?:knowledge|condition|access|ties)\b|^(?:social media|twitter|sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/iu.test(named)) return named.trim(); // prettier-ignore
  const owner = /^(?:(?:the|a|an)\s+)?(.+?)['’]s?\s/u.exec(own)?.[1];
  if (owner !== undefined) return owner;
  return modifiersOf(own.split(/\s+/u));
}

/** "Scientology officials", "two US senators", "campaign aides": capitals, or a body's noun, before the head. */
function modifiersOf(words: readonly string[]): string | null {
  const before = words.slice(0, -1).filter((word) => !DETERMINERS.test(word));
  const run = before.filter((word, i) => {
    const opens = word === words[0];
    const capital = /^\p{Lu}/u.test(word);
    if (opens && capital) return isBodyWord(word) || !isPlainAdjective(word.toLowerCase());
    return capital || isBodyWord(word) || (word === 'show' && i === before.length - 1);
  });
  if (run.length > 0) return run.join(' ');
  const only = words.at(-1) ?? '';
  return /^(?:Democrats?|Republicans?|Tory|Tories|Conservatives?|Liberals?|Labour)$/u.test(only) ? only : null;
}

/** A word that opens the sentence in capitals without being a name: "Former officials", "Legal experts". */
function isPlainAdjective(word: string): boolean {
  if (/^(?:republican|democrat|democratic|tory)$/u.test(word)) return false;
  return /(?:al|ic|ous|ive|ful|less|ary|ed|ing|er|or|ior|ist|tive|ble)$/u.test(word) || /^(?:top|key|close|local|young|old|new|tax|law|health|security|climate|energy|trade|market|industry|campaign|defense|defence|intelligence|sport|media|press|union|hospital|school|police)$/u.test(word) || headKind(word) !== null; // prettier-ignore
}

const SPOKE =
  /\b(?:said|told|added|confirmed|explained|recalled|warned|cautioned|wrote|asked|described|reported|commented|claimed|speaking|spoke|offer(?:ing|ed)|accord(?:ing)?|interview|insisted|acknowledged|revealed|disclosed|stated|testified)\b/iu;
const OPINION =
  /\b(?:believes?|thinks?|suspects?|fears?|hopes?|wants?|expects?|worr(?:y|ies)|feels?|agrees?|considers?|doubts?|sees?|regards?|views?|assumes?|prefers?|supports?|opposes?|loves?|hates?|might|would|could|should|must|may|will|rall(?:y|ied)|protest(?:s|ed)?)\b/iu;

/** "everyone else", "the religious right", "the rest of us". */
const AT_LARGE =
  /^(?:nearly |almost |virtually )?(?:everyone|everybody|anyone|anybody|no one|nobody)\b|^the (?:\p{L}+ )?(?:world|left|right|grassroots|faithful|rest of us)$/iu;

/** People at large: "critics say", "many experts believe"; not who told it under a condition, nor who "said" it at a time. */
function isGeneric(wording: string, head: string, cue: string, hasCondition: boolean): boolean {
  if (hasCondition || CLOSENESS.test(wording)) return false;
  // "56 percent of voters" answered a poll.
  if (isShare(wording)) return true;
  const noun = headNoun(head);
  const kind = headKind(noun);
  if (/^(?:someone|somebody)$/u.test(noun)) return false;
  if (/^(?:an?|the|one) (?:\p{Ll}+ )?generation of\b/iu.test(wording) || (/^to\s/u.test(cue) && !SPOKE.test(cue)))
    return true;
  // "the Norlanders said": a people
  if (namesPeople(head.split(/\s+/u).at(-1) ?? '') && !/^(?:one|two|three|four|five|\p{N}+|several|another)\b/iu.test(wording)) return true; // prettier-ignore
  if (/^(?:everyone|everybody|anyone|anybody|nobody|you|none|no one)$/u.test(noun)) return true;
  if (AT_LARGE.test(wording)) return true;
  if (/^(?:one|two|three|four|five|six|seven|eight|nine|ten|\p{N}+|the|this|that|another)\b/iu.test(wording) && !/^the (?:public|people|crowd)\b/iu.test(wording) && !isGenericNoun(noun)) return false; // prettier-ignore
  const spoke = SPOKE.test(cue);
  if (/^(?:an?)\s/iu.test(wording) && !GROUP.test(wording)) return /\b(?:might|would|could|may)\b/iu.test(cue) && kind !== 'unnamed'; // prettier-ignore
  if (isGenericNoun(noun)) {
    if (/^(?:several|two|three|four|five|six|seven|eight|nine|ten|\p{N}+|dozens|a (?:number|handful|couple|pair|few|dozen))\b/iu.test(wording)) return OPINION.test(cue) && !spoke; // prettier-ignore
    return !(spoke && /^(?:some|one|an?|other)\b/iu.test(wording));
  }
  if (kind === 'unnamed' && !/^(?:people|persons?|workers?|employees|staff)$/u.test(noun)) return false;
  if (/^(?:many|most|few|all|no|any)\b/iu.test(wording))
    return !/\b(?:said|told|added|explained|recalled)\b/iu.test(cue);
  return OPINION.test(cue) && !spoke;
}
