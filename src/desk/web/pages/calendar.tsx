import type { ExpectedEvent } from '../../../ledger/ledger.ts';
import { nameOrigins } from '../parts/names.ts';
import { writeCalendar } from '../../format/icalendar.ts';
import { todayOf, type App, type Desk } from '../desk.ts';
import { StatusMark, tellWindow } from '../parts/event-line.tsx';
import { claimPath, Empty, Outside, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** Events of each part at first, and a page of one part. */
const [FEW, PAGE] = [15, 50];

/** `/calendar` and `/calendar.ics`: what is expected, and what became of it; with `part` one part of it, page after page. */
export function defineCalendar(app: App, desk: Desk): void {
  app.get('/calendar', async (c) => {
    const { part, page = '1' } = c.req.query();
    const events = await desk.ledger.calendar(todayOf(desk));
    const asked = PARTS.find(([id]) => id === part);
    const number = /^[1-9]\d{0,4}$/u.test(page) ? Number(page) : 1;
    const body = asked === undefined ? <Calendar events={events} /> : <CalendarPart asked={asked} events={events} page={number} />; // prettier-ignore
    return respond(c, desk, { title: asked?.[1] ?? 'Calendar', section: 'calendar', body });
  });
  app.get('/calendar.ics', async (c) => {
    const events = await desk.ledger.calendar(todayOf(desk));
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="hearsay.ics"');
    return c.body(writeCalendar(events, desk.now().toISOString()));
  });
}

type Part = readonly [id: string, title: string, belongs: (event: ExpectedEvent) => boolean];

const PARTS: readonly Part[] = [
  ['overdue', 'Overdue', ({ status }) => status === 'overdue'],
  [
    'ahead',
    'Still ahead',
    ({ status, window }) => (status === 'expected' || status === 'confirmed') && tellWindow(window) !== null,
  ],
  ['undated', 'Still ahead, no date told', ({ status, window }) => (status === 'expected' || status === 'confirmed') && tellWindow(window) === null], // prettier-ignore
  ['over', 'What became of the rest', ({ status }) => !['overdue', 'expected', 'confirmed'].includes(status)],
];

function Calendar({ events }: { events: readonly ExpectedEvent[] }) {
  return (
    <>
      <div class="head-row">
        <h1>Calendar</h1>
        {events.length === 0 ? null : (
          <a class="button" href="/calendar.ics">
            For a calendar program (.ics)
          </a>
        )}
      </div>
      {events.length === 0 ? (
        <Empty title="No expected event is known">
          <p>Where a report says that something is still ahead, it stands here by its day, with what became of it.</p>
        </Empty>
      ) : null}
      {PARTS.map(([id, title, belongs]) => {
        const some = events.filter(belongs);
        return some.length === 0 ? null : (
          <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <div class="events">
              {some.slice(0, FEW).map((event) => (
                <EventCard event={event} />
              ))}
            </div>
            {some.length <= FEW ? null : (
              <p class="further">
                <a href={`/calendar?part=${id}`}>
                  All {some.length.toLocaleString('en-GB')}
                  <span class="unseen"> of “{title}”</span>
                </a>
              </p>
            )}
          </section>
        );
      })}
    </>
  );
}

function CalendarPart({ asked, events, page }: { asked: Part; events: readonly ExpectedEvent[]; page: number }) {
  const [id, title, belongs] = asked;
  const some = events.filter(belongs);
  const shown = some.slice((page - 1) * PAGE, page * PAGE);
  return (
    <>
      <p class="kicker">
        <a href="/calendar">Calendar</a>
      </p>
      <h1>{title}</h1>
      <p class="faint">
        {shown.length === 0
          ? `Nothing stands on page ${String(page)}.`
          : `${((page - 1) * PAGE + 1).toLocaleString('en-GB')} to ${((page - 1) * PAGE + shown.length).toLocaleString('en-GB')} of ${some.length.toLocaleString('en-GB')}`}
      </p>
      <section class="events" aria-label={title}>
        <h2 class="unseen">Events</h2>
        {shown.map((event) => (
          <EventCard event={event} />
        ))}
      </section>
      <p class="pager">
        {page === 1 ? null : (
          <a class="button" rel="prev" href={`/calendar?part=${id}&page=${String(page - 1)}`}>
            Events before
          </a>
        )}{' '}
        {page * PAGE >= some.length ? null : (
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
            {text}
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
