import { groupBy } from '../../base/group-by.ts';
import { compareWords } from '../same-claim/order.ts';
import { keyOfOutlet } from '../origins/trace.ts';
import { mayBeOnePlace, type Facts } from './facts.ts';
import { groupBodies } from './unify-bodies.ts';
import { mayBeOneName, readPersonName, type PersonName } from './names.ts';
import { compareRecords, placeRoles, type Doubt } from './place-roles.ts';
import type { SourceRecord } from './source-record.ts';

/** One source over reports, its records in order; its id is that of the first. */
export interface Source {
  readonly id: string;
  readonly records: readonly SourceRecord[];
}

/** Two sources that may be one; or one that may be two. */
export interface DoubtfulPair {
  readonly sources: readonly [string, string];
  readonly why: string;
}

export interface Unified {
  readonly sources: readonly Source[];
  readonly doubts: readonly DoubtfulPair[];
}

/** What people said of two records, by their ids; it holds before all that is computed. */
export interface SourceLinks {
  readonly must: readonly (readonly [string, string])[];
  readonly cannot: readonly (readonly [string, string])[];
}

const NO_LINKS: SourceLinks = { must: [], cannot: [] };

/**
 * The sources of records that share a block. Those of whom most is told stand first, and each other joins the one of its
 * name that nothing speaks against: a function of the records alone, whatever their order (contract §2.5).
 */
export function unifySources(records: readonly SourceRecord[], links: SourceLinks = NO_LINKS): Unified {
  const byKind = (kind: SourceRecord['kind']): readonly SourceRecord[] => records.filter((one) => one.kind === kind);
  const outlets = [...groupBy(byKind('outlet'), ({ name }) => keyOfOutlet(name)).values()];
  const bodies = groupBodies(byKind('body'));
  const people = groupPeople(byKind('person'), links);
  const { groups, doubts } = placeRoles(byKind('role'), people.groups);
  const all = joinByHand([...outlets, ...bodies, ...groups], links);
  const sources = all.map(toSource).sort((a, b) => compareWords(a.id, b.id));
  const ids = new Map(sources.flatMap(({ id, records: own }) => own.map((one) => [one.id, id] as const)));
  const idOf = (record: SourceRecord): string => ids.get(record.id) ?? record.id;
  return {
    sources,
    doubts: [...people.doubts, ...doubts]
      .map(({ pair: [a, b], why }) => ({ sources: [idOf(a), idOf(b)] as const, why }))
      .filter(({ sources: [a, b] }) => a !== b && !isSettled(a, b, sources, links)),
  };
}

function isSettled(a: string, b: string, sources: readonly Source[], { cannot }: SourceLinks): boolean {
  const holds = (source: string, record: string): boolean => sources.some(({ id, records }) => id === source && records.some((one) => one.id === record)); // prettier-ignore
  return cannot.some(([x, y]) => (holds(a, x) && holds(b, y)) || (holds(a, y) && holds(b, x)));
}

function toSource(records: readonly SourceRecord[]): Source {
  const sorted = [...records].sort(compareRecords);
  return { id: sorted[0]?.id ?? '', records: sorted };
}

/** What is known of one person from all reports so far: a person of thousands of reports is told of in few ways. */
interface Person {
  readonly records: SourceRecord[];
  /** By the name as it is written. */
  readonly names: Map<string, PersonName>;
  readonly parties: Set<string>;
  readonly places: Set<string>;
  readonly offices: Set<string>;
  readonly words: Set<string>;
}

function makePerson(): Person {
  return { records: [], names: new Map(), parties: new Set(), places: new Set(), offices: new Set(), words: new Set() };
}

function learn(person: Person, record: SourceRecord, name: PersonName): void {
  const { party, places, offices, words } = record.facts;
  person.records.push(record);
  person.names.set(record.name, name);
  if (party !== null) person.parties.add(party);
  for (const place of places) person.places.add(place);
  for (const office of offices) person.offices.add(office);
  for (const word of words) person.words.add(word);
}

function groupPeople(
  records: readonly SourceRecord[],
  { cannot }: SourceLinks,
): { readonly groups: SourceRecord[][]; readonly doubts: readonly Doubt[] } {
  const ranked = records
    .map((record) => ({ record, name: readPersonName(record.name), facts: richness(record.facts) }))
    .sort((a, b) => weighName(b.name) - weighName(a.name) || b.facts - a.facts || compareRecords(a.record, b.record));
  const people: Person[] = [];
  const doubts: Doubt[] = [];
  for (const { record, name } of ranked) {
    const apart = (one: Person): boolean => cannot.some(([a, b]) => one.records.some(({ id }) => (id === a && record.id === b) || (id === b && record.id === a))); // prettier-ignore
    const namesakes = people.filter(
      (one) => [...one.names.values()].every((other) => mayBeOneName(name, other)) && !apart(one),
    );
    const agreeing = namesakes.filter((one) => !conflicts(record.facts, one));
    const scored = agreeing.map((one) => ({ one, score: scoreFacts(record.facts, one) })).sort((a, b) => b.score - a.score); // prettier-ignore
    const [best, second] = scored;
    // A surname alone says little: something else must tie it, and to one only.
    const isTied = best !== undefined && (name.given.length > 0 || (best.score >= 1 && best.score > (second?.score ?? 0))); // prettier-ignore
    const near = (best?.one ?? namesakes[0])?.records[0];
    if (near !== undefined && !isTied) doubts.push({ pair: [near, record], why: best === undefined ? `what is told of them differs: ${describe(record)}, ${describe(near)}` : 'only the surname is told' }); // prettier-ignore
    const person = isTied ? best.one : makePerson();
    if (!isTied) people.push(person);
    learn(person, record, name);
  }
  return { groups: people.map((one) => one.records), doubts };
}

function describe({ role, facts, name }: SourceRecord): string {
  return role ?? ([facts.party, ...facts.places, ...facts.offices].filter(Boolean).join(' ') || name);
}

/** Full names stand before surnames. */
function weighName({ given }: PersonName): number {
  return Math.min(1, given.length);
}

function richness({ party, places, offices, words }: Facts): number {
  return (
    (party === null ? 0 : 2) + Math.min(2, places.length) + Math.min(2, offices.length) + Math.min(2, words.length)
  );
}

/** Classes of office that one person seldom holds beside another's. */
const APART = new Set(['law', 'court', 'police', 'expert', 'sport', 'church', 'crime', 'art', 'business', 'military', 'press', 'public', 'agency', 'speaker', 'adviser']); // prettier-ignore

/** Whether something that is told of one cannot be true of the other: another party, another state in office, another trade. */
function conflicts(a: Facts, other: Person): boolean {
  if (a.party !== null && other.parties.size > 0 && !other.parties.has(a.party)) return true;
  const tied = a.words.some((word) => other.words.has(word));
  const placed = a.places.length > 0 && other.places.size > 0;
  const near = placed && a.places.some((one) => [...other.places].some((place) => mayBeOnePlace(one, place)));
  if (placed && !near && !tied) return true;
  const known = a.offices.some((one) => APART.has(one)) && other.offices.size > 0;
  const specific = placed && a.places.some((one) => one.includes('.') && other.places.has(one));
  return known && !a.offices.some((office) => other.offices.has(office)) && !tied && !specific;
}

/** How much of what is told of one is told of the other: words count most; of equal ones the better known. */
function scoreFacts(a: Facts, { parties, places, offices, words, records }: Person): number {
  const shared = (own: readonly string[], others: ReadonlySet<string>): number => own.filter((one) => others.has(one)).length; // prettier-ignore
  const party = a.party !== null && parties.has(a.party) ? 0.5 : 0;
  return Math.min(3, shared(a.words, words)) + shared(a.places, places) + 0.5 * shared(a.offices, offices) + party + 0.1 * Math.log2(records.length); // prettier-ignore
}

function joinByHand(groups: SourceRecord[][], { must }: SourceLinks): SourceRecord[][] {
  const joined = [...groups];
  for (const [a, b] of must) {
    const [left, right] = [a, b].map((id) => joined.find((group) => group.some((one) => one.id === id)));
    if (!left || !right || left === right) continue;
    joined.splice(joined.indexOf(right), 1);
    left.push(...right);
  }
  return joined;
}
