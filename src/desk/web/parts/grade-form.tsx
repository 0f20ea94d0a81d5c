import type { ShownClaim } from '../../../ledger/ledger.ts';
import { describeGrade } from '../../format/claim-words.ts';
import type { Desk } from '../desk.ts';
import { For, Post } from './forms.tsx';
import { claimPath, plural } from './words.tsx';

/** The Admiralty system, as NATO's AJP-2.1 words it. */
const RELIABILITY = [
  ['A', 'completely reliable'],
  ['B', 'usually reliable'],
  ['C', 'fairly reliable'],
  ['D', 'not usually reliable'],
  ['E', 'unreliable'],
  ['F', 'cannot be judged'],
] as const;
const CREDIBILITY = [
  ['1', 'confirmed by other sources'],
  ['2', 'probably true'],
  ['3', 'possibly true'],
  ['4', 'doubtful'],
  ['5', 'improbable'],
  ['6', 'cannot be judged'],
] as const;

/** The grade that a person gave, and a form to give one, beside the counted facts. Hearsay grades nothing. */
export function GradeForm({ desk, claim }: { desk: Desk; claim: ShownClaim }) {
  const { grade } = claim;
  return (
    <>
      {grade === null || (grade.reliability === null && grade.credibility === null) ? (
        <p class="faint">Nobody has graded it. Hearsay grades nothing itself.</p>
      ) : (
        <p class="grade">{describeGrade(grade)}</p>
      )}
      <For role="editor">
        <details class="more">
          <summary>{grade === null ? 'Grade it' : 'Grade it anew'}</summary>
          <Facts claim={claim} />
          <Post
            desk={desk}
            action="/decide"
            class="fields"
            fields={{ kind: 'grade', claim: claim.id, back: `${claimPath(claim.id)}#grade` }}
          >
            <Choice name="reliability" label="The source" choices={RELIABILITY} value={grade?.reliability ?? ''} />
            <Choice
              name="credibility"
              label="What it says"
              choices={CREDIBILITY}
              value={String(grade?.credibility ?? '')}
            />
            <label>
              <span>Why this grade</span>
              <input name="why" maxlength={500} />
            </label>
            <button class="button primary">Keep the grade</button>
          </Post>
        </details>
      </For>
    </>
  );
}

function Choice({
  name,
  label,
  choices,
  value,
}: {
  name: string;
  label: string;
  choices: readonly (readonly [string, string])[];
  value: string;
}) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">not graded</option>
        {choices.map(([grade, words]) => (
          <option value={grade} selected={grade === value}>
            {grade} – {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is counted, for whoever grades. */
function Facts({ claim }: { claim: ShownClaim }) {
  const { basis, outlets, origins, independent, unknownLineage, denials, unread, checked } = claim;
  const against = denials.filter(({ strength }) => strength === 'denied' || strength === 'disputed').length;
  const { atLeast, atMost } = independent;
  return (
    <ul class="counted small">
      <li>
        {plural(basis.reports, 'report')} of {plural(outlets, 'outlet')}
      </li>
      <li>
        {plural(origins.length, 'known origin')}, surely different:{' '}
        {atLeast === atMost ? String(atLeast) : `${String(atLeast)} to ${String(atMost)}`}
      </li>
      <li>
        {plural(unknownLineage, 'place does', 'places do')} not say where it is from, {String(unread.length)} named and
        not read
      </li>
      <li>{String(against)} against it</li>
      <li>
        {String(checked.appearances)} of {String(checked.of)} checked by a person
      </li>
    </ul>
  );
}
