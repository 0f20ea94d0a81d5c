import { judgeOverdue } from '../calendar.ts';
import type { Claim, ClaimAppearance, Expected } from '../claim.ts';
import { numberOfId, numberOfKey } from '../numbers.ts';
import { readClaims } from '../read-claim.ts';
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
  const appearances = new Set<string>();
  const standing = new Set<string>();
  for (const { report, told } of records) {
    const rows = await queries.all<{ id: string; attribution: string }>(
      `SELECT id, attribution FROM appearances WHERE report = ? AND part = 'text' AND latest = 1`,
      [report],
    );
    const own = new Map(rows.flatMap(({ id, attribution }) => (told.includes(attribution) ? [[numberOfId(id), id]] : []))); // prettier-ignore
    const claims = await queries.all<{ appearance: number; id: string }>(
      'SELECT appearance, claims.id AS id FROM claim_appearances JOIN claims ON number = claim WHERE claim_appearances.report = ?',
      [numberOfKey(report)],
    );
    for (const { appearance, id } of claims) {
      const said = own.get(Number(appearance));
      if (said !== undefined) {
        appearances.add(said);
        standing.add(id);
      }
    }
  }
  const claims = [...(await readClaims(queries, [...standing].sort())).values()];
  const said = claims.flatMap((claim) => sayingsIn(claim, appearances));
  said.sort((a, b) => compareLatest(a.appearance, b.appearance));
  const events = claims.filter((claim) => claim.expected !== null && claim.appearances.some(({ id, setAside }) => appearances.has(id) && !setAside)); // prettier-ignore
  return {
    total: said.length,
    said: said.slice(0, limit),
    expected: countEvents(events.flatMap(({ expected }) => (expected === null ? [] : [judgeOverdue(expected, today)]))),
  };
}

function sayingsIn({ id, text, appearances, denials }: Claim, own: ReadonlySet<string>): readonly Saying[] {
  return [
    ...appearances.map((appearance) => ({ claim: id, text, appearance, against: false })),
    ...denials.map(({ appearance }) => ({ claim: id, text, appearance, against: true })),
  ].filter(({ appearance }) => own.has(appearance.id));
}

function compareLatest(a: ClaimAppearance, b: ClaimAppearance): number {
  const [x, y] = [a.report.published ?? '', b.report.published ?? ''];
  return x !== y ? (x < y ? 1 : -1) : a.id < b.id ? -1 : 1;
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
