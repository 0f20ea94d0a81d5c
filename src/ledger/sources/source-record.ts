import { hashValue } from '../../base/canonical-json.ts';
import { findOutletNamed } from '../../language/outlets.ts';
import { isAcronym } from '../../language/mentions/name-forms.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';
import { keyOfOutlet } from '../origins/trace.ts';
import { keyReport } from '../report-key.ts';
import { readFacts, takePlaces, titleBefore, type Facts } from './facts.ts';
import { plainRole } from './roles.ts';
import { bodyWords, isGeneric, keyOfBody, lettersOf, readPersonName, sortLetters } from './names.ts';

export type SourceKind = 'person' | 'body' | 'outlet' | 'role';

/** A source as one report has it: by its name there, its office, party and places at the time. */
export interface SourceRecord {
  /** Hash of (report key, kind, name): the same when the report is read again. */
  readonly id: string;
  readonly report: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly kind: SourceKind;
  readonly name: string;
  /** What two records share that may be one source: a surname, an outlet's key, a body's letters, its short name. */
  readonly blocks: readonly string[];
  /** All names by which the report calls it. */
  readonly forms: readonly string[];
  /** Its office as the report words it; null: not told. */
  readonly role: string | null;
  readonly facts: Facts;
  /** Country in which the report's bodies without one are most likely; null: open. */
  readonly home: string | null;
  /** Ids of the attributions that lead to it. */
  readonly told: readonly string[];
}

type Entity = Reading['entities'][number];

const NAMING = /name|acronym/u;

/** The sources that a report names: those to whom any of its chains leads; `all`: whoever it names. */
export function describeSources(reading: Reading, all = false): readonly SourceRecord[] {
  const told = countTold(reading);
  const home = findHome(reading);
  const records = reading.entities.flatMap((entity) => {
    const own = told.get(entity.id) ?? [];
    return own.length > 0 || all ? (describeEntity(reading, entity, own, home) ?? []) : [];
  });
  const roles = [...describeUntied(reading), ...describeRoles(reading)];
  // Two entities of one name in one report are one source; the first keeps its facts.
  const merged = new Map<string, SourceRecord>();
  for (const record of [...records, ...roles]) {
    const known = merged.get(record.id);
    merged.set(
      record.id,
      known === undefined ? record : { ...known, told: [...new Set([...known.told, ...record.told])] },
    );
  }
  return [...merged.values()];
}

/** Attributions by the entities of their chains, the report's own outlet left out. */
function countTold({ attributions }: Reading): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, string[]>();
  for (const { id, chain, voice } of attributions) {
    if (voice !== 'attributed') continue;
    for (const { entity, how } of chain.slice(1))
      if (entity !== null && how !== 'metadata') told.set(entity, [...(told.get(entity) ?? []), id]);
  }
  return told;
}

const LINK_KINDS: Readonly<Partial<Record<Attribution['chain'][number]['kind'], SourceKind>>> = { outlet: 'outlet', wire: 'outlet', person: 'person', organization: 'body', government: 'body' }; // prettier-ignore

/** Links of chains that no mention ties to an entity: “TechCrunch reported”. */
function describeUntied(reading: Reading): readonly SourceRecord[] {
  const { text } = reading.report;
  return reading.attributions.flatMap(({ id, chain, voice }) =>
    chain.slice(1).flatMap(({ entity, how, kind, name, mention }) => {
      const as = findOutletNamed(name) === null ? LINK_KINDS[kind] : 'outlet';
      if (voice !== 'attributed' || entity !== null || how === 'metadata' || as === undefined || !/^\p{Lu}/u.test(name) || BY_OFFICE.test(name)) return []; // prettier-ignore
      const facts = readFacts(text, as === 'person' && mention !== null ? [mention] : []);
      const own = { kind: as, name, forms: [name], blocks: blocksOf(as, name, [name]), role: null, facts, home: null };
      return [{ ...identify(reading, as, name), ...own, told: [id] }];
    }),
  );
}

function describeEntity(
  reading: Reading,
  entity: Entity,
  told: readonly string[],
  home: string | null,
): SourceRecord | null {
  const { text } = reading.report;
  const named = entity.mentions.filter(({ why }) => NAMING.test(why));
  const first = named[0];
  if (first === undefined || !/^\p{Lu}/u.test(entity.name)) return null;
  const name = completeName(text, entity);
  const forms = [...new Set([name, ...named.map((one) => one.text.replace(/^the /iu, ''))])];
  const roles = entity.mentions.filter(({ why }) => why === 'role').map((one) => one.text);
  const kind = kindOf(entity, name);
  const facts = readFacts(text, entity.kind === 'person' ? named : named.slice(0, 2), roles);
  return {
    ...identify(reading, kind, name),
    ...{ kind, name, forms, facts, home, told },
    blocks: blocksOf(kind, name, forms),
    role: chooseRole(roles) ?? titleBefore(text, named),
  };
}

/** Of what a report calls somebody: a body's office, else the first that is short. */
function chooseRole(roles: readonly string[]): string | null {
  const plain = roles
    .map((role) => role.replace(/\s+/gu, ' ').replace(/^(?:her|his|its|their) /u, ''))
    .filter((role) => role.length <= LONGEST_ROLE);
  return plain.find((role) => BY_OFFICE.test(role)) ?? plain[0] ?? null;
}

/** Signs of what is taken for an office: more is a sentence. */
const LONGEST_ROLE = 60;

function identify(
  reading: Reading,
  kind: SourceKind,
  name: string,
): Pick<SourceRecord, 'id' | 'report' | 'outlet' | 'published'> {
  const report = keyReport(reading.report);
  const { outlet, published } = reading.report;
  return { id: hashValue([report, kind, name]), report, outlet, published };
}

/** “Joseph R” that stands as “Joseph R. Biden”; “Tim Johnson of”. */
function completeName(text: string, { name, mentions }: Entity): string {
  const place = mentions.find(({ why, text: words }) => NAMING.test(why) && words.replace(/^the /iu, '') === name);
  const rest = place && / \p{Lu}$| \p{Lu}\.$/u.test(name) ? /^\.? (\p{Lu}[\p{L}’'-]+)/u.exec(text.slice(place.end))?.[1] : undefined; // prettier-ignore
  const whole = rest === undefined ? name : `${name.replace(/\.$/u, '')}. ${rest}`;
  return whole.replace(/ (?:of|the|and|for)$/u, '');
}

function kindOf({ kind }: Entity, name: string): SourceKind {
  if (kind === 'outlet' || findOutletNamed(name) !== null) return 'outlet';
  return kind === 'person' || (kind === 'unknown' && name.split(' ').length > 1) ? 'person' : 'body';
}

/** What two records of a kind share that may be one source. */
export function blocksOf(kind: SourceKind, name: string, forms: readonly string[]): readonly string[] {
  if (kind === 'outlet') return [`outlet:${keyOfOutlet(name)}`];
  if (kind === 'role') return [`role:${plainRole(name)}`];
  if (kind === 'person') return [`person:${readPersonName(name).surname}`];
  return [...new Set([name, ...forms].flatMap(blockOfForm))].sort();
}

/** A name of several words by the letters that it may be shortened to, in the order of the alphabet; one word by itself. */
function blockOfForm(form: string): readonly string[] {
  const { rest } = stripPlaces(form);
  const words = bodyWords(rest);
  if (words.length > 1) return [`body:${sortLetters(lettersOf(rest)[0] ?? '')}`];
  if (isAcronym(form)) return [`body:${sortLetters(form.toLowerCase().replace(/[^\p{L}]/gu, ''))}`];
  return words[0] === undefined || isGeneric(words) ? [] : [`body:${words[0]}`];
}

/**
 * A body's name without the place in front of or behind it, where the rest is what every country has: “Chinese Foreign
 * Ministry”, “Supreme Court of Pakistan”; not “American Medical Association”. “U.S.” in front goes from every name.
 */
export function stripPlaces(name: string): { readonly places: readonly string[]; readonly rest: string } {
  const plain = name.replace(/^(?:the )?(?:U\.?S\.?|U\.?K\.?) (?=\p{Lu})/u, '');
  const taken = takePlaces(name);
  return isGeneric(bodyWords(taken.rest)) ? taken : { places: takePlaces(name.slice(0, name.length - plain.length)).places, rest: plain }; // prettier-ignore
}

/** The key under which a body's names of any order are one. */
export function keyOfBodyName(name: string): string {
  return keyOfBody(bodyWords(stripPlaces(name).rest));
}

/** “The White House spokesman said”: somebody by office alone, of a body that is named. */
const BY_OFFICE = /^(?:the |its )?(?<body>\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*){0,3})(?:['’]s)? (?<office>spokes(?:man|woman|person)|press secretary|chief executive|chairman|chairwoman|ambassador)$/u; // prettier-ignore

function describeRoles(reading: Reading): readonly SourceRecord[] {
  const byRole = new Map<string, string[]>();
  for (const { id, chain, voice } of reading.attributions) {
    const end = chain.at(-1);
    if (voice !== 'attributed' || end === undefined || end.kind === 'outlet' || end.how === 'metadata') continue;
    const name = (end.unnamed?.wording ?? end.name).replace(/^the /iu, '');
    if (BY_OFFICE.test(name) && !isNamedEntity(reading, end)) byRole.set(name, [...(byRole.get(name) ?? []), id]);
  }
  return [...byRole].map(([name, told]) => ({
    ...identify(reading, 'role', name),
    ...{ kind: 'role' as const, name, forms: [name], told, home: null },
    blocks: blocksOf('role', name, []),
    role: name,
    facts: readFacts('', [], [name]),
  }));
}

function isNamedEntity({ entities }: Reading, { entity }: Attribution['chain'][number]): boolean {
  const one = entities.find(({ id }) => id === entity);
  return one?.mentions.some(({ why }) => NAMING.test(why)) === true;
}

/** The country that most of a report's places and demonyms lie in; null: none leads. */
function findHome({ places }: Reading): string | null {
  const counts = new Map<string, number>();
  for (const { country } of places) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best === undefined || best[1] === second?.[1] ? null : best[0];
}
