/** How often something may be done: `limit` times in `seconds`, at once or spread out. */
export interface Rate {
  readonly limit: number;
  readonly seconds: number;
}

/** What one more time came to. */
export interface Taken {
  readonly isAllowed: boolean;
  /** Times that are left now. */
  readonly left: number;
  /** Seconds until one more is allowed; 0: it is now. */
  readonly wait: number;
}

/** Keys that are remembered; those that may do all again are forgotten first. */
const MOST = 20_000;

/**
 * The generic cell rate algorithm: for each key one time, that at which it may do all again. It forgets nothing early and
 * needs no timers; a library of the kind counts in windows, and would need a clock that tests can set.
 */
export class RateLimit {
  readonly rate: Rate;
  readonly #now: () => number;
  readonly #free = new Map<string, number>();

  /** @param now milliseconds */
  constructor(rate: Rate, now: () => number) {
    this.rate = rate;
    this.#now = now;
  }

  take(key: string): Taken {
    const [now, span] = [this.#now(), this.rate.seconds * 1000];
    const step = span / this.rate.limit;
    const next = Math.max(now, this.#free.get(key) ?? now) + step;
    const wait = Math.ceil((next - now - span) / 1000);
    if (next - now > span + 1e-6) return { isAllowed: false, left: 0, wait: Math.max(1, wait) };
    this.#free.delete(key);
    this.#free.set(key, next);
    if (this.#free.size > MOST) this.#forget(now);
    return { isAllowed: true, left: Math.floor((span - (next - now)) / step + 1e-6), wait: 0 };
  }

  /** All may be done again. */
  clear(key: string): void {
    this.#free.delete(key);
  }

  #forget(now: number): void {
    for (const [key, free] of this.#free) if (free <= now) this.#free.delete(key);
    // Whoever floods it with keys pushes out the oldest.
    for (const key of this.#free.keys()) {
      if (this.#free.size <= MOST) break;
      this.#free.delete(key);
    }
  }
}
