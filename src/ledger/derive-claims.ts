import type { Reading } from '../reading/reading.ts';
import { makeRow, putClaims, removeClaims, sweepClaimNames, type MadeClaim } from './claim-rows.ts';
import type { Claim } from './claim.ts';
import { findClaims } from './claims.ts';
import { listCorrections, listStanding, type KeptCorrection } from './corrections.ts';
import type { Derivation } from './derivation.ts';
import { bindHand, reportsOf, type Hand, type Spoken } from './hand.ts';
import { numberOfKey } from './numbers.ts';
import { CLAIM_ROW, unpackClaim, type ClaimRow } from './packed-claim.ts';
import { readSpoken } from './spoken.ts';
import type { Queries } from './store/store.ts';
import { readTold, tieReports } from './story/tie-reports.ts';
import { countWaiting, putOff, recallWaiting } from './story/waiting.ts';

/**
 * The claims, group by group: reports that tell one story are read together. An arrival makes the claims of the groups that
 * it touches afresh, and writes those that come out otherwise; nothing else is read or written.
 */
export const claimTables: Derivation = {
  tables: {
    stories: ['place'],
    story_keys: ['key', 'twin'],
    story_ties: ['place', 'other'],
    story_waiting: ['place'],
    claims: ['id'],
    claim_appearances: ['report', 'appearance', 'claim'],
    claim_facets: ['kind', 'name', 'claim'],
    claim_events: ['claim'],
  },
  async clear(queries) {
    for (const table of Object.keys(this.tables)) await queries.run(`DELETE FROM ${table}`);
    await queries.run(`DELETE FROM facet_names WHERE kind <> 'outlet'`);
  },
  async derive(queries, reports, later) {
    const standing = listStanding(await listCorrections(queries));
    const touched = await tieReports(queries, reports, standing);
    const groups = later ? await putOff(queries, touched, reports) : await recallWaiting(queries, touched);
    await deriveGroups(queries, groups, standing);
  },
};

/** Groups of one transaction, so that others who write come in between. */
const AT_ONCE = 4;

/** Makes the claims of some stories that wait. @returns whether others still wait */
export async function settleSome(queries: Queries): Promise<boolean> {
  if ((await countWaiting(queries)) === 0) return false;
  const groups = await recallWaiting(queries, [], AT_ONCE);
  await deriveGroups(queries, groups, listStanding(await listCorrections(queries)));
  return (await countWaiting(queries)) > 0;
}

async function deriveGroups(
  queries: Queries,
  groups: readonly (readonly string[])[],
  standing: readonly KeptCorrection[],
): Promise<void> {
  const held = await readHeld(queries, groups.flat());
  const fresh: MadeClaim[] = [];
  for (const group of groups)
    for (const claim of await deriveGroup(queries, group, standing)) {
      const made = makeRow(claim);
      const known = held.get(claim.id);
      if (known !== undefined && isSame(known, made)) held.delete(claim.id);
      else fresh.push(made);
    }
  const gone = [...held.values()].map(unpackClaim);
  await removeClaims(queries, gone);
  await putClaims(queries, fresh);
  await sweepClaimNames(queries, gone);
}

/** The claims in which these reports stand, by their ids. */
async function readHeld(queries: Queries, reports: readonly string[]): Promise<Map<string, ClaimRow>> {
  const held = new Map<string, ClaimRow>();
  for (const report of reports)
    for (const row of await queries.all<ClaimRow>(
      `SELECT ${CLAIM_ROW} FROM claims WHERE number IN (SELECT claim FROM claim_appearances WHERE report = ?)`,
      [numberOfKey(report)],
    ))
      held.set(row.id, row);
  return held;
}

function isSame(known: ClaimRow, { packed }: MadeClaim): boolean {
  return known.gist === packed.gist && Buffer.compare(known.body, packed.body) === 0; // prettier-ignore
}

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
