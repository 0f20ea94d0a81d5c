import { groupBy } from '../base/group-by.ts';
import { numberOfKey } from './numbers.ts';
import { readClaims } from './read-claim.ts';
import { compareWords } from './same-claim/order.ts';
import { showClaim, type ShownClaim } from './shown-claim.ts';
import type { Queries } from './store/store.ts';

/** Reports that were added last and have claims in common, with these claims. */
export interface Story {
  /** Keys of its reports. */
  readonly reports: readonly string[];
  /** Those that most reports carry first, those with an alert before those without. */
  readonly claims: readonly ShownClaim[];
  /** Claims that it has beyond these. */
  readonly more: number;
}

export interface StoryQuery {
  /** How many of the reports added last are looked at; 200 without it. */
  readonly reports?: number;
  /** Claims a story; 20 without it. */
  readonly claims?: number;
  /** 30 without it. */
  readonly stories?: number;
}

/** What the reports added last are about; the largest story first. */
export async function listStories(
  queries: Queries,
  { reports = 200, claims = 20, stories = 30 }: StoryQuery,
): Promise<readonly Story[]> {
  const newest = await queries.all<{ report: string }>(
    'SELECT report FROM readings GROUP BY report ORDER BY MIN(made_at) DESC, report LIMIT ?',
    [reports],
  );
  if (newest.length === 0) return [];
  const named = new Map(newest.map(({ report }) => [numberOfKey(report), report]));
  // In this order: the reports are few, the claims that a list shows are not.
  const rows = await queries.all<{ claim: string; place: number; size: number }>(
    `SELECT DISTINCT claims.id AS claim, claim_appearances.report AS place, claims.reports AS size
     FROM claim_appearances CROSS JOIN claims
     WHERE number = claim AND +listed = 1 AND claim_appearances.report IN (${newest.map(() => '?').join(', ')})`,
    [...named.keys()],
  );
  const places = rows.map(({ claim, place, size }): Place => ({ claim, report: named.get(Number(place)) ?? '', size: Number(size) })).sort(comparePlaces); // prettier-ignore
  const found = groupPlaces(places).slice(0, stories);
  const told: Story[] = [];
  for (const group of found) {
    const shown = group.claims.slice(0, claims);
    const held = [...(await readClaims(queries, shown)).values()].map((claim) => showClaim(claim));
    told.push({ reports: group.reports, claims: held.sort(compareClaims), more: group.claims.length - shown.length });
  }
  return told;
}

interface Place {
  readonly claim: string;
  readonly report: string;
  /** Reports that carry the claim. */
  readonly size: number;
}

interface Group {
  readonly reports: readonly string[];
  /** As the places come: those that most carry first. */
  readonly claims: readonly string[];
}

/** Claims that two reports must share to be of one story; one will do for a report that has no more than `FEW`. */
const [SHARED, FEW] = [2, 3];
/** Reports of one claim that are compared with each other. */
const COMPARED = 60;

/** Reports joined by the claims that they share. One claim alone may be a chance likeness. */
function groupPlaces(places: readonly Place[]): readonly Group[] {
  const byReport = groupBy(places, ({ report }) => report);
  const byClaim = groupBy(places, ({ claim }) => claim);
  const shared = new Map<string, number>();
  for (const some of byClaim.values())
    for (const [i, { report: a }] of some.slice(0, COMPARED).entries())
      for (const { report: b } of some.slice(i + 1, COMPARED))
        shared.set(`${a}\n${b}`, (shared.get(`${a}\n${b}`) ?? 0) + 1);
  const leader = new Map<string, string>();
  const find = (report: string): string => {
    let at = report;
    for (let up = leader.get(at); up !== undefined; up = leader.get(at)) at = up;
    return at;
  };
  for (const [pair, count] of shared) {
    const [a = '', b = ''] = pair.split('\n');
    const few = Math.min(byReport.get(a)?.length ?? 0, byReport.get(b)?.length ?? 0) <= FEW;
    const [one, other] = [find(a), find(b)].sort();
    if ((count >= SHARED || few) && one !== other && one !== undefined && other !== undefined) leader.set(other, one);
  }
  const groups = groupBy(byReport.keys(), find);
  const order = new Map([...byClaim.keys()].map((claim, i) => [claim, i]));
  return [...groups.values()]
    .map((reports) => {
      const own = new Set(reports.flatMap((report) => byReport.get(report) ?? []).map(({ claim }) => claim));
      // As the places come: those that most carry first.
      return { reports, claims: [...own].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)) };
    })
    .sort((x, y) => y.reports.length - x.reports.length || y.claims.length - x.claims.length || ((x.reports[0] ?? '') < (y.reports[0] ?? '') ? -1 : 1)); // prettier-ignore
}

function comparePlaces(a: Place, b: Place): number {
  return b.size - a.size || compareWords(a.claim, b.claim) || compareWords(a.report, b.report);
}

function compareClaims(a: ShownClaim, b: ShownClaim): number {
  return weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1);
}

/** An alert weighs as a report more. */
function weigh({ basis, alerts }: ShownClaim): number {
  return basis.reports + alerts.length;
}
