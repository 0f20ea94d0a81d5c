import { readLexicon } from '../../base/lexicon.ts';
import { overlaps } from '../../base/span.ts';
import type { Range } from '../../language/spans.ts';
import type { Entity, Mention } from '../../language/mentions.ts';
import type { ChainLink } from '../reading.ts';
import { isAkin } from '../../language/mentions/nouns.ts';
import { namesPeople } from './nouns.ts';
import { headNoun, headPhrase, officeOfBody } from './phrases.ts';
import { isNamed, linkOfEntity } from './referents.ts';
import { anchorOf, endOf, startOf, type Setting, type Told, type Turn } from './setting.ts';

/** The last speaker before whose wording bore an office, an unnamed one before a person: "a spokesman … the spokesman". */
export function findBearer(setting: Setting, told: Told, noun: string): ChainLink | null {
  const unnamed = findUnnamedBearer(setting, told, noun);
  if (unnamed) return unnamed;
  const { text, turns } = setting;
  const before = turns.filter((turn) => startOf(turn) < startOf(told));
  const titled = before.findLast((turn) => {
    const words = turn.source.map(({ start, end }) => text.slice(start, end).toLowerCase());
    return turn.chain.at(-1)?.kind === 'person' && words.some((one) => bears(one, noun));
  });
  return titled?.chain.at(-1) ?? null;
}

/**
 * Whom "the senator" means where no mention says it and nobody spoke under that office: the last person before whose name
 * stands behind it ("Sen. Ada Holm") or beside it ("Ada Holm, the senator"); else, for an office that a public person
 * holds, whoever spoke last, near enough and under no other office.
 */
export function findMeant(
  setting: Setting,
  told: Told,
  noun: string,
  mention: ChainLink['mention'],
  wording = '',
): ChainLink | null {
  const titled = findTitled(setting, told, noun) ?? findAkin(setting, told, noun) ?? findRuler(setting, told, noun);
  if (titled) return { ...linkOfEntity(setting.text, titled.entity, mention ?? titled.mention, 'person'), how: 'coreference' }; // prettier-ignore
  const isPlain = !ANYBODY.test(noun) && !/['’]s\s|\s(?:of|for|at|from|in|to|on|who|that)\s/u.test(wording);
  const isPast = isPlain && PAST.test(wording);
  const turn = isPublicOffice(noun) || isPast ? lastPerson(setting, told) : null;
  const link = turn?.chain.at(-1);
  if (turn && link && !isOfAnother(setting, link, noun)) return { ...link, how: 'coreference', mention };
  const only = mention && (isPast || (isPlain && !isIntroduced(noun))) ? onlyPersonNear(setting, mention, told) : null;
  if (only && !isPast && wasOnce(setting.text, only)) return null;
  return only && mention ? { ...linkOfEntity(setting.text, only, mention, 'person'), how: 'coreference' } : null;
}

/** "the former harbour master", "the 68-year-old": words by which a report varies a name that it has just given. */
const PAST = /\b(?:former|retired|ex-\p{L}+|onetime|one-time|longtime)\s|-year-old\b/iu;
/** Nouns of anybody, whom a report need not have named. */
const ANYBODY = /^(?:man|woman|person|boy|girl|child|baby|teen|teenager|kid|father|mother|dad|mom|son|daughter|wife|husband|brother|sister|uncle|aunt|cousin|parent|friend|neighbou?r|caller|vendor|owner|driver|passenger|victim|resident|worker|employee|student|client|patient|customer|buyer|seller|user|guest|witness|visitor|viewer|reader|listener|protester|voter|narrator|announcer|interviewer|questioner|accuser|defendant|plaintiff|operator|dealer|other|latter|last|first|next|best|one|individual|principal|secretary|counsel|attorney|lawyer|judge|justice|prosecutor)$/u; // prettier-ignore

/** "the man", "the passenger": nobody's office, and no name where nothing else gives one. */
export function isAnybody(noun: string): boolean {
  return ANYBODY.test(noun) && !/^(?:other|latter|former|last|first|next|best|principal|secretary|counsel|attorney|lawyer|judge|justice|prosecutor)$/u.test(noun); // prettier-ignore
}

/** Whether a name is given with what somebody is no more: "Former governor Ada Holm". */
function wasOnce(text: string, { mentions }: Entity): boolean {
  return mentions.some(({ start, why }) => why.includes('name') && /\b(?:former|ex|then|late|onetime)[\s-](?:\S+\s){0,2}$/iu.test(text.slice(Math.max(0, start - 50), start))); // prettier-ignore
}

/** The one person whom the sentence so far and the one before name; null of several. */
function onlyPersonNear({ entities, sentences }: Setting, { start }: Range, told: Told): Entity | null {
  const at = sentences.findIndex((one) => one.end > start);
  const from = sentences[Math.max(0, at - 1)]?.start ?? start;
  const isNear = (one: Mention): boolean => one.start >= from && one.end <= start && /name|pronoun/u.test(one.why) && !told.content.some((part) => part.start <= one.start && one.start < part.end); // prettier-ignore
  const near = entities.filter((one) => one.kind === 'person' && one.mentions.some(isNear));
  const [only] = near;
  return only && near.length === 1 && isNamed(only) ? only : null;
}

/** "The professor" is "a Norlandic academic, Ada Holm": the last person whom the text calls by another word for it. */
function findAkin({ text, entities }: Setting, told: Told, noun: string): ReturnType<typeof findTitled> {
  const at = anchorOf(told).start;
  const persons = entities.filter((one) => one.kind === 'person' && isNamed(one));
  const called = persons.flatMap((entity) => entity.mentions.filter((one) => one.why === 'role' && one.end <= at && at - one.end < NEARBY && isAkin(noun, headNoun(text.slice(one.start, one.end)))).map((mention) => ({ entity, mention }))); // prettier-ignore
  return called.at(-1) ?? null;
}

/** How far back such a word is looked for, in UTF-16 units. */
const NEARBY = 1500;

const JUDGING = /^(?:despot|tyrant|dictator|strongman|autocrat|ruler|potentate|warlord)$/u;

/** "The despot" is whoever alone is called the leader or the president; a name for it is no office. */
function findRuler(setting: Setting, told: Told, noun: string): ReturnType<typeof findTitled> {
  if (!JUDGING.test(noun)) return null;
  const found = ['leader', 'ruler', 'dictator', 'president'].flatMap((one) => findTitled(setting, told, one) ?? []);
  return found[0] ?? null;
}

/** The last person before whose name stands behind an office or beside it. */
export function findTitled(
  { text, entities }: Setting,
  told: Told,
  noun: string,
): { readonly entity: Entity; readonly mention: Mention } | null {
  const at = anchorOf(told).start;
  const persons = entities.filter((one) => one.kind === 'person' && isNamed(one));
  const named = persons.flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })));
  const titled = named.filter(({ mention }) => mention.end <= at && mention.why.includes('name') && isTitled(text, mention, noun)); // prettier-ignore
  return titled.reduce<(typeof titled)[number] | null>((best, next) => (best && best.mention.start >= next.mention.start ? best : next), null); // prettier-ignore
}

/** Whether the text says elsewhere that somebody is one: beside a name, or by the words of a turn that is theirs. */
export function isCalled(setting: Setting, entity: Entity, at: Range, noun: string): boolean {
  // A noun that a mention merely ties to somebody says nothing of what they are.
  const others = entity.mentions.filter((one) => !overlaps(one, at) && /name|role/u.test(one.why));
  const says = others.some((one) => isTitled(setting.text, one, noun));
  return says || setting.turns.some(({ source, chain }) => chain.at(-1)?.entity === entity.id && source.some(({ start, end }) => bears(setting.text.slice(start, end).toLowerCase(), noun))); // prettier-ignore
}

/** Whether a noun is an office or a trade by which the text must introduce somebody: a judge, not a senator or a woman. */
export function isIntroduced(noun: string): boolean {
  const classes = classesOf(noun);
  return classes.length > 0 && !classes.some((one) => PUBLIC.includes(one));
}

/** The last unnamed speaker before who was called so: "a Holm adviser said … the adviser added". */
export function findUnnamedBearer({ turns }: Setting, told: Told, noun: string): ChainLink | null {
  const turn = turns.findLast((one) => {
    const last = one.chain.at(-1);
    return (
      startOf(one) < startOf(told) &&
      last?.kind === 'unnamed' &&
      headNoun(officeOfBody(last.name) ?? headPhrase(last.name)) === noun
    );
  });
  return turn?.chain.at(-1) ?? null;
}

/** How an office stands before a name when it is cut short. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  senator: ['sen'],
  governor: ['gov'],
  representative: ['rep'],
  congressman: ['rep', 'representative'],
  congresswoman: ['rep', 'representative'],
  lawmaker: ['rep', 'sen', 'representative', 'senator'],
  general: ['gen'],
  secretary: ['sec'],
  professor: ['prof'],
  doctor: ['dr'],
  lieutenant: ['lt'],
  sergeant: ['sgt'],
  captain: ['capt'],
  colonel: ['col'],
  commander: ['cmdr'],
  admiral: ['adm'],
  reverend: ['rev'],
  democrat: ['democratic', 'dem'],
  republican: ['gop'],
};

/** Whether words in lower case hold the office, in full or cut short. */
function bears(words: string, noun: string): boolean {
  // "co-chairman" is a chairman, "republican" no public.
  if (words.split(/[^\p{L}]+/u).includes(noun)) return true;
  const first = new Set(words.split(/[^\p{L}-]+/u));
  return (SHORT[noun] ?? []).some((short) => first.has(short));
}

function isTitled(text: string, { start, end }: Mention, noun: string): boolean {
  const ahead = /(?:[\p{L}.’'-]+\s){0,2}$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  if (/\b(?:former|ex|then|late|onetime)[\s-]/iu.test(ahead)) return false;
  const near = ahead.trim().split(/\s+/u).at(-1) ?? '';
  if (near === noun) return true;
  if (/^\p{Lu}/u.test(near) && bears(ahead.toLowerCase(), noun)) return true;
  const behind = /^,\s(?:an?|the|\p{L}+['’]s)\s([^,.;\n]{0,60})/u.exec(text.slice(end, end + 80))?.[1];
  return (
    bears(text.slice(start, end).toLowerCase(), noun) || (behind !== undefined && headNoun(headPhrase(behind)) === noun)
  );
}

/** Whoever spoke last, in the paragraph or the one before, where it is a person with a name. */
function lastPerson({ text, turns }: Setting, told: Told): Turn | null {
  const last = turns.findLast((turn) => !turn.nested && startOf(turn) < startOf(told));
  const link = last?.chain.at(-1);
  if (!last || link?.kind !== 'person' || link.how === 'inferred' || link.how === 'byline') return null;
  const gap = text.slice(endOf(last), startOf(told));
  return gap.length < 400 && gap.split(/\n+/u).length <= 2 ? last : null;
}

/** “Holm said that Finn had lost. "…,” the candidate added”: who spoke, where whom a mention ties was only spoken of since. */
export function findWhoSpoke(setting: Setting, told: Told, tied: Entity, source: Range, noun: string): Entity | null {
  // "the Norlandic leader" says whose.
  const isOfState = setting.text
    .slice(source.start, source.end)
    .split(/\s/u)
    .some((word) => namesPeople(`${word}s`));
  const turn = isPublicOffice(noun) && !isOfState ? lastPerson(setting, told) : null;
  const link = turn?.chain.at(-1);
  const spoke = setting.entities.find(({ id }) => id === link?.entity);
  if (!turn || !link || !spoke || spoke.id === tied.id || isOfAnother(setting, link, noun) || endOf(turn) > source.start) return null; // prettier-ignore
  const from = startOf(turn);
  const isTold = ({ start }: Mention): boolean => [...turn.content, ...told.content].some((part) => part.start <= start && start < part.end); // prettier-ignore
  const since = tied.mentions.filter((one) => one.start >= from && one.end <= source.start);
  return since.length > 0 && since.every(isTold) ? spoke : null;
}

/** Whether the person bears an office of another class: "the senator" is no judge. */
function isOfAnother({ text, entities }: Setting, link: ChainLink, noun: string): boolean {
  const own = classesOf(noun);
  const entity = entities.find(({ id }) => id === link.entity);
  const words = (entity?.mentions ?? []).filter(({ why }) => why.includes('name')).flatMap(({ start, end }) => {
    const ahead = /(?:[\p{L}.’'-]+\s){0,3}$/u.exec(text.slice(Math.max(0, start - 50), start))?.[0] ?? '';
    return `${ahead}${text.slice(start, end)}`.toLowerCase().split(/[^\p{L}-]+/u);
  }); // prettier-ignore
  const others = words.flatMap((word) => classesOf(word));
  return others.length > 0 && !others.some((one) => own.includes(one) || PUBLIC.includes(one));
}

/** Classes of those of whom the news speaks by what they are; a judge, an officer or a reporter is somebody else. */
const PUBLIC: readonly string[] = ['public', 'business', 'art', 'sport'];

export function isPublicOffice(noun: string): boolean {
  return /^(?:mogul|tycoon|magnate|winner|contender|veteran|star|celebrity|leader|politician|statesman)$/u.test(noun) || classesOf(noun).some((one) => PUBLIC.includes(one)); // prettier-ignore
}

let held: ReadonlyMap<string, readonly string[]> | null = null;

function classesOf(word: string): readonly string[] {
  if (!held) {
    const classes = new Map<string, string[]>();
    for (const [name = '', words = ''] of readLexicon('offices')) {
      for (const one of words.split(';')) classes.set(one, [...(classes.get(one) ?? []), name]);
    }
    held = classes;
  }
  return held.get(word) ?? [];
}
