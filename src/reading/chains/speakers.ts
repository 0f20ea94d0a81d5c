import { headKind, isSeatOfPower, isTitle, type HeadKind } from '../../language/heads.ts';
import type { ChainLink } from '../reading.ts';
import { isPeopleNoun, namesPeople, nounKind } from './nouns.ts';
import { headNoun, headPhrase, insideOf, isShare, officeOfBody, quantityOf, withoutClause } from './phrases.ts';
import { readBody } from './named-bodies.ts';
import { cutBehindPeople, readSomebody } from './somebody.ts';
import { dropTitles, isFirstName, isNameWord, isOffice, nameAfterOffice, namesBody, trailingName } from './speaker-names.ts'; // prettier-ignore
import { isBrokenBody, namesTogether, personOfSide } from './together.ts';

/** Who a source's wording says is speaking, as far as the wording alone goes. */
export interface Speaker {
  /** The name without titles and appositions, or the wording where no name stands in it. */
  readonly name: string;
  readonly kind: ChainLink['kind'];
  /** `inferred`: a pronoun or "the company", which points to something said before. */
  readonly how: 'named' | 'inferred';
  /** Where `name` begins in the wording. */
  readonly at: number;
  /** `joint`: two names joined by "and"; `office`: a person's name behind an office, whatever the network holds it for. */
  readonly by?: 'joint' | 'office';
}

/** "Tide Watchers for Clean Ports (TWCP)": capitals that their own letters follow. */
const NAMED_BODY =
  /^\s*(?:[Tt]he )?((?:\p{Lu}[\p{L}.'’&-]*\s+(?:(?:of|for|and|the|to|in|against|on|&)\s+)*){2,8})\(\p{Lu}[\p{Lu}&.]{1,7}\)\s*(?:$|[—–,])/u;

const BOTH = /^[^,;:(]*\p{Ll} and \p{Ll}[^,;:(]*?\s(\p{Ll}+|Republicans|Democrats|Conservatives|Liberals)$/u;

/** "a Department of Ports official", "Harbour Board (HB) officials", "state election and law enforcement officials". */
function isPeopleOf(whole: string): boolean {
  const wording = withoutClause(whole);
  const noun = officeOfBody(whole);
  if (noun !== null && isPeopleNoun(noun)) return true;
  const last = BOTH.exec(wording.trim())?.[1];
  if (last === undefined || !(/^\p{Lu}/u.test(last) || isPeopleNoun(last))) return false;
  // "university and college students"
  return describeFirst(wording) === 'unknown' || /^\p{Ll}+(?<!s) and \p{Ll}+(?<!s) \p{L}+$/u.test(wording.trim());
}

function describeFirst(wording: string): ChainLink['kind'] {
  return readHead(wording, headPhrase(wording), 0).kind;
}

function namesGovernment(name: string): boolean {
  return headKind(headNoun(headPhrase(name.trim()))) === 'government';
}

/** "Liberal and conservative economists": what a sentence's first word and the next describe. */
const DESCRIBED_FIRST = /^(?:State|Federal|Local|City|County|University|College|School|Military|Government|Police|Health|Industry|Business|Liberal|Conservative|Moderate|Progressive|\p{Lu}\p{Ll}+(?:ive|al|ic|ous|ing|ed))(?=\s(?:and|or)\s\p{Ll}+\s\p{Ll})/u; // prettier-ignore

const DEFINITE = /^(?:the|his|her|their|its|our|my|that|this|these|those)\b/iu;
const OWNED = /^(?:(?:his|her|their|its|our|my)\b|(?:\S+\s+){0,3}\S+['’]s?\s)/iu;
const NAME_ALONE = /^(?:\p{Lu}[\p{L}.'’-]*(?:\s|$)|(?:de|van|von|bin|al)\s){2,5}$/u;

/**
 * The speaker that a source names: "White House spokesman John Kirby" → John Kirby, person; "a senior official" →
 * unnamed; "the Health Ministry" → government; "Russia" → government; "they" → unknown, inferred.
 */
export function describeSpeaker(whole: string): Speaker {
  // A sentence's first word has its capital from there: "State and federal officials".
  const wording = whole.replace(DESCRIBED_FIRST, (word) => word.toLowerCase());
  if (isShare(wording)) return { name: wording, kind: 'unnamed', how: 'named', at: 0 };
  const inside = insideOf(wording);
  const meant = inside === null ? null : describeSpeaker(inside);
  if (meant?.kind === 'unnamed' && /^(?:\p{L}+\s)*(?:generations?|decades|waves?|streams?|kinds?|sorts?|types?)\s/iu.test(wording)) return { name: wording, kind: 'unnamed', how: 'named', at: 0 }; // prettier-ignore
  if (meant?.kind === 'outlet' && /^(?:an?|the)\s(?:\p{Ll}+\s)?versions?\s/u.test(wording)) return { name: wording, kind: 'document', how: 'named', at: 0 }; // prettier-ignore
  if (meant && /^(?:document|poll|observation)$/u.test(meant.kind)) return { name: shortenDescription(wording, headPhrase(wording).length), kind: meant.kind, how: 'named', at: 0 }; // prettier-ignore
  const paper = /^(?:an?|the|this|that|another|one)\s(?:[^\s,]+\s){1,6}(?:Poll|Survey)$/u.test(wording)
    ? 'poll'
    : nounKind(officeOfBody(wording) ?? '');
  if (paper === 'poll' || paper === 'document') return { name: wording, kind: paper, how: 'named', at: 0 };
  if (isPeopleOf(wording)) return { name: wording, kind: 'unnamed', how: 'named', at: 0 };
  const named = NAMED_BODY.exec(wording)?.[1];
  if (named !== undefined && !isSeatOfPower(named)) return { name: named.trim(), kind: namesGovernment(named) ? 'government' : 'organization', how: 'named', at: wording.indexOf(named) }; // prettier-ignore
  const body = readBody(wording);
  if (body) return { ...body, how: 'named' };
  const pieces = [...wording.matchAll(/(?:(?!\s--\s)(?:[^,;:—–()]|,(?=\d)))+/gu)];
  const joint = readJoint(pieces[0]?.[0] ?? '') ?? readPersons(wording);
  if (joint) return joint;
  const head = headPhrase(wording);
  const first = readHead(wording, head, 0);
  if (first.kind !== 'unnamed' && first.how === 'named' && !isOffice(first.name.split(' '))) return first;
  const [lead] = pieces;
  const behind = lead && !OF_ANOTHER.test(lead[0]) ? nameAfterOffice(lead[0]) : null;
  if (lead && behind)
    return { name: behind.name, kind: 'person', how: 'named', at: lead.index + behind.at, by: 'office' };
  // "a spokeswoman, Jane Doe": an apposition that is a name and nothing else.
  for (const piece of pieces.slice(1)) {
    const text = piece[0].trim();
    if (/^(?:including|such as|led by)\b/u.test(text)) break;
    // "officials from Acme, Boreal and Corvo" goes on with a list.
    const isList = /\s(?:from|at)\s(?:the\s)?\p{Lu}[^,]*$/u.test(lead?.[0].trimEnd() ?? '');
    const joined = first.kind === 'unnamed' && !isList ? (readJoint(piece[0]) ?? readPersons(piece[0])) : null;
    if (joined?.kind === 'person') return { ...joined, at: piece.index + joined.at };
    // "one member, former mayor Jo Hale,": an office and its holder; "and" or "including" makes it somebody else.
    const holder = /^\s*(?:and|including|such|like|as|or|who|which)\b/iu.test(piece[0])
      ? null
      : nameAfterOffice(piece[0]);
    if (holder && first.kind === 'unnamed')
      return { name: holder.name, kind: 'person', how: 'named', at: piece.index + holder.at };
    const alone = withoutPlace(text, first.kind === 'unnamed');
    if (NAME_ALONE.test(alone)) {
      const named = readHead(wording, alone, piece.index + piece[0].indexOf(text));
      if (named.kind === 'person') return named;
    }
  }
  return first;
}

/** "another sheriff, Ada Holm of Norland County", "the panel’s head, Sen. Ada Holm of Norland": somebody by first name and surname, without where they are from. */
function withoutPlace(text: string, isSomebody: boolean): string {
  const [, name = '', first = ''] =
    /^((?:(?:GOP|Republican|Democratic|Senator|Sen\.|Rep\.|Gov\.|Mr\.|Ms\.|Mrs\.|Dr\.|Judge|Justice)\s)*(\p{Lu}[\p{L}.-]*)\s(?:\p{Lu}[\p{L}.’'-]*\s?){1,2}) (?:of|from) \p{Lu}/u.exec(text) ?? []; // prettier-ignore
  return name !== '' && (isFirstName(first) || (isSomebody && !name.endsWith('s') && !name.split(' ').some(namesBody))) ? name : text; // prettier-ignore
}

/** "an accountant for the mayor Jo Hale", "officials including former mayor Jo Hale": the name is not who is meant. */
const OF_ANOTHER = /^(?:[Aa]n?|[Tt]he)\s+(?:\p{Ll}+\s+)*(?:of|for|at|from|to|with)\s|\s(?:including|led by|such as)\s/u;

/** "Holm and Finn" are two persons; "both the Harbour Board and the Port Police" are bodies: one link, both names. */
function readJoint(piece: string): Speaker | null {
  const lead = /^\s*(?:both\s+)?(?:the\s+)?/iu.exec(piece)?.[0].length ?? 0;
  const bare = piece
    .slice(lead)
    .trimEnd()
    .replace(/['’]s$/u, '');
  const match = /^((?:\p{Lu}[\p{L}.'’&-]*\s+){1,6})and ((?:(?:the|his|her|fellow|former|then) )?(?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}.'’&-]*(?: \p{Lu}[\p{L}.'’&-]*){0,5})$/u.exec(bare); // prettier-ignore
  if (!match) return null;
  const sides = [match[1] ?? '', match[2] ?? ''].map((side) => side.trim().replace(/^the /u, ''));
  const kinds = sides.map((side) => (isSeatOfPower(side) ? 'government' : headKind(headNoun(side))));
  const body = kinds.find((kind) => kind === 'government' || kind === 'organization');
  if (kinds.every((kind) => kind === 'government' || kind === 'organization') && body) {
    const oneBody = sides.some((side) => side.split(' ').length === 1) && !sides.every((side) => isSeatOfPower(side));
    return oneBody ? null : { name: bare, kind: body, how: 'named', at: lead, by: 'joint' };
  }
  if (!kinds.every((kind) => kind === null) || /\bthe\b/iu.test(piece) || sides.some(isSeatOfPower)) return null;
  const names = sides.map(personOfSide);
  // "Health and Human Services Secretary Jo Hale", "North Oceanic and Atmospheric Board Chief Jo Hale" are one.
  const isOffice = (!sides[0]?.includes(' ') || isBrokenBody(sides[0], sides[1] ?? '')) && /^\p{Lu}\S*\s\p{Lu}\S*\s/u.test(sides[1] ?? '') && names[1] !== sides[1]; // prettier-ignore
  return !isOffice && names.every((name) => name !== null)
    ? { name: names.join(' and '), kind: 'person', how: 'named', at: lead, by: 'joint' }
    : null;
}

/** "Sens. Jo Hale (D-Holm), Ada Finn (D-Holm) and Lars Berg (R-Holm)": persons, and nothing else. */
function readPersons(wording: string, at = 0): Speaker | null {
  const names = namesTogether(wording);
  if (!names) return null;
  return {
    name: `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`,
    kind: 'person',
    how: 'named',
    at,
    by: 'joint',
  };
}

function readHead(wording: string, head: string, at: number): Speaker {
  // "council resolution 2231" is a resolution.
  const words = head.replace(/(?<=\s\p{Ll}+)\s\d+$/u, '').split(/\s+/u).filter((word) => word !== ''); // prettier-ignore
  const last = words.at(-1) ?? '';
  const plain = headNoun(words.join(' '));
  const isSurname = isNameWord(last) && isLoneSurname(words);
  const bare = head.replace(/^(?:the|a|both)\s+/iu, '');
  // "King said", "Lars King said": a capitalised office with no article is a surname; "United Nations" is listed whole.
  const isOfficeName = isNameWord(last) && headKind(plain) === 'role' && !PARTISAN.test(last) && (words.length === 1 || isTradeSurname(words)); // prettier-ignore
  // "Ada Will" is no document.
  const isThing = isNameWord(last) && isFirstName(words.at(-2) ?? '') && /^(?:document|observation|poll|outlet|social)$/u.test(headKind(plain) ?? ''); // prettier-ignore
  // "a lot of us" is no state.
  const listed = last === 'us' ? 'pronoun' : isSurname || isOfficeName || isThing ? null : (headKind(bare.toLowerCase()) ?? headKind(plain) ?? (isNameWord(last) ? null : nounKind(plain))); // prettier-ignore
  const whole: Omit<Speaker, 'kind' | 'how'> = { name: wording, at: 0 };
  if (wording.includes('@')) return { ...whole, kind: 'social', how: 'named' };
  if (/^(?:those|others|some|many|few|people)\s+(?!of\b)\p{Ll}/iu.test(wording) && /^(?:those|others|some|many|few|people)$/iu.test(head)) return { ...whole, kind: 'unnamed', how: 'named' }; // prettier-ignore
  // "the party’s top figures" are people; "the figures" are numbers.
  if (plain === 'figures' && /\b(?:top|media|party|leading|public|religious|political|conservative|liberal|senior|opposition|establishment|prominent|key|major|industry|cultural|military|campaign|administration|business|GOP|Republican|Democratic)\s+figures$|\b(?:senior|top|leading|prominent|key)\s(?:\p{L}+\s)+figures$/iu.test(head)) return { ...whole, kind: 'unnamed', how: 'named' }; // prettier-ignore
  if (/^those\s+\p{Ll}+(?:ing|ed|est)\s/u.test(wording) || /^(?:the|these) (?:\p{Ll}+ )?(?:wealthy|rich|poor|young|elderly|old|faithful|undecided|unemployed|uninsured|sick|powerful)$/iu.test(head) || /^those of us\b/iu.test(wording)) return { ...whole, kind: 'unnamed', how: 'named' }; // prettier-ignore
  if (/^(?:every|each)\s\p{L}+$/iu.test(head) && (namesPeople(`${last}s`) || listed === 'role' || listed === 'unnamed')) return { ...whole, kind: 'unnamed', how: 'named' }; // prettier-ignore
  if (
    /^(?:the (?:\p{Ll}+[ -])?(?:left|right)(?:[- ]wing|['’]s)?|(?:left|right)-wing|the opposition)$|\binner circle$/iu.test(
      head,
    )
  )
    return { ...whole, kind: 'unnamed', how: 'named' };
  if (/^those$/iu.test(wording)) return { ...whole, kind: 'unnamed', how: 'named' };
  if (listed === 'pronoun' && words.length === 1) return { ...whole, kind: 'unknown', how: 'inferred' };
  // "its website", "the company’s own site": a paper of theirs, where "the website" is an outlet.
  if (isOwned(wording) && /^(?:website|site|page|webpage|portal|blog)$/u.test(plain)) return { name: wording, kind: 'document', how: 'named', at }; // prettier-ignore
  // "the 2009 paper", "a working paper"
  if (/^(?:an?|one|another)\s(?:\p{L}[\p{L}-]*\s)*paper$/iu.test(head) && /^\s(?:on|by|from|published|released|written|about)\s/u.test(wording.slice(head.length))) return { name: shortenDescription(wording, head.length), kind: 'document', how: 'named', at: 0 }; // prettier-ignore
  if (/(?:\b(?:research|working|white|policy|position|discussion|briefing|academic|scientific|new|recent)|\d)\s(?:paper|papers|journal article)$/u.test(head)) return { name: shortenDescription(wording, head.length), kind: 'document', how: 'named', at: 0 }; // prettier-ignore
  // "The Tidewater Post", which no list of outlets has.
  if (OUTLET.test(head)) return { name: bare, kind: 'outlet', how: 'named', at: at + head.length - bare.length };
  if (isSeatOfPower(bare)) return { name: bare, kind: 'government', how: 'named', at: at + head.length - bare.length };
  const run = trailingName(words);
  const titled = run.slice(0, -1).some(isTitle) && !PARTISAN.test(last) && !isOffice(run);
  if (listed !== null && !(titled && listed === 'role')) return readListed(wording, head, listed, at);
  if (namesPeople(last)) return { ...whole, kind: 'unnamed', how: 'named' };
  if (run.length > 0) return readName(head, run, words, at);
  if (/(?:ers|ors|ists|ians|ants|ees|men|women|er|or|ist|ian|ant|man|woman)$/u.test(plain) && !THINGS.test(plain)) {
    return { ...whole, kind: 'unnamed', how: 'named' };
  }
  // "two Democrats facing reelection next year"
  const ahead = /^(\S.*?\s\p{L}+)\s\p{Ll}{3,}(?:ing|ed)\s/u.exec(head)?.[1];
  if (ahead !== undefined && (nounKind(headNoun(ahead)) ?? 'role') !== 'role') return readHead(wording, ahead, at);
  const people = head === wording ? cutBehindPeople(wording) : null;
  const somebody = readSomebody(wording, head);
  if (somebody !== null || people !== null) return { ...whole, kind: 'unnamed', how: somebody === 'again' ? 'inferred' : 'named' }; // prettier-ignore
  return { ...whole, kind: 'unknown', how: 'inferred' };
}

/** Nouns that end as people's do: "factors", "numbers". */
const THINGS =
  /^(?:factors?|numbers?|papers?|matters?|orders?|letters?|powers?|errors?|borders?|markers?|posters?|banners?|indicators?|computers?|servers?|disclaimers?|answers?|centers?|offers?|wonders?|chapters?|weather|water|winter|summer|rather|other|whether|latter|former|either|neither|another|however|never|ever|over|under|after|plants?|elephants?|restaurants?|grants?|variants?|warrants?|colou?rs?|doors?|floors?|mirrors?|tumou?rs?|rumou?rs?)$/u;

const OUTLET =
  /^(?:[Tt]he (?:\p{Lu}[\p{L}.’'-]*\s){1,3}(?:Post|Globe|Observer|Courier|Dispatch|Examiner|Inquirer|Mercury|Register|Sentinel|Star|Sun|Echo|Argus|Mirror|Express|Mail|Bulletin|Advertiser|Times|Journal|Press)|(?:[Tt]he )?(?:\p{Lu}[\p{L}.’'-]*\s){1,3}(?:Weekly|Times|Daily|Herald|Tribune|Gazette|Magazine|Chronicle|Telegraph|News))$/u;

/** "A top Republican" is one of the party. */
const PARTISAN = /^(?:Republican|Democrat|Tory|Libertarian|Socialist|Communist|Conservative|Liberal|Independent)$/u;

/** "Ada King", "Lars Dean": trades that are surnames, behind a capitalised word that is neither title nor country. */
function isTradeSurname(words: readonly string[]): boolean {
  const [before = '', last = ''] = words.slice(-2);
  const trade = /^(?:King|Dean|Bishop|Pope|Prince|Major|Head|Judge|Farmer|Mayor|Duke|Priest|Rider|Driver|Guard|Page|Scout|Chancellor|Baron|Marshall|Cook|Monk|Nunn|Porter|Miner|Knight)$/u; // prettier-ignore
  return (
    trade.test(last) && isNameWord(before) && !isTitle(before) && !isSeatOfPower(before) && !/['’]s?$/u.test(before)
  );
}

/** "Police" opens a sentence and is no name; "Mr Fellow" and "Jane Fellow" are. */
function isLoneSurname(words: readonly string[]): boolean {
  const before = words.at(-2);
  return before !== undefined && /^(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Judge|Sir|Lord|Lady)\.?$/u.test(before);
}

function readListed(wording: string, head: string, kind: HeadKind, at: number): Speaker {
  const definite = DEFINITE.test(head);
  const named = /\p{Lu}/u.test(head.slice(head.indexOf(' ') + 1)) && /\s/u.test(head.trim());
  switch (kind) {
    case 'unnamed':
    case 'people':
      return { name: wording, kind: 'unnamed', how: 'named', at };
    case 'role':
      // "the president" is one person whom the text names elsewhere; "a lawyer" and "two of them" are nobody we are told.
      return definite && quantityOf(wording) === ''
        ? { name: head, kind: 'person', how: 'inferred', at }
        : { name: wording, kind: 'unnamed', how: 'named', at };
    case 'pronoun':
      // "most of them" are some of those, whom the text does not name.
      return quantityOf(wording) === ''
        ? { name: wording, kind: 'unknown', how: 'inferred', at }
        : { name: wording, kind: 'unnamed', how: 'named', at };
    case 'government':
    case 'organization':
    case 'outlet': {
      // "The Harbour Crisis Network" is no broadcaster.
      if (kind === 'outlet' && /\p{Lu}[\p{L}’']*\sNetwork$/u.test(head) && !/\b(?:TV|Television|News|Broadcasting|Cable|Radio|Sports|Business|Media|Weather|Food)\sNetwork$/u.test(head)) return readListed(wording, head, 'organization', at); // prettier-ignore
      const name = named ? head.replace(/^(?:the|a|an)\s+/iu, '') : head;
      const alone = /^\p{Lu}{2,}$/u.test(name.replaceAll('.', ''));
      const how = named || alone || !definite ? 'named' : 'inferred';
      // "both houses of the Norland Congress"
      const whose = !/^(?:both|two)\s(?:houses|chambers)$/iu.test(head) ? '' : (/^ of (?:the )?\p{Lu}[\p{L}.’-]*(?: \p{Lu}[\p{L}.’-]*)*/u.exec(wording.slice(head.length))?.[0] ?? ''); // prettier-ignore
      return { name: name + whose, kind, how, at: at + head.length - name.length };
    }
    case 'document':
    case 'observation':
    case 'poll':
    case 'social':
      return { name: shortenDescription(wording, head.length), kind, how: 'named', at };
  }
}

/** "the transcript – published by the Holm Post –" is the transcript; "a letter from the port to Jo Hale" is all that. */
function shortenDescription(wording: string, head: number): string {
  const cut = /\s*[–—,;(]|\s+(?:which|that|who|released|published|obtained|seen|reviewed|viewed|issued|posted|leaked)\b/u.exec(wording.slice(head)); // prettier-ignore
  return cut && head + cut.index > 0 ? wording.slice(0, head + cut.index) : wording;
}

function readName(head: string, run: readonly string[], words: readonly string[], at: number): Speaker {
  const own = dropTitles(run);
  const clean = own.map((word, i) => (i === own.length - 1 ? word.replace(/['’]s?$/u, '') : word));
  const name = clean.join(' ');
  // “Tides and Ports” of Ada Holm: a title.
  if (/^["“]|["”]$/u.test(name)) return { name: head, kind: 'document', how: 'named', at };
  const start = at + head.lastIndexOf(own.join(' '));
  if (own.some(namesBody)) {
    return { name: run.join(' '), kind: 'organization', how: 'named', at: at + head.lastIndexOf(run.join(' ')) };
  }
  const hasOffice =
    own.length < run.length ||
    words.slice(0, words.length - run.length).some((word) => headKind(word.toLowerCase()) !== null);
  const acronym = own.length === 1 && /^\p{Lu}{2,6}$/u.test(name.replaceAll('.', ''));
  const definite = /^the\s/iu.test(head) && !hasOffice && !/['’]s\s/u.test(head);
  return { name, kind: acronym || definite ? 'organization' : 'person', how: 'named', at: Math.max(at, start) };
}

/** "his lawyer", "the senator's aide": somebody's, whom the text need not name. */
export function isOwned(wording: string): boolean {
  return OWNED.test(wording);
}
