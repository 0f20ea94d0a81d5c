import type { Claim } from './claim.ts';
import { listCorrections, listStanding, type KeptCorrection } from './corrections.ts';
import { anchorsOf } from './hand.ts';
import { compareQuantities } from './propositions/quantities.ts';
import { keysOf } from './same-claim/keys.ts';
import { scorePair } from './same-claim/score.ts';
import { readSourceLinks, unifyBlock } from './sources/find-sources.ts';
import { listSource, type ListedSource } from './sources/show-source.ts';
import type { Queries } from './store/store.ts';

/** Two claims that may be one, for a person to say: `decide({ kind: 'merge' or 'split', appearances })` settles it. */
export interface ClaimPair {
  readonly claims: readonly [PairedClaim, PairedClaim];
  /** The first appearance of each. */
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
  /** Over how many claims it was looked: those of most reports, then the latest. */
  readonly among: number;
}

/** Claims and blocks of sources that are looked at: pairs among those of most reports matter most. */
const CLAIMS = 1500;
const BLOCKS = 200;

/** Chance from which two claims that were not joined may be one. */
const DOUBT = 0.3;

/** Pairs in doubt, the likeliest first, those of more reports before others; what people have settled is left out. */
export async function listReviews(queries: Queries, limit: number): Promise<Reviews> {
  const said = await listCorrections(queries);
  const rows = await queries.all<{ body: string }>(
    `SELECT body FROM claims WHERE listed = 1 ORDER BY reports DESC, COALESCE(published, '') DESC, id LIMIT ?`,
    [CLAIMS],
  );
  const claims = rows.map(({ body }) => JSON.parse(body) as Claim);
  return { claims: pairClaims(claims, said).slice(0, limit), sources: await pairSources(queries, said, limit), among: claims.length }; // prettier-ignore
}

function pairClaims(claims: readonly Claim[], said: readonly KeptCorrection[]): readonly ClaimPair[] {
  const settled = settledPairs(said);
  const byKey = new Map<number, number[]>();
  const pairs = new Map<string, ClaimPair>();
  claims.forEach((b, j) => {
    for (const key of keysOf(b.proposition)) {
      const held = byKey.get(key) ?? [];
      for (const i of held) {
        const a = claims[i];
        const id = `${String(i)} ${String(j)}`;
        if (a === undefined || pairs.has(id) || !mayBeOne(a, b) || isSettled(a, b, settled)) continue;
        const score = scorePair(a.proposition, b.proposition);
        if (score >= DOUBT) pairs.set(id, { claims: [describe(a), describe(b)], appearances: [a.firstAppearance.id, b.firstAppearance.id], score }); // prettier-ignore
      }
      byKey.set(key, [...held, j]);
    }
  });
  const weigh = ({ score, claims: [a, b] }: ClaimPair): number => score * Math.log2(2 + a.reports + b.reports);
  return [...pairs.values()].sort((a, b) => weigh(b) - weigh(a) || (a.claims[0].id + a.claims[1].id < b.claims[0].id + b.claims[1].id ? -1 : 1)); // prettier-ignore
}

/** Other numbers are two answers to one question, and a claim and its contrary are two: no doubt about either. */
function mayBeOne(a: Claim, b: Claim): boolean {
  const [left, right] = [a.proposition, b.proposition];
  return !left.nominal && !right.nominal && left.negated === right.negated && compareQuantities(left.quantities, right.quantities) !== 'differ'; // prettier-ignore
}

function describe({ id, text, basis }: Claim): PairedClaim {
  return { id, text, reports: basis.reports };
}

/** The pairs of appearances that people parted. */
function settledPairs(said: readonly KeptCorrection[]): readonly (readonly string[])[] {
  return listStanding(said)
    .filter(({ kind }) => kind === 'split')
    .map((one) => anchorsOf(one).map(({ appearance }) => appearance));
}

function isSettled(a: Claim, b: Claim, settled: readonly (readonly string[])[]): boolean {
  if (settled.length === 0) return false;
  const [left, right] = [a, b].map(({ appearances }) => new Set(appearances.map(({ id }) => id)));
  return settled.some((pair) => pair.some((id) => left?.has(id)) && pair.some((id) => right?.has(id)));
}

async function pairSources(
  queries: Queries,
  said: readonly KeptCorrection[],
  limit: number,
): Promise<readonly SourcePair[]> {
  const links = readSourceLinks(said);
  const blocks = await queries.all<{ block: string }>(
    'SELECT block, COUNT(DISTINCT report) AS size FROM source_blocks GROUP BY block HAVING COUNT(*) > 1 ORDER BY 2 DESC, block LIMIT ?',
    [BLOCKS],
  );
  const pairs = new Map<string, SourcePair>();
  for (const { block } of blocks) {
    if (pairs.size >= limit) break;
    const { sources, doubts } = await unifyBlock(queries, block, links);
    for (const { sources: ids, why } of doubts) {
      const [a, b] = ids.map((id) => sources.find((one) => one.id === id));
      if (a !== undefined && b !== undefined) pairs.set([...ids].sort().join(' '), { sources: [listSource(a), listSource(b)], why }); // prettier-ignore
    }
  }
  return [...pairs.values()].slice(0, limit);
}
