import type { Reading } from '../../../reading/reading.ts';
import { POLARITIES } from '../decision-form.ts';
import type { Desk } from '../desk.ts';
import { writeStretches, writeWords, type Stretch } from '../find-spans.ts';
import { ROLES, type Part, type Role } from '../report-places.ts';
import { TellerFields, type Selected } from './correct-panel.tsx';
import { Post } from './forms.tsx';
import { reportPath } from './words.tsx';

interface AddProps {
  readonly desk: Desk;
  readonly report: string;
  readonly reading: Reading;
  readonly part: Part;
  readonly selected: Selected | null;
}

const ROLE: Readonly<Record<Role, readonly [name: string, what: string]>> = {
  source: ['Source', 'who tells it: “two clerks of the port”'],
  cue: ['Cue', 'the words of telling: “said”, “according to”'],
  content: ['Content', 'what is told'],
};

const SPEAKS: Readonly<Record<(typeof POLARITIES)[number], string>> = {
  affirmed: 'says that it is so',
  negated: 'does not say so (“did not say whether”)',
  denied: 'denies it',
  disputed: 'disputes it',
  unconfirmed: 'cannot confirm it',
  declined: 'gives no comment',
};

/** Adds an attribution that the reader missed: its words, and who it is where they do not say. */
export function AddPanel({ desk, report, reading, part, selected }: AddProps) {
  const text = part === 'title' ? (reading.report.title ?? '') : reading.report.text;
  const other = part === 'title' ? 'text' : 'title';
  const back = reportPath(report);
  return (
    <section class="card correct" id="correct" aria-labelledby="correct-title">
      <div class="head-row">
        <h2 id="correct-title">Add an attribution</h2>
        <a href={back}>Close</a>
      </div>
      <p class="faint small" id="correct-help">
        Select words in the {part === 'title' ? 'headline' : 'text'} and say what they are, or type them as they stand
        there: each stretch on a line of its own. What is told is needed, and who tells it: a source, a cue, or a name.{' '}
        {reading.report.title === null ? null : (
          <a href={`${back}&add=yes&in=${other}`}>It stands in the {other === 'title' ? 'headline' : 'text'}</a>
        )}
      </p>
      <Post
        desk={desk}
        action="/decide"
        class="fields add-form"
        fields={{ kind: 'add-attribution', report, in: part, back }}
      >
        <div class="fields" id="correct-form" data-correct={part}>
          {ROLES.map((role) => {
            const chosen: readonly Stretch[] = selected?.role === role ? [selected.stretch] : [];
            const [name, what] = ROLE[role];
            return (
              <label>
                <span>
                  <mark class={role === 'content' ? 'content d1' : role}>{name}</mark> <span class="faint">{what}</span>
                </span>
                <textarea
                  name={role}
                  rows={role === 'content' ? 3 : 1}
                  dir="auto"
                  required={role === 'content'}
                  aria-describedby="correct-help"
                >
                  {writeWords(text, chosen)}
                </textarea>
                <input
                  type="hidden"
                  name={`${role}-at`}
                  value={writeStretches(chosen.map(([start, end]) => ({ start, end })))}
                />
              </label>
            );
          })}
        </div>
        <label>
          <span>The source</span>
          <select name="polarity">
            <option value="">as the words say</option>
            {POLARITIES.map((one) => (
              <option value={one}>{SPEAKS[one]}</option>
            ))}
          </select>
        </label>
        <details class="more">
          <summary>Say who the source is, if the words do not</summary>
          <div class="fields">
            <TellerFields reading={reading} />
          </div>
        </details>
        <label>
          <span>Why</span>
          <input name="why" maxlength={500} />
        </label>
        <button class="button primary">Keep this attribution</button>
      </Post>
    </section>
  );
}
