import { endingsOf, type FacetKind } from './claim-facets.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries, Value } from './store/store.ts';

export type NameKind = FacetKind | 'outlet';

/** Where the names of a kind stand: a name is kept as long as a row there has it. */
const NAMED: Readonly<Record<NameKind, string>> = {
  source: `SELECT 1 FROM claim_facets WHERE kind = 'source' AND name = ?`,
  place: `SELECT 1 FROM claim_facets WHERE kind = 'place' AND name = ?`,
  outlet: 'SELECT 1 FROM report_facets WHERE outlet = ?',
};

/** Lets these names be found by any of their words. */
export async function putNames(queries: Queries, kind: NameKind, names: Iterable<string>): Promise<void> {
  const rows = [...new Set(names)].flatMap((name) => endingsOf(name).map((ending) => [kind, ending, name]));
  await insertRows(queries, 'facet_names', ['kind', 'ending', 'name'], rows);
}

/** Forgets those of these names that no row has any more. */
export async function sweepNames(queries: Queries, kind: NameKind, names: Iterable<string>): Promise<void> {
  for (const name of new Set(names)) {
    if ((await queries.all(`${NAMED[kind]} LIMIT 1`, [name])).length > 0) continue;
    for (const ending of endingsOf(name))
      await queries.run('DELETE FROM facet_names WHERE kind = ? AND ending = ? AND name = ?', [kind, ending, name]);
  }
}

/** The words of a query for the names that hold these words one after another, as `foldName` has them. */
export function selectNames(
  kind: NameKind,
  folded: string,
): { readonly sql: string; readonly values: readonly Value[] } {
  // prettier-ignore
  // As a range, so that the index finds it: “!” follows the space.
  return {
    sql: 'SELECT name FROM facet_names WHERE kind = ? AND (ending = ? OR (ending >= ? AND ending < ?))',
    values: [kind, folded, `${folded} `, `${folded}!`],
  };
}
