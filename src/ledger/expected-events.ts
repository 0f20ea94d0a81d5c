import { judgeOverdue } from './calendar.ts';
import type { Claim } from './claim.ts';
import { numberOfId } from './numbers.ts';
import { showClaim, type ShownClaim } from './shown-claim.ts';
import type { Queries, Value } from './store/store.ts';

/** A claim of what is still ahead, as the calendar has it. */
export interface ExpectedEvent extends NonNullable<ShownClaim['expected']> {
  /** The claim's id. */
  readonly claim: string;
  readonly text: string;
  readonly origins: readonly string[];
  readonly basis: ShownClaim['basis'];
}

/** Overdue; ahead with a date, and without one; and what became of the rest. */
const EVENT_PARTS = ['overdue', 'ahead', 'undated', 'over'] as const;
export type EventPart = (typeof EVENT_PARTS)[number];

export interface EventQuery {
  /** Only these; all without it. */
  readonly part?: EventPart;
  /** Only those of these claims. */
  readonly claims?: readonly string[];
  /** So many of each part at most; all without it. */
  readonly limit?: number;
  /** So many of each part are passed over. */
  readonly offset?: number;
}

export const EVENT_COLUMNS = ['claim', 'is_open', 'opens', 'closes', 'reports', 'line'] as const;

/** Behind every date: no window was told. */
const UNTOLD = '~';

/** The row of a claim in `claim_events`; none where nothing is ahead. */
export function eventRow(claim: Claim): readonly (readonly Value[])[] {
  if (claim.expected === null) return [];
  const { id, text, basis, origins, expected } = showClaim(claim);
  if (expected === null) return [];
  const isOpen = expected.status === 'expected' || expected.status === 'confirmed';
  const closes = expected.window?.split('/').at(-1) ?? '';
  const line: ExpectedEvent = { claim: id, text, ...expected, origins: origins.map(({ name }) => name), basis };
  return [[numberOfId(id), isOpen ? 1 : 0, /\d{4}/u.test(expected.window ?? '') ? (expected.window ?? UNTOLD) : UNTOLD, /^\d{4}/u.test(closes) ? closes : '', basis.reports, JSON.stringify(line)]]; // prettier-ignore
}

/** As `judgeOverdue` has it: a month that is not over yet is not behind its own days. */
const IS_OVER = `closes <> '' AND closes < ? AND closes < SUBSTR(?, 1, LENGTH(closes))`;

/** What belongs to a part on a day; its own `?` are the day, twice. */
const PARTS: Readonly<Record<EventPart, string>> = {
  overdue: `is_open = 1 AND ${IS_OVER}`,
  ahead: `is_open = 1 AND opens <> '${UNTOLD}' AND NOT (${IS_OVER})`,
  undated: `is_open = 1 AND opens = '${UNTOLD}' AND NOT (${IS_OVER})`,
  over: `is_open = 0 AND NOT (1 = 0 AND ${IS_OVER})`,
};

/** Expected events over all claims: what is overdue first, then what is ahead, then the rest; by window, undated last. */
export async function listEvents(
  queries: Queries,
  today: string,
  { part, claims, limit, offset = 0 }: EventQuery = {},
): Promise<readonly ExpectedEvent[]> {
  const found: ExpectedEvent[] = [];
  if (claims?.length === 0) return found;
  const among = claims === undefined ? '' : ` AND claim IN (${claims.map(() => '?').join(', ')})`;
  for (const one of part === undefined ? EVENT_PARTS : [part]) {
    const rows = await queries.all<{ line: string }>(
      `SELECT line FROM claim_events WHERE ${PARTS[one]}${among} ORDER BY opens, reports DESC, claim${limit === undefined ? '' : ' LIMIT ? OFFSET ?'}`,
      [today, today, ...(claims ?? []).map(numberOfId), ...(limit === undefined ? [] : [limit, offset])],
    );
    for (const { line } of rows) {
      const event = JSON.parse(line) as ExpectedEvent;
      found.push(judgeOverdue(event, today));
    }
  }
  return found;
}

/** How many events each part has on a day. */
export async function countEvents(queries: Queries, today: string): Promise<Readonly<Record<EventPart, number>>> {
  const counts = { overdue: 0, ahead: 0, undated: 0, over: 0 };
  for (const part of EVENT_PARTS) {
    const [row] = await queries.all<{ n: number }>(`SELECT COUNT(*) AS n FROM claim_events WHERE ${PARTS[part]}`, [today, today]); // prettier-ignore
    counts[part] = Number(row?.n ?? 0);
  }
  return counts;
}
