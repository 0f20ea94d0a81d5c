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
  /** Looks and sends now, whatever has changed. */
  run(): Promise<void>;
  close(): Promise<void>;
}

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
  const looking = async (): Promise<void> => {
    let known = '';
    while (isOpen()) {
      const began = Date.now();
      await quietly(async () => {
        const now = await stamp();
        if (now === known) return;
        await lookAtAll(options, isOpen);
        known = now;
      });
      await rest(Math.max(pace, (Date.now() - began) * SHARE));
    }
  };
  const sending = async (): Promise<void> => {
    while (isOpen()) {
      await quietly(async () => {
        while (isOpen() && (await sendDue(options)) > 0);
      });
      await rest(pace);
    }
  };
  const both = Promise.all([looking(), sending()]);
  return {
    async run() {
      await lookAtAll(options, isOpen);
      await sendDue(options);
    },
    async close() {
      stop.abort();
      await both;
    },
  };
}

async function lookAtAll({ follows, find, link }: LookoutOptions, isOpen: () => boolean): Promise<void> {
  for (const follow of await follows.all()) {
    if (!isOpen()) return;
    await follows.look(follow, follow.kind === 'claim' ? [] : await find(follow), link);
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
      await outbox.keepTry(delivery, attempt, isGone);
    }),
  );
  return taken.length;
}

/** A ledger that is busy or away for a while is asked again later; what is wrong is said once by the pages. */
async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`following: ${error instanceof Error ? error.message : String(error)}`);
  }
}
