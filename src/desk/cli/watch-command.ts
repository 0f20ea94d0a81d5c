import type { Clock } from '../../base/clock.ts';
import { countWorkers, resolveSettings, type Settings } from '../../base/config.ts';
import { WatchPlan } from '../../ledger/watched.ts';
import type { openEngine } from '../../pipeline.ts';
import type { watchFeeds, WatchEvent } from '../../watch.ts';
import { escapeJson, makeOneLine } from '../format/harmless.ts';
import { openLazily } from './lazy-engine.ts';
import { openSettled } from './ledger-location.ts';
import { describeProblem, writeOut, type Terminal } from './terminal.ts';

/** As shells have it for what Ctrl-C stopped. */
const INTERRUPTED = 130;

/** `hearsay watch add`: keeps what is to be watched; nothing is visited. */
export async function runWatchAdd(
  feeds: readonly string[],
  from: string | null,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  return withPlan(settings, terminal, async (plan) => {
    for (const feed of feeds) {
      const isNew = await plan.addFeed(feed, Date.now(), from);
      await tell(settings, terminal, `${feed} is ${isNew ? 'watched from now on: `hearsay watch run` visits it' : 'watched already'}\n`); // prettier-ignore
    }
    return 0;
  });
}

/** `hearsay watch remove`. What is not watched is named, and the exit code is 1. */
export async function runWatchRemove(
  feeds: readonly string[],
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  return withPlan(settings, terminal, async (plan) => {
    let code = 0;
    for (const typed of feeds) {
      const feed = URL.canParse(typed) ? new URL(typed).href : typed;
      const wasWatched = await plan.removeFeed(feed);
      if (!wasWatched) code = 1;
      if (wasWatched) await tell(settings, terminal, `${feed} is not watched any more\n`);
      else
        await writeOut(terminal.stderr, `hearsay: ${makeOneLine(typed)} is not watched; see \`hearsay watch list\`\n`);
    }
    return code;
  });
}

/** `hearsay watch list`. */
export async function runWatchList(
  format: 'text' | 'json',
  ledger: string | null,
  terminal: Terminal,
): Promise<number> {
  const settings = resolveSettings(ledger === null ? {} : { ledger }, terminal.environment);
  return withPlan(settings, terminal, async (plan) => {
    const feeds = (await plan.feeds()).map(({ address, from, visitedAt, nextAt, problem }) => ({
      address,
      from,
      visited: describeTime(visitedAt),
      next: describeTime(nextAt),
      problem,
    }));
    const reports = await plan.countReports();
    if (format === 'json') {
      await writeOut(terminal.stdout, `${escapeJson(JSON.stringify({ feeds, reports }, null, 2))}\n`);
      return 0;
    }
    for (const { address, from, visited, next, problem } of feeds) {
      const facts = [
        visited === null ? 'not visited yet' : `visited ${visited}`,
        next === null ? 'given up: it is gone' : `next ${next}`,
        ...(from === null ? [] : [`from ${from}`]),
      ];
      await writeOut(terminal.stdout, `${makeOneLine(address)}\n  ${facts.join(' · ')}\n`);
      if (problem !== null) await writeOut(terminal.stdout, `  ! ${makeOneLine(problem)}\n`);
    }
    const told = feeds.length === 0 ? 'Nothing is watched: `hearsay watch add FEED`.' : `${String(reports.unread)} reports to read, ${String(reports.read)} to visit again.`; // prettier-ignore
    await writeOut(terminal.stderr, `${told}\n`);
    return 0;
  });
}

/** What reads, and what watches: loaded when they are needed, so that the help works without the network's library. */
export interface WatchEngine {
  readonly openEngine: typeof openEngine;
  readonly watchFeeds: typeof watchFeeds;
  readonly clock: Clock;
}

/** `hearsay watch run`. @returns the exit code: 130 stopped by Ctrl-C */
export async function runWatch(
  feeds: readonly string[],
  once: boolean,
  settings: Settings,
  terminal: Terminal,
  { openEngine: open, watchFeeds: watch, clock }: WatchEngine,
): Promise<number> {
  const signal = terminal.watchInterrupt();
  const ledger = await openSettled(settings, terminal);
  const reader = openLazily(() => open(countWorkers(settings), settings.runtime as 'auto' | 'native' | 'wasm'));
  const fetchOptions = { allowPrivate: settings['allow-private'] === 'yes' };
  let failed = 0;
  try {
    const plan = new WatchPlan(ledger.store);
    for (const feed of feeds) await plan.addFeed(feed, clock.now(), null);
    if ((await plan.feeds()).length === 0) await tell(settings, terminal, 'Nothing is watched: `hearsay watch add FEED`.\n'); // prettier-ignore
    for await (const event of watch(ledger, { read: reader.read, clock, fetchOptions, once, signal })) {
      if (event.kind === 'failed') {
        failed++;
        await writeOut(terminal.stderr, describeProblem(event.error, event.address));
      } else await tell(settings, terminal, `${describeTime(clock.now()) ?? ''} ${describeEvent(event)}\n`);
    }
  } finally {
    await reader.close();
    await ledger.close();
  }
  if (signal.aborted) {
    await writeOut(terminal.stderr, 'hearsay: stopped; the same command goes on from here\n');
    return INTERRUPTED;
  }
  return failed > 0 ? 1 : 0;
}

function describeEvent(event: Exclude<WatchEvent, { readonly kind: 'failed' }>): string {
  if (event.kind === 'waiting') return event.until === null ? 'nothing is planned' : `nothing is due before ${describeTime(event.until) ?? ''}`; // prettier-ignore
  const address = makeOneLine(event.address);
  switch (event.kind) {
    case 'polled': {
      const outside = event.outside === 0 ? '' : `, ${String(event.outside)} passed over: too old, or not to be told`;
      return `${address}: ${String(event.found)} new${outside}`;
    }
    case 'unchanged':
      return `${address}: unchanged`;
    case 'read':
      return `${address}: ${OUTCOMES[event.outcome]}`;
  }
}

const OUTCOMES = {
  new: 'read',
  version: 'read again, its text has changed',
  held: 'read again, its text is the same',
  forgotten: 'forgotten before and not kept',
} as const;

async function withPlan(
  settings: Settings,
  terminal: Terminal,
  work: (plan: WatchPlan) => Promise<number>,
): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    return await work(new WatchPlan(ledger.store));
  } finally {
    await ledger.close();
  }
}

function tell(settings: Settings, terminal: Terminal, text: string): Promise<void> {
  return settings.quiet === 'yes' ? Promise.resolve() : writeOut(terminal.stderr, text);
}

function describeTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace(/\.\d+Z$/u, 'Z');
}
