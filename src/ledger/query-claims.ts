import { foldName, type FacetKind } from './claim-facets.ts';
import type { Claim } from './claim.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { rankClaims, rarestOf, type Candidate } from './rank-claims.ts';
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
  const page = found.slice(0, limit);
  return { found: page, next: found.length > limit ? writeCursor(page.at(-1)?.place ?? []) : null };
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
  const behind = `(weight < ? OR (weight = ? AND (COALESCE(published, '') < ? OR (COALESCE(published, '') = ? AND id > ?))))`;
  const rows = await queries.all<{ body: string; weight: number }>(
    `SELECT body, weight FROM claims WHERE ${sql}${after === null ? '' : ` AND ${behind}`}
     ORDER BY weight DESC, COALESCE(published, '') DESC, id LIMIT ?`,
    [...values, ...(after === null ? [] : [weight, weight, published, published, id]), limit],
  );
  return rows.map((row) => {
    const claim = JSON.parse(row.body) as Claim;
    return { claim, place: [Number(row.weight), claim.basis.from ?? '', claim.id] };
  });
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
  const rarest = { ...asked, phrases: rarestOf(words, asked).slice(0, ASKED) };
  const ids = await queries.dialect.wordIndex.find(queries, 'claim', rarest, CANDIDATES);
  if (ids.length === 0) return [];
  const { sql, values } = writeFilter(query);
  const rows = await queries.all<{ body: string }>(`SELECT body FROM claims WHERE ${sql} AND id IN (${ids.map(() => '?').join(', ')})`, [...values, ...ids]); // prettier-ignore
  const ranked = rankClaims(words, asked, rows.map(({ body }) => JSON.parse(body) as Claim)); // prettier-ignore
  const from = after === null ? 0 : ranked.findIndex((one) => comparePlaces(placeOf(one), after) > 0);
  const page = from < 0 ? [] : ranked.slice(from, from + limit);
  return page.map((one) => ({ claim: one.claim, match: one.match, place: placeOf(one) }));
}

function placeOf({ match, score, claim }: Candidate): Found['place'] {
  return [match === 'by meaning' ? 0 : 1, -score, claim.id];
}

function comparePlaces(a: Found['place'], b: Found['place']): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** The words of `WHERE` for all but the words that are searched. */
function writeFilter({ source, outlet, place, from, to, minOrigins, all }: ClaimQuery): {
  readonly sql: string;
  readonly values: readonly Value[];
} {
  // prettier-ignore
  const parts: [string, ...Value[]][] = [all === true ? ['1 = 1'] : ['listed = 1']];
  const named = (kind: FacetKind, name: string | undefined): void => {
    // Folded words are letters and digits: nothing in them is a wildcard.
    if (name !== undefined) parts.push([`id IN (SELECT claim FROM claim_facets WHERE kind = ? AND ' ' || name || ' ' LIKE ?)`, kind, `% ${foldName(name)} %`]); // prettier-ignore
  };
  named('source', source);
  named('outlet', outlet);
  named('place', place);
  // A month stands for all its days: “2025-10~” is behind them.
  if (from !== undefined || to !== undefined) parts.push([`id IN (SELECT claim FROM claim_facets WHERE kind = ? AND name || '~' >= ? AND name <= ?)`, 'day', (from ?? '').slice(0, 10), `${(to ?? '').slice(0, 10)}~`]); // prettier-ignore
  if (minOrigins !== undefined) parts.push(['origins >= ?', minOrigins]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, ...values]) => values) };
}
