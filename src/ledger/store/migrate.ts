import { HearsayError } from '../../base/error.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { Queries, Store } from './store.ts';

/**
 * Brings a store up to the newest step; one that is up to date is only read.
 * @throws HearsayError `ledger.newer` where it holds a step that `steps` lacks: it is left untouched
 */
export async function migrate(store: Store, location: string, steps: readonly Migration[] = MIGRATIONS): Promise<void> {
  if (missing(await readApplied(store), location, steps).length === 0) return;
  await store.write(async (queries) => {
    // Read again: another process may have been first.
    const applied = await readApplied(queries);
    if (applied.length === 0) {
      const { integer, text, tableEnd } = queries.dialect;
      await queries.run(`CREATE TABLE migrations (number ${integer} PRIMARY KEY, name ${text} NOT NULL)${tableEnd}`);
    }
    for (const step of missing(applied, location, steps)) {
      for (const statement of step.statements(queries.dialect)) await queries.run(statement);
      await queries.run('INSERT INTO migrations (number, name) VALUES (?, ?)', [step.number, step.name]);
    }
  });
}

function missing(applied: readonly number[], location: string, steps: readonly Migration[]): readonly Migration[] {
  const known = new Set(steps.map(({ number }) => number));
  const newer = applied.find((number) => !known.has(number));
  if (newer !== undefined)
    throw new HearsayError(
      'ledger.newer',
      `The ledger ${location} was written by a newer Hearsay`,
      `it has step ${String(newer)} of the schema, and this program knows ${String(Math.max(...known))}`,
      'install the newer version; the ledger was left untouched',
    );
  return steps.filter(({ number }) => !applied.includes(number));
}

async function readApplied(queries: Queries): Promise<readonly number[]> {
  const tables = await queries.all(
    queries.dialect.name === 'sqlite'
      ? `SELECT name FROM sqlite_schema WHERE name = 'migrations'`
      : `SELECT 1 FROM pg_tables WHERE tablename = 'migrations' AND schemaname = current_schema()`,
  );
  if (tables.length === 0) return [];
  const rows = await queries.all<{ number: number }>('SELECT number FROM migrations ORDER BY number');
  return rows.map(({ number }) => number);
}
