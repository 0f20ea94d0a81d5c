import { Follows } from '../../ledger/following/follows.ts';
import { Outbox } from '../../ledger/following/outbox.ts';
import { Team } from '../../ledger/team/team.ts';
import { loadAssets } from './assets.ts';
import type { Desk } from './desk.ts';
import { makeMarks } from './own-marks.ts';
import { openPairQueue } from './pair-queue.ts';
import { Streams } from './streams.ts';

/** The desk on a ledger. */
export function makeDesk(
  given: Pick<Desk, 'ledger' | 'jobs' | 'place' | 'now'> &
    Partial<Pick<Desk, 'hasUsers' | 'allowPrivate' | 'publicUrl'>>,
): Desk {
  const { ledger, now } = given;
  return {
    hasUsers: false,
    allowPrivate: false,
    publicUrl: null,
    ...given,
    team: new Team(ledger.store, now),
    follows: new Follows(ledger.store, now),
    outbox: new Outbox(ledger.store, now),
    assets: loadAssets(),
    pairs: openPairQueue(ledger, now),
    streams: new Streams(),
    marks: makeMarks(),
  };
}
