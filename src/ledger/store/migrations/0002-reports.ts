import type { Dialect } from '../store.ts';

/** Derived tables: made from the facts, and made again when the way of making them changes. */
export function makeReports({ text, integer, tableEnd, wordIndex }: Dialect): readonly string[] {
  return [
    // One row a report, as its last version has it. `outlet`, `title` and so on are as in the reading.
    `CREATE TABLE reports (
       id ${text} PRIMARY KEY, url ${text}, outlet ${text}, title ${text}, published ${text}, modified ${text},
       language ${text}, kind ${text} NOT NULL, versions ${integer} NOT NULL, reading ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX reports_published ON reports (published, id)',
    `CREATE TABLE versions (
       report ${text} NOT NULL, number ${integer} NOT NULL, text ${text} NOT NULL, reading ${text} NOT NULL,
       captured ${text}, modified ${text}, PRIMARY KEY (report, number)
     )${tableEnd}`,
    'CREATE INDEX versions_text ON versions (text)',
    `CREATE TABLE appearances (
       id ${text} PRIMARY KEY, report ${text} NOT NULL, text ${text} NOT NULL, reading ${text} NOT NULL,
       part ${text} NOT NULL, attribution ${text} NOT NULL, begins ${integer} NOT NULL, content ${text} NOT NULL,
       latest ${integer} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX appearances_report ON appearances (report)',
    ...wordIndex.schema,
  ];
}
