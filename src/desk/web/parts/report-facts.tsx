import type { Child } from 'hono/jsx';
import type { KeptDecision } from '../../../ledger/ledger.ts';
import { readingSchema, type Reading } from '../../../reading/reading.ts';
import type { Desk } from '../desk.ts';
import { REPORT_FIELDS, REPORT_LABELS, type ReportField } from '../report-fields.ts';
import { For, Post } from './forms.tsx';
import { Moment, reportPath } from './words.tsx';

const KINDS: Readonly<Record<Reading['report']['kind'], string>> = {
  news: 'news',
  opinion: 'opinion',
  live: 'live page',
  statement: 'statement',
  transcript: 'transcript',
  unknown: 'not known',
};

const HINTS: Readonly<Partial<Record<ReportField, string>>> = {
  published: '2031-05-04, or with the time',
  authors: 'Ines Marl; Klara Neume',
};

/** What is known of a report besides its text, to be corrected; and the report to be set aside. */
export function ReportFacts({ desk, report, reading }: { desk: Desk; report: string; reading: Reading }) {
  return (
    <details class="more">
      <summary>Correct what is known of this report</summary>
      <Post
        desk={desk}
        action="/decide"
        class="fields facts-form"
        fields={{ kind: 'correct-report', report, back: reportPath(report) }}
      >
        {REPORT_FIELDS.map((field) => (
          <Field field={field} value={say(reading, field)} />
        ))}
        <label>
          <span>Why</span>
          <input name="why" maxlength={500} />
        </label>
        <button class="button primary">Keep what I changed</button>
      </Post>
    </details>
  );
}

function say({ report }: Reading, field: ReportField): string {
  return field === 'authors' ? report.authors.join('; ') : (report[field] ?? '');
}

function Field({ field, value }: { field: ReportField; value: string }) {
  const control: Child =
    field === 'kind' ? (
      <select name={`to-${field}`}>
        {readingSchema.shape.report.shape.kind.options.map((kind) => (
          <option value={kind} selected={kind === value}>
            {KINDS[kind]}
          </option>
        ))}
      </select>
    ) : (
      <input name={`to-${field}`} value={value} placeholder={HINTS[field]} autocomplete="off" maxlength={1000} />
    );
  return (
    <label>
      <span>{REPORT_LABELS[field]}</span>
      {control}
      <input type="hidden" name={`was-${field}`} value={value} />
    </label>
  );
}

/** Sets the whole report aside, or says who did. */
export function ReportAside({ desk, report, aside }: { desk: Desk; report: string; aside: KeptDecision | null }) {
  const back = reportPath(report);
  if (aside === null)
    return (
      <For role="editor">
        <details class="more">
          <summary>Set the whole report aside</summary>
          <Post desk={desk} action="/decide" class="fields" fields={{ kind: 'set-aside', report, back }}>
            <p class="faint small">It stays here to be seen, struck through, and is in no count.</p>
            <label>
              <span>Why</span>
              <input name="why" maxlength={500} />
            </label>
            <button class="button">Set aside</button>
          </Post>
        </details>
      </For>
    );
  return (
    <div class="notice problem">
      <p>
        This report is set aside and in no count: {aside.by}, <Moment at={aside.at.slice(0, 16)} />
        {aside.why === '' ? '' : `: ${aside.why}`}
      </p>
      <Post desk={desk} action="/decide" fields={{ kind: 'undo', correction: aside.id, back }}>
        <button class="plain">Count it again</button>
      </Post>
    </div>
  );
}
