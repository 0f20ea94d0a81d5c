import { WatchPlan, type WatchedFeed } from '../../../ledger/watched.ts';
import type { Desk } from '../desk.ts';
import { Outside } from './words.tsx';

/** Feeds whose last visit brought nothing but trouble. */
export async function listTroubled({ ledger }: Desk): Promise<readonly WatchedFeed[]> {
  return (await new WatchPlan(ledger.store).feeds()).filter(({ problem }) => problem !== null);
}

export function TroubledFeeds({ feeds }: { feeds: readonly WatchedFeed[] }) {
  if (feeds.length === 0) return null;
  return (
    <section aria-labelledby="troubled">
      <h2 id="troubled">Feeds in trouble</h2>
      <ul class="list">
        {feeds.map(({ address, problem }) => (
          <li>
            <Outside href={address}>{address}</Outside>
            <p class="alert-line">{problem}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/feeds">All feeds</a>
      </p>
    </section>
  );
}
