import { useContext } from 'hono/jsx';
import { HearsayError } from '../../../base/error.ts';
import type { HeldReportInFull, KeptDecision, ShownClaim, VersionChange } from '../../../ledger/ledger.ts';
import { reaches } from '../../../ledger/team/role.ts';
import type { Reading } from '../../../reading/reading.ts';
import { describeMoment } from '../../format/moment.ts';
import { countSources, summariseAudit } from '../../format/words.ts';
import type { App, Desk } from '../desk.ts';
import { findAdding, findAside, findCorrected, findDone, findPlace, type Adding, type Correcting, type Place } from '../report-asked.ts'; // prettier-ignore
import { AttributionList } from '../parts/attribution-list.tsx';
import { AuditBars } from '../parts/audit-bars.tsx';
import { AddPanel } from '../parts/add-panel.tsx';
import { CorrectPanel } from '../parts/correct-panel.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { MarkedText, type Pointed } from '../parts/marked-text.tsx';
import { ReportAside, ReportFacts } from '../parts/report-facts.tsx';
import { Claims, Copies, Notes } from '../parts/report-rest.tsx';
import { VersionList } from '../parts/version-list.tsx';
import { Outside, reportPath, sourcePath } from '../parts/words.tsx';
import { findPlaceOf, listToldPlaces, type Part, type ToldPlaces } from '../report-places.ts';
import { respond } from '../respond.tsx';
import { Viewing } from '../viewer.ts';

/**
 * `/report?key=` or `?at=` (an appearance): the text with who says what marked, and all that is kept of it. With `correct`
 * (`yes`, or a stretch of the text, then `as` and `in`) one place is corrected beside its text; with `add`, alike, an
 * attribution that was missed is added.
 */
export function defineReport(app: App, desk: Desk): void {
  app.get('/report', async (c) => {
    const { key, version } = c.req.query();
    const { report, at: asked } = await findPlaceOf(desk.ledger, c.req.query('at') ?? key ?? '');
    if (report === null) throw new HearsayError('ledger.unknown-report', 'This report is not in the ledger', 'it was never added, or has been forgotten', 'search for it, or add it'); // prettier-ignore
    const shown = report.texts.find(({ number }) => String(number) === version) ?? report.texts.at(-1);
    const reading = await desk.ledger.reading(shown?.reading ?? report.key);
    if (reading === null) throw new HearsayError('ledger.unknown-report', 'This version is not in the ledger', 'it has been forgotten', 'open the report without a version'); // prettier-ignore
    const claims = await desk.ledger.claimsOf(report.key);
    const changes = report.texts.length > 1 ? await desk.ledger.revisions(report.key) : [];
    const texts = await readTexts(desk, report);
    const decisions = await desk.ledger.decisions(report.key);
    const number = shown?.number ?? 1;
    const at = c.req.query('at') === undefined ? (findDone(decisions, c.req.query('done')) ?? asked) : asked;
    const told = number < report.texts.length ? [] : listToldPlaces(reading, claims);
    const isReader = c.var.viewer.role === 'reader';
    const correcting = isReader ? null : findCorrected(told, at, c.req.query());
    const adding = isReader || number < report.texts.length ? null : findAdding(c.req.query());
    const place = findPlace(claims, at) ?? (correcting === null ? null : { in: correcting.told.in, spans: correcting.told.attribution.content }); // prettier-ignore
    return respond(c, desk, {
      ...{ title: report.title ?? 'Untitled report', section: null },
      body: (
        <Report
          {...{ desk, report, reading, number, claims, changes, texts, place, decisions, told, correcting, adding }}
        />
      ),
    });
  });
}

/** Texts of the versions, oldest first, where there are several. */
async function readTexts(desk: Desk, { texts }: HeldReportInFull): Promise<readonly string[]> {
  if (texts.length < 2) return [];
  const read: string[] = [];
  for (const { reading } of texts) read.push((await desk.ledger.reading(reading))?.report.text ?? '');
  return read;
}

interface ReportProps {
  readonly desk: Desk;
  readonly report: HeldReportInFull;
  readonly reading: Reading;
  readonly number: number;
  readonly claims: readonly ShownClaim[];
  readonly changes: readonly VersionChange[];
  readonly texts: readonly string[];
  readonly place: Place | null;
  readonly decisions: readonly KeptDecision[];
  readonly told: readonly ToldPlaces[];
  readonly correcting: Correcting | null;
  readonly adding: Adding | null;
}

function Report(props: ReportProps) {
  const { desk, report, reading, number, claims, changes, texts, place, decisions, told, correcting, adding } = props;
  const { title, text, url, links, outlet } = reading.report;
  const titled = reading.headline.filter(({ voice }) => voice === 'attributed').length;
  const pointed = (part: Place['in']): readonly Pointed[] => (place?.in === part ? place.spans : []);
  const latest = report.texts.length;
  const aside = findAside(report.key, decisions);
  const struck = (part: Part): readonly Pointed[] => told.flatMap(({ in: stands, places }) => (stands === part ? places.filter(({ setAside }) => setAside).flatMap(({ content }) => content) : [])); // prettier-ignore
  const isLatest = number === latest;
  const mayCorrect = isLatest && reaches(useContext(Viewing).role, 'editor');
  const isOpen = correcting !== null || adding !== null;
  return (
    <article class="report">
      <header class="claim-head">
        <p class="kicker">
          {outlet === null ? 'Report' : <a href={sourcePath(outlet)}>{outlet}</a>}
          {latest > 1 ? ` · version ${String(number)} of ${String(latest)}` : ''}
        </p>
        <h1 dir="auto" class={aside === null ? undefined : 'struck'}>
          {title === null ? (
            'Untitled report'
          ) : (
            <Title
              title={title}
              reading={reading}
              pointed={pointed('title')}
              struck={struck('title')}
              report={isLatest ? report.key : null}
            />
          )}
        </h1>
        <p class="faint">{describeReport(reading).join(' · ')}</p>
        {url === null ? null : (
          <p class="address">
            <Outside href={url}>{url}</Outside>
          </p>
        )}
        {number < latest ? (
          <p class="notice">
            <span>This is an older version.</span> <a href={reportPath(report.key)}>See the latest</a>
          </p>
        ) : null}
        {isLatest && !isOpen ? (
          <div class="report-tools">
            {mayCorrect ? <ReportFacts desk={desk} report={report.key} reading={reading} /> : null}
            <ReportAside desk={desk} report={report.key} aside={aside} />
          </div>
        ) : null}
      </header>
      <div class={isOpen ? 'split report-split correcting' : 'split report-split'}>
        {isOpen ? (
          <div class="side correct-side">
            {adding !== null ? (
              <AddPanel desk={desk} report={report.key} reading={reading} {...adding} />
            ) : correcting === null ? null : (
              <CorrectPanel desk={desk} report={report.key} reading={reading} {...correcting} />
            )}
          </div>
        ) : null}
        <div>
          <p class="legend" aria-label="How to read the marks">
            <mark class="source">source</mark> <mark class="cue">cue</mark> <mark class="content d1">content</mark>{' '}
            <mark class="content d1">
              <mark class="content d2">content inside a content</mark>
            </mark>
          </p>
          {mayCorrect && !isOpen ? (
            <p class="faint small">
              To correct who says what, select words in the text, or take “Correct” beside a number.{' '}
              <a class="nowrap" href={`${reportPath(report.key)}&add=yes#correct`} data-key="n">
                Add one that was missed <kbd>n</kbd>
              </a>
            </p>
          ) : null}
          <div class="story-text" data-select={mayCorrect ? 'text' : undefined} data-report={report.key}>
            <MarkedText
              text={text}
              attributions={reading.attributions}
              from={titled + 1}
              pointed={pointed('text')}
              struck={struck('text')}
              links={links}
            />
          </div>
        </div>
        {!isOpen ? (
          <aside class="side">
            <section aria-labelledby="audit">
              <h2 id="audit">Who speaks</h2>
              <p>{summariseAudit(reading)}</p>
              <AuditBars rows={countSources(reading)} />
            </section>
            <section aria-labelledby="told">
              <h2 id="told">Who told whom</h2>
              <AttributionList reading={reading} told={told} />
            </section>
          </aside>
        ) : null}
      </div>
      <div class="halves">
        <section aria-labelledby="claims">
          <h2 id="claims">Claims in it</h2>
          <Claims claims={claims} />
        </section>
        <div>
          <section aria-labelledby="hand">
            <h2 id="hand">What people did</h2>
            <DecisionList desk={desk} decisions={decisions} back={reportPath(report.key)} />
          </section>
          <section aria-labelledby="versions">
            <h2 id="versions">Versions</h2>
            <VersionList report={report} changes={changes} texts={texts} number={number} />
          </section>
          <section aria-labelledby="copies">
            <h2 id="copies">Saved copies</h2>
            <Copies report={report} />
          </section>
          {reading.notes.length === 0 ? null : (
            <section aria-labelledby="notes">
              <h2 id="notes">Notes</h2>
              <Notes reading={reading} />
            </section>
          )}
        </div>
      </div>
    </article>
  );
}

const FROM = {
  given: 'as given',
  metadata: 'by the page’s metadata',
  page: 'as printed',
  inferred: 'inferred from the text',
};

/** “by Klara Neume · 6 October 2025, 07:12 (as printed)”: only what is known. */
function describeReport({ report }: Reading): readonly string[] {
  const { authors, wire, published, publishedFrom, section, kind } = report;
  return [
    authors.length > 0 ? `by ${authors.join(', ')}` : '',
    wire === null ? '' : `wire: ${wire}`,
    published === null
      ? 'no publication date'
      : `${describeMoment(published)}${publishedFrom === null ? '' : ` (${FROM[publishedFrom]})`}`,
    section ?? '',
    kind === 'news' || kind === 'unknown' ? '' : kind,
  ].filter((part) => part !== '');
}

interface TitleProps {
  readonly title: string;
  readonly reading: Reading;
  readonly pointed: readonly Pointed[];
  readonly struck: readonly Pointed[];
  /** Its key, where words may be selected. */
  readonly report: string | null;
}

/** The title, its marks and all; a heading holds no paragraph. */
function Title({ title, reading, pointed, struck, report }: TitleProps) {
  const spoken = reading.headline.some(({ voice }) => voice === 'attributed');
  if (report === null && !spoken && pointed.length + struck.length === 0) return <>{title}</>;
  return (
    <span class="marked-title" data-select={report === null ? undefined : 'title'} data-report={report ?? undefined}>
      {MarkedText({ text: title, attributions: reading.headline, pointed, struck })}
    </span>
  );
}
