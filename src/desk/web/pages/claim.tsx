import { HearsayError } from '../../../base/error.ts';
import type { HeldReport, KeptDecision, ShownClaim, TracedClaim } from '../../../ledger/ledger.ts';
import { cutWords } from '../../format/cut-words.ts';
import { summariseClaim } from '../../format/claim-words.ts';
import { findPlaces, findVersions } from '../claim-facts.ts';
import type { App, Desk } from '../desk.ts';
import { findDecisions } from '../find-decisions.ts';
import { Ahead } from '../parts/ahead.tsx';
import { AlertList } from '../parts/claim-card.tsx';
import { ChainDrawing } from '../parts/chain-drawing.tsx';
import { DecisionList } from '../parts/decision-list.tsx';
import { DenialList } from '../parts/denial-list.tsx';
import { ExportLinks } from '../parts/export-links.tsx';
import { FollowButton } from '../parts/follow.tsx';
import { For, Post } from '../parts/forms.tsx';
import { GradeForm } from '../parts/grade-form.tsx';
import { OutcomeForm } from '../parts/outcome-form.tsx';
import { PlaceMap, type MappedPlace } from '../parts/place-map.tsx';
import { SideBySide } from '../parts/side-by-side.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { UnreadList } from '../parts/unread-list.tsx';
import { Why } from '../parts/why.tsx';
import { claimPath, Moment, plural, reportPath } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** `/claims/ID`: one claim in full. An id of any appearance that it ever held leads to it. */
export function defineClaim(app: App, desk: Desk): void {
  app.get('/claims/:id', async (c) => {
    const claim = await findClaim(desk, c.req.param('id'));
    // What to search for where there is no link is asked only for what is unread.
    const cited = claim.unread.length === 0 ? [] : (await desk.ledger.trace(claim.id)).cited;
    const [places, versions] = [await findPlaces(desk.ledger, claim), await findVersions(desk.ledger, claim)];
    return respond(c, desk, {
      ...{ title: cutWords(claim.text), section: null },
      body: <ClaimView desk={desk} claim={claim} cited={cited} places={places} versions={versions} decisions={await findDecisions(desk.ledger, claim)} />, // prettier-ignore
    });
  });
}

/** @throws HearsayError `ledger.unknown-claim` */
export async function findClaim(desk: Desk, id: string): Promise<ShownClaim> {
  const claim = await desk.ledger.claim(id);
  if (claim === null) throw new HearsayError('ledger.unknown-claim', 'This claim is not in the ledger', 'its reports may have been forgotten, or the address is cut short', 'search for a word of it'); // prettier-ignore
  return claim;
}

interface ClaimProps {
  readonly desk: Desk;
  readonly claim: ShownClaim;
  readonly cited: TracedClaim['cited'];
  readonly places: readonly MappedPlace[];
  readonly versions: readonly HeldReport[];
  readonly decisions: readonly KeptDecision[];
}

function ClaimView({ desk, claim, cited, places, versions, decisions }: ClaimProps) {
  const path = claimPath(claim.id);
  const unread = claim.unread.map((one) => ({
    ...one,
    search: cited.find(({ outlet }) => outlet === one.outlet)?.search ?? claim.text,
  }));
  const addresses = [...new Set(claim.appearances.flatMap(({ report }) => report.url ?? []))];
  const toCheck = claim.checked.of - claim.checked.appearances;
  return (
    <article class="claim">
      <header class="claim-head with-figures">
        <div>
          <p class="kicker">
            Claim · seen in {plural(claim.basis.reports, 'report')} of {plural(claim.outlets, 'outlet')}
          </p>
          <h1 dir="auto">{cutWords(claim.text)}</h1>
          <p class="lead" id="sentence">
            {summariseClaim(claim)}
          </p>
          {claim.expected === null ? null : <Ahead expected={claim.expected} />}
          <AlertList claim={claim} />
          <div class="actions">
            <For role="editor">
              <a class="button primary" href={`${path}/check`} data-key="c">
                {toCheck > 0 ? `Check this claim (${String(toCheck)} to see)` : 'See the checked places'}
              </a>
            </For>
            {addresses.length === 0 ? null : (
              <Post desk={desk} action="/add" fields={{ text: addresses.join('\n'), unknown: 'yes' }}>
                <button class="button" title={`Visits ${plural(addresses.length, 'address', 'addresses')} again`}>
                  Look again now
                </button>
              </Post>
            )}
            <FollowButton
              desk={desk}
              kind="claim"
              target={claim.id}
              others={claim.appearances.map(({ id }) => id)}
              label="Follow"
              title="You hear of a new origin, a denial, an outcome, a correction"
              back={path}
            />
            <button type="button" class="button" data-copy="#sentence" hidden>
              Copy the sentence
            </button>
            <a class="button" href="#export">
              Export
            </a>
          </div>
        </div>
        <Figures claim={claim} />
      </header>
      {unread.length === 0 ? null : (
        <section class="unread" aria-labelledby="unread">
          <h2 id="unread">Named and not read yet</h2>
          <p class="faint">Until these are read, who the origin is may be another.</p>
          <UnreadList desk={desk} claim={claim} unread={unread} />
        </section>
      )}
      <section aria-labelledby="chains">
        <h2 id="chains">Who has it from whom</h2>
        <ChainDrawing claim={claim} />
      </section>
      <section aria-labelledby="time">
        <h2 id="time">When it was told, and how surely</h2>
        <Timeline claim={claim} />
      </section>
      <section aria-labelledby="against">
        <h2 id="against">Against, not confirmed, no comment</h2>
        {claim.denials.length === 0 ? (
          <p class="faint">Nobody here speaks against it, as far as it is read.</p>
        ) : (
          <DenialList desk={desk} claim={claim} />
        )}
        <For role="editor">
          <p class="further">
            <a href={`${path}/answers`}>Add one that was missed</a>
          </p>
        </For>
      </section>
      <section aria-labelledby="words">
        <h2 id="words">The words of each, side by side</h2>
        <SideBySide desk={desk} claim={claim} />
      </section>
      <div class="halves">
        <div>
          <section aria-labelledby="why">
            <h2 id="why">Why these counts</h2>
            <Why claim={claim} />
          </section>
          <section aria-labelledby="grade">
            <h2 id="grade">Grade</h2>
            <GradeForm desk={desk} claim={claim} />
          </section>
        </div>
        <div>
          {places.length === 0 ? null : (
            <section aria-labelledby="where">
              <h2 id="where">Where</h2>
              <PlaceMap places={places} />
            </section>
          )}
          <section aria-labelledby="versions">
            <h2 id="versions">Versions</h2>
            <Versions versions={versions} />
          </section>
          <section aria-labelledby="outcome">
            <h2 id="outcome">What became of it</h2>
            <OutcomeForm desk={desk} claim={claim} />
          </section>
          <section aria-labelledby="hand">
            <h2 id="hand">What people did</h2>
            <DecisionList desk={desk} decisions={decisions} back={path} />
          </section>
          <section aria-labelledby="export">
            <h2 id="export">Take it along</h2>
            <ExportLinks query={`claim=${claim.id}`} json={`${path}.json`} />
          </section>
        </div>
      </div>
    </article>
  );
}

/** What is counted, at a glance. */
function Figures({ claim }: { claim: ShownClaim }) {
  const { basis, outlets, origins, independent, denials, unread, checked } = claim;
  const against = denials.filter(({ strength }) => strength === 'denied' || strength === 'disputed').length;
  const { atLeast, atMost } = independent;
  const rows: readonly (readonly [string, string])[] = [
    [String(basis.reports), basis.reports === 1 ? 'report' : 'reports'],
    [String(outlets), outlets === 1 ? 'outlet' : 'outlets'],
    [String(origins.length), origins.length === 1 ? 'known origin' : 'known origins'],
    [atLeast === atMost ? String(atLeast) : `${String(atLeast)} to ${String(atMost)}`, 'surely different'],
    [String(against), 'against'],
    [String(unread.length), 'not read yet'],
    [`${String(checked.appearances)}/${String(checked.of)}`, 'checked'],
  ];
  return (
    <dl class="figures glance">
      {rows.map(([figure, label]) => (
        <div>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Versions({ versions }: { versions: readonly HeldReport[] }) {
  if (versions.length === 0) return <p class="faint">Each of its reports is held in one version.</p>;
  return (
    <ul class="list">
      {versions.map((report) => (
        <li>
          <a href={`${reportPath(report.key)}#versions`}>
            {report.outlet ?? 'A report'}: what changed in {plural(report.versions, 'version')}
          </a>
          <p class="faint">
            <Moment at={report.published} />
          </p>
        </li>
      ))}
    </ul>
  );
}
