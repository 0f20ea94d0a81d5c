import type { ShownSource } from '../../../ledger/ledger.ts';
import { cutWords } from '../../format/cut-words.ts';
import { POLARITY, quoteSpans } from '../../format/words.ts';
import { nameCarrier } from './names.ts';
import { claimPath, Moment, placePath } from './words.tsx';

/** What a source said, on what, when, each with the place where it stands. */
export function SaidList({ said }: { said: ShownSource['said']['latest'] }) {
  if (said.length === 0) return <p class="faint">No claim here has their word.</p>;
  return (
    <ol class="list said">
      {said.map(({ claim, text, against, appearance }) => {
        const polarity = against && appearance.polarity === 'affirmed' ? 'denied' : appearance.polarity;
        const stance = POLARITY[polarity];
        return (
          <li data-item>
            <p class="quoted" dir="auto">
              <a href={placePath(appearance.id)}>{quoteSpans(appearance.content)}</a>
            </p>
            <p class="small" dir="auto">
              {isSame(quoteSpans(appearance.content), text) ? (
                <a href={claimPath(claim)}>The claim</a>
              ) : (
                <>
                  on <a href={claimPath(claim)}>{cutWords(text)}</a>
                </>
              )}
            </p>
            <p class="faint small">
              {nameCarrier(appearance)} · <Moment at={appearance.report.published} />{' '}
              {stance === null ? null : <span class={`tag ${polarity}`}>{stance}</span>}
              {appearance.setAside ? <span class="tag set-aside">set aside</span> : null}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** Whether the claim only says again what was quoted. */
function isSame(quoted: string, claim: string): boolean {
  const [a, b] = [quoted, claim].map((words) =>
    words
      .replace(/[“”",.]/gu, '')
      .trim()
      .toLowerCase(),
  );
  return a === b;
}
