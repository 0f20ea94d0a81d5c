import { HearsayError } from '../../../base/error.ts';
import type { ExpectedEvent, HeldReport, ShownClaim, ShownSource } from '../../../ledger/ledger.ts';
import { countCredits, describeRecord, describeRoles, nameRole, SOURCE_KIND } from '../../format/source-words.ts';
import { todayOf, type App, type Desk } from '../desk.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { EventLine } from '../parts/event-line.tsx';
import { OutletRecord } from '../parts/outlet-record.tsx';
import { SaidList } from '../parts/said-list.tsx';
import { Empty, Moment, plural, reportPath, sourceIdPath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** Reports, and expected events, that the page lists. */
const [REPORTS, EVENTS] = [40, 12];
/** Other names, offices and places. */
const NAMES = 8;

/** `/source?name=` or `?id=`: what a person, a body, an office or an outlet said, on what, when, and what became of it. */
export function defineSource(app: App, desk: Desk): void {
  app.get('/source', async (c) => {
    const { id, name } = c.req.query();
    const asked = (id ?? name ?? '').trim().slice(0, 300);
    if (asked === '') throw new HearsayError('usage.bad-option', 'No source is named', 'the address has no name', 'choose one among the sources'); // prettier-ignore
    const found = await desk.ledger.source(asked, todayOf(desk));
    const [source] = found;
    const show = (title: string, body: ReturnType<typeof Source>) => respond(c, desk, { title, section: 'sources', body }); // prettier-ignore
    if (source === undefined) return show(asked, <Untold name={asked} claims={await listTraced(desk, asked)} />);
    if (found.length > 1) return show(asked, <Choice name={asked} found={found} />);
    const reports = source.outlet === null ? [] : await desk.ledger.reports({ outlet: source.name, limit: REPORTS });
    return show(source.name, <Source source={source} reports={reports} events={await listEvents(desk, source)} />);
  });
}

/** The claims of an origin that is no source with a name: “unnamed officials, to The Harbour Courant”. */
async function listTraced(desk: Desk, origin: string): Promise<readonly ShownClaim[]> {
  const { items } = await desk.ledger.claims({ source: origin, limit: 40 });
  return items.filter(({ origins, denials }) => origins.some(({ name }) => name === origin) || denials.some(({ by }) => by === origin)); // prettier-ignore
}

/** The events among what it said last. */
async function listEvents(desk: Desk, { said, expected }: ShownSource): Promise<readonly ExpectedEvent[]> {
  if (expected.announced === 0) return [];
  const own = new Set(said.latest.flatMap(({ claim, against }) => (against ? [] : [claim])));
  return (await desk.ledger.calendar(todayOf(desk), { claims: [...own] })).slice(0, EVENTS);
}

function Untold({ name, claims }: { name: string; claims: readonly ShownClaim[] }) {
  return (
    <>
      <p class="kicker">Source</p>
      <h1 dir="auto">{name.replace(/, to (?=[^,]+$)/u, ' speaking to ')}</h1>
      {claims.length === 0 ? (
        <Empty title="No report here credits this name">
          <p>
            <a href={`/search?q=${encodeURIComponent(name)}`}>Search the claims for it</a>, or see{' '}
            <a href="/sources">who is credited</a>.
          </p>
        </Empty>
      ) : (
        <section aria-labelledby="traced">
          <h2 id="traced">What is traced to them</h2>
          <p class="faint">{plural(claims.length, 'claim')}. No report names them, so no record is kept.</p>
          {claims.map((claim) => (
            <ClaimCard claim={claim} />
          ))}
        </section>
      )}
    </>
  );
}

function Choice({ name, found }: { name: string; found: readonly ShownSource[] }) {
  return (
    <div class="narrow">
      <p class="kicker">{plural(found.length, 'source')}</p>
      <h1 dir="auto">{name}</h1>
      <p class="faint">
        The reports tell of several who may be meant. <a href="/review?kind=sources">Review</a> has the pairs that may
        be one.
      </p>
      <ul class="list">
        {found.map((one) => (
          <li data-item>
            <a href={sourceIdPath(one.id)} dir="auto">
              {one.name}
            </a>
            {nameRole(one)}
            <p class="faint">{[SOURCE_KIND[one.kind], ...countCredits(one)].join(' · ')}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SourceProps {
  readonly source: ShownSource;
  readonly reports: readonly HeldReport[];
  readonly events: readonly ExpectedEvent[];
}

function Source({ source, reports, events }: SourceProps) {
  const { name, kind, outlet, said, namesakes } = source;
  return (
    <>
      <p class="kicker">{SOURCE_KIND[kind]}</p>
      <h1 dir="auto">{name}</h1>
      <p class="lead">
        {[...(nameRole(source) === '' ? [] : [nameRole(source).slice(2)]), ...countCredits(source)].join(' · ')}
      </p>
      <Told source={source} />
      {outlet === null ? null : <OutletRecord name={name} record={outlet} />}
      <div class="split">
        <section aria-labelledby="said">
          <h2 id="said">What reports have from {kind === 'person' ? 'them' : 'it'}</h2>
          {said.total === 0 ? null : (
            <p class="faint">
              {plural(said.total, 'time')}
              {said.latest.length < said.total ? `, the latest ${String(said.latest.length)}` : ''}. The latest first.
            </p>
          )}
          <SaidList said={said.latest} />
        </section>
        <aside class="side">
          <Events source={source} events={events} />
          <Namesakes namesakes={namesakes} />
          <Reports reports={reports} total={outlet?.reports ?? 0} />
        </aside>
      </div>
    </>
  );
}

function Told({ source }: { source: ShownSource }) {
  const { forms, party, places } = source;
  const rows = [
    ['Also called', forms],
    ['Told as', describeRoles(source)],
    ['Told with', [...(party === null ? [] : [party]), ...places]],
  ] as const;
  return (
    <>
      {rows.map(([label, all]) =>
        all.length === 0 ? null : (
          <p class="faint" dir="auto">
            {label}: {all.slice(0, NAMES).join('; ')}
            {all.length > NAMES ? `; and ${String(all.length - NAMES)} more` : ''}
          </p>
        ),
      )}
    </>
  );
}

function Events({ source, events }: { source: ShownSource; events: readonly ExpectedEvent[] }) {
  const record = describeRecord(source);
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">Said of what was ahead</h2>
      <p class={record === null ? 'faint' : undefined}>{record ?? 'Nothing that was ahead.'}</p>
      {events.map((event) => (
        <EventLine event={event} />
      ))}
      {events.length > 0 && events.length < source.expected.announced ? (
        <p class="faint">{String(events.length)} of them are shown.</p>
      ) : null}
    </section>
  );
}

function Namesakes({ namesakes }: Pick<ShownSource, 'namesakes'>) {
  if (namesakes.length === 0) return null;
  return (
    <section aria-labelledby="namesakes">
      <h2 id="namesakes">Others of the name</h2>
      <ul class="list">
        {namesakes.map(({ id, name, role, why }) => (
          <li data-item>
            <a href={sourceIdPath(id)} dir="auto">
              {name}
            </a>
            {role === null ? '' : `, ${role}`}
            {why === null ? null : (
              <p class="faint">
                May be the same: {why}. <a href="/review?kind=sources">Review</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reports({ reports, total }: { reports: readonly HeldReport[]; total: number }) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">Its reports here</h2>
      {reports.length < total ? <p class="faint">The latest {String(reports.length)}.</p> : null}
      <ul class="list">
        {reports.map((report) => (
          <li data-item>
            <a href={reportPath(report.key)} dir="auto">
              {report.title ?? report.url ?? 'Untitled report'}
            </a>
            <p class="faint">
              <Moment at={report.published} />
              {report.versions > 1 ? ` · ${plural(report.versions, 'version')}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
