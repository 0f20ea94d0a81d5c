import type { HeldReportInFull, ShownClaim } from '../../../ledger/ledger.ts';
import type { Reading } from '../../../reading/reading.ts';
import { cutWords } from '../../format/cut-words.ts';
import { claimPath, Moment, plural } from './words.tsx';

/** Those that other reports carry too come first. */
export function Claims({ claims }: { claims: readonly ShownClaim[] }) {
  const shared = claims.filter(({ basis }) => basis.reports > 1);
  const alone = claims.filter(({ basis }) => basis.reports < 2);
  const list = (some: readonly ShownClaim[]) => (
    <ul class="list">
      {some.map((claim) => (
        <li data-item>
          <a class="claim-link" href={claimPath(claim.id)} dir="auto">
            {cutWords(claim.text)}
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

export function Copies({ report }: { report: HeldReportInFull }) {
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

export function Notes({ reading }: { reading: Reading }) {
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
