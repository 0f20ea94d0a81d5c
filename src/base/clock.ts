/** Time, handed in where it is needed: a test's passes without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws the signal's reason where it is given before the time is over */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
