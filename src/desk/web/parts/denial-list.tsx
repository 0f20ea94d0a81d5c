import type { ShownClaim } from '../../../ledger/ledger.ts';
import { nameOutletOf, STRENGTH } from '../../format/claim-words.ts';
import { quoteSpans } from '../../format/words.ts';
import { Moment, placePath, sourcePath } from './words.tsx';

/** Who answered it, in the order of time; only "against" counts against it. */
export function DenialList({ denials }: { denials: ShownClaim['denials'] }) {
  const sorted = [...denials].sort((a, b) => ((a.appearance.report.published ?? '') < (b.appearance.report.published ?? '') ? -1 : 1)); // prettier-ignore
  return (
    <ol class="denials">
      {sorted.map(({ by, strength, leaves, appearance }) => (
        <li data-item>
          <p>
            <span class={`tag ${strength}`}>{STRENGTH[strength]}</span>
          </p>
          <div>
            <p>
              <a href={sourcePath(by)} dir="auto">
                {by.replace(/, to (?=[^,]+$)/u, ' speaking to ')}
              </a>
            </p>
            <p class="quoted" dir="auto">
              <a href={placePath(appearance.id)}>{quoteSpans(appearance.content)}</a>
            </p>
            {leaves === null ? null : <p class="faint">Leaves undenied: {leaves}</p>}
          </div>
          <p class="faint">
            {nameOutletOf(appearance)}
            <br />
            <Moment at={appearance.report.published} />
          </p>
        </li>
      ))}
    </ol>
  );
}
