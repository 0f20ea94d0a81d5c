import { foldName } from './claim-facets.ts';
import type { Claim } from './claim.ts';
import { cutPage, readCursor } from './cursor.ts';
import { selectNames } from './facet-names.ts';
import { numberOfId } from './numbers.ts';
import { openClaims } from './open-claims.ts';
import { CLAIM_ROW, unpackGist, type ClaimRow } from './packed-claim.ts';
import { rankClaims, rarestOf, type Candidate } from './rank-claims.ts';
import { readClaims } from './read-claim.ts';
import { showClaim, type ShownClaim } from './shown-claim.ts';
import type { Queries, Value } from './store/store.ts';
import { readQuery } from './words.ts';

/** What claims are asked for; all that is given must hold. */
export interface ClaimQuery {
  /** Words, “phrases” or a whole sentence: nearest by meaning, then by words. */
  readonly words?: string;
  /** Words of the name of who is credited or speaks against it. */
  readonly source?: string;
  /** Words of the name of an outlet that carries it. */
  readonly outlet?: string;
  /** Words of the name of a place in it. */
  readonly place?: string;
  /** First and last day on which a report of it was published: ISO 8601, or a month or year. */
  readonly from?: string;
  readonly to?: string;
  /** Least number of known origins. */
  readonly minOrigins?: number;
  /** Also what one report alone says in its own words. */
  readonly all?: boolean;
  /** Claims a page, from 1; 50 without it. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface ClaimPage {
  readonly items: readonly ShownClaim[];
  /** For the page after; null: there is none. */
  readonly next: string | null;
}

const PAGE = 50;

/** Claims of which word search looks at the meaning. */
const CANDIDATES = 300;
/** Words by which they are found, the rarest of what is asked: "president" alone would be found in a tenth of all. */
const ASKED = 6;

/**
 * One page of the claims that are asked for: without words those that most reports carry first, one
 * that leads with it counting twice; the latest of equal ones first.
 * Pages follow each other by what stands in the cursor, whatever was added in between.
 * @throws HearsayError `usage.bad-option` where the cursor is none of ours
 */
export async function queryClaims(queries: Queries, query: ClaimQuery): Promise<ClaimPage> {
  const { found, next } = await findClaims(queries, query);
  return { items: found.map(({ claim, match }) => showClaim(claim, match)), next };
}

/** The same page with the claims as they are kept. */
export async function findClaims(
  queries: Queries,
  query: ClaimQuery,
): Promise<{ readonly found: readonly Found[]; readonly next: string | null }> {
  // prettier-ignore
  const { words, limit = PAGE, cursor } = query;
  const after = cursor === undefined ? null : readCursor(cursor);
  const found = words === undefined ? await listClaims(queries, query, after, limit + 1) : await searchClaims(queries, query, words, after, limit + 1); // prettier-ignore
  const { items, next } = cutPage(found, limit, ({ place }) => place);
  return { found: items, next };
}

export interface Found {
  readonly claim: Claim;
  readonly match?: ShownClaim['match'];
  /** What it is ordered by; the last is its id. */
  readonly place: readonly (string | number)[];
}

async function listClaims(
  queries: Queries,
  query: ClaimQuery,
  after: Found['place'] | null,
  limit: number,
): Promise<readonly Found[]> {
  // prettier-ignore
  const { sql, values } = writeFilter(query);
  const [weight = 0, published = '', id = ''] = after ?? [];
  const behind = `(weight < ? OR (weight = ? AND (COALESCE(published, '') < ? OR (COALESCE(published, '') = ? AND number > ?))))`;
  const rows = await queries.all<ClaimRow & { weight: number }>(
    `SELECT ${CLAIM_ROW}, weight FROM claims WHERE ${sql}${after === null ? '' : ` AND ${behind}`}
     ORDER BY weight DESC, COALESCE(published, '') DESC, number LIMIT ?`,
    [...values, ...(after === null ? [] : [weight, weight, published, published, numberOfId(String(id))]), limit],
  );
  const claims = await openClaims(queries, rows);
  return claims.map((claim, i) => ({ claim, place: [Number(rows[i]?.weight), claim.basis.from ?? '', claim.id] }));
}

async function searchClaims(
  queries: Queries,
  query: ClaimQuery,
  words: string,
  after: Found['place'] | null,
  limit: number,
): Promise<readonly Found[]> {
  // prettier-ignore
  const asked = readQuery(words, 'any');
  if (asked === null) return [];
  const rarest = { match: 'most' as const, phrases: rarestOf(words, asked).slice(0, ASKED) };
  const numbers = (await queries.dialect.wordIndex.find(queries, 'claim', rarest, CANDIDATES)).map(Number);
  if (numbers.length === 0) return [];
  const { sql, values } = writeFilter(query, '+listed'); // of these numbers, not those of them among all that are listed
  const rows = await queries.all<Pick<ClaimRow, 'id' | 'gist'> & { reports: number }>(`SELECT id, reports, gist FROM claims WHERE ${sql} AND number IN (${numbers.map(() => '?').join(', ')})`, [...values, ...numbers]); // prettier-ignore
  const ranked = rankClaims(words, asked, rows.map(({ id, reports, gist }) => ({ id, reports: Number(reports), ...unpackGist(gist) }))); // prettier-ignore
  const from = after === null ? 0 : ranked.findIndex((one) => comparePlaces(placeOf(one), after) > 0);
  const page = from < 0 ? [] : ranked.slice(from, from + limit);
  const claims = await readClaims(queries, page.map(({ id }) => id)); // prettier-ignore
  return page.flatMap((one) => {
    const claim = claims.get(one.id);
    return claim === undefined ? [] : [{ claim, match: one.match, place: placeOf(one) }];
  });
}

function placeOf({ match, score, id }: Candidate): Found['place'] {
  return [match === 'by meaning' ? 0 : 1, -score, id];
}

function comparePlaces(a: Found['place'], b: Found['place']): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** The words of `WHERE` for all but the words that are searched. */
function writeFilter(
  { source, outlet, place, from, to, minOrigins, all }: ClaimQuery,
  listed = 'listed',
): { readonly sql: string; readonly values: readonly Value[] } {
  const parts: [string, ...Value[]][] = [all === true ? ['1 = 1'] : [`${listed} = 1`]];
  const named = (kind: 'source' | 'place', name: string | undefined): void => {
    if (name === undefined) return;
    const names = selectNames(kind, foldName(name));
    parts.push([`number IN (SELECT claim FROM claim_facets WHERE kind = ? AND name IN (${names.sql}))`, kind, ...names.values]); // prettier-ignore
  };
  named('source', source);
  if (outlet !== undefined) {
    const names = selectNames('outlet', foldName(outlet));
    parts.push([`number IN (SELECT claim FROM claim_appearances WHERE report IN (SELECT report FROM report_facets WHERE outlet IN (${names.sql})))`, ...names.values]); // prettier-ignore
  }
  named('place', place);
  if (from !== undefined || to !== undefined) parts.push(writeDays((from ?? '').slice(0, 10), `${(to ?? '').slice(0, 10)}~`)); // prettier-ignore
  if (minOrigins !== undefined) parts.push(['origins >= ?', minOrigins]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, ...values]) => values) };
}

/** A month stands for all its days: “2025-10~” is behind them. Only where days lie on both sides of the span each is looked at. */
function writeDays(from: string, to: string): [string, ...Value[]] {
  const within = `EXISTS (SELECT 1 FROM claim_appearances JOIN report_facets ON report_facets.report = claim_appearances.report
    WHERE claim = claims.number AND day || '~' >= ? AND day <= ?)`;
  return [
    `last_day || '~' >= ? AND first_day <= ? AND (first_day || '~' >= ? OR last_day <= ? OR ${within})`,
    ...[from, to, from, to, from, to],
  ];
}
