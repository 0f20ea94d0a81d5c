import { checkValue } from '../../../base/config.ts';
import { WatchPlan, type Runner, type WatchedFeed } from '../../../ledger/watched.ts';
import { readForm } from '../decide.ts';
import { changeFeed } from '../feed-changes.ts';
import type { App, Desk } from '../desk.ts';
import { For, Post, RowAction } from '../parts/forms.tsx';
import { Empty, Moment, Outside, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** `/feeds`: what is watched, and how it went. The visits themselves are the work of `hearsay watch run`. */
export function defineFeeds(app: App, desk: Desk): void {
  const plan = new WatchPlan(desk.ledger.store);
  app.get('/feeds', async (c) => {
    const runner = await plan.runner(desk.now().getTime());
    const props = { desk, feeds: await plan.feeds(), reports: await plan.countReports(), runner };
    return respond(c, desk, { title: 'Feeds', section: 'feeds', body: <Feeds {...props} /> });
  });
  app.post('/feeds', async (c) => {
    const { address = '', from = '' } = await readForm(c);
    const feed = new URL(checkValue({ name: 'url', type: 'address' }, address, 'The address')).href;
    const since = from.trim() === '' ? null : checkValue({ name: 'from', type: 'day' }, from, 'The day');
    await changeFeed(desk, { kind: 'feed-watched', address: feed, from: since }, c.var.viewer.name);
    return c.redirect('/feeds', 303);
  });
  for (const [path, kind] of [
    ['remove', 'feed-removed'],
    ['pause', 'feed-paused'],
    ['resume', 'feed-resumed'],
  ] as const)
    // prettier-ignore
    app.post(`/feeds/${path}`, async (c) => {
      const { address = '' } = await readForm(c);
      await changeFeed(desk, { kind, address }, c.var.viewer.name);
      return c.redirect('/feeds', 303);
    });
}

interface FeedsProps {
  readonly desk: Desk;
  readonly feeds: readonly WatchedFeed[];
  readonly reports: { readonly unread: number; readonly read: number };
  readonly runner: Runner | null;
}

function Feeds({ desk, feeds, reports, runner }: FeedsProps) {
  return (
    <div class="narrow">
      <h1>Feeds</h1>
      {feeds.length === 0 ? null : <State feeds={feeds} reports={reports} runner={runner} />}
      {feeds.length === 0 ? (
        <Empty title="No feed is watched">
          <p>
            Give the address of a feed (RSS, Atom, JSON Feed) or of a sitemap. What is new in it is then read, and each
            report is visited again a day and a week later.
          </p>
          <RunIt runner={runner} />
        </Empty>
      ) : (
        <ul class="list feeds">
          {feeds.map((feed) => (
            <Feed desk={desk} feed={feed} />
          ))}
        </ul>
      )}
      <For role="editor">
        <h2>{feeds.length === 0 ? 'Watch one' : 'Watch another one'}</h2>
      </For>
      <Post desk={desk} action="/feeds" class="fields">
        <label>
          <span>Address of a feed or sitemap</span>
          <input name="address" type="url" required placeholder="https://outlet.example/feed.xml" />
        </label>
        <label>
          <span>Nothing published before (may be left empty)</span>
          <input name="from" type="date" />
        </label>
        <button class="button primary">Watch it</button>
      </Post>
      <For role="editor">
        <p class="faint">
          To read a feed once, without watching it, give its address under <a href="/add">Add</a>.
        </p>
      </For>
    </div>
  );
}

function State({ feeds, reports, runner }: Omit<FeedsProps, 'desk'>) {
  const troubled = feeds.filter(({ problem }) => problem !== null).length;
  return (
    <>
      <RunIt runner={runner} />
      <p class="faint">
        {plural(feeds.length, 'feed')}, {String(troubled)} in trouble. {plural(reports.unread, 'report')} to read,{' '}
        {String(reports.read)} to visit again. Times are UTC.
      </p>
    </>
  );
}

/** Whether anybody visits them. */
function RunIt({ runner }: { runner: Runner | null }) {
  return runner === null ? (
    <p>
      Nobody visits feeds now. This desk does not do it itself: run <code>hearsay watch run</code> in a terminal, with
      the same ledger.
    </p>
  ) : (
    <p>
      <code>hearsay watch run</code> visits them (process {String(runner.pid)} on {runner.machine}).
    </p>
  );
}

function Feed({ desk, feed }: { desk: Desk; feed: WatchedFeed }) {
  const { address, from, visitedAt, nextAt, problem, failures, paused } = feed;
  const next = paused ? 'Resume' : 'Pause';
  return (
    <li data-item>
      <div class="head-row">
        <span class="address">
          <Outside href={address}>{address}</Outside>
        </span>
        <div class="row-actions">
          <RowAction
            desk={desk}
            action={`/feeds/${next.toLowerCase()}`}
            fields={{ address }}
            label={next}
            to={address}
          />
          <RowAction desk={desk} action="/feeds/remove" fields={{ address }} label="Remove" to={address} />
        </div>
      </div>
      <p class="faint">
        {visitedAt === null ? (
          'Not visited yet'
        ) : (
          <>
            Visited <Moment at={toDate(visitedAt)} />
          </>
        )}
        {' · '}
        {paused ? (
          'paused: not visited until it is resumed'
        ) : nextAt === null ? (
          'given up: it is gone'
        ) : (
          <>
            next <Moment at={toDate(nextAt)} />
          </>
        )}
        {from === null ? null : (
          <>
            {' · '}nothing before <Moment at={from} />
          </>
        )}
      </p>
      {problem === null ? null : (
        <p class="alert-line">
          {problem}
          {failures > 1 ? ` (${plural(failures, 'visit')} in a row)` : ''}
        </p>
      )}
    </li>
  );
}

function toDate(time: number): string {
  return new Date(time).toISOString();
}
