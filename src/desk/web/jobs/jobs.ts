import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JobLine, Order, Told } from './order.ts';

/** One addition: what was asked for, and how far it is. */
export interface Job {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly started: string;
  /** What is read, for people. */
  readonly what: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly lines: readonly JobLine[];
  /** Why it failed as a whole. */
  readonly problem: JobLine['problem'];
}

export interface Wanted {
  readonly what: string;
  /** Who adds it. */
  readonly by: string;
  readonly order: Pick<Order, 'inputs' | 'names' | 'given'>;
  /** A folder that goes when all is read. */
  readonly folder: string | null;
}

/** Additions, one after another: two would only halve each other's speed. */
export interface Jobs {
  start(wanted: Wanted): Job;
  get(id: string): Job | null;
  /** The latest first. */
  list(): readonly Job[];
  /** Calls back after each change until the job is over. @returns what stops it */
  watch(id: string, changed: (job: Job) => void): () => void;
  /** Ends what is running. What was read is in the ledger. */
  close(): void;
}

export interface JobOptions {
  readonly ledger: string;
  readonly now: () => Date;
  /** Flags for Node in the reading process; without it those of this one. */
  readonly execArgv?: readonly string[];
}

/** Jobs that are remembered. */
const REMEMBERED = 50;

export function openJobs({ ledger, now, execArgv }: JobOptions): Jobs {
  const jobs = new Map<string, Job>();
  const watchers = new Map<string, Set<(job: Job) => void>>();
  const queue: (() => Promise<void>)[] = [];
  let running: (() => void) | null = null;
  const change = (id: string, more: Partial<Job>): void => {
    const job = jobs.get(id);
    if (job === undefined) return;
    const next = { ...job, ...more };
    jobs.set(id, next);
    for (const changed of watchers.get(id) ?? []) changed(next);
  };
  const work = (id: string, { order, folder, by }: Wanted): Promise<void> =>
    new Promise((resolve) => {
      // `.ts` where it runs from source, `.js` where it was built.
      const path = fileURLToPath(new URL(`./add-process${extname(import.meta.url)}`, import.meta.url));
      const child = fork(path, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], ...(execArgv === undefined ? {} : { execArgv: [...execArgv] }) }); // prettier-ignore
      running = () => child.kill();
      change(id, { state: 'running' });
      let ended: Pick<Job, 'state' | 'problem'> = { state: 'failed', problem: { what: 'The reading stopped', why: 'its process ended', fix: 'add the same again: what was read before is kept' } }; // prettier-ignore
      child.on('message', (told: Told) => {
        if ('line' in told) change(id, { lines: [...(jobs.get(id)?.lines ?? []), told.line] });
        else ended = { state: told.end === null ? 'done' : 'failed', problem: told.end };
      });
      child.once('error', () => undefined);
      child.once('close', () => {
        running = null;
        change(id, ended);
        watchers.delete(id);
        if (folder !== null) void rm(folder, { recursive: true, force: true });
        resolve();
      });
      child.send({ ...order, ledger, by } satisfies Order);
    });
  const next = async (): Promise<void> => {
    for (let task = queue[0]; task !== undefined; task = queue[0]) {
      await task();
      queue.shift();
    }
  };
  return {
    start(wanted) {
      const id = randomBytes(9).toString('base64url');
      const job: Job = { id, started: now().toISOString(), what: wanted.what, state: 'waiting', lines: [], problem: null }; // prettier-ignore
      jobs.set(id, job);
      for (const old of [...jobs.keys()].slice(0, -REMEMBERED)) if (jobs.get(old)?.state === 'done') jobs.delete(old);
      queue.push(() => work(id, wanted));
      if (queue.length === 1) void next();
      return job;
    },
    get: (id) => jobs.get(id) ?? null,
    list: () => [...jobs.values()].reverse(),
    watch(id, changed) {
      const all = watchers.get(id) ?? new Set();
      watchers.set(id, all.add(changed));
      return () => {
        all.delete(changed);
      };
    },
    close() {
      queue.length = 0;
      running?.();
    },
  };
}
