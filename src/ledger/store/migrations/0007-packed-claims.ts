import type { Dialect } from '../store.ts';

/**
 * Claims are kept packed, beside what they are searched and listed by, under numbers (the first 52 bits of their ids, as
 * reports have them in `stories`): a third of the bytes, and no list parses what it does not show (decision 0019).
 */
export function packClaims({ text, integer, bytes, tableEnd, keyedTableEnd }: Dialect): readonly string[] {
  return [
    'DROP TABLE claims',
    'DROP TABLE claim_appearances',
    'DROP TABLE claim_facets',
    // first_day, last_day: of its reports. gist: what it states and its words, JSON; body: all the rest, packed.
    `CREATE TABLE claims (
       number ${integer} NOT NULL, id ${text} NOT NULL, text ${text} NOT NULL, published ${text}, reports ${integer} NOT NULL,
       origins ${integer} NOT NULL, listed ${integer} NOT NULL, first_day ${text}, last_day ${text},
       gist ${text} NOT NULL, body ${bytes} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX claims_number ON claims (number)',
    `CREATE INDEX claims_listed ON claims (listed, reports DESC, (COALESCE(published, '')) DESC, number)`,
    `CREATE INDEX claims_all ON claims (reports DESC, (COALESCE(published, '')) DESC, number)`,
    // report: its place. A denial stands in each claim that it answers.
    `CREATE TABLE claim_appearances (
       report ${integer} NOT NULL, appearance ${integer} NOT NULL, claim ${integer} NOT NULL,
       PRIMARY KEY (report, appearance, claim)
     )${keyedTableEnd}`,
    'CREATE INDEX claim_appearances_claim ON claim_appearances (claim, report)',
    // A source and a place by their folded words; outlets and days are those of the reports.
    `CREATE TABLE claim_facets (
       kind ${text} NOT NULL, name ${text} NOT NULL, claim ${integer} NOT NULL, PRIMARY KEY (kind, name, claim)
     )${keyedTableEnd}`,
    `CREATE TABLE report_facets (report ${integer} PRIMARY KEY, outlet ${text}, day ${text})${tableEnd}`,
    'CREATE INDEX report_facets_outlet ON report_facets (outlet)',
    // The names in the two, each from every word of it on: “jong un” and “un” for “kim jong un”.
    `CREATE TABLE facet_names (
       kind ${text} NOT NULL, ending ${text} NOT NULL, name ${text} NOT NULL, PRIMARY KEY (kind, ending, name)
     )${keyedTableEnd}`,
    // Claims of what is ahead. opens, closes: of the window, “~” and '' where none is told; line: what a calendar shows.
    `CREATE TABLE claim_events (
       claim ${integer} PRIMARY KEY, is_open ${integer} NOT NULL, opens ${text} NOT NULL, closes ${text} NOT NULL,
       reports ${integer} NOT NULL, line ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX claim_events_opens ON claim_events (is_open, opens, reports DESC, claim, closes)',
    // Reports of one text (twin: the number of its telling words) by their days; those without a day stand first.
    'DROP TABLE stories',
    `CREATE TABLE stories (
       place ${integer} PRIMARY KEY, report ${text} NOT NULL, profile ${text} NOT NULL, appearances ${bytes} NOT NULL,
       twin ${integer} NOT NULL, day ${integer} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX stories_twin ON stories (twin, day, place)',
    // Reports of stories whose claims wait to be made; is_new: since they were made last.
    `CREATE TABLE story_waiting (place ${integer} PRIMARY KEY, is_new ${integer} NOT NULL)${tableEnd}`,
    // Which were added last, without a look at each.
    'DROP INDEX readings_report',
    'CREATE INDEX readings_report ON readings (report, made_at)',
  ];
}
