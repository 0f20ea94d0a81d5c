import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPieces } from './pieces.ts';
import { tokenize } from './tokens.ts';
import { cutWindows } from './windows.ts';

type Row = [text: string, lengths: number[], ids: number[][], shapes: number[][]];
const rows = JSON.parse(readFileSync(new URL('fixtures/windows.json', import.meta.url), 'utf8')) as Row[];
const pieces = loadPieces(new URL('../../models/', import.meta.url));

describe('tokens, pieces and windows are those of training (train/fixtures.py)', () => {
  it('on 2,500 strings with every kind of mark, script and clitic', () => {
    expect(rows).toHaveLength(2500);
    for (const [text, lengths, ids, shapes] of rows) {
      const tokens = tokenize(text);
      const windows = cutWindows(tokens, pieces, { pieces: 24, overlap: 5 });
      expect({
        text,
        lengths: tokens.map((token) => token.end - token.start),
        ids: windows.map((window) => [...window.ids]),
        shapes: windows.map((window) => [...window.shapes]),
      }).toEqual({ text, lengths, ids, shapes });
    }
  });
});
