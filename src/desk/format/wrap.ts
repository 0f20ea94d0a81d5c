import stringWidth from 'string-width';
import { makeHarmless } from './harmless.ts';

/** A stretch of a line in one style. `style`: the SGR parameters of ECMA-48 (“1;36”), or '' for plain. */
export interface Piece {
  readonly text: string;
  readonly style: string;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: string;
}

/** What is surely one column: Latin letters, dashes, quotation marks. The library, asked first, takes 50 ms to get ready. */
const NARROW = /^[ -~¡-¬®-ſ‐-‧‰-⁞]$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The pieces as lines of at most `width` columns, each after `indent`. A line is broken at spaces, beside wide
 * characters (Chinese, Japanese and Korean have no spaces), and inside a word only where the word is wider than a line;
 * never inside an emoji or an accented letter. Line feeds in the pieces start a new line.
 */
export function wrapPieces(pieces: readonly Piece[], width: number, indent = '', hanging = indent): string[] {
  const lines: string[] = [];
  let line: Cell[] = [];
  let used = 0;
  let lastBreak = -1;
  const room = (): number => Math.max(8, width - (lines.length === 0 ? indent : hanging).length);
  const finish = (cells: readonly Cell[]): void => {
    lines.push((lines.length === 0 ? indent : hanging) + renderCells(trimCells(cells)));
  };
  for (const cell of splitCells(pieces)) {
    if (cell.text === '\n') {
      finish(line);
      [line, used, lastBreak] = [[], 0, -1];
      continue;
    }
    while (used + cell.width > room() && line.length > 0 && cell.text !== ' ') {
      const at = lastBreak > 0 ? lastBreak : line.length;
      finish(line.slice(0, at));
      line = skipSpaces(line.slice(at));
      used = line.reduce((sum, { width: w }) => sum + w, 0);
      lastBreak = -1;
    }
    if (cell.width === 2 && !/\p{P}/u.test(cell.text)) lastBreak = line.length;
    line.push(cell);
    used += cell.width;
    if (cell.text === ' ') lastBreak = line.length;
  }
  finish(line);
  return lines;
}

function splitCells(pieces: readonly Piece[]): Cell[] {
  const cells: Cell[] = [];
  for (const { text, style } of pieces)
    for (const { segment } of graphemes.segment(text.replaceAll('\r\n', '\n').replaceAll('\t', '    ')))
      if (NARROW.test(segment)) cells.push({ text: segment, width: 1, style });
      else if (segment === '\n') cells.push({ text: segment, width: 0, style });
      else {
        const shown = makeHarmless(segment);
        cells.push({ text: shown, width: stringWidth(shown), style });
      }
  return cells;
}

function skipSpaces(cells: Cell[]): Cell[] {
  const first = cells.findIndex(({ text }) => text !== ' ');
  return first < 0 ? [] : cells.slice(first);
}

function trimCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex(({ text }) => text !== ' ') + 1);
}

function renderCells(cells: readonly Cell[]): string {
  let out = '';
  let style = '';
  for (const cell of cells) {
    // Each change starts from a clean slate, and each line ends in one: a pager may cut anywhere.
    if (cell.style !== style)
      out += (style === '' ? '' : '\u001B[0m') + (cell.style === '' ? '' : `\u001B[${cell.style}m`);
    style = cell.style;
    out += cell.text;
  }
  return style === '' ? out : `${out}\u001B[0m`;
}
