import { Worker } from 'node:worker_threads';
import { HearsayError, type ErrorCode } from './base/error.ts';
import type { Capture } from './capture/capture.ts';
import { silenceRuntime, type RuntimeOptions } from './language/runtime.ts';
import type { Reading } from './reading/reading.ts';

/** What a worker answers; errors cross the border as data. */
export type Answer =
  | { readonly reading: Reading }
  | { readonly error: { readonly code: ErrorCode; readonly what: string; readonly why: string; readonly fix: string } };

/** Reads captures in `size` worker threads, each with a network of one thread: on two cores faster than one of two. */
export interface Pool {
  read(capture: Capture): Promise<Reading>;
  /** Waits for the reports that are being read; those that wait are never answered. */
  close(): Promise<void>;
}

interface Seat {
  /** Null: its thread has ended, and the next report begins another. */
  worker: Worker | null;
  busy: boolean;
}

export function openPool(size: number, runtime: RuntimeOptions['runtime']): Pool {
  silenceRuntime();
  const start = (seat: Seat): Worker => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { runtime } });
    worker.on('error', () => undefined); // who asks it is told
    worker.once('exit', () => (seat.worker = null));
    return (seat.worker = worker);
  };
  const seats = Array.from({ length: size }, (): Seat => ({ worker: null, busy: false }));
  for (const seat of seats) start(seat);
  const waiting: ((seat: Seat) => void)[] = [];
  const asked = new Set<Promise<Reading>>();
  let closed = false;
  const take = async (): Promise<Seat> => {
    if (closed) return new Promise(() => undefined);
    const free = seats.find((seat) => !seat.busy);
    if (!free) return new Promise((resolve) => waiting.push(resolve));
    free.busy = true;
    return free;
  };
  const give = (seat: Seat): void => {
    if (closed) return;
    const next = waiting.shift();
    if (next) next(seat);
    else seat.busy = false;
  };
  const pool: Pool = {
    async read(capture) {
      const seat = await take();
      const answer = ask(seat.worker ?? start(seat), capture);
      asked.add(answer);
      try {
        return await answer;
      } finally {
        asked.delete(answer);
        give(seat);
      }
    },
    async close() {
      closed = true;
      await Promise.allSettled(asked);
      await Promise.all(seats.flatMap(({ worker }) => (worker === null ? [] : [worker.terminate()])));
      open.delete(pool);
    },
  };
  open.add(pool);
  return pool;
}

const open = new Set<Pool>();

/**
 * Ends all pools, for who leaves the process: the network's library brings it down with a signal where a thread ends in the
 * middle of a report. No other report is begun.
 */
export async function closePools(): Promise<void> {
  await Promise.all([...open].map((pool) => pool.close()));
}

function ask(worker: Worker, capture: Capture): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const onMessage = (answer: Answer): void => {
      settle();
      if ('reading' in answer) resolve(answer.reading);
      else reject(new HearsayError(answer.error.code, answer.error.what, answer.error.why, answer.error.fix));
    };
    const onError = (cause: Error): void => {
      settle();
      reject(cause);
    };
    const onExit = (code: number): void => {
      onError(new Error(`the thread that read it ended with ${String(code)}`));
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(capture);
  });
}
