import { anchorsOf } from '../../../ledger/hand.ts';
import type { KeptDecision } from '../../../ledger/ledger.ts';
import type { Desk } from '../desk.ts';
import { REPORT_LABELS, type ReportField } from '../report-fields.ts';
import { Post } from './forms.tsx';
import { Moment, placePath } from './words.tsx';

interface DecisionListProps {
  readonly desk: Desk;
  readonly decisions: readonly KeptDecision[];
  /** The page to come back to. */
  readonly back: string;
}

/** What people did here and when, the last first; each can be taken back. */
export function DecisionList({ desk, decisions, back }: DecisionListProps) {
  if (decisions.length === 0) return <p class="faint">Nobody has checked or corrected anything here.</p>;
  return (
    <ol class="list decisions">
      {decisions.toReversed().map((one) => (
        <li class={one.state === 'undone' ? 'undone' : undefined}>
          <div>
            <p dir="auto">{describeDecision(one)}</p>
            <p class="faint small">
              {one.by}, <Moment at={one.at.slice(0, 16)} />
              {one.why === '' ? '' : `: ${one.why}`}
              {STATE[one.state] === undefined ? '' : ` · ${STATE[one.state] ?? ''}`}
              <Place decision={one} named={back.startsWith('/claims/')} />
            </p>
          </div>
          {one.state === 'undone' ? null : (
            <Post desk={desk} action="/decide" fields={{ kind: 'undo', correction: one.id, back }}>
              <button class="plain small">
                Undo<span class="unseen">: {describeDecision(one)}</span>
              </button>
            </Post>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A claim stands in many reports: there it says in which. */
function Place({ decision, named }: { decision: KeptDecision; named: boolean }) {
  const [at] = anchorsOf(decision);
  if (at === undefined || decision.state === 'undone' || decision.state === 'waits') return null;
  return (
    <>
      {' · '}
      <a href={placePath(at.appearance)}>the place{named ? ` in ${nameReport(at.report)}` : ''}</a>
    </>
  );
}

const STATE: Readonly<Partial<Record<KeptDecision['state'], string>>> = {
  carried: 'carried to this version by its words',
  waits: 'waits: what it is about does not stand in this version',
  undone: 'taken back',
};

const OUTCOME: Readonly<Record<string, string>> = {
  happened: 'it happened',
  'did-not': 'it did not happen',
  moved: 'it was moved',
  cancelled: 'it was called off',
};

/** “Set the source: Rosa Quill” */
function describeDecision({ kind, body }: Pick<KeptDecision, 'kind' | 'body'>): string {
  const change = asRecord(body.change);
  switch (kind) {
    case 'accept':
      return 'Accepted as it is read';
    case 'reject':
      return 'Set aside as misread';
    case 'set-aside':
      return body.appearance === undefined ? 'Set the whole report aside' : 'Set aside, not to be counted';
    case 'merge':
      return 'Put two places together as one claim';
    case 'split':
      return 'Parted two places: not one claim';
    case 'outcome':
      return `Said what became of it: ${OUTCOME[say(body.outcome)] ?? say(body.outcome)}`;
    case 'edit':
      return `Corrected ${Object.keys(change).join(', ')}`;
    case 'add-attribution': {
      const { teller } = asRecord(body.added);
      const name = say(asRecord(teller).name);
      return `Added who says something here that the reader had missed${name === '' ? '' : `: ${name}`}`;
    }
    case 'set-source': {
      const teller = asRecord(change.teller);
      return `Set the source: ${say(teller.name)}${teller.via ? `, to ${say(teller.via)}` : ''}`;
    }
    case 'link-denial':
      return 'Said that a place answers the claim';
    case 'unlink-denial':
      return 'Said that a place does not answer the claim';
    case 'correct-report':
      return `${REPORT_LABELS[body.field as ReportField]} corrected: ${say(body.value) || 'none'}`;
    case 'grade':
      return `Graded ${say(body.reliability)}${say(body.credibility)}`.replace(/Graded $/u, 'Took the grade away');
    default:
      return kind.replaceAll('-', ' ');
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function say(value: unknown): string {
  if (Array.isArray(value)) return value.map(say).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The host of its address, or its outlet. */
function nameReport(key: string): string {
  const outlet = /^text:([^:]*):/u.exec(key)?.[1];
  return outlet === undefined
    ? (key.split('/')[0] ?? key)
    : outlet === ''
      ? 'a report without an address'
      : decodeURIComponent(outlet);
}
