import type { ExpectedEvent } from '../../../ledger/ledger.ts';
import { nameOrigins } from '../parts/names.ts';
import { writeCalendar } from '../../format/icalendar.ts';
import { todayOf, type App, type Desk } from '../desk.ts';
import { StatusMark, tellWindow } from '../parts/event-line.tsx';
import { claimPath, Empty, Outside, plural } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** `/calendar` and `/calendar.ics`: what is expected, and what became of it. */
export function defineCalendar(app: App, desk: Desk): void {
  app.get('/calendar', async (c) => {
    const events = await desk.ledger.calendar(todayOf(desk));
    return respond(c, desk, { title: 'Calendar', section: 'calendar', body: <Calendar events={events} /> });
  });
  app.get('/calendar.ics', async (c) => {
    const events = await desk.ledger.calendar(todayOf(desk));
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="hearsay.ics"');
    return c.body(writeCalendar(events, desk.now().toISOString()));
  });
}

const PARTS: readonly (readonly [string, string, (event: ExpectedEvent) => boolean])[] = [
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
              {some.map((event) => (
                <EventCard event={event} />
              ))}
            </div>
          </section>
        );
      })}
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
