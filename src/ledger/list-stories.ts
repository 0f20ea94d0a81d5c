import type { Claim } from './claim.ts';
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
  const places = await queries.all<Place>(
    `SELECT DISTINCT claim, report, claims.reports AS size FROM claim_appearances JOIN claims ON claims.id = claim
     WHERE listed = 1 AND report IN (${newest.map(() => '?').join(', ')}) ORDER BY claims.reports DESC, claim, report`,
    newest.map(({ report }) => report),
  );
  const found = groupPlaces(places).slice(0, stories);
  const told: Story[] = [];
  for (const group of found) {
    const shown = group.claims.slice(0, claims);
    const rows = await queries.all<{ body: string }>(`SELECT body FROM claims WHERE id IN (${shown.map(() => '?').join(', ')})`, shown); // prettier-ignore
    const bodies = rows.map(({ body }) => showClaim(JSON.parse(body) as Claim));
    told.push({ reports: group.reports, claims: bodies.sort(compareClaims), more: group.claims.length - shown.length });
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

/** Reports joined by the claims that they share. */
function groupPlaces(places: readonly Place[]): readonly Group[] {
  const leader = new Map<string, string>();
  const find = (report: string): string => {
    let at = report;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  const firstOf = new Map<string, string>();
  for (const { claim, report } of places) {
    if (!leader.has(report)) leader.set(report, report);
    const first = firstOf.get(claim) ?? report;
    firstOf.set(claim, first);
    const [a, b] = [find(first), find(report)];
    if (a !== b) leader.set(a > b ? a : b, a > b ? b : a);
  }
  const groups = new Map<string, { reports: Set<string>; claims: Set<string> }>();
  for (const { claim, report } of places) {
    const key = find(report);
    const group = groups.get(key) ?? { reports: new Set(), claims: new Set() };
    group.reports.add(report);
    group.claims.add(claim);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .sort(([a, x], [b, y]) => y.reports.size - x.reports.size || y.claims.size - x.claims.size || (a < b ? -1 : 1))
    .map(([, { reports, claims }]) => ({ reports: [...reports], claims: [...claims] }));
}

function compareClaims(a: ShownClaim, b: ShownClaim): number {
  return weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1);
}

/** An alert weighs as a report more. */
function weigh({ basis, alerts }: ShownClaim): number {
  return basis.reports + alerts.length;
}
