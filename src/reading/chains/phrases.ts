import { headKind } from '../../language/heads.ts';

/** "Health and Human Services": an "and" between capitals is part of a name. */
const NAMED_AND = /\p{Lu}[\p{L}.]* and (?=\p{Lu}[\p{L}]*)/gu;

const QUANTITY =
  /^(?:(?:only|just|even|merely) )?(?:(?:an? (?:\p{Ll}+ )?)?[\d.]+ ?(?:%|percent|per cent) of |(?:(?:nearly|almost|about|roughly|some|more than|fewer than|over) )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out of) (?:every )?(?:\d+|two|three|four|five|six|ten|hundred)\b ?(?:of )?(?=\p{L})|[\d,]+ (?:out )?of |(?:an? (?:\p{Ll}+ )?(?:number|handful|couple|pair|few|dozen|group|coalition|majority|panel|crowd|chorus|range|series|team|trio|quartet|host|string|generation|wave|succession|line|flood|parade|procession|legion|array|cadre|contingent|throng|mob|crop|flurry|litany|segment|wall|army)|much|(?:(?:nearly|almost|about|roughly|more than|over) )?(?:half|an? (?:third|quarter|fifth)|(?:one|two|three)-(?:third|quarter|fifth)s?)|(?:(?:nearly|almost) )?all|one|two|three|four|five|six|some|many|most|several|(?:dozens|scores|hundreds|tens) of thousands|dozens|scores|hundreds|thousands|millions|billions|an? mass|an? set|lots|plenty|(?:large )?segments|(?:(?:about|nearly|some|roughly|more than|at least) )?(?:two|three|four|a|a half|half a) dozen|an? (?:\p{Ll}+ )?(?:percentage|share|proportion|chunk|slice|clutch|bunch|lot|slew|raft|swath|fraction)|a? ?few|all|both|none|either|neither) of )/iu;

/** What follows the head of a noun phrase: a preposition, a clause, a participle, a pronoun ("experts I spoke to"). */
const BEHIND =
  /[;:(]|,(?!\d)|\s(?:[—–-]|--)(?:\s|$)|(?<![\p{L}\d])–|–(?![\p{L}\d])|\s(?:without|nationally|present|trying|linked|aged|eligible|of|for|in|at|from|with|who|whom|whose|that|which|by|on|to|about|close|directly|personally|knowledgeable|familiar|briefed|and|or|as|after|before|near|inside|within|under|during|speaking|including|working|involved|aware|privy|based|known|named|called|cited|quoted|released|published|issued|conducted|obtained|seen|reviewed|viewed|leaked|shared|posted|across|around|against|between|among|behind|outside|over|like|such|led|commissioned|involving|I|we|he|she|they|out|alone|still|ages|next to|last (?:week|month|year|night)|this (?:week|month|year|morning|\p{Lu}\p{L}*)|(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|surveyed|polled|interviewed|filed|compiled|overall|themselves|himself|herself|itself|there|here|today|nationwide|everywhere|elsewhere|alike|(?:\p{Ll}+-)?(?:(?!(?:advertising|marketing|spending|funding|messaging|filing|building|meeting|hearing|briefing|ruling|finding|warning|polling|reporting|testing|training|recording|writing|painting|listing|rating|ranking|gathering|posting|offering|opening|closing|setting|feed|seed|need|speed|creed|breed|deed|weed)\s)\p{Ll}{3,}(?:ed|ing)|taken|done|held|written|sent|drawn|given) (?:by|in|on|over|across|to|at|with|from|about|up|for|as|that|last|this|since|through|before|after|under|during|the|a|an|earlier|late|early|recently|\p{Lu}\p{Ll}+day))\b(?!-)/giu;
/** "an outside group": what could follow a head stands before it. */
const ARTICLE =
  /^(?:(?:an?|the|his|her|their|its|our|my|.*['’]s)(?:\smost)?(?:\s\p{Ll}+ly)?|nearly|almost|other|another|some other|several other|two other|many other)$/iu;

/** "current and former lawmakers", "state and local officials": what goes before "and" describes, and a noun follows. */
const DESCRIBING =
  /\b(?:former|current|past|retired|local|state|federal|national|regional|foreign|domestic|young|old|older|black|white|senior|junior|top|political|military|civilian|religious|legal|medical|economic|scientific|financial|academic|public|private|public-sector|\p{Lu}\p{Ll}+(?:an|ish|ese|ic)|(?!(?:representative|executive|detective|native|relative|operative|captive|fugitive|official|principal|individual|rival|professional|criminal|animal|hospital|journal|critic|academic|mechanic|medic|clinic) )\p{Ll}{3,}(?:ive|al|ic|ous)) and (?=\p{L}[\p{L}-]* (?:\p{Ll}|\p{Lu}\p{Ll}+(?:ans|ese|ish)\b))/gu;

/** "a May 29, 2015, poll": the commas of a date end no phrase. */
const DATE = /\b\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, \d{4},?(?= \p{L})/gu;

/** "red- and blue-state voters" */
const SUSPENDED = /(?<=\p{L})- and (?=\p{L})/gu;

/** A noun phrase up to what follows its head: "a senior official at the bank" → "a senior official". */
export function headPhrase(wording: string): string {
  const number = quantityOf(wording);
  const rest = wording.slice(number.length);
  const joined = (name: string): string => name.replace(' and ', '_and_');
  const plain = rest.replace(DATE, (date) => date.replaceAll(/[, ]/gu, '_')).replace(NAMED_AND, joined).replace(DESCRIBING, joined).replace(SUSPENDED, joined); // prettier-ignore
  // "people Holm spoke to": a clause without its pronoun; "people close to Holm", "people tight in the circle".
  const bare = doing(plain) ?? /\b[Pp]eople(?= \p{Ll}+ (?:in|to|with|at)\b)|\b(?:people|persons|those|everyone|anyone|someone)(?= \p{Lu})/u.exec(plain); // prettier-ignore
  const behind = [...plain.matchAll(BEHIND)].find(({ 0: word, index }) => !ARTICLE.test(plain.slice(0, index).trim()) && !isOfName(word)); // prettier-ignore
  const stop = Math.min(bare ? bare.index + bare[0].length : Infinity, behind?.index ?? Infinity);
  return number + (stop > 0 ? rest.slice(0, stop) : rest).trim();
}

/** "an official accompanying Holm": people up to what they do to somebody. */
function doing(phrase: string): RegExpExecArray | null {
  const match = /(?<!\p{L})\p{Ll}+(?=\s(?!named\b|called\b)\p{Ll}{3,}(?:ing|ed)\s\p{Lu})/u.exec(phrase);
  return match && /^(?:people|unnamed|role)$/u.test(headKind(match[0]) ?? '') ? match : null;
}

/** "Norland Today", "Voters For Holm": what could end a phrase, in the capitals of a name. */
function isOfName(word: string): boolean {
  return /^\s\p{Lu}\p{Ll}+$/u.test(word) && (word === ' Today' || !word.endsWith('day'));
}

const OF_BODY = /^(?:(?:an?|the|some|one|another|several|two|three|four|five|\d+|new|recent|latest|national|former|senior|top)\s+)*(?:\p{Lu}[\p{L}.]*\s+)+(?:(?:(?:of|for|on)\s+(?:the\s+)?(?:\p{Lu}[\p{L}.]*,?\s+(?:and\s+)?)+)+|(?:of\s+)?(?:[\p{L}]+\s+)*\(\p{Lu}{2,}\)\s+)(\p{Ll}+)$/u; // prettier-ignore

/** A wording up to a clause or a comma behind its noun: "a Harbour Board (HB) official who told" ends at "official". */
export function withoutClause(wording: string): string {
  return wording.replace(/(?<=\s\p{Ll}+)(?:,|\s(?:who|whom|which|that|familiar|speaking|briefed|involved|close|with)\s).*$/u, '').trim(); // prettier-ignore
}

/** The noun behind the whole name of a body, whose "of" is not its own: "one Department of Ports official"; else null. */
export function officeOfBody(wording: string): string | null {
  const plain = withoutClause(wording).replace(/^(?:An?|The|Some|One|Another|Several|Two|Three|Four|Five|Former|Senior|Top)\s/u, (word) => word.toLowerCase()); // prettier-ignore
  return OF_BODY.exec(plain)?.[1] ?? null;
}

/** "a number of ", "two of ": only where people follow; "a coalition of states" is itself the head. */
export function quantityOf(wording: string): string {
  const quantity = QUANTITY.exec(wording)?.[0] ?? '';
  if (!/\b(?:group|coalition|panel|crowd|team|majority|range)\b/iu.test(quantity)) return quantity;
  const rest = wording.slice(quantity.length);
  const stop = rest.matchAll(BEHIND).next().value;
  const noun = (stop ? rest.slice(0, stop.index) : rest).trim().split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  const kind = headKind(noun);
  return kind === 'people' || kind === 'unnamed' ? quantity : '';
}

const TRANSPARENT = /^(?:contents?|text|tone|wording|publication|release|versions?|drafts?|cop(?:y|ies)|results|parts?|sections?|portions?|excerpts?|pages?|lines?|pieces?|set|sets|generations?|decades|batch|trove|spate|wave|stream|kinds?|sorts?|type|types|form|forms)$/u; // prettier-ignore

/** "a version of the talking points" is talking points: what a noun that only measures or shapes is of; else null. */
export function insideOf(wording: string): string | null {
  const head = headPhrase(wording);
  const behind = /^\s+of\s+(?=\p{L})/u.exec(wording.slice(head.length));
  return behind && TRANSPARENT.test(headNoun(head)) ? wording.slice(head.length + behind[0].length) : null;
}

const NUMBER =
  '(?:[\\d.,]+(?:-plus)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]\\p{L}+)?)';
const ABOUT =
  '(?:(?:an?|some|about|nearly|almost|roughly|approximately|around|over|under|more|less|fewer|than|just|only|at|least|most|mere|full|whopping|another|the|shy|of|other|remaining|combined|overwhelming)\\s+)*';
const SHARE = new RegExp(`^${ABOUT}(?:\\p{Ll}+\\s+)?(?:${NUMBER} ?(?:%|percent\\b|per cent\\b)|${NUMBER}[- ](?:in|of|out of)[- ](?:every )?${NUMBER}\\b|(?:one|two|three|four)[- ](?:thirds?|quarters?|fourths?|fifths?)\\b|(?:half|thirds?|quarters?)(?=$|[\\s,]+(?:of\\b|said|say|\\d|$))|(?:(?:an? )?(?:\\p{Ll}+|\\d+[- ]?(?:percent|%)) )?majorit(?:y|ies)\\b|plurality\\b)|\\b(?:voters|adults|americans|respondents|republicans|democrats|those|people) (?:surveyed|polled)\\b`, 'iu'); // prettier-ignore

/** A share of people asked: "56 percent of voters", "three-fourths", "nine in 10", "a clear majority". */
export function isShare(wording: string): boolean {
  return SHARE.test(wording.trim());
}

/** The last word of a phrase without a possessive ending, in lower case. */
export function headNoun(phrase: string): string {
  const last = phrase.split(/\s+/u).findLast((word) => word !== '') ?? '';
  return last
    .replaceAll(/["“”]/gu, '')
    .replace(/['’]s?$/u, '')
    .toLowerCase();
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  spokesmen: 'spokesman',
  spokeswomen: 'spokeswoman',
  spokespeople: 'spokesperson',
  wives: 'wife',
};

/** "officials" → "official"; a word that is no plural comes back as it is. */
export function singularOf(noun: string): string {
  const known = IRREGULAR[noun.toLowerCase()];
  if (known !== undefined) return known;
  if (/(?:men|women)$/u.test(noun)) return noun.replace(/en$/u, 'an');
  if (/[^aeiou]ies$/u.test(noun)) return noun.replace(/ies$/u, 'y');
  if (/(?:ss|us|[sxp]is|police|staff|politics)$/u.test(noun)) return noun;
  if (/(?:ch|sh|x|ss)es$/u.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/u, '');
}
