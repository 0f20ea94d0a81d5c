import type { Reading } from '../../../reading/reading.ts';
import { nameChain, quoteSpans } from '../../format/words.ts';
import { TELLERS } from '../decision-form.ts';
import type { Desk } from '../desk.ts';
import { writeStretches, writeWords, type Stretch } from '../find-spans.ts';
import { ROLES, type Role, type ToldPlaces } from '../report-places.ts';
import { Post } from './forms.tsx';
import { placePath, reportPath } from './words.tsx';

/** What a person selected in the text, and as what. */
export interface Selected {
  readonly role: Role;
  readonly stretch: Stretch;
}

interface CorrectProps {
  readonly desk: Desk;
  readonly report: string;
  readonly reading: Reading;
  readonly told: ToldPlaces;
  readonly selected: Selected | null;
}

const LABEL: Readonly<Record<Role, string>> = { source: 'Source', cue: 'Cue', content: 'Content' };

/** Corrects who says what in one place: its words, its source, or whether it counts. */
export function CorrectPanel({ desk, report, reading, told, selected }: CorrectProps) {
  const [first] = told.places;
  if (first === undefined) return null;
  const back = placePath(first.id);
  return (
    <section class="card correct" id="correct" aria-labelledby="correct-title">
      <div class="head-row">
        <h2 id="correct-title">Correct this place</h2>
        <a href={reportPath(report)}>Close</a>
      </div>
      <p class="chain-line" dir="auto">
        {nameChain(told.attribution).join(' ← ')}
      </p>
      <EditForm desk={desk} reading={reading} told={told} selected={selected} appearance={first.id} back={back} />
      <SourceForm desk={desk} reading={reading} appearance={first.id} back={back} />
      <h3>Does it count?</h3>
      <ul class="list">
        {told.places.map(({ id, content, setAside, checked }) => (
          <li>
            <p class={setAside ? 'quoted struck' : 'quoted'} dir="auto">
              {quoteSpans(content)}
            </p>
            {setAside ? (
              <p class="tags">
                <span class="tag set-aside">set aside</span>{' '}
                <span class="faint small">Undo it under “What people did”.</span>
              </p>
            ) : (
              <div class="actions small-actions">
                {checked ? (
                  <span class="tag good">checked</span>
                ) : (
                  <Post desk={desk} action="/decide" fields={{ kind: 'accept', appearance: id, back: placePath(id) }}>
                    <button class="button">It is read right</button>
                  </Post>
                )}
                <Post desk={desk} action="/decide" fields={{ kind: 'set-aside', appearance: id, back: placePath(id) }}>
                  <button class="button">Set aside</button>
                </Post>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EditProps extends Omit<CorrectProps, 'report'> {
  readonly appearance: string;
  readonly back: string;
}

/** The words of each part, a stretch a line. The offsets beside them hold as long as the words are those that stand there. */
function EditForm({ desk, reading, told, selected, appearance, back }: EditProps) {
  const text = told.in === 'title' ? (reading.report.title ?? '') : reading.report.text;
  return (
    <form method="post" action="/decide" class="fields" id="correct-form" data-correct={told.in}>
      {Object.entries({ csrf: desk.marks.csrf, kind: 'edit', appearance, in: told.in, back }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="faint small" id="correct-help">
        Select words in the text and say what they are, or change the words here: each stretch on a line of its own, as
        it stands in the text, or as its offsets (120-140).
      </p>
      {ROLES.map((role) => {
        const was = told.attribution[role].map(({ start, end }): Stretch => [start, end]);
        const now = selected?.role === role ? [selected.stretch] : was;
        const at = (spans: readonly Stretch[]): string => writeStretches(spans.map(([start, end]) => ({ start, end })));
        return (
          <label>
            <span>
              <mark class={role === 'content' ? 'content d1' : role}>{LABEL[role]}</mark>
            </span>
            <textarea name={role} rows={role === 'content' ? 4 : 2} dir="auto" aria-describedby="correct-help">
              {writeWords(text, now)}
            </textarea>
            <input type="hidden" name={`${role}-at`} value={at(now)} />
            <input type="hidden" name={`was-${role}`} value={at(was)} />
          </label>
        );
      })}
      <label>
        <span>Why</span>
        <input name="why" maxlength={500} />
      </label>
      <button class="button primary">Keep these words</button>
    </form>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  person: 'a person',
  organization: 'an organisation',
  government: 'a government body',
  outlet: 'an outlet',
  wire: 'a news agency',
  document: 'a document',
  poll: 'a poll',
  social: 'a post on social media',
  observation: 'seen by the reporter',
  unnamed: 'unnamed',
  unknown: 'not known',
};

/** Who it really is, where the words of the text do not say. */
function SourceForm({ desk, reading, appearance, back }: SourceProps) {
  return (
    <details class="more">
      <summary>Say who the source is</summary>
      <Post desk={desk} action="/decide" class="fields" fields={{ kind: 'set-source', appearance, back }}>
        <TellerFields reading={reading} required />
        <label>
          <span>Why you say so</span>
          <input name="why" maxlength={500} />
        </label>
        <button class="button primary">Keep the source</button>
      </Post>
    </details>
  );
}

interface SourceProps {
  readonly desk: Desk;
  readonly reading: Reading;
  readonly appearance: string;
  readonly back: string;
}

/** A name, what it is the name of, and the outlet that was told. */
export function TellerFields({ reading, required = false }: { reading: Reading; required?: boolean }) {
  const all = reading.entities.filter(({ kind }) => kind !== 'place').map(({ name }) => name);
  return (
    <>
      <label>
        <span>Name</span>
        <input name="name" required={required} maxlength={500} list="names" autocomplete="off" />
      </label>
      <datalist id="names">
        {[...new Set(all)].slice(0, 80).map((name) => (
          <option value={name}></option>
        ))}
      </datalist>
      <label>
        <span>This is</span>
        <select name="as">
          {TELLERS.map((kind) => (
            <option value={kind}>{KINDS[kind] ?? kind}</option>
          ))}
        </select>
      </label>
      <label>
        <span>Told to another outlet (if so, which)</span>
        <input name="via" maxlength={500} autocomplete="off" />
      </label>
    </>
  );
}
