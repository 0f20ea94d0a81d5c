import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../../base/error.ts';
import type { Outcome } from './polite-fetcher.ts';
import {
  addFeed,
  addReport,
  listDue,
  listNew,
  NOTHING_WATCHED,
  planVisits,
  recordFeedVisit,
  recordReportVisit,
  removeFeed,
  watchStateSchema,
  type WatchState,
} from './watch-state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FEED = 'https://harbour.example/feed';
const REPORT = 'https://harbour.example/a';
const error = new HearsayError('fetch.status', 'x', 'y', 'z');

const fetched = (maxAge: number | null = null): Outcome => ({
  kind: 'fetched',
  fetched: {
    url: FEED,
    redirects: 0,
    bytes: new Uint8Array(),
    type: null,
    charset: null,
    memento: null,
    fetchedAt: null,
  },
  validators: { etag: '"1"', lastModified: null },
  maxAge,
});
const unchanged: Outcome = { kind: 'unchanged' };
const failed: Outcome = { kind: 'failed', error, isGone: false };
const gone: Outcome = { kind: 'failed', error, isGone: true };
const refused: Outcome = { kind: 'refused', error };

const nextOf = (state: WatchState, address: string): number | null =>
  planVisits(state).find((visit) => visit.address === address)?.dueAt ?? null;

describe('a feed', () => {
  it('is due at once, and as often as it brings news', () => {
    let state = addFeed(NOTHING_WATCHED, FEED, 0);
    expect(listDue(state, 0)).toEqual([{ kind: 'feed', address: FEED, dueAt: 0 }]);
    state = recordFeedVisit(state, FEED, fetched(), ['a', 'b'], 0);
    expect(nextOf(state, FEED)).toBe(30 * MINUTE);
    state = recordFeedVisit(state, FEED, fetched(), ['b', 'c'], 30 * MINUTE);
    expect(nextOf(state, FEED)).toBe(60 * MINUTE);
    expect(state.feeds[FEED]).toMatchObject({ etag: '"1"', seen: ['b', 'c'] });
  });

  it('that brings none is polled less and less often, and again as before when it does', () => {
    let state = recordFeedVisit(addFeed(NOTHING_WATCHED, FEED, 0), FEED, fetched(), ['a'], 0);
    const waits = [unchanged, fetched(), unchanged, unchanged, unchanged].map((outcome) => {
      state = recordFeedVisit(state, FEED, outcome, ['a'], 0);
      return (nextOf(state, FEED) ?? 0) / MINUTE;
    });
    expect(waits).toEqual([60, 120, 240, 240, 240]);
    state = recordFeedVisit(state, FEED, fetched(), ['a', 'b'], 0);
    expect(nextOf(state, FEED)).toBe(30 * MINUTE);
  });

  it.each<[string, Outcome, number | null]>([
    ['that asks for two hours', fetched(7200), 2 * HOUR],
    ['that asks for a year', fetched(31_536_000), DAY],
    ['whose host asks to wait', { kind: 'later', at: 3 * HOUR, why: '' }, 3 * HOUR],
    ['whose host asks to wait a moment', { kind: 'later', at: 1000, why: '' }, 30 * MINUTE],
    ['that fails', failed, 30 * MINUTE],
    ['that robots.txt forbids', refused, 30 * MINUTE],
    ['that is not there once', gone, 30 * MINUTE],
  ])('%s is visited then', (_, outcome, at) => {
    expect(nextOf(recordFeedVisit(addFeed(NOTHING_WATCHED, FEED, 0), FEED, outcome, ['a'], 0), FEED)).toBe(at);
  });

  it('that stays away is let go, and can be added again', () => {
    let state = addFeed(NOTHING_WATCHED, FEED, 0);
    for (let i = 0; i < 5; i++) state = recordFeedVisit(state, FEED, gone, [], 0);
    expect(planVisits(state)).toEqual([]);
    expect(nextOf(addFeed(state, FEED, DAY), FEED)).toBe(DAY);
  });

  it('that is watched already stays as it is, and one removed is not visited', () => {
    const state = recordFeedVisit(addFeed(NOTHING_WATCHED, FEED, 0), FEED, fetched(), ['a'], 0);
    expect(addFeed(state, FEED, DAY)).toBe(state);
    expect(planVisits(removeFeed(state, FEED))).toEqual([]);
    expect(recordFeedVisit(removeFeed(state, FEED), FEED, fetched(), [], 0)).toEqual(NOTHING_WATCHED);
  });

  it('tells what is new, each once', () => {
    expect(listNew({ seen: ['a', 'b'] }, ['c', 'b', 'c', 'd'])).toEqual(['c', 'd']);
  });
});

describe('a report', () => {
  const found = addReport(NOTHING_WATCHED, REPORT, 0);
  const start = recordReportVisit(found, REPORT, fetched(), 0);

  it('is due at once where it is found, and keeps what the server tells versions apart by', () => {
    expect(nextOf(found, REPORT)).toBe(0);
    expect(start.reports[REPORT]).toMatchObject({ firstRead: 0, etag: '"1"', lastModified: null });
  });

  it('that was read before is only visited again', () => {
    expect(nextOf(addReport(NOTHING_WATCHED, REPORT, HOUR, HOUR), REPORT)).toBe(HOUR + DAY);
  });

  it.each<[string, Outcome, number | null]>([
    ['whose host asks to wait', { kind: 'later', at: HOUR, why: '' }, HOUR],
    ['that fails', failed, MINUTE],
    ['that is gone', gone, null],
    ['that robots.txt forbids', refused, null],
  ])('%s before it was read is visited then', (_, outcome, at) => {
    expect(nextOf(recordReportVisit(found, REPORT, outcome, 0), REPORT)).toBe(at);
  });

  it('that was never had is let go after five times', () => {
    let state = found;
    for (let i = 0; i < 5; i++) state = recordReportVisit(state, REPORT, failed, 0);
    expect(state).toEqual(NOTHING_WATCHED);
  });

  it('is visited again after 24 hours and after 7 days', () => {
    expect(nextOf(start, REPORT)).toBe(DAY);
    const once = recordReportVisit(start, REPORT, unchanged, DAY + 5);
    expect(nextOf(once, REPORT)).toBe(7 * DAY);
    expect(recordReportVisit(once, REPORT, fetched(), 7 * DAY)).toEqual(NOTHING_WATCHED);
  });

  it('is visited once where both are due, and not again where it is read again', () => {
    expect(listDue(start, 9 * DAY).length).toBe(1);
    expect(recordReportVisit(start, REPORT, fetched(), 9 * DAY)).toEqual(NOTHING_WATCHED);
    expect(addReport(start, REPORT, 5)).toBe(start);
  });

  it.each<[string, Outcome, number | null]>([
    ['whose host asks to wait', { kind: 'later', at: DAY + HOUR, why: '' }, DAY + HOUR],
    ['that fails', failed, DAY + MINUTE],
    ['that is gone', gone, 7 * DAY],
    ['that robots.txt forbids', refused, null],
  ])('%s is visited then', (_, outcome, at) => {
    expect(nextOf(recordReportVisit(start, REPORT, outcome, DAY), REPORT)).toBe(at);
  });

  it('that fails again and again is left until the next time', () => {
    let state = start;
    for (let i = 0; i < 5; i++) state = recordReportVisit(state, REPORT, failed, DAY);
    expect(nextOf(state, REPORT)).toBe(7 * DAY);
  });
});

const outcomes = fc.constantFrom<Outcome>(fetched(), unchanged, failed, gone, refused, {
  kind: 'later',
  at: 2 * DAY,
  why: '',
});

it('whatever comes of its visits: the state stays one, the order is by time, and every report is let go in the end', () => {
  fc.assert(
    fc.property(fc.array(outcomes, { maxLength: 30 }), fc.array(fc.webUrl(), { maxLength: 5 }), (found, addresses) => {
      let state = addresses.reduce<WatchState>(
        (before, address) => addReport(addFeed(before, address, 0), address, 0),
        NOTHING_WATCHED,
      );
      for (const outcome of [...found, ...Array<Outcome>(20).fill(fetched())]) {
        const [next] = planVisits(state);
        if (next === undefined) break;
        const before = planVisits(state).map(({ dueAt }) => dueAt);
        expect(before).toEqual([...before].sort((a, b) => a - b));
        state =
          next.kind === 'feed'
            ? recordFeedVisit(state, next.address, outcome, ['a'], next.dueAt)
            : recordReportVisit(state, next.address, outcome, next.dueAt);
        expect(watchStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }
      // Read in the end, and visited again a long time after.
      for (const now of [40 * DAY, 80 * DAY])
        for (const address of Object.keys(state.reports)) state = recordReportVisit(state, address, fetched(), now);
      expect(state.reports).toEqual({});
    }),
    { numRuns: 60 },
  );
});
