import { describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  it('allows so many at once, then one whenever its share of the time has passed', () => {
    let now = 1000;
    const limit = new RateLimit({ limit: 3, seconds: 30 }, () => now);
    const take = (): [boolean, number, number] => {
      const { isAllowed, left, wait } = limit.take('a');
      return [isAllowed, left, wait];
    };
    expect([take(), take(), take()]).toEqual([[true, 2, 0], [true, 1, 0], [true, 0, 0]]); // prettier-ignore
    expect(take()).toEqual([false, 0, 10]);
    now += 9999;
    expect(take()[0]).toBe(false);
    now += 1;
    expect([take(), take()[0]]).toEqual([[true, 0, 0], false]);
    expect(limit.take('b').isAllowed).toBe(true);
    now += 100_000;
    expect(take()).toEqual([true, 2, 0]);
    limit.clear('a');
    expect(take()).toEqual([true, 2, 0]);
  });

  it('forgets those that may do all again, and never more than it must', () => {
    const limit = new RateLimit({ limit: 1, seconds: 10 }, () => 0);
    for (let i = 0; i <= 20_000; i++) limit.take(String(i));
    expect([limit.take('20000').isAllowed, limit.take('0').isAllowed]).toEqual([false, true]);
  });
});
