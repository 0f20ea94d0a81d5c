import { diffWordsWithSpace } from 'diff';
import type { HeldReportInFull, VersionChange } from '../../../ledger/ledger.ts';
import { CHANGE, sayValue } from '../../format/revision-text.ts';
import { Moment, reportPath } from './words.tsx';

interface VersionProps {
  readonly report: HeldReportInFull;
  readonly changes: readonly VersionChange[];
  /** The texts, oldest first. */
  readonly texts: readonly string[];
  /** The one that is shown. */
  readonly number: number;
}

/** Texts of one address over time: what changed claim by claim, and word by word. */
export function VersionList({ report, changes, texts, number }: VersionProps) {
  const [only] = report.texts;
  if (report.texts.length < 2)
    return (
      <p class="faint">
        One text is held
        {only?.captured ? (
          <>
            , first seen <Moment at={only.captured} />
          </>
        ) : null}
        .
      </p>
    );
  return (
    <ol class="versions">
      {report.texts.map((text, i) => (
        <li>
          <p>
            {text.number === number ? (
              <strong>Version {String(text.number)}, shown here</strong>
            ) : (
              <a href={`${reportPath(report.key)}&version=${String(text.number)}`}>Version {String(text.number)}</a>
            )}
            <span class="faint">
              {text.modified !== null ? (
                <>
                  {' '}
                  · changed <Moment at={text.modified} />
                </>
              ) : text.captured !== null ? (
                <>
                  {' '}
                  · saved <Moment at={text.captured} />
                </>
              ) : (
                ' · at an unknown time'
              )}
            </span>
          </p>
          {changes[i - 1] === undefined ? null : <Change change={changes[i - 1]} />}
          {i === 0 ? null : (
            <details class="more">
              <summary>Word by word</summary>
              <Difference before={texts[i - 1] ?? ''} after={texts[i] ?? ''} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Change({ change }: { change: VersionChange | undefined }) {
  if (change === undefined) return null;
  const { added, removed, changed, notices } = change;
  return (
    <ul class="changes">
      {notices.map((notice) => (
        <li>
          <span class="tag">notice</span> <q dir="auto">{notice}</q>
        </li>
      ))}
      {changed.map(({ kind, before, after }) => (
        <li>
          <span class="tag">{CHANGE[kind]}</span> <del dir="auto">{sayValue(before)}</del> →{' '}
          <ins dir="auto">{sayValue(after)}</ins>
          <p class="faint small" dir="auto">
            {after.text}
          </p>
        </li>
      ))}
      {added.map((words) => (
        <li>
          <span class="tag">new</span> <ins dir="auto">{words}</ins>
        </li>
      ))}
      {removed.map((words) => (
        <li>
          <span class="tag">gone</span> <del dir="auto">{words}</del>
        </li>
      ))}
      {notices.length + changed.length + added.length + removed.length === 0 ? (
        <li class="faint">No claim changed.</li>
      ) : null}
    </ul>
  );
}

/** Longer texts are compared by the paragraph. */
const LONG = 60_000;

function Difference({ before, after }: { before: string; after: string }) {
  if (before.length + after.length > LONG) return <p class="faint">Too long to be compared word by word here.</p>;
  const parts = diffWordsWithSpace(before, after);
  return (
    <div class="difference" dir="auto">
      {parts.map(({ added, removed, value }) => {
        const lines = value.split('\n').map((line, i) => (i === 0 ? line : <><br />{line}</>)); // prettier-ignore
        if (added) return <ins>{lines}</ins>;
        return removed ? <del>{lines}</del> : <span>{lines}</span>;
      })}
    </div>
  );
}
