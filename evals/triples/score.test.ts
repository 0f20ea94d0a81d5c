import { describe, expect, it } from 'vitest';
import type { Marked } from './polnear.ts';
import { listReliability } from './reliability.ts';
import { countExact, f1, isAlike, isSame } from './score.ts';

function mark(source: [number, number][], cue: [number, number][], content: [number, number][]): Marked {
  const ranges = (pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  return { source: ranges(source), cue: ranges(cue), content: ranges(content) };
}

const whole = mark([[0, 4]], [[5, 9]], [[10, 20]]);

describe('two triples', () => {
  it.each<[string, Marked, boolean, boolean]>([
    ['are the same with the same spans', mark([[0, 4]], [[5, 9]], [[10, 20]]), true, true],
    ['are alike, not the same, with another edge', mark([[0, 4]], [[5, 9]], [[10, 19]]), false, true],
    ['are alike, not the same, with a half of the content more', mark([[0, 4]], [[5, 9]], [[10, 20], [22, 30]]), false, true], // prettier-ignore
    ['differ where one names no source', mark([], [[5, 9]], [[10, 20]]), false, false],
    ['differ where the contents only touch', mark([[0, 4]], [[5, 9]], [[20, 30]]), false, false],
  ])('%s', (_, other, same, alike) => {
    expect(isSame(whole, other)).toBe(same);
    expect(isAlike(whole, other)).toBe(alike);
  });

  it('are the same with no source in both', () => {
    expect(isSame(mark([], [[5, 9]], [[10, 20]]), mark([], [[5, 9]], [[10, 20]]))).toBe(true);
  });
});

describe('exact F1', () => {
  it('lets each gold triple be met once', () => {
    const counts = { right: 0, said: 0, gold: 0 };
    countExact(counts, [whole, whole, mark([], [[1, 2]], [[3, 4]])], [whole, mark([[7, 8]], [], [])]);
    expect(counts).toEqual({ right: 1, said: 3, gold: 2 });
    expect(f1(counts)).toBeCloseTo(0.4);
  });

  it('is 0 over nothing', () => {
    expect(f1({ right: 0, said: 0, gold: 0 })).toBe(0);
  });
});

describe('the reliability table', () => {
  it('weighs the gap between promise and truth by size', () => {
    const judged = [
      ...Array.from({ length: 4 }, (_, i) => ({ chance: 0.75, right: i < 3 })),
      ...Array.from({ length: 4 }, (_, i) => ({ chance: 1, right: i < 2 })),
    ];
    const { rows, error } = listReliability(judged);
    expect(rows.map(({ from, right, size }) => [from, right, size])).toEqual([
      ['0.7', 0.75, 4],
      ['0.95', 0.5, 4],
    ]);
    expect(error).toBeCloseTo(0.25);
  });
});
