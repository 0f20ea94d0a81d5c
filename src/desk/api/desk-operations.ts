import { z } from 'zod';
import { claimSchema, listedSourceSchema } from '../../ledger/ledger.ts';
import { WatchPlan, type WatchedFeed } from '../../ledger/watched.ts';

import { findDoubts } from '../web/doubts.ts';
import { changeFeed } from '../web/feed-changes.ts';
import { countLines } from '../web/jobs/order.ts';
import { address, day } from './inputs.ts';
import { makeOperation, type Operation } from './operation.ts';
import { pageOf, paging } from './page-of.ts';

const next = z.string().nullable();
const paired = z.strictObject({ id: z.string(), text: z.string(), reports: z.int() });

const feed = z.strictObject({
  address: z.string(),
  from: z.string().nullable(),
  /** ISO 8601 in UTC; null: not yet, or not any more. */
  visited: z.string().nullable(),
  due: z.string().nullable(),
  problem: z.string().nullable(),
  failures: z.int(),
  paused: z.boolean(),
});

function showFeed({ address: at, from, visitedAt, nextAt, problem, failures, paused }: WatchedFeed): z.infer<typeof feed> {
  const toDate = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
  return { address: at, from, visited: toDate(visitedAt), due: paused ? null : toDate(nextAt), problem, failures, paused };
} // prettier-ignore

const changed = z.strictObject({ text: z.string(), value: z.string() });
const version = z.strictObject({ number: z.int(), captured: z.string().nullable(), modified: z.string().nullable() });

/** Two of one kind; said as a list of two, since tools that test by the document stumble over `prefixItems`. */
function pairOf<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z.array(item).length(2);
}

/** What else the desk shows and does: Today, what waits for a person, feeds, versions. */
export const DESK_OPERATIONS: readonly Operation[] = [
  makeOperation({
    ...{ id: 'listStories', method: 'get', path: '/api/v1/stories', status: 200, role: 'reader' },
    summary:
      'What the reports added last are about: reports that share claims, the largest group first (the page Today).',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(z.strictObject({ reports: z.array(z.string()), claims: z.array(claimSchema), more: z.int() })), next }), // prettier-ignore
    async run(desk, page) {
      const stories = (await desk.ledger.stories()).map(({ reports, claims, more }) => ({ reports: [...reports], claims: [...claims], more })); // prettier-ignore
      return pageOf(stories, ({ reports }) => reports[0] ?? '', page);
    },
  }),
  makeOperation({
    ...{ id: 'listClaimReviews', method: 'get', path: '/api/v1/reviews/claims', status: 200, role: 'reader' },
    summary:
      'Pairs of claims that may be one, the likeliest first. Settle one with the decision merge or split of the two appearances.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(z.strictObject({ claims: pairOf(paired), appearances: pairOf(z.string()), score: z.number() })), next }), // prettier-ignore
    async run(desk, page) {
      const pairs = (await desk.pairs()).claims.map(({ claims, appearances, score }) => ({ claims: [...claims], appearances: [...appearances], score })); // prettier-ignore
      return pageOf(pairs, ({ appearances }) => appearances.join(' '), page);
    },
  }),
  makeOperation({
    ...{ id: 'listSourceReviews', method: 'get', path: '/api/v1/reviews/sources', status: 200, role: 'reader' },
    summary: 'Pairs of sources that may be one. Settle one with the decision same-source or other-source.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(z.strictObject({ sources: pairOf(listedSourceSchema), why: z.string() })), next }), // prettier-ignore
    async run(desk, page) {
      const pairs = (await desk.pairs()).sources.map(({ sources, why }) => ({ sources: [...sources], why }));
      return pageOf(pairs, ({ sources: pair }) => pair.map(({ id }) => id).join(' '), page);
    },
  }),
  makeOperation({
    ...{ id: 'listReadingReviews', method: 'get', path: '/api/v1/reviews/readings', status: 200, role: 'reader' },
    summary:
      'Places that nobody has seen, those first of which the reader is least sure. Settle one with the decision accept, reject or edit.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(z.strictObject({ claim: paired, appearance: claimSchema.shape.firstAppearance, confidence: z.number() })), next }), // prettier-ignore
    async run(desk, page) {
      const doubts = (await findDoubts(desk)).map(({ claim: { id, text, basis }, one, confidence }) => ({ claim: { id, text, reports: basis.reports }, appearance: one, confidence })); // prettier-ignore
      return pageOf(doubts, ({ appearance }) => appearance.id, page);
    },
  }),
  makeOperation({
    ...{ id: 'listRevisions', method: 'get', path: '/api/v1/revisions', status: 200, role: 'reader' },
    summary: 'What changed between the versions of a report, claim by claim; by its key or address.',
    input: z.object({ of: z.string().min(1).max(4000), ...paging }),
    answer: z.strictObject({
      items: z.array(
        z.strictObject({
          from: version,
          to: version,
          added: z.array(z.string()),
          removed: z.array(z.string()),
          changed: z.array(z.strictObject({ kind: z.enum(['re-hedged', 're-attributed', 'number', 'polarity']), before: changed, after: changed })), // prettier-ignore
          notices: z.array(z.string()),
        }),
      ),
      next,
    }),
    async run(desk, { of, ...page }) {
      const changes = await desk.ledger.revisions(of);
      const items = changes.map((one) => ({ ...one, added: [...one.added], removed: [...one.removed], changed: [...one.changed], notices: [...one.notices] })); // prettier-ignore
      return pageOf(items, ({ to }) => String(to.number), page);
    },
  }),
  makeOperation({
    ...{ id: 'listFeeds', method: 'get', path: '/api/v1/feeds', status: 200, role: 'reader' },
    summary: 'Feeds and sitemaps that are watched, and how it went. `hearsay watch run` visits them.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(feed), next }),
    run: async (desk, page) => pageOf((await new WatchPlan(desk.ledger.store).feeds()).map(showFeed), ({ address: at }) => at, page), // prettier-ignore
  }),
  makeOperation({
    ...{ id: 'watchFeed', method: 'post', path: '/api/v1/feeds', status: 201, role: 'editor' },
    summary: 'Has a feed or sitemap watched.',
    input: z.object({ address, from: day.optional() }),
    answer: z.strictObject({ address: z.string() }),
    async run(desk, { address: typed, from }, { name }) {
      const { href } = new URL(typed);
      await changeFeed(desk, { kind: 'feed-watched', address: href, from: from ?? null }, name);
      return { address: href };
    },
  }),
  makeOperation({
    ...{ id: 'changeFeed', method: 'post', path: '/api/v1/feeds/{change}', status: 200, role: 'editor' },
    summary: 'Removes a watched feed, pauses it, or resumes it; its address stands in the body.',
    input: z.object({ change: z.enum(['remove', 'pause', 'resume']), address }),
    answer: z.strictObject({ address: z.string() }),
    async run(desk, { change, address: typed }, { name }) {
      const kind = ({ remove: 'feed-removed', pause: 'feed-paused', resume: 'feed-resumed' } as const)[change];
      await changeFeed(desk, { kind, address: typed }, name);
      return { address: typed };
    },
  }),
  makeOperation({
    ...{ id: 'listDecisions', method: 'get', path: '/api/v1/decisions', status: 200, role: 'reader' },
    summary:
      'What people decided, the latest first, with whether it has effect now; of one report (by key or address), or of all.',
    input: z.object({ report: z.string().min(1).max(4000).optional(), ...paging }),
    answer: z.strictObject({
      items: z.array(
        z.strictObject({
          ...{ id: z.string(), kind: z.string(), report: z.string().nullable(), text: z.string().nullable() },
          body: z.record(z.string(), z.unknown()),
          ...{ at: z.string(), by: z.string(), why: z.string() },
          state: z.enum(['holds', 'carried', 'waits', 'undone']),
        }),
      ),
      next,
    }),
    async run(desk, { report, ...page }) {
      const said = (await desk.ledger.decisions(report)).toReversed().map((one) => ({ ...one, body: { ...one.body } }));
      return pageOf(said, ({ id }) => id, page);
    },
  }),
  makeOperation({
    ...{ id: 'listAdditions', method: 'get', path: '/api/v1/additions', status: 200, role: 'editor' },
    summary: 'Additions of this server’s life, the latest first.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(z.strictObject({ id: z.string(), started: z.string(), what: z.string(), state: z.enum(['waiting', 'running', 'done', 'failed']), reports: z.int(), failed: z.int() })), next }), // prettier-ignore
    run: (desk, page) => Promise.resolve(pageOf(desk.jobs.list().map(({ id, started, what, state, lines }) => ({ id, started, what, state, ...countLines(lines) })), ({ id }) => id, page)), // prettier-ignore
  }),
];
