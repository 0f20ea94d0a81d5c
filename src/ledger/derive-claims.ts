import type { Reading } from '../reading/reading.ts';
import { facetsOf, wordsOfClaim } from './claim-facets.ts';
import { weighClaim, type Claim } from './claim.ts';
import { findClaims } from './claims.ts';
import { listCorrections, listStanding, type KeptCorrection } from './corrections.ts';
import type { Derivation } from './derivation.ts';
import { bindHand, reportsOf, type Hand, type Spoken } from './hand.ts';
import { readSpoken } from './spoken.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries } from './store/store.ts';
import { readTold, tieReports } from './story/tie-reports.ts';

/**
 * The claims, group by group: reports that tell one story are read together. An arrival makes the claims of the groups that
 * it touches afresh, and writes those that come out otherwise; nothing else is read or written.
 */
export const claimTables: Derivation = {
  tables: {
    stories: ['place'],
    story_keys: ['key', 'place'],
    story_ties: ['place', 'other'],
    claims: ['id'],
    claim_appearances: ['claim', 'appearance'],
    claim_facets: ['kind', 'name', 'claim'],
  },
  async clear(queries) {
    for (const table of Object.keys(this.tables)) await queries.run(`DELETE FROM ${table}`);
  },
  async derive(queries, reports) {
    const standing = listStanding(await listCorrections(queries));
    const groups = await tieReports(queries, reports, standing);
    const held = new Map<string, string>();
    for (const report of groups.flat()) for (const [id, body] of await readClaims(queries, report)) held.set(id, body);
    for (const group of groups)
      for (const claim of await deriveGroup(queries, group, standing)) {
        const body = JSON.stringify(claim);
        if (held.get(claim.id) !== body) {
          if (held.has(claim.id)) await removeClaim(queries, claim.id);
          await putClaim(queries, claim, body);
        }
        held.delete(claim.id);
      }
    for (const id of held.keys()) await removeClaim(queries, id);
  },
};

async function deriveGroup(
  queries: Queries,
  reports: readonly string[],
  standing: readonly KeptCorrection[],
): Promise<readonly Claim[]> {
  const readings = new Map<string, Reading>();
  for (const report of reports) {
    const reading = await readTold(queries, report);
    if (reading !== null) readings.set(report, reading);
  }
  return findClaims([...readings.values()], await readHand(queries, readings, standing));
}

/** What people said of a group of reports, bound to how they are read now. */
async function readHand(
  queries: Queries,
  readings: ReadonlyMap<string, Reading>,
  standing: readonly KeptCorrection[],
): Promise<Hand> {
  const own = standing.filter((said) => reportsOf(said).some((report) => readings.has(report)));
  const spoken = new Map<string, Spoken>();
  for (const report of own.flatMap(reportsOf))
    if (readings.has(report) && !spoken.has(report)) {
      const found = await readSpoken(queries, report);
      if (found !== null) spoken.set(report, found);
    }
  return bindHand(own, spoken);
}

/** The claims in which a report stands: id and body. */
async function readClaims(queries: Queries, report: string): Promise<readonly (readonly [string, string])[]> {
  const rows = await queries.all<{ id: string; body: string }>('SELECT id, body FROM claims WHERE id IN (SELECT claim FROM claim_appearances WHERE report = ?)', [report]); // prettier-ignore
  return rows.map(({ id, body }) => [id, body] as const);
}

async function removeClaim(queries: Queries, claim: string): Promise<void> {
  await queries.run('DELETE FROM claims WHERE id = ?', [claim]);
  await queries.run('DELETE FROM claim_appearances WHERE claim = ?', [claim]);
  await queries.run('DELETE FROM claim_facets WHERE claim = ?', [claim]);
  await queries.dialect.wordIndex.drop(queries, 'claim', claim);
}

async function putClaim(queries: Queries, claim: Claim, body: string): Promise<void> {
  const denials = claim.denials.map(({ appearance }) => appearance);
  const all = [...claim.appearances, ...denials];
  const { reports } = claim.basis;
  const isListed = reports > 1 || denials.length > 0 || claim.expected !== null || claim.appearances.some(({ voice, setAside }) => voice === 'attributed' && !setAside); // prettier-ignore
  await insertRows(
    queries,
    'claims',
    ['id', 'text', 'published', 'reports', 'weight', 'origins', 'listed', 'body'],
    [[claim.id, claim.text, claim.basis.from, reports, weighClaim(claim), claim.origins.length, isListed ? 1 : 0, body]], // prettier-ignore
  );
  await insertRows(queries, 'claim_appearances', ['claim', 'appearance', 'report'], all.map(({ id, report }) => [claim.id, id, report.key])); // prettier-ignore
  await insertRows(queries, 'claim_facets', ['kind', 'name', 'claim'], facetsOf(claim).map(({ kind, name }) => [kind, name, claim.id])); // prettier-ignore
  await queries.dialect.wordIndex.put(queries, 'claim', claim.id, wordsOfClaim(claim));
}
