import type { ApiKey } from '../../../ledger/team/keys.ts';
import type { Desk } from '../desk.ts';
import { Post } from './forms.tsx';
import { Moment } from './words.tsx';

/** One's keys; those that open nothing any more come last, and are folded away. */
export function KeyTable({ desk, keys }: { desk: Desk; keys: readonly ApiKey[] }) {
  const now = desk.now().toISOString();
  const good = keys.filter(({ revoked, ends }) => revoked === null && (ends === null || ends > now));
  const past = keys.filter((key) => !good.includes(key));
  return (
    <>
      {good.length === 0 ? <p class="nothing">You have no key{past.length === 0 ? ' yet' : ' that is good'}.</p> : null}
      <ul class="list keys">
        {good.map((key) => (
          <Key desk={desk} apiKey={key} />
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details class="more">
          <summary>{String(past.length)} that open nothing any more</summary>
          <ul class="list keys">
            {past.map((key) => (
              <Key desk={desk} apiKey={key} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Key({ desk, apiKey: { id, name, role, scope, made, ends, used, revoked } }: { desk: Desk; apiKey: ApiKey }) {
  const isPast = revoked !== null || (ends !== null && ends <= desk.now().toISOString());
  return (
    <li>
      <div class="head-row">
        <span>
          <strong dir="auto">{name}</strong> <code class="faint">hearsay_{id}_…</code>{' '}
          <span class="tag">{scope === 'feeds' ? 'feeds' : role}</span>
        </span>
        {isPast ? null : (
          <Post desk={desk} action="/account/keys/revoke" fields={{ id }} role="reader">
            <button class="button plain" aria-label={`Revoke ${name}`}>
              Revoke
            </button>
          </Post>
        )}
      </div>
      <p class="faint">
        Made <Moment at={made} />
        {' · '}
        {revoked !== null ? (
          <>
            revoked <Moment at={revoked} />
          </>
        ) : ends === null ? (
          'never ends'
        ) : (
          <>
            {isPast ? 'ended' : 'ends'} <Moment at={ends} />
          </>
        )}
        {' · '}
        {used === null ? (
          'never used'
        ) : (
          <>
            last used <Moment at={used} />
          </>
        )}
      </p>
    </li>
  );
}
