import type { ShownClaim } from '../../../ledger/ledger.ts';
import { STRENGTH } from '../../format/claim-words.ts';
import { quoteSpans } from '../../format/words.ts';
import type { Desk } from '../desk.ts';
import { Post } from './forms.tsx';
import { claimPath, Moment, placePath, sourcePath } from './words.tsx';
import { nameCarrier } from './names.ts';

/** Who answered it, in the order of time; only "against" counts against it. */
export function DenialList({ desk, claim }: { desk: Desk; claim: ShownClaim }) {
  const { denials } = claim;
  const sorted = [...denials].sort((a, b) => ((a.appearance.report.published ?? '') < (b.appearance.report.published ?? '') ? -1 : 1)); // prettier-ignore
  return (
    <>
      <p class="faint">{countStrengths(denials)}</p>
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
              {leaves === null || strength === 'declined' ? null : <p class="faint">Leaves undenied: {leaves}</p>}
              <Post
                desk={desk}
                action="/decide"
                fields={{
                  kind: 'unlink-denial',
                  denial: appearance.id,
                  claim: claim.id,
                  back: `${claimPath(claim.id)}#against`,
                }}
              >
                <button class="plain small">
                  It does not answer this claim<span class="unseen">: {by}</span>
                </button>
              </Post>
            </div>
            <p class="faint">
              {nameCarrier(appearance)}
              <br />
              <Moment at={appearance.report.published} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** “3 against, 2 not confirmed, 8 no comment” */
function countStrengths(denials: ShownClaim['denials']): string {
  const order = ['denied', 'disputed', 'unconfirmed', 'declined'] as const;
  return order
    .map((wanted) => [denials.filter(({ strength }) => strength === wanted).length, STRENGTH[wanted]] as const)
    .flatMap(([count, words]) => (count === 0 ? [] : [`${String(count)} ${words}`]))
    .join(', ');
}
