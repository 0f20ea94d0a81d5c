import type { ShownClaim } from '../../../ledger/ledger.ts';
import { joinSome, listReasons, nameOrigin } from '../../format/claim-words.ts';
import { describeMoment } from '../../format/moment.ts';
import { Moment, plural } from './words.tsx';
import { nameCarrier } from './names.ts';

/** The facts behind each count: over which reports, who is which origin, what is open, who has checked. */
export function Why({ claim }: { claim: ShownClaim }) {
  const { basis, origins, independent, appearances, unknownLineage, checked } = claim;
  const at = (wanted: string): readonly number[] => appearances.flatMap(({ lineage, setAside }, i) => (lineage === wanted && !setAside ? [i] : [])); // prettier-ignore
  const outlets = [...new Set(appearances.map(nameCarrier))];
  const copied = at('copied');
  return (
    <dl class="why">
      <dt>Over what</dt>
      <dd>
        {plural(basis.reports, 'report')}
        {basis.from === null
          ? ', none dated'
          : `, ${describeMoment(basis.from)} to ${describeMoment(basis.to ?? basis.from)}`}
        ; {outlets.join(', ')}.
      </dd>
      <dt>{plural(origins.length, 'known origin')}</dt>
      <dd>
        {origins.length === 0 ? 'None is known.' : null}
        <ul class="list plain-list">
          {origins.map((origin) => (
            <li>
              <span dir="auto">{nameOrigin(origin)}</span> <Numbers at={origin.appearances} />
              {origin.first === null ? null : (
                <span class="faint">
                  {' '}
                  earliest seen here <Moment at={origin.first} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </dd>
      <dt>
        Surely different: {String(independent.atLeast)}
        {independent.atMost === independent.atLeast
          ? ', and no more'
          : `; there can be up to ${String(independent.atMost)}`}
      </dt>
      <dd>
        <ul class="list plain-list">
          {listReasons(claim).map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      </dd>
      <dt>{plural(unknownLineage, 'place')} where it is not said whence</dt>
      <dd>{unknownLineage === 0 ? 'None.' : <Numbers at={at('unknown')} />}</dd>
      {copied.length === 0 ? null : (
        <>
          <dt>Copied, as the same words show</dt>
          <dd>
            <Numbers at={copied} />
          </dd>
        </>
      )}
      <dt>
        Checked by a person: {String(checked.appearances)} of {String(checked.of)}
      </dt>
      <dd>
        {checked.appearances === 0
          ? 'All of it was read by the machine alone.'
          : `By ${joinSome(checked.by)}, last ${describeMoment(checked.last ?? '')}.`}
      </dd>
    </dl>
  );
}

/** Links to the places under “side by side”. */
function Numbers({ at }: { at: readonly number[] }) {
  return (
    <span class="numbers">
      {at.map((i) => (
        <a href={`#seen-${String(i + 1)}`}>{String(i + 1)}</a>
      ))}
    </span>
  );
}
