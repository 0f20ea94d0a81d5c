import { extname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from './base/clock.ts';
import { describeError, type HearsayError } from './base/error.ts';
import type { Note } from './base/note.ts';
import type { Capture, GivenFacts } from './capture/capture.ts';
import { captureInputs, type CaptureOptions, type CaptureResult } from './capture/capture-inputs.ts';
import { fetchPolitely } from './capture/watch/fetch-politely.ts';
import type { RuntimeOptions } from './language/runtime.ts';
import { openPool } from './pool.ts';
import { openReader } from './reader.ts';
import type { Reading } from './reading/reading.ts';

export interface ReadOptions extends CaptureOptions {
  readonly runtime?: RuntimeOptions['runtime'];
  /** Worker threads for more than one report; 1 reads in this thread. */
  readonly workers?: number;
  /** What the user says of the reports: stronger than what they say of themselves. */
  readonly given?: Pick<GivenFacts, 'published' | 'outlet' | 'url'>;
  /** Captures for which this says yes are passed over: a ledger holds them already. */
  readonly skip?: (capture: Capture) => Promise<boolean>;
}

/** A reading and the capture that it is of, or what failed, with what capture found beside it (files skipped, a redirect). */
export type ReadResult =
  | { readonly reading: Reading; readonly capture: Capture }
  | { readonly input: string; readonly error: HearsayError; readonly notes?: readonly Note[] };

/** Captures that may be under way at once for each worker: enough to keep it fed, few enough to bound memory. */
const AHEAD = 2;

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

/** Inputs → readings, in the order of the inputs; what fails is named and the rest is read. */
export async function* readInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const visitFetch = options.visitFetch ?? fetchPolitely(options, SYSTEM_CLOCK);
  const captures = captureInputs(inputs, { ...options, visitFetch })[Symbol.asyncIterator]();
  const first = await captures.next();
  if (first.done) return;
  const second = await captures.next();
  const workers = second.done ? 1 : (options.workers ?? 1);
  const engine = await openEngine(workers, options.runtime ?? 'auto');
  const queue: Promise<ReadResult>[] = [];
  try {
    const start = async (found: CaptureResult): Promise<void> => {
      if ('error' in found) queue.push(Promise.resolve(found));
      else {
        const capture = { ...found, given: { ...found.given, ...options.given } };
        if ((await options.skip?.(capture)) !== true) queue.push(readOne(engine, capture));
      }
    };
    await start(first.value);
    for (let next = second; !next.done; next = await captures.next()) {
      await start(next.value);
      for (const result of queue.splice(0, queue.length + 1 - workers * AHEAD)) yield await result;
    }
    for (const result of queue) yield await result;
  } finally {
    await captures.return(undefined); // files that are still open, where the reader has seen enough
    await engine.close();
  }
}

/** What reads captures: in this thread, or in several. */
export interface Engine {
  read(capture: Capture): Promise<Reading>;
  close(): Promise<void>;
}

/** Node itself loads what a thread runs, and loads no TypeScript: from the sources all is read in this thread. */
const HAS_POOL = extname(import.meta.url) === '.js';

export async function openEngine(workers: number, runtime: RuntimeOptions['runtime']): Promise<Engine> {
  if (workers > 1 && HAS_POOL) return openPool(workers, runtime);
  const reader = await openReader({ runtime });
  return { read: (capture) => reader.read(capture), close: () => Promise.resolve() };
}

async function readOne(engine: Engine, capture: Capture): Promise<ReadResult> {
  try {
    return { reading: await engine.read(capture), capture };
  } catch (error) {
    return { input: capture.input, error: describeError(error, capture.input), notes: capture.notes ?? [] };
  }
}
