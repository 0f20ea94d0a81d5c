import { judgeOverdue } from '../calendar.ts';
import type { Claim, ClaimAppearance, Expected } from '../claim.ts';
import type { Queries, Value } from '../store/store.ts';
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

/** Values of one statement. */
const MOST = 400;

/** What the claims of the ledger have of a source: the latest `limit` things it said, and its events as of a day. */
export async function readTold(queries: Queries, { records }: Source, today: string, limit: number): Promise<Told> {
  const own = new Map<string, string>();
  for (const { report, told } of records) {
    const rows = await queries.all<{ id: string; claim: string; attribution: string }>(
      `SELECT appearances.id, claim, attribution FROM appearances
       JOIN claim_appearances ON appearance = appearances.id
       WHERE appearances.report = ? AND part = 'text' AND latest = 1 ORDER BY appearances.id, claim`,
      [report],
    );
    for (const { id, claim, attribution } of rows) if (told.includes(attribution)) own.set(`${id} ${claim}`, claim);
  }
  const appearances = new Set([...own.keys()].map((key) => key.split(' ')[0] ?? ''));
  const claims = await readClaims(queries, [...new Set(own.values())].sort());
  const said = claims.flatMap((claim) => sayingsIn(claim, appearances));
  said.sort((a, b) => compareLatest(a.appearance, b.appearance));
  const events = claims.filter((claim) => claim.expected !== null && claim.appearances.some(({ id, setAside }) => appearances.has(id) && !setAside)); // prettier-ignore
  return {
    total: said.length,
    said: said.slice(0, limit),
    expected: countEvents(events.flatMap(({ expected }) => (expected === null ? [] : [judgeOverdue(expected, today)]))),
  };
}

async function readClaims(queries: Queries, ids: readonly string[]): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (let from = 0; from < ids.length; from += MOST) {
    const some: readonly Value[] = ids.slice(from, from + MOST);
    const rows = await queries.all<{ body: string }>(`SELECT body FROM claims WHERE id IN (${some.map(() => '?').join(', ')}) ORDER BY id`, some); // prettier-ignore
    claims.push(...rows.map(({ body }) => JSON.parse(body) as Claim));
  }
  return claims;
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
