import { HearsayError } from '../../../base/error.ts';
import type { HeldReportInFull, ShownClaim, VersionChange } from '../../../ledger/ledger.ts';
import type { Reading } from '../../../reading/reading.ts';
import { describeMoment } from '../../format/moment.ts';
import { countSources, summariseAudit } from '../../format/words.ts';
import type { App, Desk } from '../desk.ts';
import { AttributionList } from '../parts/attribution-list.tsx';
import { AuditBars } from '../parts/audit-bars.tsx';
import { MarkedText, type Pointed } from '../parts/marked-text.tsx';
import { VersionList } from '../parts/version-list.tsx';
import { claimPath, Moment, Outside, plural, reportPath, sourcePath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** `/report?key=` or `?at=` (an appearance): the text with who says what marked, and all that is kept of it. */
export function defineReport(app: App, desk: Desk): void {
  app.get('/report', async (c) => {
    const { key, at, version } = c.req.query();
    const report = await desk.ledger.report(at ?? key ?? '');
    if (report === null) throw new HearsayError('ledger.unknown-report', 'This report is not in the ledger', 'it was never added, or has been forgotten', 'search for it, or add it'); // prettier-ignore
    const shown = report.texts.find(({ number }) => String(number) === version) ?? report.texts.at(-1);
    const reading = await desk.ledger.reading(shown?.reading ?? report.key);
    if (reading === null) throw new HearsayError('ledger.unknown-report', 'This version is not in the ledger', 'it has been forgotten', 'open the report without a version'); // prettier-ignore
    const claims = await desk.ledger.claimsOf(report.key);
    const changes = report.texts.length > 1 ? await desk.ledger.revisions(report.key) : [];
    const texts = await readTexts(desk, report);
    return respond(c, desk, {
      ...{ title: report.title ?? 'Untitled report', section: null },
      body: <Report report={report} reading={reading} number={shown?.number ?? 1} claims={claims} changes={changes} texts={texts} place={findPlace(claims, at)} />, // prettier-ignore
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

export interface Place {
  readonly in: 'text' | 'title';
  readonly spans: readonly Pointed[];
}

/** Where the appearance that is asked for stands. */
function findPlace(claims: readonly ShownClaim[], id: string | undefined): Place | null {
  if (id === undefined) return null;
  for (const { appearances, denials } of claims)
    for (const one of [...appearances, ...denials.map(({ appearance }) => appearance)])
      if (one.id === id) return { in: one.in, spans: one.content };
  return null;
}

interface ReportProps {
  readonly report: HeldReportInFull;
  readonly reading: Reading;
  readonly number: number;
  readonly claims: readonly ShownClaim[];
  readonly changes: readonly VersionChange[];
  readonly texts: readonly string[];
  readonly place: Place | null;
}

function Report({ report, reading, number, claims, changes, texts, place }: ReportProps) {
  const { title, text, url, links, outlet } = reading.report;
  const titled = reading.headline.filter(({ voice }) => voice === 'attributed').length;
  const pointed = (part: Place['in']): readonly Pointed[] => (place?.in === part ? place.spans : []);
  const latest = report.texts.length;
  return (
    <article class="report">
      <header class="claim-head">
        <p class="kicker">
          {outlet === null ? 'Report' : <a href={sourcePath(outlet)}>{outlet}</a>}
          {latest > 1 ? ` · version ${String(number)} of ${String(latest)}` : ''}
        </p>
        <h1 dir="auto">
          {title === null ? 'Untitled report' : <Title title={title} reading={reading} pointed={pointed('title')} />}
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
      </header>
      <div class="split report-split">
        <div>
          <p class="legend" aria-label="How to read the marks">
            <mark class="source">source</mark> <mark class="cue">cue</mark> <mark class="content d1">content</mark>{' '}
            <mark class="content d1">
              <mark class="content d2">content inside a content</mark>
            </mark>
          </p>
          <div class="story-text" data-select>
            <MarkedText
              text={text}
              attributions={reading.attributions}
              from={titled + 1}
              pointed={pointed('text')}
              links={links}
            />
          </div>
        </div>
        <aside class="side">
          <section aria-labelledby="audit">
            <h2 id="audit">Who speaks</h2>
            <p>{summariseAudit(reading)}</p>
            <AuditBars rows={countSources(reading)} />
          </section>
          <section aria-labelledby="told">
            <h2 id="told">Who told whom</h2>
            <AttributionList reading={reading} />
          </section>
        </aside>
      </div>
      <div class="halves">
        <section aria-labelledby="claims">
          <h2 id="claims">Claims in it</h2>
          <Claims claims={claims} />
        </section>
        <div>
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
  const { authors, wire, published, publishedFrom, kind } = report;
  return [
    authors.length > 0 ? `by ${authors.join(', ')}` : '',
    wire === null ? '' : `wire: ${wire}`,
    published === null
      ? 'no publication date'
      : `${describeMoment(published)}${publishedFrom === null ? '' : ` (${FROM[publishedFrom]})`}`,
    kind === 'news' || kind === 'unknown' ? '' : kind,
  ].filter((part) => part !== '');
}

/** The title, its marks and all; a heading holds no paragraph. */
function Title({ title, reading, pointed }: { title: string; reading: Reading; pointed: readonly Pointed[] }) {
  const spoken = reading.headline.some(({ voice }) => voice === 'attributed');
  if (!spoken && pointed.length === 0) return <>{title}</>;
  return <span class="marked-title">{MarkedText({ text: title, attributions: reading.headline, pointed })}</span>;
}

function Claims({ claims }: { claims: readonly ShownClaim[] }) {
  const shared = claims.filter(({ basis }) => basis.reports > 1);
  const alone = claims.filter(({ basis }) => basis.reports < 2);
  const list = (some: readonly ShownClaim[]) => (
    <ul class="list">
      {some.map((claim) => (
        <li data-item>
          <a href={claimPath(claim.id)} dir="auto">
            {claim.text}
          </a>
          <p class="faint">
            {plural(claim.basis.reports, 'report')} · {plural(claim.origins.length, 'known origin')}
          </p>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {shared.length === 0 ? <p class="faint">Nothing in it is told by another report here.</p> : list(shared)}
      {alone.length === 0 ? null : (
        <details class="more">
          <summary>{plural(alone.length, 'claim')} of this report alone</summary>
          {list(alone)}
        </details>
      )}
    </>
  );
}

function Copies({ report }: { report: HeldReportInFull }) {
  return (
    <ul class="list">
      {report.captures.map(({ sha256, bytes, kind, captured, added, by, from }) => (
        <li>
          <p>
            {captured === null ? (
              'Saved at an unknown time'
            ) : (
              <>
                Saved <Moment at={captured} />
              </>
            )}
            , {kind}, {Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} kB
          </p>
          <p class="faint small">
            Added by {by}, <Moment at={added.slice(0, 16)} />, from {from}
          </p>
          <p class="faint small hash">sha256 {sha256}</p>
        </li>
      ))}
    </ul>
  );
}

function Notes({ reading }: { reading: Reading }) {
  return (
    <ul class="list small">
      {reading.notes.map(({ code, what, span }) => (
        <li>
          {what} {span === null ? null : <q dir="auto">{span.text.slice(0, 160)}</q>} <code class="faint">{code}</code>
        </li>
      ))}
    </ul>
  );
}
