import type { ShownAppearance, ShownClaim } from '../../../ledger/ledger.ts';
import { describeAppearance } from '../../format/claim-words.ts';
import type { Desk } from '../desk.ts';
import { For, Post } from './forms.tsx';
import { markHedges } from './hedges.tsx';
import { claimPath, correctPath, Moment, Outside, placePath, sourcePath } from './words.tsx';
import { nameCarrier } from './names.ts';

/** What each outlet wrote, in the order of time, one column beside the other on a wide screen. */
export function SideBySide({ desk, claim }: { desk: Desk; claim: ShownClaim }) {
  return (
    <ol class="columns-list">
      {claim.appearances.map((one, i) => (
        <Appearance desk={desk} claim={claim} one={one} number={i + 1} />
      ))}
    </ol>
  );
}

interface AppearanceProps {
  readonly desk: Desk;
  readonly claim: ShownClaim;
  readonly one: ShownAppearance;
  readonly number: number;
}

function Appearance({ desk, claim, one, number }: AppearanceProps) {
  const { report, chain, setAside, checked } = one;
  const marks = describeAppearance(one).filter((word) => word !== 'checked' && !word.startsWith('set aside'));
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
      <div class="place-actions small">
        <For role="editor">
          <a href={correctPath(one.id)}>
            Correct<span class="unseen"> place {String(number)}</span>
          </a>
        </For>
        {setAside ? null : (
          <Post
            desk={desk}
            action="/decide"
            fields={{ kind: 'set-aside', appearance: one.id, back: `${claimPath(claim.id)}#words` }}
          >
            <button class="plain">
              Set aside<span class="unseen"> place {String(number)}</span>
            </button>
          </Post>
        )}
      </div>
    </li>
  );
}
