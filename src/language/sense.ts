import { SENSE } from './runtime.ts';
import type { ScoredBlocks } from './tagger.ts';
import type { Range } from './spans.ts';

/**
 * What a text means, place by place: for each 32 characters the sum of its tokens' vectors, the first 64 of their 128 numbers,
 * as int8 over the text's largest; base64. The mean over a passage says what the passage means (`poolSense`).
 */
export type SenseGrid = string;

/** Characters a cell: six words. Cells of 16 compare passages no better, cells of 64 worse (docs/decisions/0020). */
const CELL = 32;
/** Numbers kept of a vector; they come in the order of what they tell. */
export const DIMS = 64;

/** `length`: of the text, in UTF-16 code units. */
export function drawSense(
  length: number,
  { tokens, scores: { sense } }: Pick<ScoredBlocks, 'tokens' | 'scores'>,
): SenseGrid {
  const sums = new Float32Array(Math.ceil(length / CELL) * DIMS);
  tokens.forEach(({ start, end }, token) => {
    const at = Math.floor((start + end) / 2 / CELL) * DIMS;
    for (let i = 0; i < DIMS; i++) sums[at + i] = (sums[at + i] ?? 0) + (sense[token * SENSE + i] ?? 0);
  });
  return pack(sums);
}

/** What the ranges of a text mean, of its grid's numbers (`unpackSense`): int8, base64; null where no token stands in them. */
export function poolSense(cells: Int8Array, ranges: readonly Range[]): string | null {
  const sum = sumCells(cells, ranges);
  return sum.every((value) => value === 0) ? null : pack(sum);
}

/** As `poolSense`, as a vector of length 1. */
export function pointSense(cells: Int8Array, ranges: readonly Range[]): Float32Array | null {
  const sum = sumCells(cells, ranges);
  return sum.every((value) => value === 0) ? null : scaleToUnit(sum);
}

/** A vector at length 1; of nothing but zeros, itself. */
export function scaleToUnit(numbers: ArrayLike<number>): Float32Array {
  const vector = Float32Array.from(numbers);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}

function sumCells(cells: Int8Array, ranges: readonly Range[]): Float32Array {
  const sum = new Float32Array(DIMS);
  for (const { start, end } of ranges)
    for (let cell = Math.floor(start / CELL); cell * CELL < end; cell++) {
      const share = (Math.min(end, (cell + 1) * CELL) - Math.max(start, cell * CELL)) / CELL;
      for (let i = 0; i < DIMS; i++) sum[i] = (sum[i] ?? 0) + share * (cells[cell * DIMS + i] ?? 0);
    }
  return sum;
}

/** The numbers of a grid or of a pooled passage. */
export function unpackSense(packed: string): Int8Array {
  return new Int8Array(Buffer.from(packed, 'base64'));
}

function pack(values: Float32Array): string {
  const most = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const small = Int8Array.from(values, (value) => (most === 0 ? 0 : Math.round((127 * value) / most)));
  return Buffer.from(small.buffer).toString('base64');
}
