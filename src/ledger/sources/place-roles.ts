import { groupBy } from '../../base/group-by.ts';
import { compareWords } from '../same-claim/order.ts';
import { plainRole } from './roles.ts';
import type { SourceRecord } from './source-record.ts';

/** Two records that may be one source's. */
export interface Doubt {
  readonly pair: readonly [SourceRecord, SourceRecord];
  readonly why: string;
}

/** Published, report, id (contract §2.5): never by arrival. */
export function compareRecords(a: SourceRecord, b: SourceRecord): number {
  return compareWords(a.published ?? '~', b.published ?? '~') || compareWords(a.report, b.report) || compareWords(a.id, b.id); // prettier-ignore
}

/** Days within which an office is taken to be held by whom another report names in it. */
const TERM = 180;

/** “The White House spokesman” is whom a report near in time names in that office, if there is one only. */
export function placeRoles(
  roles: readonly SourceRecord[],
  people: readonly SourceRecord[][],
): { readonly groups: SourceRecord[][]; readonly doubts: readonly Doubt[] } {
  const groups = people.map((group) => [...group]);
  const held = people.map(daysOfOffices);
  const lone: SourceRecord[] = [];
  const doubts: Doubt[] = [];
  for (const record of [...roles].sort(compareRecords)) {
    const holders = people.filter((_, i) => holdsOffice(held[i], record));
    const at = people.indexOf(holders[0] ?? []);
    const [only] = holders;
    if (holders.length === 1 && only !== undefined && at >= 0) groups[at]?.push(record);
    else {
      for (const holder of holders) if (holder[0]) doubts.push({ pair: [holder[0], record], why: `${String(holders.length)} are named in this office` }); // prettier-ignore
      lone.push(record);
    }
  }
  return {
    groups: [...groups, ...groupBy(lone, ({ name, report }) => `${plainRole(name)} ${report}`).values()],
    doubts,
  };
}

/** The days, counted from 1970, on which a person's reports name them in each office. */
type Offices = ReadonlyMap<string, readonly number[]>;

function daysOfOffices(person: readonly SourceRecord[]): Offices {
  const offices = new Map<string, number[]>();
  for (const { role, published } of person) {
    if (role === null || published === null) continue;
    const days = offices.get(plainRole(role));
    if (days === undefined) offices.set(plainRole(role), [dayOf(published)]);
    else days.push(dayOf(published));
  }
  return offices;
}

function holdsOffice(offices: Offices | undefined, { name, published }: SourceRecord): boolean {
  if (published === null) return false;
  const asked = dayOf(published);
  return offices?.get(plainRole(name))?.some((day) => Math.abs(day - asked) <= TERM) ?? false;
}

function dayOf(published: string): number {
  return Date.parse(published.slice(0, 10)) / 86_400_000;
}
