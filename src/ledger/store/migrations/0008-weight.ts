import type { Dialect } from '../store.ts';

/** Claims are listed by the reports that carry them and those that lead with them (decision 0020); it is derived anew. */
export function addWeight({ integer }: Dialect): readonly string[] {
  return [
    `ALTER TABLE claims ADD COLUMN weight ${integer} NOT NULL DEFAULT 0`,
    'DROP INDEX claims_listed',
    'DROP INDEX claims_all',
    `CREATE INDEX claims_listed ON claims (listed, weight DESC, (COALESCE(published, '')) DESC, number)`,
    `CREATE INDEX claims_all ON claims (weight DESC, (COALESCE(published, '')) DESC, number)`,
  ];
}
