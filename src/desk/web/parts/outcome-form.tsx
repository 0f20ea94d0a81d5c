import type { ShownClaim } from '../../../ledger/ledger.ts';
import type { Desk } from '../desk.ts';
import { Ahead } from './ahead.tsx';
import { For, Post } from './forms.tsx';
import { claimPath, Moment, Outside } from './words.tsx';

const OUTCOMES = [
  ['happened', 'It happened'],
  ['did-not', 'It did not happen'],
  ['moved', 'It was moved'],
  ['cancelled', 'It was called off'],
] as const;

/** What is known of the outcome, and a form to say it. */
export function OutcomeForm({ desk, claim }: { desk: Desk; claim: ShownClaim }) {
  const { expected } = claim;
  const set = expected?.setBy ?? null;
  return (
    <>
      {expected === null ? <p>It is not told as something that is ahead.</p> : <Ahead expected={expected} />}
      {expected?.evidence.slice(0, 3).map(({ report }) => (
        <p class="faint">
          Shown by <Outside href={report.url}>{report.outlet ?? report.url ?? 'a report'}</Outside>
          {report.published === null ? null : (
            <>
              , <Moment at={report.published} />
            </>
          )}
        </p>
      ))}
      {set === null ? null : (
        <p class="faint">
          Set by {set.by}, <Moment at={set.at.slice(0, 16)} />
          {set.why === '' ? '' : `: ${set.why}`}
        </p>
      )}
      <For role="editor">
        <details class="more">
          <summary>Say what became of it</summary>
          <Post
            desk={desk}
            action="/decide"
            class="fields"
            fields={{ kind: 'outcome', claim: claim.id, back: claimPath(claim.id) }}
          >
            <fieldset>
              <legend>Outcome</legend>
              {OUTCOMES.map(([value, label], i) => (
                <label class="check">
                  <input type="radio" name="outcome" value={value} required={i === 0} />
                  <span>{label}</span>
                </label>
              ))}
            </fieldset>
            <label>
              <span>Address of what shows it (if there is one)</span>
              <input name="evidence" type="url" placeholder="https://" />
            </label>
            <label>
              <span>Why you say so</span>
              <input name="why" maxlength={500} />
            </label>
            <button class="button primary">Keep</button>
          </Post>
        </details>
      </For>
    </>
  );
}
