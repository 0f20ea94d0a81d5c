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

export function groupBy(records: readonly SourceRecord[], keyOf: (one: SourceRecord) => string): SourceRecord[][] {
  const groups = new Map<string, SourceRecord[]>();
  for (const one of records) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/** Days within which an office is taken to be held by whom another report names in it. */
const TERM = 180;

/** “The White House spokesman” is whom a report near in time names in that office, if there is one only. */
export function placeRoles(
  roles: readonly SourceRecord[],
  people: readonly SourceRecord[][],
): { readonly groups: SourceRecord[][]; readonly doubts: readonly Doubt[] } {
  const groups = people.map((group) => [...group]);
  const lone: SourceRecord[] = [];
  const doubts: Doubt[] = [];
  for (const record of [...roles].sort(compareRecords)) {
    const holders = people.filter((group) => group.some((one) => holdsOffice(one, record)));
    const at = people.indexOf(holders[0] ?? []);
    const [only] = holders;
    if (holders.length === 1 && only !== undefined && at >= 0) groups[at]?.push(record);
    else {
      for (const holder of holders) if (holder[0]) doubts.push({ pair: [holder[0], record], why: `${String(holders.length)} are named in this office` }); // prettier-ignore
      lone.push(record);
    }
  }
  return { groups: [...groups, ...groupBy(lone, ({ name, report }) => `${plainRole(name)} ${report}`)], doubts };
}

function holdsOffice({ role, published }: SourceRecord, asked: SourceRecord): boolean {
  if (role === null || published === null || asked.published === null) return false;
  const days = Math.abs(Date.parse(published.slice(0, 10)) - Date.parse(asked.published.slice(0, 10))) / 86_400_000;
  return days <= TERM && plainRole(role) === plainRole(asked.name);
}
