import type { ShownClaim } from '../../../ledger/ledger.ts';
import { cutWords } from '../../format/cut-words.ts';
import { describeAlert, summariseClaim } from '../../format/claim-words.ts';
import { Ahead } from './ahead.tsx';
import { claimPath, plural } from './words.tsx';

/** A claim in a list: its words, the sentence made from the facts, what is ahead, what to look at. */
export function ClaimCard({ claim }: { claim: ShownClaim }) {
  const { independent, origins, basis, denials } = claim;
  const against = denials.filter(({ strength }) => strength === 'denied' || strength === 'disputed').length;
  return (
    <article class="card claim-card" data-item>
      <h3>
        <a href={claimPath(claim.id)} dir="auto">
          {cutWords(claim.text)}
        </a>
      </h3>
      <p class="sentence">{summariseClaim(claim)}</p>
      {claim.expected === null ? null : <Ahead expected={claim.expected} />}
      <ul class="facts" aria-label="Counted">
        <li>{plural(basis.reports, 'report')}</li>
        <li>{plural(origins.length, 'known origin')}</li>
        {origins.length > 1 ? <li>surely different: {String(independent.atLeast)}</li> : null}
        {against > 0 ? <li class="against">{String(against)} against</li> : null}
        {claim.match === undefined ? null : <li class="match">found {claim.match}</li>}
      </ul>
      <AlertList claim={claim} />
    </article>
  );
}

export function AlertList({ claim }: { claim: ShownClaim }) {
  if (claim.alerts.length === 0) return null;
  return (
    <ul class="alerts" aria-label="To look at">
      {claim.alerts.map((alert) => (
        <li>{describeAlert(alert)}</li>
      ))}
    </ul>
  );
}
