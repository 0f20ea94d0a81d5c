import { z } from 'zod';
import { backOff } from './host-state.ts';
import type { Outcome } from './polite-fetcher.ts';

// What is watched, and when to look next: a plain value, and functions from it and the time to the next one. Times are
// milliseconds since 1970. Who keeps it (the ledger) and who visits are no concern of this file.

const feedSchema = z.object({
  /** No visit before; null: it is gone, and is visited no more. */
  nextAt: z.nullable(z.number()),
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
  /** Visits in a row that failed. */
  failures: z.int().min(0),
  /** Visits in a row that found nothing new. */
  quiet: z.int().min(0),
  /** Keys of the entries that stood there at the last visit. */
  seen: z.array(z.string()),
  /** Entries known to be published before this day (ISO 8601) are passed over; null: none. */
  from: z.nullable(z.string()),
  /** The sitemap index that names it; null: a person had it watched. */
  parent: z.nullable(z.string()),
  /** When it was last visited; null: never. */
  visitedAt: z.nullable(z.number()),
  /** Why the last visit brought nothing, for a person; null: it went well. */
  problem: z.nullable(z.string()),
  /** A person has it rest: it is not visited until they resume it. */
  paused: z.boolean().default(false),
});

const reportSchema = z.object({
  /** When it was found in a feed; it is due at once. */
  foundAt: z.number(),
  /** When it was read first; null: not yet. */
  firstRead: z.nullable(z.number()),
  /** Which of the visits in `REVISITS` are still to come. */
  left: z.int().min(1),
  failures: z.int().min(0),
  /** No visit before, though one is due: the host asked for it, or the last one failed. */
  notBefore: z.number(),
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
});

export const watchStateSchema = z.object({
  feeds: z.record(z.string(), feedSchema),
  reports: z.record(z.string(), reportSchema),
});
type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> };
export type WatchState = Frozen<z.infer<typeof watchStateSchema>>;
export type FeedState = WatchState['feeds'][string];
export type ReportState = WatchState['reports'][string];

export const NOTHING_WATCHED: WatchState = { feeds: {}, reports: {} };

const HOUR = 3_600_000;
/** A report is visited again so long after it was first read: corrections come within a day, rewordings in a week. */
export const REVISITS = [24 * HOUR, 7 * 24 * HOUR] as const;
/** A feed is polled so often while it brings news, and less and less often while it brings none. */
const POLL = HOUR / 2;
const MAX_POLL = 4 * HOUR;
/** What a server may ask for at most. */
const MAX_AGE = 24 * HOUR;
/** A report that cannot be had so often in a row is let go. */
const MAX_REPORT_FAILURES = 5;
const MAX_SEEN = 50_000;

/** The state with a feed or sitemap to watch, due at once. One that is watched already stays as it is. */
export function addFeed(
  state: WatchState,
  address: string,
  now: number,
  { from = null, parent = null }: Partial<Pick<FeedState, 'from' | 'parent'>> = {},
): WatchState {
  const held = state.feeds[address];
  if (held !== undefined && held.nextAt !== null) return state;
  const fresh = { etag: null, lastModified: null, failures: 0, quiet: 0, seen: [], visitedAt: null, problem: null, paused: false }; // prettier-ignore
  const feed: FeedState = { nextAt: now, ...fresh, from, parent };
  return { ...state, feeds: { ...state.feeds, [address]: feed } };
}

/** The state with a feed at rest, or no longer. What was due meanwhile is due at once. */
export function pauseFeed(state: WatchState, address: string, paused: boolean): WatchState {
  const feed = state.feeds[address];
  return feed === undefined ? state : { ...state, feeds: { ...state.feeds, [address]: { ...feed, paused } } };
}

export function removeFeed(state: WatchState, address: string): WatchState {
  return { ...state, feeds: without(state.feeds, address) };
}

/**
 * The state with a report that was found at `foundAt`: to be read, and visited again 24 hours and 7 days after that.
 * @param firstRead where it was read already
 */
export function addReport(
  state: WatchState,
  address: string,
  foundAt: number,
  firstRead: number | null = null,
): WatchState {
  if (state.reports[address] !== undefined) return state;
  const fresh = { left: REVISITS.length, failures: 0, notBefore: 0, etag: null, lastModified: null };
  const report: ReportState = { foundAt, firstRead, ...fresh };
  return { ...state, reports: { ...state.reports, [address]: report } };
}

export interface Visit {
  readonly kind: 'feed' | 'report';
  readonly address: string;
  readonly dueAt: number;
}

/** All visits to come, the next first; of two at one time by address. */
export function planVisits(state: WatchState): readonly Visit[] {
  const feeds = Object.entries(state.feeds).flatMap(([address, { nextAt, paused }]): Visit[] =>
    nextAt === null || paused ? [] : [{ kind: 'feed', address, dueAt: nextAt }],
  );
  const reports = Object.entries(state.reports).map(([address, report]): Visit => {
    const { foundAt, firstRead, left, notBefore } = report;
    const due = firstRead === null ? foundAt : firstRead + (REVISITS[REVISITS.length - left] ?? 0);
    return { kind: 'report', address, dueAt: Math.max(due, notBefore) };
  });
  return [...feeds, ...reports].sort((a, b) => a.dueAt - b.dueAt || (a.address < b.address ? -1 : 1));
}

/** The visits that are due. */
export function listDue(state: WatchState, now: number): readonly Visit[] {
  return planVisits(state).filter(({ dueAt }) => dueAt <= now);
}

/**
 * The state after a feed was visited.
 * @param keys of the entries that stand there, where it was fetched
 */
export function recordFeedVisit(
  state: WatchState,
  address: string,
  outcome: Outcome,
  keys: readonly string[],
  now: number,
): WatchState {
  const feed = state.feeds[address];
  if (feed === undefined) return state; // removed while it was visited
  const problem = 'error' in outcome ? outcome.error.message : outcome.kind === 'later' ? outcome.why : null;
  const advanced = { ...advanceFeed(feed, outcome, keys, now), visitedAt: now, problem };
  return { ...state, feeds: { ...state.feeds, [address]: advanced } };
}

function advanceFeed(feed: FeedState, outcome: Outcome, keys: readonly string[], now: number): FeedState {
  switch (outcome.kind) {
    case 'fetched': {
      const quiet = listNew(feed, keys).length > 0 ? 0 : feed.quiet + 1;
      const asked = Math.min(MAX_AGE, (outcome.maxAge ?? 0) * 1000);
      return {
        ...feed,
        ...outcome.validators,
        nextAt: now + Math.max(asked, waitQuietly(quiet)),
        failures: 0,
        quiet,
        seen: [...new Set(keys)].slice(0, MAX_SEEN),
      };
    }
    case 'unchanged':
      return { ...feed, nextAt: now + waitQuietly(feed.quiet + 1), failures: 0, quiet: feed.quiet + 1 };
    case 'later':
      return { ...feed, nextAt: Math.max(outcome.at, now + POLL) };
    case 'refused':
    case 'failed': {
      const isGone = outcome.kind === 'failed' && outcome.isGone;
      const failures = feed.failures + 1;
      // One 404 may be a mishap of the site; a feed that stays away is gone.
      if (isGone && failures >= MAX_REPORT_FAILURES) return { ...feed, nextAt: null, failures };
      return { ...feed, nextAt: now + Math.max(POLL, backOff(failures)), failures };
    }
  }
}

function waitQuietly(quiet: number): number {
  return Math.min(MAX_POLL, POLL * 2 ** Math.min(10, quiet));
}

/** Those of the entries that did not stand in the feed at the last visit. */
export function listNew(feed: Pick<FeedState, 'seen'>, keys: readonly string[]): readonly string[] {
  const seen = new Set(feed.seen);
  return [...new Set(keys)].filter((key) => !seen.has(key));
}

/** The state after a report was visited, first or again. One visit stands for all that were due by then. */
export function recordReportVisit(state: WatchState, address: string, outcome: Outcome, now: number): WatchState {
  const report = state.reports[address];
  if (report === undefined) return state;
  const keep = (next: ReportState): WatchState => ({
    ...state,
    reports: { ...state.reports, [address]: next },
  });
  if (outcome.kind === 'later') return keep({ ...report, notBefore: outcome.at });
  if (outcome.kind === 'failed' && !outcome.isGone) {
    const failures = report.failures + 1;
    if (failures < MAX_REPORT_FAILURES) return keep({ ...report, failures, notBefore: now + backOff(failures) });
  }
  const wasHad = outcome.kind === 'fetched' || outcome.kind === 'unchanged';
  const firstRead = report.firstRead ?? (wasHad ? now : null);
  const left = firstRead === null ? 0 : REVISITS.filter((wait) => firstRead + wait > now).length;
  if (left === 0 || outcome.kind === 'refused') return { ...state, reports: without(state.reports, address) };
  const validators = outcome.kind === 'fetched' ? outcome.validators : {};
  return keep({ ...report, ...validators, firstRead, left, failures: 0, notBefore: 0 });
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
