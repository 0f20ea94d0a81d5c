import { createHash } from 'node:crypto';
import type { Reading } from '../reading/reading.ts';
import type { Claim } from './claim.ts';
import { facetsOf, wordsOfClaim } from './claim-facets.ts';
import { findClaims } from './claims.ts';
import type { Derivation } from './derivation.ts';
import { listCorrections, listStanding, type KeptCorrection } from './corrections.ts';
import { bindHand, reportsOf, tiedBy, type Hand, type Spoken } from './hand.ts';
import { getReading } from './read-back.ts';
import { readSpoken } from './spoken.ts';
import { areTied, compareReport, tieKeysOf, type ComparedReport } from './report-ties.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries } from './store/store.ts';

/**
 * The claims, group by group: reports that are tied, directly or through others, are read together. An arrival takes away
 * the claims of the groups that it touches and makes them afresh; nothing else is read or written.
 */
export const claimTables: Derivation = {
  tables: {
    claim_keys: ['key', 'report'],
    claim_reports: ['place'],
    ties: ['report', 'other'],
    claims: ['id'],
    claim_appearances: ['claim', 'appearance'],
    claim_facets: ['kind', 'name', 'claim'],
  },
  async clear(queries) {
    for (const table of Object.keys(this.tables)) await queries.run(`DELETE FROM ${table}`);
  },
  async derive(queries, reports) {
    const touched = new Set(reports);
    for (const report of reports) for (const other of await tiedTo(queries, report)) touched.add(other);
    const standing = listStanding(await listCorrections(queries));
    for (const report of reports) await tieReport(queries, report, standing);
    for (const group of await findGroups(queries, [...touched].sort())) await deriveGroup(queries, group, standing);
  },
};

/** Compares a report afresh with all that share a key with it. What a person merged ties reports too. */
async function tieReport(queries: Queries, report: string, standing: readonly KeptCorrection[]): Promise<void> {
  const place = hashToNumber(report);
  await queries.run('DELETE FROM ties WHERE report = ? OR other = ?', [report, report]);
  await queries.run('DELETE FROM claim_keys WHERE report = ?', [place]);
  await queries.run('DELETE FROM claim_reports WHERE place = ?', [place]);
  const own = await readCompared(queries, report);
  if (own === null) return;
  await insertRows(queries, 'claim_reports', ['place', 'report'], [[place, report]]);
  await insertRows(queries, 'claim_keys', ['key', 'report'], tieKeysOf(own).map((key) => [hashToNumber(key), place])); // prettier-ignore
  const near = await queries.all<{ report: string }>(
    `SELECT DISTINCT claim_reports.report FROM claim_keys AS own
     JOIN claim_keys AS others ON others.key = own.key AND others.report <> own.report
     JOIN claim_reports ON claim_reports.place = others.report
     WHERE own.report = ?`,
    [place],
  );
  const tied = await mergedWith(queries, report, standing);
  for (const { report: other } of near.filter((one) => !tied.includes(one.report))) {
    const compared = await readCompared(queries, other);
    if (compared !== null && areTied(own, compared)) tied.push(other);
  }
  await insertRows(queries, 'ties', ['report', 'other'], tied.flatMap((other) => [[report, other], [other, report]])); // prettier-ignore
}

async function mergedWith(queries: Queries, report: string, standing: readonly KeptCorrection[]): Promise<string[]> {
  const named = standing.map(tiedBy).filter((pair) => pair.includes(report));
  const tied: string[] = [];
  for (const other of new Set(named.flat()))
    if (other !== report && (await readLatest(queries, other)) !== null) tied.push(other);
  return tied;
}

/** 52 bits, which both databases and JavaScript hold exactly. Two keys of one number cost a comparison, no more. */
function hashToNumber(key: string): number {
  return Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, 13), 16);
}

async function readCompared(queries: Queries, report: string): Promise<ComparedReport | null> {
  const reading = await readLatest(queries, report);
  return reading === null ? null : compareReport(report, reading);
}

async function readLatest(queries: Queries, report: string): Promise<Reading | null> {
  const [row] = await queries.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [report]);
  return row === undefined ? null : getReading(queries, row.reading);
}

async function tiedTo(queries: Queries, report: string): Promise<readonly string[]> {
  const rows = await queries.all<{ other: string }>('SELECT other FROM ties WHERE report = ? ORDER BY other', [report]);
  return rows.map(({ other }) => other);
}

/** The groups of tied reports that hold any of `reports`, each in order. */
async function findGroups(queries: Queries, reports: readonly string[]): Promise<readonly (readonly string[])[]> {
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of reports) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    for (const report of group)
      for (const other of await tiedTo(queries, report))
        if (!seen.has(other)) {
          seen.add(other);
          group.push(other);
        }
    groups.push(group.sort());
  }
  return groups;
}

async function deriveGroup(
  queries: Queries,
  reports: readonly string[],
  standing: readonly KeptCorrection[],
): Promise<void> {
  for (const report of reports) await removeClaims(queries, report);
  const readings = new Map<string, Reading>();
  for (const report of reports) {
    const reading = await readLatest(queries, report);
    if (reading !== null) readings.set(report, reading);
  }
  const hand = await readHand(queries, readings, standing);
  for (const claim of findClaims([...readings.values()], hand)) await putClaim(queries, claim);
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

async function removeClaims(queries: Queries, report: string): Promise<void> {
  const rows = await queries.all<{ claim: string }>('SELECT DISTINCT claim FROM claim_appearances WHERE report = ?', [report]); // prettier-ignore
  for (const { claim } of rows) {
    await queries.run('DELETE FROM claims WHERE id = ?', [claim]);
    await queries.run('DELETE FROM claim_appearances WHERE claim = ?', [claim]);
    await queries.run('DELETE FROM claim_facets WHERE claim = ?', [claim]);
    await queries.dialect.wordIndex.drop(queries, 'claim', claim);
  }
}

async function putClaim(queries: Queries, claim: Claim): Promise<void> {
  const denials = claim.denials.map(({ appearance }) => appearance);
  const all = [...claim.appearances, ...denials];
  const { reports } = claim.basis;
  const isListed = reports > 1 || denials.length > 0 || claim.expected !== null || claim.appearances.some(({ voice, setAside }) => voice === 'attributed' && !setAside); // prettier-ignore
  await insertRows(
    queries,
    'claims',
    ['id', 'text', 'published', 'reports', 'origins', 'listed', 'body'],
    [[claim.id, claim.text, claim.basis.from, reports, claim.origins.length, isListed ? 1 : 0, JSON.stringify(claim)]], // prettier-ignore
  );
  await insertRows(queries, 'claim_appearances', ['claim', 'appearance', 'report'], all.map(({ id, report }) => [claim.id, id, report.key])); // prettier-ignore
  await insertRows(queries, 'claim_facets', ['kind', 'name', 'claim'], facetsOf(claim).map(({ kind, name }) => [kind, name, claim.id])); // prettier-ignore
  await queries.dialect.wordIndex.put(queries, 'claim', claim.id, wordsOfClaim(claim));
}
