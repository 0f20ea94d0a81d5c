import { beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader } from '../src/reader.ts';
import type { Reading } from '../src/reading/reading.ts';
import { redateReading } from '../src/reading/redate.ts';

const TEXT =
  'SALTMERE – The ferry sank on Monday, the coast guard said. The harbour master, Jo Hale, said the talks will open next ' +
  'week and that a hearing was set for September 10 to 13. The line had opened a year ago. Tolland plans to sell the quay by ' +
  'the end of the month, two officials said on Tuesday. The owner was founded on 4 May 1998.';

let reader: Reader;

beforeAll(async () => {
  reader = await openReader({ runtime: 'auto' });
});

function read(published: string | undefined): Promise<Reading> {
  const given = { title: 'Talks on the ferry open next week, mayor says', ...(published ? { published } : {}) };
  return reader.read({ input: 'a', kind: 'text', bytes: Buffer.from(TEXT), charset: 'utf-8', given });
}

describe('a reading with another date', () => {
  it.each([
    ['2024-05-02', '2025-11-21'],
    ['2025-11-21', '2024-09-12'],
    ['2024-05-02', '2144-05-02'],
    [undefined, '2024-05-02'],
  ])('is what reading it with that date gives: %s, then %s', async (before, after) => {
    const [old, fresh] = [await read(before), await read(after)];
    const redated = redateReading(old, after);
    expect(redated.times).toEqual(fresh.times);
    expect(redated.attributions).toEqual(fresh.attributions);
    expect(redated.headline).toEqual(fresh.headline);
    expect(redated.report.published).toBe(after);
    expect(redated.times).not.toEqual(old.times);
  });

  it('counts the days anew', async () => {
    const redated = redateReading(await read('2024-05-02'), '2025-11-21');
    expect(redated.times.map(({ text, value }) => [text, value])).toEqual([
      ['Monday', '2025-11-17'],
      ['next week', '2025-W48'],
      ['September 10', '2026-09-10'],
      ['13', '2026-09-13'],
      ['a year ago', '2024'],
      ['the end of the month', '2025-11'],
      ['Tuesday', '2025-11-18'],
      ['4 May 1998', '1998-05-04'],
    ]);
  });
});
