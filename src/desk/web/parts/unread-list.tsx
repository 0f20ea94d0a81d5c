import type { ShownClaim } from '../../../ledger/ledger.ts';
import { describeMoment } from '../../format/moment.ts';
import type { Desk } from '../desk.ts';
import { For, Post } from './forms.tsx';
import { Outside } from './words.tsx';
import { nameCarrier } from './names.ts';

interface UnreadProps {
  readonly desk: Desk;
  readonly claim: ShownClaim;
  /** With words to look for. */
  readonly unread: readonly (ShownClaim['unread'][number] & { readonly search: string })[];
}

/** Each report upstream that is not held: with its link a button reads it, without one the words to look for stand here. */
export function UnreadList({ desk, claim, unread }: UnreadProps) {
  const cites = (at: readonly number[]): string => [...new Set(at.flatMap((i) => (claim.appearances[i] ? [nameCarrier(claim.appearances[i])] : [])))].join(', '); // prettier-ignore
  return (
    <ul class="unread-list">
      {unread.map(({ outlet, date, href, citedBy, search }) => (
        <li data-item>
          <div>
            <p class="strong" dir="auto">
              {outlet}
            </p>
            <p class="faint">
              Named by {cites(citedBy)}
              {date === null ? '' : `, ${describeMoment(date.slice(0, 10))} or before`}
            </p>
            {href === null ? (
              <p class="faint">
                No link. Look in {outlet} for <q class="look">{search}</q>
              </p>
            ) : (
              <p class="address">
                <Outside href={href}>{href}</Outside>
              </p>
            )}
          </div>
          {href === null ? (
            <For role="editor">
              <a class="button" href={`/add?outlet=${encodeURIComponent(outlet)}`}>
                Add what you find
              </a>
            </For>
          ) : (
            <Post desk={desk} action="/add" fields={{ text: href, unknown: 'yes' }}>
              <button class="button primary">Read it</button>
            </Post>
          )}
        </li>
      ))}
    </ul>
  );
}
