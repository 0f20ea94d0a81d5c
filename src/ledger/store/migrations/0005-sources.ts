import type { Dialect } from '../store.ts';

/** Derived tables of who tells what: the sources of each report, and what each report of an outlet rests on. */
export function makeSources({ text, integer, tableEnd }: Dialect): readonly string[] {
  return [
    // One row a source of a report. `office`: what roles are compared by.
    `CREATE TABLE sources (
       id ${text} PRIMARY KEY, report ${text} NOT NULL, kind ${text} NOT NULL, name ${text} NOT NULL,
       office ${text}, body ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX sources_report ON sources (report)',
    // Those that share a block may be one source.
    `CREATE TABLE source_blocks (
       block ${text} NOT NULL, source ${text} NOT NULL, report ${text} NOT NULL, PRIMARY KEY (block, source)
     )${tableEnd}`,
    'CREATE INDEX source_blocks_report ON source_blocks (report)',
    'CREATE INDEX sources_office ON sources (office)',
    // The reading's audit; `outlet` is the key of its name.
    `CREATE TABLE audits (
       report ${text} PRIMARY KEY, outlet ${text} NOT NULL, name ${text} NOT NULL, published ${text},
       attributions ${integer} NOT NULL, named ${integer} NOT NULL, unnamed ${integer} NOT NULL,
       official ${integer} NOT NULL, document ${integer} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX audits_outlet ON audits (outlet)',
  ];
}
