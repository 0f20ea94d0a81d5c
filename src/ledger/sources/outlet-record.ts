import { foldName } from '../claim-facets.ts';
import type { Claim } from '../claim.ts';
import { CLAIM_ROW, unpackClaim, type ClaimRow } from '../packed-claim.ts';
import { keyOfOutlet } from '../origins/trace.ts';
import type { Queries } from '../store/store.ts';

/** What an outlet's own reports rest on. Counts are attributions of its reports; `of` is all of them. */
export interface OutletRecord {
  readonly reports: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly attributions: number;
  readonly named: number;
  readonly unnamed: number;
  readonly official: number;
  readonly document: number;
  /** Whose words its reports take over, and who takes over its own; in so many claims of those that several reports carry. */
  readonly copies: readonly Copying[];
  readonly copiedBy: readonly Copying[];
  /** Claims of several reports that were looked at for it. */
  readonly among: number;
}

export interface Copying {
  readonly outlet: string;
  readonly claims: number;
}

/** Null: the ledger holds no report of the outlet. */
export async function readOutletRecord(queries: Queries, name: string): Promise<OutletRecord | null> {
  const key = keyOfOutlet(name);
  const rows = await queries.all<Record<'named' | 'unnamed' | 'official' | 'document' | 'attributions', number> & { published: string | null }>(
    'SELECT published, attributions, named, unnamed, official, document FROM audits WHERE outlet = ?',
    [key],
  ); // prettier-ignore
  if (rows.length === 0) return null;
  const sum = (column: 'named' | 'unnamed' | 'official' | 'document' | 'attributions'): number => rows.reduce((total, row) => total + Number(row[column]), 0); // prettier-ignore
  const days = rows.flatMap(({ published }) => published ?? []).sort();
  return {
    ...{ reports: rows.length, from: days[0] ?? null, to: days.at(-1) ?? null },
    ...{ attributions: sum('attributions'), named: sum('named'), unnamed: sum('unnamed') },
    ...{ official: sum('official'), document: sum('document') },
    ...(await readCopying(queries, name, key)),
  };
}

/** Claims that are looked at for copies, the latest first. */
const MOST = 2000;

async function readCopying(
  queries: Queries,
  name: string,
  key: string,
): Promise<Pick<OutletRecord, 'copies' | 'copiedBy' | 'among'>> {
  const rows = await queries.all<ClaimRow>(
    `SELECT ${CLAIM_ROW} FROM claims WHERE reports > 1 AND number IN
       (SELECT claim FROM claim_appearances WHERE report IN (SELECT report FROM report_facets WHERE outlet = ?))
     ORDER BY published DESC, number LIMIT ?`,
    [foldName(name), MOST],
  );
  const [copies, copiedBy] = [new Map<string, number>(), new Map<string, number>()];
  for (const row of rows) {
    const pairs = findCopying(unpackClaim(row));
    for (const outlet of new Set(pairs.flatMap(({ by, of }) => (keyOfOutlet(by) === key ? [of] : [])))) copies.set(outlet, (copies.get(outlet) ?? 0) + 1); // prettier-ignore
    for (const outlet of new Set(pairs.flatMap(({ by, of }) => (keyOfOutlet(of) === key ? [by] : [])))) copiedBy.set(outlet, (copiedBy.get(outlet) ?? 0) + 1); // prettier-ignore
  }
  return { copies: rank(copies), copiedBy: rank(copiedBy), among: rows.length };
}

/** Which outlet takes over whose words in a claim. */
function findCopying({ appearances }: Claim): readonly { readonly by: string; readonly of: string }[] {
  const outletOf = new Map(appearances.map(({ id, report }) => [id, report.outlet]));
  return appearances.flatMap(({ report, copiedFrom }) => {
    const of = copiedFrom === null ? null : (outletOf.get(copiedFrom) ?? null);
    const by = report.outlet;
    return by === null || of === null || keyOfOutlet(by) === keyOfOutlet(of) ? [] : [{ by, of }];
  });
}

function rank(counts: ReadonlyMap<string, number>): readonly Copying[] {
  return [...counts].map(([outlet, claims]) => ({ outlet, claims })).sort((a, b) => b.claims - a.claims || (a.outlet < b.outlet ? -1 : 1)); // prettier-ignore
}
