import type { Reviews, ShownClaim, ShownSource } from '../../../ledger/ledger.ts';
import { countCredits, describeRoles, SOURCE_KIND } from '../../format/source-words.ts';
import type { Desk } from '../desk.ts';
import { ClaimCard } from './claim-card.tsx';
import { OneKey } from './one-key.tsx';
import { SaidList } from './said-list.tsx';
import { plural, sourceIdPath } from './words.tsx';

/** Things said that show who a source is. */
const SAID = 3;

interface PairProps {
  readonly desk: Desk;
  readonly left: number;
  /** The page with this pair, and without it. */
  readonly here: string;
  readonly later: string;
}

interface ClaimPairProps extends PairProps {
  readonly pair: Reviews['claims'][number];
  readonly claims: readonly [ShownClaim, ShownClaim];
  /** Claims that were looked at. */
  readonly among: number;
}

/** Two claims side by side: are they one? */
export function ClaimPair({ desk, pair, claims, left, among, here, later }: ClaimPairProps) {
  const [appearance, other] = pair.appearances;
  return (
    <>
      <p class="faint">
        {plural(left, 'pair')} to see, among {plural(among, 'claim')}. The chance that these two are one is{' '}
        {String(Math.round(pair.score * 100))} %.
      </p>
      <h2 class="unseen">Two claims</h2>
      <div class="halves">
        {claims.map((claim) => (
          <ClaimCard claim={claim} />
        ))}
      </div>
      <p class="question">Do these two say the same?</p>
      <OneKey
        desk={desk}
        action="/decide"
        answers={[
          { label: 'One claim', key: 'a', fields: { kind: 'merge', appearance, other, back: here } },
          { label: 'Two claims', key: 'x', fields: { kind: 'split', appearance, other, back: here } },
        ]}
        later={later}
      />
    </>
  );
}

interface SourcePairProps extends PairProps {
  readonly why: string;
  readonly ids: readonly [string, string];
  readonly sources: readonly [ShownSource, ShownSource];
}

/** Two sources side by side, with what each is told of: are they one? */
export function SourcePair({ desk, why, ids, sources, left, here, later }: SourcePairProps) {
  const [one, other] = ids;
  return (
    <>
      <p class="faint">
        {plural(left, 'pair')} to see. In doubt because {why}.
      </p>
      <div class="halves">
        {sources.map((source) => (
          <SourceCard source={source} />
        ))}
      </div>
      <p class="question">Are these two the same?</p>
      <OneKey
        desk={desk}
        action="/decide/sources"
        answers={[
          { label: 'One source', key: 'a', fields: { kind: 'same-source', one, other, back: here } },
          { label: 'Two sources', key: 'x', fields: { kind: 'other-source', one, other, back: here } },
        ]}
        later={later}
      />
    </>
  );
}

function SourceCard({ source }: { source: ShownSource }) {
  const { id, name, kind, party, places, said } = source;
  const facts = [...describeRoles(source).slice(0, SAID), ...(party === null ? [] : [party]), ...places];
  return (
    <article class="card">
      <h2>
        <a href={sourceIdPath(id)} dir="auto">
          {name}
        </a>
      </h2>
      <p class="faint">{[SOURCE_KIND[kind], ...countCredits(source)].join(' · ')}</p>
      {facts.length === 0 ? null : <p dir="auto">Told with: {facts.join('; ')}</p>}
      <SaidList said={said.latest.slice(0, SAID)} />
    </article>
  );
}
