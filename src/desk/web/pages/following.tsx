import { checkValue } from '../../../base/config.ts';
import { FOLLOW_KINDS, type Follow, type News } from '../../../ledger/following/follows.ts';
import { readForm, safePath } from '../decide.ts';
import type { App, Desk } from '../desk.ts';
import { startFollowing } from '../follow.ts';
import { Post } from '../parts/forms.tsx';
import { NEWS_LABELS, NewsItem } from '../parts/news-item.tsx';
import { claimPath, Empty, Moment, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';
import { MOST_FOLLOWED } from '../search-query.ts';

/** `/following`: what one follows, and what was new of it. */
export function defineFollowing(app: App, desk: Desk): void {
  app.get('/following', async (c) => {
    const { user } = c.var.viewer;
    const { cursor, follow } = c.req.query();
    const [follows, news] = [await desk.follows.list(user), await desk.follows.news(user, { cursor, follow, limit: 50 })]; // prettier-ignore
    return respond(c, desk, {
      ...{ title: 'Following', section: 'following' },
      body: <Following desk={desk} follows={follows} {...news} chosen={follow ?? null} count={await desk.follows.countNew(user)} />, // prettier-ignore
    });
  });
  app.post('/following', async (c) => {
    const { kind = '', target = '', back = '' } = await readForm(c);
    const checked = checkValue({ name: 'kind', type: 'choice', choices: FOLLOW_KINDS }, kind, 'kind') as Follow['kind'];
    await startFollowing(desk, c.var.viewer.user, checked, target);
    return c.redirect(back === '' ? '/following#follows' : safePath(back), 303);
  });
  app.post('/following/remove', async (c) => {
    const { id = '', back = '' } = await readForm(c);
    await desk.follows.remove(c.var.viewer.user, id);
    return c.redirect(back === '' ? '/following#follows' : safePath(back), 303);
  });
  app.post('/following/seen', async (c) => {
    const { id = '', back = '' } = await readForm(c);
    await desk.follows.markSeen(c.var.viewer.user, id === '' ? null : id);
    return c.redirect(safePath(back === '' ? '/following' : back), 303);
  });
}

interface FollowingProps {
  readonly desk: Desk;
  readonly follows: readonly Follow[];
  readonly items: readonly News[];
  readonly next: string | null;
  /** The follow whose news alone are shown. */
  readonly chosen: string | null;
  /** News that were not seen. */
  readonly count: number;
}

function Following({ desk, follows, items, next, chosen, count }: FollowingProps) {
  const one = follows.find(({ id }) => id === chosen);
  return (
    <div class="split">
      <div>
        <div class="head-row">
          <h1>Following</h1>
          {count === 0 ? null : (
            <Post desk={desk} action="/following/seen" role="reader">
              <button class="button" data-key="m">
                All seen <kbd>m</kbd>
              </button>
            </Post>
          )}
        </div>
        {one === undefined ? null : (
          <p class="notice">
            <span dir="auto">Only what is new of “{one.name}”.</span> <a href="/following">Show all</a>
          </p>
        )}
        <h2 class="unseen">What was new</h2>
        {items.length === 0 ? <Nothing follows={follows} /> : null}
        <ol class="list news">
          {items.map((news) => (
            <NewsItem desk={desk} news={news} />
          ))}
        </ol>
        {next === null ? null : (
          <p class="pager">
            <a class="button" rel="next" href={`/following?${new URLSearchParams({ ...(chosen === null ? {} : { follow: chosen }), cursor: next }).toString()}`}>
              Before that
            </a>
          </p>
        )}
      </div>
      <aside class="side">
        <section aria-labelledby="follows">
          <h2 id="follows">What you follow</h2>
          {follows.length === 0 ? <p class="faint">Nothing yet.</p> : null}
          {follows.some(({ kind }) => kind === 'search') ? (
            <p class="faint small">
              Of a search, the first {MOST_FOLLOWED.toLocaleString('en')} claims that it finds are looked at.
            </p>
          ) : null}
          <ul class="list follows">
            {follows.map((follow) => (
              <FollowLine desk={desk} follow={follow} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">Hear of it elsewhere</h2>
          <p class="faint">
            In a feed reader: <a href="/account">make a key for feeds</a>; it gives you the address. In another program:{' '}
            <a href="/following/hooks">webhooks</a> are told of each piece of news as it comes.
          </p>
        </section>
      </aside>
    </div>
  );
} // prettier-ignore

function Nothing({ follows }: { follows: readonly Follow[] }) {
  if (follows.length > 0)
    return (
      <Empty title="Nothing is new yet">
        <p>
          You follow {plural(follows.length, 'claim or search', 'claims and searches')}. Once a report brings{' '}
          {Object.values(NEWS_LABELS).map((label, i, all) => `${i === 0 ? '' : i === all.length - 1 ? ' or ' : ', '}${label}`).join('')}, it stands here.
        </p>
      </Empty>
    );
  return (
    <Empty title="You follow nothing yet">
      <p>
        On the page of a claim, press <b>Follow</b>: you hear of a new origin, a denial, an outcome, a correction. A{' '}
        <a href="/search">search</a> can be followed too: then you also hear of each new claim that it finds.
      </p>
    </Empty>
  );
} // prettier-ignore

function FollowLine({ desk, follow: { id, kind, target, name, made } }: { desk: Desk; follow: Follow }) {
  return (
    <li>
      <div class="head-row">
        <a href={kind === 'claim' ? claimPath(target) : `/search?${target}`} dir="auto">
          {name}
        </a>
      </div>
      <div class="head-row">
        <p class="faint small">
          {kind === 'claim' ? 'claim' : 'search'}, since <Moment at={made.slice(0, 10)} /> ·{' '}
          <a href={`/following?follow=${id}`}>its news</a>
        </p>
        <Post desk={desk} action="/following/remove" fields={{ id }} role="reader">
          <button class="plain small" aria-label={`Leave ${name}`}>
            Leave
          </button>
        </Post>
      </div>
    </li>
  );
}
