import type { Dialect } from '../store.ts';

/**
 * What is watched and when to look next: a plan, and the one table besides `meta` whose rows are changed. One row a feed
 * or sitemap, a report that is to be visited, and a host that was asked.
 */
export function makeWatched({ text, tableEnd }: Dialect): readonly string[] {
  return [
    // due: ISO 8601 in UTC; null: it is visited no more, or is a host. state: JSON, of `capture/watch`.
    `CREATE TABLE watched (
       id ${text} PRIMARY KEY, kind ${text} NOT NULL, address ${text} NOT NULL, host ${text} NOT NULL,
       due ${text}, state ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX watched_due ON watched (host, due)',
  ];
}
