import type { Dialect } from '../store.ts';

/** Derived tables of what spans reports: which are compared, which belong together, and the claims of each group. */
export function makeClaims({ text, integer, tableEnd }: Dialect): readonly string[] {
  return [
    // 52 bits of a hash stand for each key and each report: a ledger of 9,000 reports has some ten million rows.
    `CREATE TABLE claim_keys (key ${integer} NOT NULL, report ${integer} NOT NULL, PRIMARY KEY (key, report))${tableEnd}`,
    'CREATE INDEX claim_keys_report ON claim_keys (report)',
    `CREATE TABLE claim_reports (place ${integer} PRIMARY KEY, report ${text} NOT NULL)${tableEnd}`,
    // Both ways: (a, b) and (b, a).
    `CREATE TABLE ties (report ${text} NOT NULL, other ${text} NOT NULL, PRIMARY KEY (report, other))${tableEnd}`,
    `CREATE TABLE claims (
       id ${text} PRIMARY KEY, text ${text} NOT NULL, published ${text}, reports ${integer} NOT NULL,
       origins ${integer} NOT NULL, listed ${integer} NOT NULL, body ${text} NOT NULL
     )${tableEnd}`,
    'CREATE INDEX claims_listed ON claims (listed, reports, published, id)',
    // A denial stands in each claim that it answers.
    `CREATE TABLE claim_appearances (
       claim ${text} NOT NULL, appearance ${text} NOT NULL, report ${text} NOT NULL, PRIMARY KEY (claim, appearance)
     )${tableEnd}`,
    'CREATE INDEX claim_appearances_report ON claim_appearances (report)',
    'CREATE INDEX claim_appearances_appearance ON claim_appearances (appearance)',
    // What claims are looked for by: a source, an outlet, a place, each by its folded words, and a day.
    `CREATE TABLE claim_facets (
       kind ${text} NOT NULL, name ${text} NOT NULL, claim ${text} NOT NULL, PRIMARY KEY (kind, name, claim)
     )${tableEnd}`,
    'CREATE INDEX claim_facets_claim ON claim_facets (claim)',
  ];
}
