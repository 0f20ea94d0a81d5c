import type { EventPart, ExpectedEvent, ShownClaim, Story } from '../../../ledger/ledger.ts';
import type { WatchedFeed } from '../../../ledger/watched.ts';
import { cutWords } from '../../format/cut-words.ts';
import { describeAlert } from '../../format/claim-words.ts';
import { tellWindow } from '../../format/moment.ts';
import { todayOf, type App, type Desk } from '../desk.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { EventLine } from '../parts/event-line.tsx';
import { listTroubled, TroubledFeeds } from '../parts/troubled-feeds.tsx';
import { claimPath, Empty, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** Expected events that the page shows of each kind; the calendar has them all. */
const EVENTS = 6;

/** `/`: what the reports added last claim, what to look at, what is due. */
export function defineToday(app: App, desk: Desk): void {
  app.get('/', async (c) => {
    const today = todayOf(desk);
    const stories = await desk.ledger.stories();
    const events = await desk.ledger.calendar(today, { limit: EVENTS });
    const counts = await desk.ledger.countEvents(today);
    const feeds = await listTroubled(desk);
    return respond(c, desk, {
      title: 'Today',
      section: 'today',
      body: <Today stories={stories} events={events} counts={counts} feeds={feeds} />,
    });
  });
}

interface TodayProps {
  readonly stories: readonly Story[];
  /** Some of each part; `counts`: of all. */
  readonly events: readonly ExpectedEvent[];
  readonly counts: Readonly<Record<EventPart, number>>;
  /** Those in trouble. */
  readonly feeds: readonly WatchedFeed[];
}

function Today({ stories, events, counts, feeds }: TodayProps) {
  if (stories.length === 0) return <Welcome feeds={feeds} />;
  const shared = stories.filter(({ reports }) => reports.length > 1);
  const alone = stories.filter(({ reports }) => reports.length === 1);
  const watched = shared.flatMap(({ claims }) => claims).filter(({ alerts }) => alerts.length > 0);
  return (
    <div class="split">
      <div>
        <h1>Today</h1>
        {shared.map((story, i) => (
          <StoryPart story={story} open={i === 0} />
        ))}
        <Alone stories={alone} />
      </div>
      <aside class="side">
        <TroubledFeeds feeds={feeds} />
        <Alerts claims={watched} />
        <Due events={events} counts={counts} />
      </aside>
    </div>
  );
}

/** How many claims of a story stand open; the others follow behind a line. */
const OPEN = 6;

function StoryPart({ story, open }: { story: Story; open: boolean }) {
  const [lead] = story.claims;
  const some = story.claims.slice(0, open ? OPEN : 3);
  const rest = story.claims.slice(some.length);
  return (
    <section class="story" aria-label={lead?.text ?? 'A story'}>
      <h2 class="story-head">
        One story: {plural(story.reports.length, 'report')}, {plural(story.claims.length + story.more, 'claim')}
      </h2>
      {some.map((claim) => (
        <ClaimCard claim={claim} />
      ))}
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>{plural(rest.length, 'more claim')} of this story</summary>
          {rest.map((claim) => (
            <ClaimCard claim={claim} />
          ))}
        </details>
      )}
      {story.more > 0 ? (
        <p class="faint">
          {plural(story.more, 'further claim')}, told by fewer reports: <a href="/search">see all claims</a>.
        </p>
      ) : null}
    </section>
  );
}

function Alone({ stories }: { stories: readonly Story[] }) {
  const claims = stories.flatMap(({ claims: [first] }) => (first === undefined ? [] : [first])).slice(0, 20);
  if (claims.length === 0) return null;
  return (
    <section class="story" aria-labelledby="alone">
      <h2 id="alone">Told by one report alone</h2>
      {claims.map((claim) => (
        <ClaimCard claim={claim} />
      ))}
    </section>
  );
}

/** Alerts of one claim; its own page has them all. */
const ALERTS = 2;

function Alerts({ claims }: { claims: readonly ShownClaim[] }) {
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts">To look at</h2>
      {claims.length === 0 ? <p class="faint">Nothing unusual in what was added last.</p> : null}
      <ul class="list">
        {claims.slice(0, 8).map((claim) => (
          <li>
            <a class="claim-link" href={claimPath(claim.id)} dir="auto">
              {cutWords(claim.text)}
            </a>
            {claim.alerts.slice(0, ALERTS).map((alert) => (
              <p class="alert-line">{describeAlert(alert)}</p>
            ))}
            {claim.alerts.length > ALERTS ? (
              <p class="faint small">{`and ${String(claim.alerts.length - ALERTS)} more`}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Due({ events, counts }: Pick<TodayProps, 'events' | 'counts'>) {
  const overdue = events.filter(({ status }) => status === 'overdue');
  const ahead = events.filter(
    ({ status, window }) => (status === 'expected' || status === 'confirmed') && tellWindow(window) !== null,
  );
  return (
    <>
      <section aria-labelledby="overdue">
        <h2 id="overdue">Overdue</h2>
        {overdue.length === 0 ? <p class="faint">Nothing is overdue.</p> : null}
        {overdue.slice(0, EVENTS).map((event) => (
          <EventLine event={event} />
        ))}
        <More count={counts.overdue - EVENTS} />
      </section>
      <section aria-labelledby="ahead">
        <h2 id="ahead">Still ahead</h2>
        {ahead.length === 0 ? <p class="faint">Nothing with a date is ahead.</p> : null}
        {ahead.slice(0, EVENTS).map((event) => (
          <EventLine event={event} />
        ))}
        <More count={counts.ahead - EVENTS} />
      </section>
    </>
  );
}

function More({ count }: { count: number }) {
  return count > 0 ? (
    <p>
      <a href="/calendar">{String(count)} more in the calendar</a>
    </p>
  ) : null;
}

function Welcome({ feeds }: Pick<TodayProps, 'feeds'>) {
  return (
    <div class="narrow">
      <h1>Nothing has been added yet</h1>
      <Empty title="Give Hearsay a few reports of one story">
        <p>
          Paste their addresses or their text, or drop the pages you saved. You then see here what they claim, on whose
          word, who speaks against it, and what is due.
        </p>
        <p>
          <a class="button primary" href="/add">
            Add reports
          </a>
        </p>
      </Empty>
      <TroubledFeeds feeds={feeds} />
    </div>
  );
}
