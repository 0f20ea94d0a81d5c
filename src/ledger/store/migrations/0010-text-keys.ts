import type { Dialect } from '../store.ts';

/** The keys by which reports find those of their story, once for all reports of one text: `twin` of `stories`. */
export function keyTexts({ integer, keyedTableEnd }: Dialect): readonly string[] {
  return [
    'DROP TABLE story_keys',
    `CREATE TABLE story_keys (key ${integer} NOT NULL, twin ${integer} NOT NULL, PRIMARY KEY (key, twin))${keyedTableEnd}`,
  ];
}
