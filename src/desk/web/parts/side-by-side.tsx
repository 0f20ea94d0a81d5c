import type { ShownAppearance, ShownClaim } from '../../../ledger/ledger.ts';
import { describeAppearance } from '../../format/claim-words.ts';
import { markHedges } from './hedges.tsx';
import { Moment, Outside, placePath, sourcePath } from './words.tsx';
import { nameCarrier } from './names.ts';

/** What each outlet wrote, in the order of time, one column beside the other on a wide screen. */
export function SideBySide({ claim }: { claim: ShownClaim }) {
  return (
    <ol class="columns-list">
      {claim.appearances.map((one, i) => (
        <Appearance one={one} number={i + 1} />
      ))}
    </ol>
  );
}

function Appearance({ one, number }: { one: ShownAppearance; number: number }) {
  const { report, chain, setAside, checked } = one;
  const marks = describeAppearance(one).filter((word) => word !== 'checked');
  return (
    <li class={setAside ? 'appearance aside' : 'appearance'} id={`seen-${String(number)}`} data-item>
      <p class="who">
        <span class="count">{String(number)}</span>
        <a href={sourcePath(nameCarrier(one))} dir="auto">
          {nameCarrier(one)}
        </a>
      </p>
      <p class="faint small">
        <Moment at={report.published} />
        {one.in === 'title' ? ' · headline' : ''}
      </p>
      <p class="quoted" dir="auto">
        {markHedges(one)}
      </p>
      {chain.length > 1 ? (
        <p class="chain-line" dir="auto">
          {chain.slice(1).map(({ name }, i) => (
            <>
              {i === 0 ? '' : ' ← '}
              <span>{name}</span>
            </>
          ))}
        </p>
      ) : null}
      <p class="tags">
        {marks.map((word) => (
          <span class="tag">{word}</span>
        ))}
        {setAside ? <span class="tag set-aside">set aside</span> : null}
        {checked ? <span class="tag good">checked</span> : null}
      </p>
      <p class="small">
        <a href={placePath(one.id)}>In its place</a>
        {report.url === null ? null : (
          <>
            {' · '}
            <Outside href={report.url}>the page</Outside>
          </>
        )}
      </p>
    </li>
  );
}
