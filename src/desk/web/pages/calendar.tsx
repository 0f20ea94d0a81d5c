import type { EventPart, ExpectedEvent } from '../../../ledger/ledger.ts';
import { nameOrigins } from '../parts/names.ts';
import { cutWords } from '../../format/cut-words.ts';
import { writeCalendar } from '../../format/icalendar.ts';
import { todayOf, type App, type Desk } from '../desk.ts';
import { tellWindow } from '../../format/moment.ts';
import { StatusMark } from '../parts/event-line.tsx';
import { claimPath, Empty, Outside, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** Events of each part at first, and a page of one part. */
const [FEW, PAGE] = [15, 50];

/** `/calendar` and `/calendar.ics`: what is expected, and what became of it; with `part` one part of it, page after page. */
export function defineCalendar(app: App, desk: Desk): void {
  app.get('/calendar', async (c) => {
    const { part, page = '1' } = c.req.query();
    const today = todayOf(desk);
    const counts = await desk.ledger.countEvents(today);
    const asked = PARTS.find(([id]) => id === part);
    const number = /^[1-9]\d{0,4}$/u.test(page) ? Number(page) : 1;
    const listed = async ([id, title]: Part, limit: number, offset = 0): Promise<Listed> => ({ id, title, count: counts[id], events: counts[id] === 0 ? [] : await desk.ledger.calendar(today, { part: id, limit, offset }) }); // prettier-ignore
    const body =
      asked === undefined ? (
        <Calendar parts={await Promise.all(PARTS.map((one) => listed(one, FEW)))} />
      ) : (
        <CalendarPart {...await listed(asked, PAGE, (number - 1) * PAGE)} page={number} />
      );
    return respond(c, desk, { title: asked?.[1] ?? 'Calendar', section: 'calendar', body });
  });
  app.get('/calendar.ics', async (c) => {
    const events = await desk.ledger.calendar(todayOf(desk));
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="hearsay.ics"');
    return c.body(writeCalendar(events, desk.now().toISOString()));
  });
}

type Part = readonly [id: EventPart, title: string];

const PARTS: readonly Part[] = [
  ['overdue', 'Overdue'],
  ['ahead', 'Still ahead'],
  ['undated', 'Still ahead, no date told'],
  ['over', 'What became of the rest'],
];

/** Some events of a part, and how many it has. */
interface Listed {
  readonly id: EventPart;
  readonly title: string;
  readonly count: number;
  readonly events: readonly ExpectedEvent[];
}

function Calendar({ parts }: { parts: readonly Listed[] }) {
  const isEmpty = parts.every(({ count }) => count === 0);
  return (
    <>
      <div class="head-row">
        <h1>Calendar</h1>
        {isEmpty ? null : (
          <a class="button" href="/calendar.ics">
            For a calendar program (.ics)
          </a>
        )}
      </div>
      {isEmpty ? (
        <Empty title="No expected event is known">
          <p>Where a report says that something is still ahead, it stands here by its day, with what became of it.</p>
        </Empty>
      ) : null}
      {parts.map(({ id, title, count, events }) =>
        count === 0 ? null : (
          <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <div class="events">
              {events.map((event) => (
                <EventCard event={event} />
              ))}
            </div>
            {count <= FEW ? null : (
              <p class="further">
                <a href={`/calendar?part=${id}`}>
                  All {count.toLocaleString('en-GB')}
                  <span class="unseen"> of “{title}”</span>
                </a>
              </p>
            )}
          </section>
        ),
      )}
    </>
  );
}

function CalendarPart({ id, title, count, events, page }: Listed & { page: number }) {
  return (
    <>
      <p class="kicker">
        <a href="/calendar">Calendar</a>
      </p>
      <h1>{title}</h1>
      <p class="faint">
        {events.length === 0
          ? `Nothing stands on page ${String(page)}.`
          : `${((page - 1) * PAGE + 1).toLocaleString('en-GB')} to ${((page - 1) * PAGE + events.length).toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')}`}
      </p>
      <section class="events" aria-label={title}>
        <h2 class="unseen">Events</h2>
        {events.map((event) => (
          <EventCard event={event} />
        ))}
      </section>
      <p class="pager">
        {page === 1 ? null : (
          <a class="button" rel="prev" href={`/calendar?part=${id}&page=${String(page - 1)}`}>
            Events before
          </a>
        )}{' '}
        {page * PAGE >= count ? null : (
          <a class="button" rel="next" href={`/calendar?part=${id}&page=${String(page + 1)}`}>
            Further events
          </a>
        )}
      </p>
    </>
  );
}

function EventCard({ event }: { event: ExpectedEvent }) {
  const { claim, text, window, where, status, origins, basis, evidence, setBy } = event;
  return (
    <article class="card event-card" data-item>
      <p class="when">
        {tellWindow(window) ?? 'No date told'}
        {where.length === 0 ? '' : ` · ${where.slice(0, 3).join(', ')}`}
      </p>
      <div>
        <h3>
          <a href={claimPath(claim)} dir="auto">
            {cutWords(text)}
          </a>
        </h3>
        <p class="faint">
          <StatusMark status={status} /> {plural(basis.reports, 'report')}
          {origins.length === 0 ? ' · nobody is named as its origin' : ` · traced to ${nameOrigins(origins)}`}
        </p>
        {setBy === null ? null : (
          <p class="faint">
            Set by {setBy.by} on {setBy.at.slice(0, 10)}
            {setBy.why === '' ? '' : `: ${setBy.why}`}
          </p>
        )}
        {evidence.slice(0, 2).map(({ report }) => (
          <p class="faint">
            Shown by <Outside href={report.url}>{report.outlet ?? report.url ?? 'a report'}</Outside>
          </p>
        ))}
      </div>
    </article>
  );
}
