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
});

const reportSchema = z.object({
  firstRead: z.number(),
  /** Which of the visits in `REVISITS` are still to come. */
  left: z.int().min(1),
  failures: z.int().min(0),
  /** No visit before, though one is due: the host asked for it, or the last one failed. */
  notBefore: z.number(),
});

export const watchStateSchema = z.object({
  feeds: z.record(z.string(), feedSchema),
  reports: z.record(z.string(), reportSchema),
});
type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> };
export type WatchState = Frozen<z.infer<typeof watchStateSchema>>;
export type FeedState = WatchState['feeds'][string];

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
export function addFeed(state: WatchState, address: string, now: number): WatchState {
  const held = state.feeds[address];
  if (held !== undefined && held.nextAt !== null) return state;
  const feed: FeedState = { nextAt: now, etag: null, lastModified: null, failures: 0, quiet: 0, seen: [] };
  return { ...state, feeds: { ...state.feeds, [address]: feed } };
}

export function removeFeed(state: WatchState, address: string): WatchState {
  return { ...state, feeds: without(state.feeds, address) };
}

/** The state with a report to visit again, 24 hours and 7 days after it was first read. */
export function addReport(state: WatchState, address: string, firstRead: number): WatchState {
  if (state.reports[address] !== undefined) return state;
  const report = { firstRead, left: REVISITS.length, failures: 0, notBefore: 0 };
  return { ...state, reports: { ...state.reports, [address]: report } };
}

export interface Visit {
  readonly kind: 'feed' | 'report';
  readonly address: string;
  readonly dueAt: number;
}

/** All visits to come, the next first; of two at one time by address. */
export function planVisits(state: WatchState): readonly Visit[] {
  const feeds = Object.entries(state.feeds).flatMap(([address, { nextAt }]): Visit[] =>
    nextAt === null ? [] : [{ kind: 'feed', address, dueAt: nextAt }],
  );
  const reports = Object.entries(state.reports).map(([address, report]): Visit => {
    const wait = REVISITS[REVISITS.length - report.left] ?? 0;
    return { kind: 'report', address, dueAt: Math.max(report.firstRead + wait, report.notBefore) };
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
  return { ...state, feeds: { ...state.feeds, [address]: advanceFeed(feed, outcome, keys, now) } };
}

function advanceFeed(feed: FeedState, outcome: Outcome, keys: readonly string[], now: number): FeedState {
  switch (outcome.kind) {
    case 'fetched': {
      const quiet = listNew(feed, keys).length > 0 ? 0 : feed.quiet + 1;
      const asked = Math.min(MAX_AGE, (outcome.maxAge ?? 0) * 1000);
      return {
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

/** The state after a report was visited again. One visit stands for all that were due by then. */
export function recordReportVisit(state: WatchState, address: string, outcome: Outcome, now: number): WatchState {
  const report = state.reports[address];
  if (report === undefined) return state;
  const keep = (next: WatchState['reports'][string]): WatchState => ({
    ...state,
    reports: { ...state.reports, [address]: next },
  });
  if (outcome.kind === 'later') return keep({ ...report, notBefore: outcome.at });
  if (outcome.kind === 'failed' && !outcome.isGone) {
    const failures = report.failures + 1;
    if (failures < MAX_REPORT_FAILURES) return keep({ ...report, failures, notBefore: now + backOff(failures) });
  }
  const left = REVISITS.filter((wait) => report.firstRead + wait > now).length;
  const isOver = left === 0 || outcome.kind === 'refused';
  return isOver
    ? { ...state, reports: without(state.reports, address) }
    : keep({ ...report, left, failures: 0, notBefore: 0 });
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
