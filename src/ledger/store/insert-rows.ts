import type { Queries, Value } from './store.ts';

/** Rows of one statement, the most first: few forms, so that each is prepared once. */
const SIZES = [128, 16, 4, 1];

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
  const slots = `(${columns.map(() => '?').join(', ')})`;
  let added = 0;
  for (let from = 0; from < rows.length;) {
    const size = SIZES.find((one) => one <= rows.length - from) ?? 1;
    const some = rows.slice(from, from + size);
    from += size;
    added += await queries.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => slots).join(', ')} ON CONFLICT DO NOTHING`,
      some.flat(),
    );
  }
  return added;
}
