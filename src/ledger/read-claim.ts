import { findAppearances } from './appearances.ts';
import type { Claim } from './claim.ts';
import { listCorrectionsOf, listStanding } from './corrections.ts';
import { anchorsOf, bindAnchors } from './hand.ts';
import { getReading } from './read-back.ts';
import { scorePair } from './same-claim/score.ts';
import { readSpoken } from './spoken.ts';
import type { Queries } from './store/store.ts';

/** Signs of an id that are enough where only one begins so. */
const SHORTEST = 6;

/**
 * The claim of this id, or of an appearance of this id that it holds or ever held; the beginning of an id will do where
 * only one begins so. Null where there is none.
 */
export async function readClaim(queries: Queries, typed: string): Promise<Claim | null> {
  const id = typed.toLowerCase();
  if (!/^(?:sha256:)?[0-9a-f]+$/u.test(id) || id.length < SHORTEST) return null;
  // As a range, so that an index finds it; what follows in an id is below `g`.
  const range = [id, `${id}g`];
  const claims = await queries.all<{ id: string }>('SELECT id FROM claims WHERE id >= ? AND id < ? LIMIT 2', range);
  if (claims.length === 1) return getClaim(queries, claims[0]?.id ?? '');
  // What denies several claims stands in each: the one that most reports carry.
  const [row] = await queries.all<{ claim: string; ids: number }>(
    `SELECT claim, (SELECT COUNT(DISTINCT appearance) FROM claim_appearances WHERE appearance >= ? AND appearance < ?) AS ids
     FROM claim_appearances JOIN claims ON claims.id = claim
     WHERE appearance >= ? AND appearance < ? ORDER BY reports DESC, claim LIMIT 1`,
    [...range, ...range],
  );
  if (row !== undefined) return Number(row.ids) === 1 ? getClaim(queries, row.claim) : null;
  return (await readFormer(queries, range)) ?? readChanged(queries, id);
}

export async function getClaim(queries: Queries, id: string): Promise<Claim | null> {
  const [row] = await queries.all<{ body: string }>('SELECT body FROM claims WHERE id = ?', [id]);
  return row === undefined ? null : (JSON.parse(row.body) as Claim);
}

/** The claims in which a report stands; those that most reports carry first. */
export async function readClaimsOf(queries: Queries, report: string): Promise<readonly Claim[]> {
  const rows = await queries.all<{ body: string }>(
    `SELECT body FROM claims WHERE id IN (SELECT claim FROM claim_appearances WHERE report = ?)
     ORDER BY listed DESC, reports DESC, id`,
    [report],
  );
  return rows.map(({ body }) => JSON.parse(body) as Claim);
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
      const [row] = await queries.all<{ claim: string }>('SELECT claim FROM claim_appearances WHERE appearance = ? ORDER BY claim LIMIT 1', [bound]); // prettier-ignore
      if (row !== undefined) return getClaim(queries, row.claim);
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
