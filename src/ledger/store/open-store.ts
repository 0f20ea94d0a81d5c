import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { hidePassword } from './postgres-errors.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * The store at `postgres://…` or in a file, up to date. A file is made where there is none.
 * @throws HearsayError `ledger.*`
 */
export async function openStore(location: string): Promise<Store> {
  const isAddress = /^postgres(ql)?:\/\//u.test(location);
  const store = isAddress ? await openPostgres(location) : await openSqlite(location);
  try {
    await migrate(store, hidePassword(location));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
