import { findAppearances } from './appearances.ts';
import type { Claim } from './claim.ts';
import { listCorrectionsOf, listStanding } from './corrections.ts';
import { anchorsOf, bindAnchors } from './hand.ts';
import { numberOfId, numberOfKey, numbersOfBeginning, partValues } from './numbers.ts';
import { openClaims } from './open-claims.ts';
import { CLAIM_ROW, type ClaimRow } from './packed-claim.ts';
import { getReading } from './read-back.ts';
import { scorePair } from './same-claim/score.ts';
import { readSpoken } from './spoken.ts';
import type { Queries } from './store/store.ts';

/** Signs of an id that are enough where only one begins so. */
const SHORTEST = 6;

/** Appearances of one beginning that are looked at. */
const BEGINNING = 20;

/**
 * The claim of this id, or of an appearance of this id that it holds or ever held; the beginning of an id will do where
 * only one begins so. Null where there is none.
 */
export async function readClaim(queries: Queries, typed: string): Promise<Claim | null> {
  const id = typed.toLowerCase().replace(/^sha256:/u, '');
  if (!/^[0-9a-f]+$/u.test(id) || id.length < SHORTEST) return null;
  const rows = await queries.all<ClaimRow>(`SELECT ${CLAIM_ROW} FROM claims WHERE number >= ? AND number <= ? LIMIT 3`, [...numbersOfBeginning(id)]); // prettier-ignore
  const [claim, ...others] = rows.filter((row) => row.id.startsWith(id));
  if (claim !== undefined && others.length === 0) return (await openClaims(queries, [claim]))[0] ?? null;
  // As a range, so that an index finds it; what follows in an id is below `g`.
  const range = [id, `${id}g`];
  const begun = await queries.all<{ id: string; report: string }>('SELECT id, report FROM appearances WHERE id >= ? AND id < ? ORDER BY id LIMIT ?', [...range, BEGINNING]); // prettier-ignore
  const standing: Claim[] = [];
  for (const one of begun) standing.push(...(await readClaimOfAppearance(queries, one)));
  if (standing.length > 0) return standing.length === 1 ? (standing[0] ?? null) : null;
  return (await readFormer(queries, range)) ?? readChanged(queries, id);
}

/** What denies several claims stands in each: the one that most reports carry. None where the appearance stands in none. */
async function readClaimOfAppearance(
  queries: Queries,
  { id, report }: { readonly id: string; readonly report: string },
): Promise<readonly Claim[]> {
  const rows = await queries.all<ClaimRow>(
    `SELECT ${CLAIM_ROW} FROM claims WHERE number IN (SELECT claim FROM claim_appearances WHERE report = ? AND appearance = ?)
     ORDER BY reports DESC, number LIMIT 1`,
    [numberOfKey(report), numberOfId(id)],
  );
  return openClaims(queries, rows);
}

/** The claims of these numbers; those that are not there are left out. */
export async function readNumbered(queries: Queries, numbers: readonly number[]): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const some of partValues(numbers)) {
    const rows = await queries.all<ClaimRow>(`SELECT ${CLAIM_ROW} FROM claims WHERE number IN (${some.map(() => '?').join(', ')}) ORDER BY number`, some); // prettier-ignore
    claims.push(...(await openClaims(queries, rows)));
  }
  return claims;
}

/** The claims of these ids, by their ids; those that are not there are left out. */
export async function readClaims(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
  const claims = await readNumbered(queries, ids.map(numberOfId));
  return new Map(claims.map((claim) => [claim.id, claim]));
}

/** The claims in which a report stands; those that most reports carry first. */
export async function readClaimsOf(queries: Queries, report: string): Promise<readonly Claim[]> {
  const rows = await queries.all<ClaimRow>(
    `SELECT ${CLAIM_ROW} FROM claims WHERE number IN (SELECT claim FROM claim_appearances WHERE report = ?)
     ORDER BY listed DESC, reports DESC, number`,
    [numberOfKey(report)],
  );
  return openClaims(queries, rows);
}

/** An appearance that a person gave other bounds, under the id that it had before. */
async function readChanged(queries: Queries, id: string): Promise<Claim | null> {
  const rows = await queries.all<{ report: string | null }>('SELECT DISTINCT report FROM corrections WHERE body LIKE ?', [`%"appearance":"${id}%`]); // prettier-ignore
  for (const { report } of rows) {
    const now = report === null ? null : await readSpoken(queries, report);
    if (report === null || now === null) continue;
    const [known, spoken] = [new Map([[report, findAppearances(now.reading)]]), new Map([[report, now]])];
    for (const said of listStanding(await listCorrectionsOf(queries, report))) {
      const [first] = anchorsOf(said);
      const [bound] = bindAnchors(said, known, spoken);
      if (first?.appearance.startsWith(id) !== true || !bound) continue;
      const [claim] = await readClaimOfAppearance(queries, { id: bound, report });
      if (claim !== undefined) return claim;
    }
  }
  return null;
}

/** Chance from which what an older text of a report said is what a claim of its newest says. */
const SAME = 0.4;

/** An appearance of an older text of a page: the claim of the page that says the same. */
async function readFormer(queries: Queries, range: readonly string[]): Promise<Claim | null> {
  const rows = await queries.all<{ id: string; report: string; reading: string }>('SELECT id, report, reading FROM appearances WHERE id >= ? AND id < ? LIMIT 2', range); // prettier-ignore
  const [row] = rows;
  if (row === undefined || rows.length > 1) return null;
  const reading = await getReading(queries, row.reading);
  const former = reading === null ? undefined : findAppearances(reading).find((one) => one.id === row.id);
  if (former === undefined) return null;
  const near = (await readClaimsOf(queries, row.report))
    .map((claim) => ({ claim, score: scorePair(former.proposition, claim.proposition) }))
    .sort((a, b) => b.score - a.score);
  return near[0] !== undefined && near[0].score >= SAME ? near[0].claim : null;
}
