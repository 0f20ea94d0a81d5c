import { setTimeout as wait } from 'node:timers/promises';
import type { Follow, Follows } from '../../ledger/following/follows.ts';
import type { Outbox } from '../../ledger/following/outbox.ts';
import { sendMessage, type SendOptions } from './send-message.ts';

export interface LookoutOptions extends SendOptions {
  readonly follows: Follows;
  readonly outbox: Outbox;
  /** A word that is another one after each change of the ledger. */
  readonly stamp: () => Promise<string>;
  /** Ids of the claims that a search finds. */
  readonly find: (follow: Follow) => Promise<readonly string[]>;
  /** The address of a claim in the desk. */
  readonly link: (claim: string) => string;
  /** Milliseconds between two looks at whether there is anything to do. */
  readonly pace?: number;
}

/** Looks for what is new and sends it, until it is closed. */
export interface Lookout {
  close(): Promise<void>;
}

/** Does something, and goes on where it fails. */
type Attempt = (what: string, work: () => Promise<void>) => Promise<void>;

const PACE = 2000;
/** A look takes no more than this share of the time. */
const SHARE = 10;
/** Messages that are sent at the same time. */
const AT_ONCE = 8;

/**
 * Two things, each by what stands in the ledger alone, so that whoever is killed goes on where it was: what is followed is
 * looked at when the ledger has changed; what is due in the outbox is sent.
 */
export function openLookout(options: LookoutOptions): Lookout {
  const { stamp, pace = PACE } = options;
  const stop = new AbortController();
  const rest = (time: number): Promise<void> => wait(time, undefined, { signal: stop.signal, ref: false }).catch(() => undefined); // prettier-ignore
  const isOpen = (): boolean => !stop.signal.aborted;
  const said = new Map<string, string>();
  // A ledger that is busy or away for a while is asked again later; what is wrong is said once.
  const quietly: Attempt = async (what, work) => {
    try {
      await work();
      said.delete(what);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (said.get(what) !== problem && isOpen()) console.error(`following: ${problem}`);
      said.set(what, problem);
    }
  };
  const looking = async (): Promise<void> => {
    let known = '';
    while (isOpen()) {
      const began = Date.now();
      await quietly('looking', async () => {
        const now = await stamp();
        if (now === known) return;
        await lookAtAll(options, isOpen, quietly);
        known = now;
      });
      await rest(Math.max(pace, (Date.now() - began) * SHARE));
    }
  };
  const sending = async (): Promise<void> => {
    while (isOpen()) {
      await quietly('sending', async () => {
        while (isOpen() && (await sendDue({ ...options, signal: stop.signal })) > 0);
      });
      await rest(pace);
    }
  };
  const both = Promise.all([looking(), sending()]);
  return {
    async close() {
      stop.abort();
      await both;
    },
  };
}

/** What cannot be looked at does not stand in the way of the rest. */
async function lookAtAll(
  { follows, find, link }: LookoutOptions,
  isOpen: () => boolean,
  attempt: Attempt,
): Promise<void> {
  for (const follow of await follows.all()) {
    if (!isOpen()) return;
    await attempt(follow.id, async () => {
      await follows.look(follow, follow.kind === 'claim' ? [] : await find(follow), link);
    });
    // Pages are answered between two looks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** @returns how many messages were tried */
async function sendDue({ outbox, ...options }: LookoutOptions): Promise<number> {
  const due = (await outbox.nextDue()) ?? '';
  if (due === '' || due > options.now().toISOString()) return 0;
  const taken = await outbox.take(AT_ONCE);
  await Promise.all(
    taken.map(async (delivery) => {
      const { isGone, ...attempt } = await sendMessage(delivery, options);
      // Cut off as the desk ended: the next one sends it.
      if (options.signal?.aborted === true && attempt.status === null) return;
      await outbox.keepTry(delivery, attempt, isGone);
    }),
  );
  return taken.length;
}
