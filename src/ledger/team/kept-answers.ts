import { hashValue } from '../../base/canonical-json.ts';
import type { Queries } from '../store/store.ts';

/** An answer to a write holds so long, in milliseconds; one that is worked on for longer was cut off. */
const [HOLDS, WORKS] = [24 * 3_600_000, 10 * 60_000];

/** What became of a write that came with a key before. */
export type Before =
  | { readonly kind: 'new' | 'other-request' | 'in-work' }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: string };

interface Row {
  readonly asked: string;
  readonly status: number | null;
  readonly answer: string | null;
  readonly said_at: string;
}

/** Whose write, and under which key. */
export function nameAnswer(owner: string, path: string, key: string): string {
  return hashValue({ owner, path, key });
}

/** What came of the write before; where there was none, it is marked as worked on from now. `asked`: a hash of the request. */
export async function beginAnswer(queries: Queries, id: string, asked: string, now: Date): Promise<Before> {
  const at = now.getTime();
  await queries.run('DELETE FROM kept_answers WHERE said_at < ?', [new Date(at - HOLDS).toISOString()]);
  const [row] = await queries.all<Row>('SELECT asked, status, answer, said_at FROM kept_answers WHERE id = ?', [id]);
  if (row !== undefined) {
    if (row.asked !== asked) return { kind: 'other-request' };
    if (row.status !== null) return { kind: 'answered', status: Number(row.status), answer: row.answer ?? '' };
    if (at - Date.parse(row.said_at) < WORKS) return { kind: 'in-work' };
    await queries.run('DELETE FROM kept_answers WHERE id = ?', [id]);
  }
  await queries.run('INSERT INTO kept_answers (id, asked, status, answer, said_at) VALUES (?, ?, NULL, NULL, ?)', [id, asked, now.toISOString()]); // prettier-ignore
  return { kind: 'new' };
}

export async function keepAnswer(queries: Queries, id: string, status: number, answer: string): Promise<void> {
  await queries.run('UPDATE kept_answers SET status = ?, answer = ? WHERE id = ?', [status, answer, id]);
}

/** What failed may be asked again with the same key. */
export async function dropAnswer(queries: Queries, id: string): Promise<void> {
  await queries.run('DELETE FROM kept_answers WHERE id = ? AND status IS NULL', [id]);
}
