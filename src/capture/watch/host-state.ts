import { z } from 'zod';

/** What is known of a host between two requests. Times in milliseconds since 1970. */
export const hostStateSchema = z.object({
  /** No request before this time. */
  nextAt: z.number(),
  /** Requests in a row that failed by the host's fault. */
  failures: z.int().min(0),
  robots: z.nullable(z.object({ text: z.string(), until: z.number() })),
});
export type HostState = Readonly<z.infer<typeof hostStateSchema>>;

export const NEW_HOST: HostState = { nextAt: 0, failures: 0, robots: null };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The wait after the first failure; it doubles with each one that follows, up to a day. */
const FIRST_WAIT = MINUTE;

/** What came of a request, as far as the host is concerned. */
export interface HostAnswer {
  /** HTTP status; null: no answer. */
  readonly status: number | null;
  readonly retryAfter: string | null;
}

/** The state after a request that ended at `now`. `delay`: milliseconds between two requests, where all is well. */
export function recordAnswer(state: HostState, answer: HostAnswer, now: number, delay: number): HostState {
  const { status } = answer;
  const isBusy = status === 429 || status === 503;
  const isFault = status === null || status >= 500 || isBusy;
  if (!isFault) return { ...state, nextAt: now + delay, failures: 0 };
  const failures = state.failures + 1;
  const asked = isBusy ? readRetryAfter(answer.retryAfter, now) : null;
  return { ...state, nextAt: now + Math.max(delay, asked ?? backOff(failures)), failures };
}

/** Milliseconds to wait after so many failures in a row. */
export function backOff(failures: number): number {
  return Math.min(DAY, FIRST_WAIT * 2 ** Math.min(20, failures - 1));
}

/** `Retry-After` (RFC 9110 §10.2.3) in milliseconds from `now`: seconds or a date; at most a week. Null: none that can be read. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\s*(\d{1,9})\s*$/u.exec(header)?.[1];
  const wait = seconds === undefined ? Date.parse(header) - now : Number(seconds) * 1000;
  return Number.isNaN(wait) ? null : Math.min(7 * DAY, Math.max(0, wait));
}
