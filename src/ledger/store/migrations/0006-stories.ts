import type { Dialect } from '../store.ts';

/** Which reports tell one story takes the place of which appearances might: a hundredth of the rows (decision 0013). */
export function makeStories({ text, integer, bytes, tableEnd, keyedTableEnd }: Dialect): readonly string[] {
  return [
    'DROP TABLE claim_keys',
    'DROP TABLE claim_reports',
    'DROP TABLE ties',
    // place: 52 bits of the report's hash; profile: JSON; appearances: what appears in its latest text, packed.
    `CREATE TABLE stories (
       place ${integer} PRIMARY KEY, report ${text} NOT NULL, profile ${text} NOT NULL, appearances ${bytes} NOT NULL
     )${tableEnd}`,
    // 52 bits of a hash stand for each key.
    `CREATE TABLE story_keys (key ${integer} NOT NULL, place ${integer} NOT NULL, PRIMARY KEY (key, place))${keyedTableEnd}`,
    // Both ways: (a, b) and (b, a).
    `CREATE TABLE story_ties (
       place ${integer} NOT NULL, other ${integer} NOT NULL, level ${integer} NOT NULL, PRIMARY KEY (place, other)
     )${keyedTableEnd}`,
    // As `claims` lists them, with and without those that stand alone.
    'DROP INDEX claims_listed',
    `CREATE INDEX claims_listed ON claims (listed, reports DESC, (COALESCE(published, '')) DESC, id)`,
    `CREATE INDEX claims_all ON claims (reports DESC, (COALESCE(published, '')) DESC, id)`,
  ];
}
