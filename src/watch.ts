import { hostname } from 'node:os';
import { addCaptures, type AddEvent, type Read } from './add-captures.ts';
import type { Clock } from './base/clock.ts';
import { describeError, HearsayError } from './base/error.ts';
import { captureVisited } from './capture/address.ts';
import type { CaptureResult } from './capture/capture.ts';
import { captureFeed } from './capture/feed/capture-feed.ts';
import { exchangeAddress, type FetchOptions } from './capture/fetch.ts';
import { startJourney } from './capture/journey.ts';
import { isSkipped } from './capture/skipped.ts';
import { MAX_PAGE_BYTES } from './capture/options.ts';
import { listEntries, type ListedEntry } from './capture/watch/list-entries.ts';
import { describeMissed, PoliteFetcher, type Outcome, type PoliteOptions } from './capture/watch/polite-fetcher.ts';
import { addFeed, addReport, listNew, recordFeedVisit, recordReportVisit } from './capture/watch/watch-state.ts';
import type { Ledger } from './ledger/ledger.ts';
import { WatchPlan, type PlannedVisit, type Runner } from './ledger/watched.ts';

export interface WatchOptions {
  readonly read: Read;
  readonly clock: Clock;
  /** How one request is made. Default: over the network. */
  readonly exchange?: PoliteOptions['exchange'];
  readonly fetchOptions?: FetchOptions;
  /** Ends where nothing is due any more. Default: it waits for what is due next. */
  readonly once?: boolean;
  /** Ends it, as Ctrl-C does. What was under way is done again the next time. */
  readonly signal?: AbortSignal;
}

/** What came of a visit, told when it is in the ledger. */
export type WatchEvent =
  | { readonly kind: 'polled'; readonly address: string; readonly found: number; readonly outside: number }
  | AddEvent
  /** A feed or report of which the server has nothing newer. */
  | { readonly kind: 'unchanged'; readonly address: string }
  /** Nothing is due before; null: nothing is planned. */
  | { readonly kind: 'waiting'; readonly until: number | null };

/** Hosts that are visited at the same time; each is asked one thing at a time. */
const MOST_HOSTS = 8;
/** While nothing is due, so often is looked whether another command had a feed watched. */
const LOOK_EVERY = 60_000;
/** So long a watch that has gone silent counts as running: longer than any visit takes. */
const LEASE = 10 * 60_000;
const DAY = 24 * 3_600_000;

/**
 * Visits what is planned when it is due, reads what is new and plans the visits after. The plan is in the ledger, and
 * each visit is kept in one transaction: after any stop it goes on where it was.
 * @throws HearsayError `ledger.*`; `ledger.watched` where another one watches with this ledger
 */
export async function* watchFeeds(ledger: Ledger, options: WatchOptions): AsyncGenerator<WatchEvent> {
  const { clock, signal, once = false } = options;
  const plan = new WatchPlan(ledger.store);
  await claimPlan(plan, clock.now());
  const visitor = new Visitor(ledger, plan, options, await plan.hosts());
  const underWay = new Map<string, Promise<{ readonly host: string; readonly events: readonly WatchEvent[] }>>();
  let told = -1;
  try {
    while (signal?.aborted !== true) {
      const next = await visitor.listNext();
      for (const { host, dueAt } of next) {
        if (underWay.size >= MOST_HOSTS || dueAt > clock.now()) break;
        if (underWay.has(host)) continue;
        const visit = await plan.nextOn(host);
        if (visit === null) continue;
        const visited = visitor.visit(visit).then((events) => ({ host, events }));
        visited.catch(() => undefined); // it is thrown where it is waited for
        underWay.set(host, visited);
      }
      if (underWay.size === 0) {
        if (once) return;
        const until = next[0]?.dueAt ?? null;
        if (told !== (until ?? 0)) yield { kind: 'waiting', until };
        told = until ?? 0;
        await claimPlan(plan, clock.now());
        await clock.sleep(Math.min(LOOK_EVERY, Math.max(0, (until ?? Infinity) - clock.now())), signal);
        continue;
      }
      const { host, events } = await Promise.race(underWay.values());
      underWay.delete(host);
      await claimPlan(plan, clock.now());
      yield* events;
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  } finally {
    await Promise.allSettled(underWay.values());
    await plan.release({ machine: hostname(), pid: process.pid });
  }
}

class Visitor {
  readonly #ledger: Ledger;
  readonly #plan: WatchPlan;
  readonly #options: WatchOptions;
  readonly #fetcher: PoliteFetcher;

  constructor(ledger: Ledger, plan: WatchPlan, options: WatchOptions, hosts: PoliteFetcher['hosts']) {
    const { clock, exchange = exchangeAddress, signal } = options;
    this.#ledger = ledger;
    this.#plan = plan;
    const fetchOptions: FetchOptions = {
      now: () => new Date(clock.now()),
      ...options.fetchOptions,
      ...(signal === undefined ? {} : { signal }),
    };
    this.#options = { ...options, fetchOptions };
    this.#fetcher = new PoliteFetcher({ exchange, clock, fetchOptions, hosts });
  }

  /** When each host may and should be visited next, the first one first. */
  async listNext(): Promise<readonly { readonly host: string; readonly dueAt: number }[]> {
    const { hosts } = this.#fetcher;
    const all = await this.#plan.nextByHost();
    // A second between two requests is waited for by the fetcher; a host that failed is left until it may be asked.
    const ready = (host: string): number => ((hosts[host]?.failures ?? 0) > 0 ? (hosts[host]?.nextAt ?? 0) : 0);
    return all.map(({ host, dueAt }) => ({ host, dueAt: Math.max(dueAt, ready(host)) })).sort((a, b) => a.dueAt - b.dueAt); // prettier-ignore
  }

  async visit(visit: PlannedVisit): Promise<readonly WatchEvent[]> {
    const { etag, lastModified } = visit.state;
    const outcome = await this.#fetcher.visit(visit.address, { etag, lastModified });
    return visit.kind === 'feed' ? this.#keepFeed(visit, outcome) : this.#keepReport(visit, outcome);
  }

  async #keepReport(visit: PlannedVisit & { kind: 'report' }, outcome: Outcome): Promise<readonly WatchEvent[]> {
    const { address } = visit;
    const events =
      outcome.kind === 'fetched'
        ? await this.#addAll(address, captureVisited(address, outcome.fetched, this.#captureOptions))
        : tellOutcome(address, outcome);
    await this.#record(visit, (state, now) => recordReportVisit(state, address, outcome, now));
    return events;
  }

  async #keepFeed(visit: PlannedVisit & { kind: 'feed' }, given: Outcome): Promise<readonly WatchEvent[]> {
    const { address, state } = visit;
    const { outcome, listing } = await this.#list(visit, given);
    if (listing === null) {
      await this.#record(visit, (before, now) => recordFeedVisit(before, address, outcome, [], now));
      return tellOutcome(address, outcome);
    }
    const { kind, entries, outside, empty } = listing;
    const from = kind === 'sitemap' ? this.#sitemapFrom(state) : state.from;
    const fresh = new Set(listNew(state, entries.map(({ key }) => key))); // prettier-ignore
    // Of a site's whole past, what is new cannot be told without a date: it counts from the next visit on.
    const isFirst = kind === 'sitemap' && state.seen.length === 0;
    const isOld = (one: ListedEntry): boolean => isFirst && one.kind === 'page' && !one.isDated;
    const unseen = entries.filter(({ key }) => fresh.has(key));
    const wanted = unseen.filter((one) => !isOld(one));
    const events = await this.#addTexts(visit, outcome, wanted);
    const found = await this.#record(visit, (before, now) => {
      let after = recordFeedVisit(before, address, outcome, entries.map(({ key }) => key), now); // prettier-ignore
      const feed = after.feeds[address];
      if (feed === undefined) return after; // removed while it was visited
      after = { ...after, feeds: { ...after.feeds, [address]: { ...feed, from } } };
      // In the order in which the feed has them; all are due at once.
      wanted.forEach((one, i) => {
        if (one.kind === 'page') after = addReport(after, one.address, now - wanted.length + i);
        if (one.kind === 'sitemap') after = addFeed(after, one.address, now, { from, parent: address });
      });
      return after;
    });
    return [{ kind: 'polled', address, found, outside: outside + empty + unseen.length - wanted.length }, ...events];
  }

  /** What stands in a feed that was fetched; what is no feed is a failure of the visit. */
  async #list({ state }: PlannedVisit & { kind: 'feed' }, outcome: Outcome) {
    if (outcome.kind !== 'fetched') return { outcome, listing: null };
    try {
      const range = { feedFrom: state.from, sitemapFrom: this.#sitemapFrom(state) };
      return { outcome, listing: await listEntries(outcome.fetched, range) };
    } catch (cause) {
      const error = describeError(cause, outcome.fetched.url);
      return { outcome: { kind: 'failed', error, isGone: false } satisfies Outcome, listing: null };
    }
  }

  /** A sitemap lists all that a site ever had: without a day that was asked for, nothing older than a day is wanted. */
  #sitemapFrom({ from }: Pick<PlannedVisit['state'] & { from: string | null }, 'from'>): string {
    return from ?? new Date(this.#options.clock.now() - DAY).toISOString().slice(0, 10);
  }

  /** Entries without an address, of which the feed itself has all there is. */
  async #addTexts(
    visit: PlannedVisit,
    outcome: Outcome,
    entries: readonly ListedEntry[],
  ): Promise<readonly WatchEvent[]> {
    const texts = entries.flatMap((one) => (one.kind === 'text' ? [one.entry] : []));
    if (texts.length === 0 || outcome.kind !== 'fetched') return [];
    const journey = startJourney(nowhere, false);
    const { url, fetchedAt } = outcome.fetched;
    const settings = { address: url, captured: fetchedAt, journey, maxBytes: MAX_PAGE_BYTES, from: null, to: null };
    return this.#addAll(visit.address, withoutSkipped(captureFeed(visit.address, texts, settings)));
  }

  #addAll(address: string, captures: AsyncIterable<CaptureResult>): Promise<readonly WatchEvent[]> {
    return addCaptures(this.#ledger, this.#options.read, address, captures);
  }

  get #captureOptions(): FetchOptions {
    return this.#options.fetchOptions ?? {};
  }

  #record(
    visit: PlannedVisit,
    change: (state: Parameters<typeof recordFeedVisit>[0], now: number) => Parameters<typeof recordFeedVisit>[0],
  ): Promise<number> {
    const { host } = new URL(visit.address);
    const known = this.#fetcher.hosts[host];
    const now = this.#options.clock.now();
    return this.#plan.record(visit, (state) => change(state, now), known === undefined ? {} : { [host]: known });
  }
}

function tellOutcome(address: string, outcome: Outcome): readonly WatchEvent[] {
  if (outcome.kind === 'unchanged') return [{ kind: 'unchanged', address }];
  const error = describeMissed(address, outcome);
  return error === null ? [] : [{ kind: 'failed', address, error }];
}

async function claimPlan(plan: WatchPlan, now: number): Promise<void> {
  const runner = { machine: hostname(), pid: process.pid, until: now + LEASE };
  const other = await plan.claim(runner, now, isAlive);
  if (other !== null)
    throw new HearsayError(
      'ledger.watched',
      'Another watch is running with this ledger',
      `process ${String(other.pid)} on ${other.machine} visits its feeds`,
      'stop that one first, or leave the work to it',
    );
}

/** Whether a process is there; of another machine's that cannot be told. */
function isAlive({ machine, pid }: Runner): boolean {
  if (machine !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function* nowhere(): AsyncGenerator<CaptureResult> {
  // What has no address leads nowhere.
}

async function* withoutSkipped(results: ReturnType<typeof captureFeed>): AsyncGenerator<CaptureResult> {
  for await (const result of results) if (!isSkipped(result)) yield result;
}
