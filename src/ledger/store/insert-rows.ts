import type { Queries, Value } from './store.ts';

/** Values that one statement may have: SQLite's limit is 32,766, PostgreSQL's 65,535. */
const MOST_VALUES = 30_000;

/**
 * Inserts many rows with few statements. Rows that are there already (by primary key) stay as they are.
 * @param columns in the order of each row's values
 * @returns how many rows are new
 */
export async function insertRows(
  queries: Queries,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<number> {
  const most = Math.floor(MOST_VALUES / columns.length);
  const slots = `(${columns.map(() => '?').join(', ')})`;
  let added = 0;
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most);
    added += await queries.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => slots).join(', ')} ON CONFLICT DO NOTHING`,
      some.flat(),
    );
  }
  return added;
}
