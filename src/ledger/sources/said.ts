import { judgeOverdue } from '../calendar.ts';
import type { Claim, ClaimAppearance, Expected } from '../claim.ts';
import { numberOfId, numberOfKey, partValues } from '../numbers.ts';
import { readNumbered } from '../read-claim.ts';
import { compareWords } from '../same-claim/order.ts';
import type { Queries } from '../store/store.ts';
import type { Source } from './unify-sources.ts';

/** One thing that a source said, in one place. */
export interface Saying {
  readonly claim: string;
  /** The claim's words. */
  readonly text: string;
  readonly appearance: ClaimAppearance;
  /** Whether it speaks against the claim. */
  readonly against: boolean;
}

/** Events that a source said were ahead, and what became of them. Its parts add up to `announced`. */
export interface SourceEvents {
  readonly announced: number;
  readonly happened: number;
  readonly didNot: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly overdue: number;
  readonly ahead: number;
}

export interface Told {
  /** How many appearances are its word. */
  readonly total: number;
  /** The latest of them. */
  readonly said: readonly Saying[];
  readonly expected: SourceEvents;
}

/** What the claims of the ledger have of a source: the latest `limit` things it said, and its events as of a day. */
export async function readTold(queries: Queries, { records }: Source, today: string, limit: number): Promise<Told> {
  const own: Own[] = [];
  for (const { report, told, published } of records) {
    const ids = await readAppearances(queries, report, told);
    for (const some of partValues([...ids.keys()])) {
      const rows = await queries.all<{ appearance: number; claim: number }>(`SELECT appearance, claim FROM claim_appearances WHERE report = ? AND appearance IN (${some.map(() => '?').join(', ')})`, [numberOfKey(report), ...some]); // prettier-ignore
      for (const { appearance, claim } of rows) own.push({ id: ids.get(Number(appearance)) ?? '', claim: Number(claim), published: published ?? '' }); // prettier-ignore
    }
  }
  own.sort((a, b) => compareWords(b.published, a.published) || compareWords(a.id, b.id) || a.claim - b.claim);
  const appearances = new Set(own.map(({ id }) => id));
  // Of many claims those alone are unpacked of which something is shown.
  const latest = await readNumbered(queries, own.slice(0, limit).map(({ claim }) => claim)); // prettier-ignore
  const said = own
    .slice(0, limit)
    .flatMap(({ id, claim }) =>
      latest.flatMap((held) => (numberOfId(held.id) === claim ? sayingsIn(held, new Set([id])) : [])),
    );
  const ahead = await selectAhead(queries, own.map(({ claim }) => claim)); // prettier-ignore
  const events = (await readNumbered(queries, ahead)).filter((claim) => claim.expected !== null && claim.appearances.some(({ id, setAside }) => appearances.has(id) && !setAside)); // prettier-ignore
  return {
    total: own.length,
    said,
    expected: countEvents(events.flatMap(({ expected }) => (expected === null ? [] : [judgeOverdue(expected, today)]))),
  };
}

/** The appearances of some attributions of a report, by their numbers. */
async function readAppearances(
  queries: Queries,
  report: string,
  attributions: readonly string[],
): Promise<ReadonlyMap<number, string>> {
  const ids = new Map<number, string>();
  for (const some of partValues(attributions)) {
    const rows = await queries.all<{ id: string }>(`SELECT id FROM appearances WHERE report = ? AND part = 'text' AND latest = 1 AND attribution IN (${some.map(() => '?').join(', ')})`, [report, ...some]); // prettier-ignore
    for (const { id } of rows) ids.set(numberOfId(id), id);
  }
  return ids;
}

/** Where an appearance that is a source's word stands. */
interface Own {
  readonly id: string;
  /** The claim's number. */
  readonly claim: number;
  readonly published: string;
}

/** Those claims of these that are about something ahead. */
async function selectAhead(queries: Queries, numbers: readonly number[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (const some of partValues(numbers)) {
    const rows = await queries.all<{ claim: number }>(`SELECT claim FROM claim_events WHERE claim IN (${some.map(() => '?').join(', ')})`, some); // prettier-ignore
    found.push(...rows.map(({ claim }) => Number(claim)));
  }
  return found;
}

function sayingsIn({ id, text, appearances, denials }: Claim, own: ReadonlySet<string>): readonly Saying[] {
  return [
    ...appearances.map((appearance) => ({ claim: id, text, appearance, against: false })),
    ...denials.map(({ appearance }) => ({ claim: id, text, appearance, against: true })),
  ].filter(({ appearance }) => own.has(appearance.id));
}

const OUTCOME: Readonly<Record<Expected['status'], Exclude<keyof SourceEvents, 'announced'>>> = {
  ...{ 'happened': 'happened', 'did-not': 'didNot', 'moved': 'moved', 'cancelled': 'cancelled', 'overdue': 'overdue' }, // prettier-ignore
  ...{ expected: 'ahead', confirmed: 'ahead' },
};

function countEvents(events: readonly Expected[]): SourceEvents {
  const counts = { announced: events.length, happened: 0, didNot: 0, moved: 0, cancelled: 0, overdue: 0, ahead: 0 };
  for (const { status } of events) counts[OUTCOME[status]]++;
  return counts;
}
