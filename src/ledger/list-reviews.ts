import { listCorrections, listStanding, type KeptCorrection } from './corrections.ts';
import { anchorsOf, type Anchor } from './hand.ts';
import { numberOfId, numberOfKey } from './numbers.ts';
import { unpackGist } from './packed-claim.ts';
import { compareQuantities } from './propositions/quantities.ts';
import { keysOf } from './same-claim/keys.ts';
import { scoreAppearances } from './same-claim/score.ts';
import type { Meant } from './same-claim/sense-features.ts';
import { openRecords, readSourceLinks, unifyBlock } from './sources/find-sources.ts';
import { listSource, type ListedSource } from './sources/show-source.ts';
import type { Queries } from './store/store.ts';

/** Two claims that may be one, for a person to say: `decide({ kind: 'merge' or 'split', appearances })` settles it. */
export interface ClaimPair {
  readonly claims: readonly [PairedClaim, PairedClaim];
  /** An appearance of each: the one that it has its id from. */
  readonly appearances: readonly [string, string];
  /** The chance that they are one, 0–1. */
  readonly score: number;
}

export interface PairedClaim {
  readonly id: string;
  readonly text: string;
  readonly reports: number;
}

/**
 * Two sources that may be one: `correct({ kind: 'same-source' or 'other-source', body: { sources } })` with the two ids
 * settles it.
 */
export interface SourcePair {
  readonly sources: readonly [ListedSource, ListedSource];
  readonly why: string;
}

export interface Reviews {
  readonly claims: readonly ClaimPair[];
  readonly sources: readonly SourcePair[];
  /** Over how many claims it was looked: those that a list shows first. */
  readonly among: number;
}

/** Claims and blocks of sources that are looked at: pairs among those of most reports matter most. */
const CLAIMS = 1500;
const BLOCKS = 200;

/** Keys (`keysOf`) that two claims share at least: what says nearly the same shares many, a name and a region alone may be chance. */
const SHARED = 3;

/** Chance from which two claims that were not joined may be one. */
const DOUBT = 0.3;

/** Pairs in doubt by the score that joins appearances, the likeliest first, those of more reports before others; what people have settled is left out. */
export async function listReviews(queries: Queries, limit: number): Promise<Reviews> {
  const said = await listCorrections(queries);
  const rows = await queries.all<{ id: string; text: string; reports: number; gist: string }>(
    `SELECT id, text, reports, gist FROM claims WHERE listed = 1 ORDER BY weight DESC, COALESCE(published, '') DESC, number LIMIT ?`,
    [CLAIMS],
  );
  const claims = rows.map(({ id, text, reports, gist }) => ({ id, text, reports: Number(reports), meant: unpackGist(gist) })); // prettier-ignore
  const settled = await settledPairs(queries, said);
  return { claims: pairClaims(claims, settled).slice(0, limit), sources: await pairSources(queries, said, limit), among: claims.length }; // prettier-ignore
}

/** A claim as far as it is compared here. */
type Compared = PairedClaim & { readonly meant: Meant };

function pairClaims(claims: readonly Compared[], settled: ReadonlySet<string>): readonly ClaimPair[] {
  const byKey = new Map<number, number[]>();
  const pairs: ClaimPair[] = [];
  claims.forEach((b, j) => {
    const shared = new Map<number, number>();
    for (const key of keysOf(b.meant.proposition)) {
      const held = byKey.get(key);
      if (held === undefined) byKey.set(key, [j]);
      else {
        for (const i of held) shared.set(i, (shared.get(i) ?? 0) + 1);
        held.push(j);
      }
    }
    for (const [i, count] of shared) {
      const a = claims[i];
      if (a === undefined || count < SHARED || !mayBeOne(a, b) || settled.has(namePair(a.id, b.id))) continue;
      const score = scoreAppearances(a.meant, b.meant);
      if (score >= DOUBT) pairs.push({ claims: [describe(a), describe(b)], appearances: [a.id, b.id], score });
    }
  });
  const weigh = ({ score, claims: [a, b] }: ClaimPair): number => score * Math.log2(2 + a.reports + b.reports);
  return pairs.sort((a, b) => weigh(b) - weigh(a) || (a.claims[0].id + a.claims[1].id < b.claims[0].id + b.claims[1].id ? -1 : 1)); // prettier-ignore
}

/** Other numbers are two answers to one question, and a claim and its contrary are two: no doubt about either. */
function mayBeOne({ meant: { proposition: left } }: Compared, { meant: { proposition: right } }: Compared): boolean {
  return !left.nominal && !right.nominal && left.negated === right.negated && compareQuantities(left.quantities, right.quantities) !== 'differ'; // prettier-ignore
}

function describe({ id, text, reports }: Compared): PairedClaim {
  return { id, text, reports };
}

/** The pairs of claims that people parted: that is where the appearances that they named stand now. */
async function settledPairs(queries: Queries, said: readonly KeptCorrection[]): Promise<ReadonlySet<string>> {
  const settled = new Set<string>();
  for (const one of listStanding(said)) {
    if (one.kind !== 'split') continue;
    const [left = [], right = []] = await Promise.all(anchorsOf(one).map((anchor) => claimsOf(queries, anchor)));
    for (const a of left) for (const b of right) settled.add(namePair(a, b));
  }
  return settled;
}

async function claimsOf(queries: Queries, { report, appearance }: Anchor): Promise<readonly string[]> {
  const rows = await queries.all<{ id: string }>(
    'SELECT id FROM claims WHERE number IN (SELECT claim FROM claim_appearances WHERE report = ? AND appearance = ?)',
    [numberOfKey(report), numberOfId(appearance)],
  );
  return rows.map(({ id }) => id);
}

function namePair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

async function pairSources(
  queries: Queries,
  said: readonly KeptCorrection[],
  limit: number,
): Promise<readonly SourcePair[]> {
  const [links, records] = [readSourceLinks(said), openRecords(queries)];
  const blocks = await queries.all<{ block: string }>(
    'SELECT block FROM source_blocks GROUP BY block HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, block LIMIT ?',
    [BLOCKS],
  );
  const pairs = new Map<string, SourcePair>();
  for (const { block } of blocks) {
    if (pairs.size >= limit) break;
    const { sources, doubts } = await unifyBlock(records, block, links);
    for (const { sources: ids, why } of doubts) {
      const [a, b] = ids.map((id) => sources.find((one) => one.id === id));
      if (a !== undefined && b !== undefined) pairs.set([...ids].sort().join(' '), { sources: [listSource(a), listSource(b)], why }); // prettier-ignore
    }
  }
  return [...pairs.values()].slice(0, limit);
}
