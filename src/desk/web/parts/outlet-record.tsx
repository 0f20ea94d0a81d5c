import type { ShownSource } from '../../../ledger/ledger.ts';
import { plural, sourcePath } from './words.tsx';

type Record = NonNullable<ShownSource['outlet']>;

/** What an outlet's own reports rest on, whom it copies, and who copies it. */
export function OutletRecord({ name, record }: { name: string; record: Record }) {
  const { reports, attributions, named, unnamed, official, document, copies, copiedBy, among } = record;
  const share = (count: number): string => (attributions === 0 ? '–' : `${String(Math.round((100 * count) / attributions))} %`); // prettier-ignore
  return (
    <section class="record" aria-label={`What ${name} rests on`}>
      <dl class="figures">
        <div>
          <dt>Its reports here</dt>
          <dd>{String(reports)}</dd>
        </div>
        <div>
          <dt>Statements of others</dt>
          <dd>{String(attributions)}</dd>
        </div>
        <div>
          <dt>Sources with a name</dt>
          <dd>{share(named)}</dd>
        </div>
        <div>
          <dt>Unnamed sources</dt>
          <dd>{share(unnamed)}</dd>
        </div>
      </dl>
      <p class="faint">
        Of the {plural(attributions, 'statement')}, {String(named)} are of someone named (governments {String(official)}
        , documents {String(document)}), {String(unnamed)} of unnamed sources; the others tell nobody in particular.
      </p>
      <div class="halves">
        <Copying title="Whom it copies" rows={copies} empty="It takes over nobody’s words." among={among} />
        <Copying title="Who copies it" rows={copiedBy} empty="Nobody takes over its words." among={among} />
      </div>
    </section>
  );
}

interface CopyingProps {
  readonly title: string;
  readonly rows: Record['copies'];
  readonly empty: string;
  /** Claims that were looked at. */
  readonly among: number;
}

function Copying({ title, rows, empty, among }: CopyingProps) {
  return (
    <div>
      <h2>{title}</h2>
      <p class="faint">
        {rows.length === 0 ? empty : 'Seen by the same words.'} Looked at: {plural(among, 'claim')} that others carry
        too.
      </p>
      <ul class="list plain-list">
        {rows.map(({ outlet, claims }) => (
          <li data-item>
            <a href={sourcePath(outlet)} dir="auto">
              {outlet}
            </a>{' '}
            <span class="faint">{plural(claims, 'claim')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
