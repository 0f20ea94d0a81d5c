import { describe, expect, it } from 'vitest';
import { SENSE } from './runtime.ts';
import { DIMS, drawSense, pointSense, poolSense, unpackSense } from './sense.ts';
import { tokenize } from './tokens.ts';

const TEXT = 'The ferry moves to the old quay. The mayor resigned on Tuesday.';

/** Tokens of which each before `border` means one thing, and each behind it another. */
function draw(border: number): string {
  const tokens = tokenize(TEXT);
  const sense = new Float32Array(tokens.length * SENSE);
  tokens.forEach(({ start }, i) => (sense[i * SENSE + (start < border ? 0 : 1)] = 0.5));
  return drawSense(TEXT.length, { tokens, scores: { sense, roles: new Float32Array(), names: new Float32Array() } });
}

function directionOf(packed: string | null): readonly number[] {
  return [...unpackSense(packed ?? '')].slice(0, 2);
}

describe('what a passage means', () => {
  const grid = draw(32);

  it('is one vector for each 32 characters', () => {
    expect(unpackSense(grid)).toHaveLength(2 * DIMS);
  });

  it('is pooled over the passage alone', () => {
    expect(directionOf(poolSense(unpackSense(grid), [{ start: 0, end: 32 }]))).toEqual([127, 0]);
    expect(directionOf(poolSense(unpackSense(grid), [{ start: 33, end: 62 }]))).toEqual([0, 127]);
  });

  it('is a vector of length 1, too', () => {
    const [first = 0, second = 0] = pointSense(unpackSense(grid), [{ start: 0, end: 64 }]) ?? [];
    expect(Math.hypot(first, second)).toBeCloseTo(1);
    expect(first).toBeGreaterThan(0.5);
    expect(second).toBeGreaterThan(0.5);
    expect(pointSense(unpackSense(grid), [])).toBeNull();
  });

  it('weighs a cell by how much of it belongs to the passage', () => {
    const [first = 0, second = 0] = directionOf(poolSense(unpackSense(grid), [{ start: 0, end: 40 }]));
    expect(first).toBe(127);
    expect(second).toBeGreaterThan(15);
    expect(second).toBeLessThan(50);
  });

  it('joins the parts of a passage in pieces', () => {
    const [first = 0, second = 0] = directionOf(poolSense(unpackSense(grid), [{ start: 0, end: 10 }, { start: 40, end: 50 }])); // prettier-ignore
    expect(Math.min(first, second)).toBeGreaterThan(80);
  });

  it('is not known where no token stands', () => {
    expect(poolSense(unpackSense(drawSense(64, { tokens: [], scores: { sense: new Float32Array(), roles: new Float32Array(), names: new Float32Array() } })), [{ start: 0, end: 64 }])).toBeNull(); // prettier-ignore
  });
});
