import { compareWords } from '../same-claim/order.ts';
import { keyOfOutlet } from '../origins/trace.ts';
import { mayBeOnePlace, type Facts } from './facts.ts';
import { groupBodies } from './unify-bodies.ts';
import { mayBeOneName, readPersonName, type PersonName } from './names.ts';
import { compareRecords, groupBy, placeRoles, type Doubt } from './place-roles.ts';
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
  const outlets = groupBy(byKind('outlet'), ({ name }) => keyOfOutlet(name));
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

/** What is known of one person from all reports so far. */
interface Person {
  readonly records: SourceRecord[];
  readonly names: PersonName[];
  readonly facts: Facts[];
}

function groupPeople(
  records: readonly SourceRecord[],
  { cannot }: SourceLinks,
): { readonly groups: SourceRecord[][]; readonly doubts: readonly Doubt[] } {
  const ranked = [...records].sort((a, b) => weighName(b) - weighName(a) || richness(b.facts) - richness(a.facts) || compareRecords(a, b)); // prettier-ignore
  const people: Person[] = [];
  const doubts: Doubt[] = [];
  for (const record of ranked) {
    const name = readPersonName(record.name);
    const apart = (one: Person): boolean => cannot.some(([a, b]) => one.records.some(({ id }) => (id === a && record.id === b) || (id === b && record.id === a))); // prettier-ignore
    const namesakes = people.filter((one) => one.names.every((other) => mayBeOneName(name, other)) && !apart(one));
    const agreeing = namesakes.filter((one) => !conflicts(record.facts, one.facts));
    const scored = agreeing.map((one) => ({ one, score: scoreFacts(record.facts, one) })).sort((a, b) => b.score - a.score); // prettier-ignore
    const [best, second] = scored;
    // A surname alone says little: something else must tie it, and to one only.
    const isTied = best !== undefined && (name.given.length > 0 || (best.score >= 1 && best.score > (second?.score ?? 0))); // prettier-ignore
    const near = (best?.one ?? namesakes[0])?.records[0];
    if (near !== undefined && !isTied) doubts.push({ pair: [near, record], why: best === undefined ? `what is told of them differs: ${describe(record)}, ${describe(near)}` : 'only the surname is told' }); // prettier-ignore
    if (isTied) {
      best.one.records.push(record);
      best.one.names.push(name);
      best.one.facts.push(record.facts);
    } else people.push({ records: [record], names: [name], facts: [record.facts] });
  }
  return { groups: people.map((one) => one.records), doubts };
}

function describe({ role, facts, name }: SourceRecord): string {
  return role ?? ([facts.party, ...facts.places, ...facts.offices].filter(Boolean).join(' ') || name);
}

/** Full names stand before surnames. */
function weighName({ name }: SourceRecord): number {
  return Math.min(1, readPersonName(name).given.length);
}

function richness({ party, places, offices, words }: Facts): number {
  return (
    (party === null ? 0 : 2) + Math.min(2, places.length) + Math.min(2, offices.length) + Math.min(2, words.length)
  );
}

/** Classes of office that one person seldom holds beside another's. */
const APART = new Set(['law', 'court', 'police', 'expert', 'sport', 'church', 'crime', 'art', 'business', 'military', 'press', 'public', 'agency', 'speaker', 'adviser']); // prettier-ignore

/** Whether something that is told of one cannot be true of the other: another party, another state in office, another trade. */
function conflicts(a: Facts, others: readonly Facts[]): boolean {
  const shares = (of: (facts: Facts) => readonly string[], one = of(a)): boolean => others.some((b) => of(b).some((word) => one.includes(word))); // prettier-ignore
  const parties = new Set(others.flatMap(({ party }) => party ?? []));
  if (a.party !== null && parties.size > 0 && !parties.has(a.party)) return true;
  const tied = shares(({ words }) => words);
  const places = others.flatMap((b) => b.places);
  const placed = a.places.length > 0 && places.length > 0;
  const near = placed && a.places.some((one) => places.some((other) => mayBeOnePlace(one, other)));
  if (placed && !near && !tied) return true;
  const offices = new Set(others.flatMap((b) => b.offices));
  const known = a.offices.some((one) => APART.has(one)) && offices.size > 0;
  const specific = placed && a.places.some((one) => one.includes('.') && places.includes(one));
  return known && !shares((b) => b.offices) && !tied && !specific;
}

/** How much of what is told of one is told of the other: words count most; of equal ones the better known. */
function scoreFacts(a: Facts, { facts, records }: Person): number {
  const shared = (of: (one: Facts) => readonly string[]): number => of(a).filter((word) => facts.some((b) => of(b).includes(word))).length; // prettier-ignore
  const party = a.party !== null && facts.some((b) => b.party === a.party) ? 0.5 : 0;
  return Math.min(3, shared((b) => b.words)) + shared((b) => b.places) + 0.5 * shared((b) => b.offices) + party + 0.1 * Math.log2(records.length); // prettier-ignore
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
