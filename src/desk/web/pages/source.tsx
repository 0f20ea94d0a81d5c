import { HearsayError } from '../../../base/error.ts';
import type { ExpectedEvent, HeldReport, ShownClaim } from '../../../ledger/ledger.ts';
import { todayOf, type App, type Desk } from '../desk.ts';
import { ClaimCard } from '../parts/claim-card.tsx';
import { EventLine } from '../parts/event-line.tsx';
import { countOutlet, type OutletRecord } from '../outlet-record.ts';
import { Empty, Moment, plural, reportPath, sourcePath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

const MOST = 40;

/** `/source?name=`: what a person, a body or an outlet said, on what, when; for an outlet also whom it has it from. */
export function defineSource(app: App, desk: Desk): void {
  app.get('/source', async (c) => {
    const name = c.req.query('name')?.trim() ?? '';
    if (name === '') throw new HearsayError('usage.bad-option', 'No source is named', 'the address has no name', 'choose one among the sources'); // prettier-ignore
    const plain = name.replace(/, to (?=[^,]+$)/u, ' ').slice(0, 200);
    const told = await desk.ledger.claims({ source: name.includes(', to ') ? plain.split(' ').slice(0, 2).join(' ') : plain, limit: MOST }); // prettier-ignore
    const [reports, carried] = [await desk.ledger.reports({ outlet: name, limit: MOST }), await desk.ledger.claims({ outlet: plain, limit: MOST })]; // prettier-ignore
    const events = await desk.ledger.calendar(todayOf(desk));
    const record = reports.length === 0 ? null : countOutlet(name, carried.items);
    const said = told.items.filter((claim) => speaks(claim, name));
    const ids = new Set(said.map(({ id }) => id));
    return respond(c, desk, {
      ...{ title: name, section: 'sources' },
      body: (
        <Source
          name={name}
          said={said}
          reports={reports}
          record={record}
          events={events.filter(({ claim }) => ids.has(claim))}
        />
      ),
    });
  });
}

function speaks({ origins, denials }: ShownClaim, name: string): boolean {
  const wanted = name.toLowerCase();
  const is = (other: string | null): boolean => other !== null && (other.toLowerCase().includes(wanted) || wanted.includes(other.toLowerCase())); // prettier-ignore
  return origins.some((origin) => is(origin.name) || is(origin.party)) || denials.some(({ by }) => is(by));
}

interface SourceProps {
  readonly name: string;
  readonly said: readonly ShownClaim[];
  readonly reports: readonly HeldReport[];
  readonly record: OutletRecord | null;
  readonly events: readonly ExpectedEvent[];
}

function Source({ name, said, reports, record, events }: SourceProps) {
  const against = said.filter(({ denials }) => denials.some(({ by }) => by.toLowerCase().includes(name.toLowerCase())));
  return (
    <>
      <p class="kicker">{record === null ? 'Source' : 'Outlet'}</p>
      <h1 dir="auto">{name.replace(/, to (?=[^,]+$)/u, ' speaking to ')}</h1>
      {said.length === 0 && record === null ? (
        <Empty title="Nothing here is traced to this name">
          <p>
            Names are taken as the reports write them.{' '}
            <a href={`/search?source=${encodeURIComponent(name)}`}>Search the claims for it</a>.
          </p>
        </Empty>
      ) : null}
      {record === null ? null : <Outlet name={name} record={record} />}
      <div class="split">
        <div>
          {said.length === 0 ? null : (
            <section aria-labelledby="said">
              <h2 id="said">
                {record === null ? 'What is traced to them, or answered by them' : 'Claims that trace to it'}
              </h2>
              <p class="faint">
                {plural(said.length, 'claim')}, {plural(against.length, 'time')} against. Earliest seen here first.
              </p>
              {[...said]
                .sort((a, b) => ((a.basis.from ?? '') < (b.basis.from ?? '') ? -1 : 1))
                .map((claim) => (
                  <ClaimCard claim={claim} />
                ))}
            </section>
          )}
        </div>
        <aside class="side">
          {said.length === 0 ? null : (
            <section aria-labelledby="record">
              <h2 id="record">Said of what was ahead</h2>
              {events.length === 0 ? <p class="faint">Nothing that was ahead.</p> : null}
              {events.map((event) => (
                <EventLine event={event} />
              ))}
            </section>
          )}
          {reports.length === 0 ? null : (
            <section aria-labelledby="reports">
              <h2 id="reports">Its reports here</h2>
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
          )}
        </aside>
      </div>
    </>
  );
}

function Outlet({ name, record }: { name: string; record: OutletRecord }) {
  const { places, named, unnamed, silent, copies, copiedBy } = record;
  const share = (count: number): string => (places === 0 ? '0' : String(Math.round((100 * count) / places)));
  return (
    <section class="record" aria-label={`How ${name} tells`}>
      <dl class="figures">
        <div>
          <dt>Places of claims</dt>
          <dd>{String(places)}</dd>
        </div>
        <div>
          <dt>Traced to someone named</dt>
          <dd>{share(named)} %</dd>
        </div>
        <div>
          <dt>Traced to unnamed sources</dt>
          <dd>{share(unnamed)} %</dd>
        </div>
        <div>
          <dt>Does not say</dt>
          <dd>{share(silent)} %</dd>
        </div>
      </dl>
      <p class="faint">
        Of the claims that it carries and others carry too, or that are attributed, expected or denied; at most{' '}
        {String(MOST)} claims.
      </p>
      <div class="halves">
        <Flow title="Has it from" flows={copies} empty="It names no other outlet." />
        <Flow
          title="Others have it from here"
          flows={copiedBy}
          empty="No other outlet names it, or shares its words."
        />
      </div>
    </section>
  );
}

function Flow({ title, flows, empty }: { title: string; flows: OutletRecord['copies']; empty: string }) {
  return (
    <div>
      <h2>{title}</h2>
      {flows.length === 0 ? <p class="faint">{empty}</p> : null}
      <ul class="list plain-list">
        {flows.map(({ outlet, credited, copied }) => (
          <li>
            <a href={sourcePath(outlet)}>{outlet}</a>{' '}
            <span class="faint">
              {[
                credited > 0 ? `${String(credited)} with credit` : '',
                copied > 0 ? `${String(copied)} by the same words` : '',
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
