import { streamSSE } from 'hono/streaming';
import type { Desk, Page } from './desk.ts';
import type { Job } from './jobs/jobs.ts';

/** Milliseconds between two pictures of a job that goes on. */
const PACE = 250;
/** Milliseconds after which a line says that the stream is open still: proxies close those that are silent. */
const ALIVE = 20_000;

export function isGoing({ state }: Job): boolean {
  return state === 'waiting' || state === 'running';
}

/**
 * How far a job is, as server-sent events: `progress` after each change, and `end`.
 * @param write what a job is sent as, on one line
 * @throws HearsayError `team.too-often`
 */
export function streamJob(c: Page, desk: Desk, id: string, write: (job: Job) => Promise<string>): Response {
  const close = desk.streams.open(c.var.viewer.user);
  // Proxies must hand on each event as it comes.
  c.header('x-accel-buffering', 'no');
  return streamSSE(
    c,
    async (stream) => {
      let changed: (() => void) | null = null;
      const wake = (): void => changed?.();
      const stop = desk.jobs.watch(id, wake);
      const alive = setInterval(() => void stream.write(': open\n\n').catch(wake), ALIVE);
      stream.onAbort(wake);
      try {
        for (let job = desk.jobs.get(id); job !== null && !stream.aborted; job = desk.jobs.get(id)) {
          const before = job;
          const waits = new Promise<void>((resolve) => (changed = resolve));
          await stream.writeSSE({ event: isGoing(job) ? 'progress' : 'end', data: await write(job) });
          if (!isGoing(job)) break;
          await stream.sleep(PACE);
          if (desk.jobs.get(id) === before && !stream.aborted) await waits;
        }
      } finally {
        clearInterval(alive);
        stop();
        close();
      }
    },
    (error) => {
      console.error(error);
      return Promise.resolve();
    },
  );
}
