import type { Dialect } from '../store.ts';

/**
 * What was captured, read and said by people. Rows are only added; `forget` alone takes some away, and leaves a row in
 * `forgotten`. `made_*`: when, by whom, with which program, from which input a fact came in; no other column, and no
 * derived table, depends on it.
 */
export function makeFacts({ text, integer, bytes, tableEnd }: Dialect): readonly string[] {
  const made = `made_at ${text} NOT NULL, made_by ${text} NOT NULL, made_with ${text} NOT NULL, made_from ${text} NOT NULL`;
  return [
    `CREATE TABLE blobs (
       sha256 ${text} PRIMARY KEY, size ${integer} NOT NULL, codec ${text} NOT NULL, bytes ${bytes} NOT NULL
     )${tableEnd}`,
    // given and notes are JSON: they hold what people wrote, NUL and all.
    `CREATE TABLE captures (
       id ${text} PRIMARY KEY, bytes ${text} NOT NULL REFERENCES blobs, kind ${text} NOT NULL, charset ${text},
       given ${text} NOT NULL, notes ${text} NOT NULL, ${made}
     )${tableEnd}`,
    'CREATE INDEX captures_bytes ON captures (bytes)',
    // report: its key; text: the article's; content: the reading's JSON without text, input and time of capture.
    `CREATE TABLE readings (
       id ${text} PRIMARY KEY, capture ${text} NOT NULL REFERENCES captures, report ${text} NOT NULL,
       text ${text} NOT NULL REFERENCES blobs, content ${text} NOT NULL REFERENCES blobs,
       captured ${text}, modified ${text},
       hearsay ${text} NOT NULL, network ${text} NOT NULL, rules ${text} NOT NULL, ${made}
     )${tableEnd}`,
    'CREATE INDEX readings_capture ON readings (capture)',
    'CREATE INDEX readings_report ON readings (report)',
    'CREATE INDEX readings_text ON readings (text)',
    'CREATE INDEX readings_content ON readings (content)',
    // What a person did: kind and body say what; report and text say to what, where it concerns one.
    `CREATE TABLE corrections (
       id ${text} PRIMARY KEY, kind ${text} NOT NULL, report ${text}, text ${text}, body ${text} NOT NULL,
       said_at ${text} NOT NULL, said_by ${text} NOT NULL, why ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX corrections_report ON corrections (report)',
    'CREATE INDEX corrections_text ON corrections (text)',
    `CREATE TABLE forgotten (
       report ${text} PRIMARY KEY, hashes ${text} NOT NULL,
       said_at ${text} NOT NULL, said_by ${text} NOT NULL, why ${text} NOT NULL
     )${tableEnd}`,
    // How the derived tables were made: which number of derivation.
    `CREATE TABLE meta (name ${text} PRIMARY KEY, value ${text} NOT NULL)${tableEnd}`,
  ];
}
