import { describe, expect, it } from 'vitest';
import { openPool } from './pool.ts';

describe('a pool of reading threads', () => {
  it('tells each who asks that its thread ended, and never leaves one waiting', async () => {
    // Run from the sources it has no built worker: each thread ends as it begins.
    const pool = openPool(1, 'auto');
    const capture = { input: 'a', kind: 'text', bytes: new Uint8Array(), charset: 'utf-8', given: {} } as const;
    const asked = await Promise.allSettled([pool.read(capture), pool.read(capture)]);
    await pool.close();
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
