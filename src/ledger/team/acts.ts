import { hashValue } from '../../base/canonical-json.ts';
import { cutPage, readCursor } from '../cursor.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Queries, Value } from '../store/store.ts';

/** What people do besides deciding: the rest of the audit trail. */
export const ACT_KINDS = [
  'signed-in', 'sign-in-refused', 'signed-out', 'user-added', 'user-removed', 'role-changed', 'password-changed',
  'key-made', 'key-revoked', 'added', 'exported', 'feed-watched', 'feed-removed', 'feed-paused', 'feed-resumed',
  'hook-made', 'hook-removed',
] as const; // prettier-ignore
export type ActKind = (typeof ACT_KINDS)[number];

export interface Act {
  readonly kind: ActKind;
  /** Whom or what it was done to, in words. */
  readonly about: string;
  readonly why?: string;
}

/** What somebody did, and why: an act, a decision, or the forgetting of a report. */
export interface Done {
  readonly id: string;
  readonly what: 'act' | 'decision' | 'forgotten';
  readonly kind: string;
  /** Of a decision: the report's key. */
  readonly about: string | null;
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

export const ACT_COLUMNS = ['id', 'kind', 'about', 'said_at', 'said_by', 'why'] as const;

export async function keepAct(queries: Queries, { kind, about, why = '' }: Act, by: string, at: string): Promise<void> {
  const id = hashValue({ kind, about, said_at: at, said_by: by, why });
  await insertRows(queries, 'acts', ACT_COLUMNS, [[id, kind, about, at, by, why]]);
}

export interface DoneQuery {
  /** The name of who did it, exactly. */
  readonly by?: string | undefined;
  readonly what?: Done['what'] | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/**
 * Who did what and why, the latest first, page after page.
 * @throws HearsayError `usage.bad-option` where the cursor is none of ours
 */
export async function listDone(
  queries: Queries,
  { by, what, limit = 50, cursor }: DoneQuery,
): Promise<{ readonly items: readonly Done[]; readonly next: string | null }> {
  const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor);
  const parts: [string, ...Value[]][] = [['1 = 1']];
  if (by !== undefined) parts.push(['said_by = ?', by]);
  if (what !== undefined) parts.push(['what = ?', what]);
  if (cursor !== undefined) parts.push(['(said_at < ? OR (said_at = ? AND id < ?))', at, at, id]);
  const rows = await queries.all<Done>(
    `SELECT id, what, kind, about, said_at AS "at", said_by AS "by", why FROM (
       SELECT id, 'act' AS what, kind, about, said_at, said_by, why FROM acts
       UNION ALL SELECT id, 'decision' AS what, kind, report AS about, said_at, said_by, why FROM corrections
       UNION ALL SELECT report AS id, 'forgotten' AS what, 'forgotten' AS kind, report AS about, said_at, said_by, why FROM forgotten
     ) AS done WHERE ${parts.map(([sql]) => sql).join(' AND ')} ORDER BY said_at DESC, id DESC LIMIT ?`,
    [...parts.flatMap(([, ...values]) => values), limit + 1],
  );
  return cutPage(rows, limit, (last) => [last.at, last.id, 'done']);
}
