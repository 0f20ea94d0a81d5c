import { HearsayError } from '../../base/error.ts';
import { WatchPlan } from '../../ledger/watched.ts';
import type { Desk } from './desk.ts';

export type FeedChange =
  | { readonly kind: 'feed-watched'; readonly address: string; readonly from: string | null }
  | { readonly kind: 'feed-removed' | 'feed-paused' | 'feed-resumed'; readonly address: string };

/** Has a feed watched, or otherwise; kept with who did it. @throws HearsayError `ledger.unknown-report` where it is not watched */
export async function changeFeed(desk: Desk, change: FeedChange, by: string): Promise<void> {
  const plan = new WatchPlan(desk.ledger.store);
  const { kind, address } = change;
  if (kind === 'feed-watched') await plan.addFeed(address, desk.now().getTime(), change.from);
  else {
    const isThere = await (kind === 'feed-removed' ? plan.removeFeed(address) : plan.pauseFeed(address, kind === 'feed-paused')); // prettier-ignore
    if (!isThere) throw new HearsayError('ledger.unknown-report', 'This feed is not watched', 'it was removed since, or its address is written otherwise', 'see the list of feeds'); // prettier-ignore
  }
  await desk.team.keepAct({ kind, about: address }, by);
}
