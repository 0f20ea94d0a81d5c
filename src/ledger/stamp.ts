import type { Store } from './store/store.ts';

/** What each database counts up with every change: SQLite for changes by other connections than the one that asks. */
const STAMPS = {
  sqlite: 'PRAGMA data_version',
  postgres: 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS data_version',
} as const;

/** A word that is another one after each change, whoever made it. Writes go over a connection of their own (`sqlite.ts`). */
export async function readStamp(store: Store): Promise<string> {
  const [row] = await store.all<{ data_version: number | string }>(STAMPS[store.dialect.name]);
  return String(row?.data_version ?? '');
}
