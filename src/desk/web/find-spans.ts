import { HearsayError } from '../../base/error.ts';
import { makeHarmless } from '../format/harmless.ts';

export type Stretch = readonly [start: number, end: number];

/** Stretches as a field of a form holds them: `120-140 150-163`. */
export function writeStretches(spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.map(({ start, end }) => `${String(start)}-${String(end)}`).join(' ');
}

/** Null where it is anything but stretches; none where it is empty. */
export function readStretches(typed: string): Stretch[] | null {
  const parts = typed.split(/[\s,;]+/u).filter((part) => part !== '');
  const read = parts.map((part) => /^(\d{1,8})[-–](\d{1,8})$/u.exec(part));
  return read.every((one) => one !== null) ? read.map(([, start, end]) => [Number(start), Number(end)]) : null;
}

/** The words of each stretch on a line of its own, as a person reads them. */
export function writeWords(text: string, stretches: readonly Stretch[]): string {
  return stretches.map(([start, end]) => oneLine(text.slice(start, end))).join('\n');
}

/**
 * Where what a person left in a field stands: the stretches that came with it, as long as their words are what the field
 * holds; else each of its lines, as offsets (`120-140`) or as words: of several places the nearest to where the old ones
 * are.
 * @throws HearsayError `usage.bad-option` where the words do not stand in the text
 */
export function findSpans(text: string, typed: string, at: string, near: number): Stretch[] {
  const known = readStretches(at) ?? [];
  const lines = typed.split(/\r?\n/u).map(oneLine).filter((line) => line !== ''); // prettier-ignore
  if (makeHarmless(writeWords(text, known)) === makeHarmless(lines.join('\n'))) return [...known];
  return lines.flatMap((line) => readStretches(line) ?? [findWords(text, line, near)]).sort(([a], [b]) => a - b);
}

function findWords(text: string, words: string, near: number): Stretch {
  const pattern = new RegExp(words.split(' ').map(escapePattern).join('\\s+'), 'gu'); // prettier-ignore
  const [found] = [...text.matchAll(pattern)]
    .map(({ index, 0: { length } }): Stretch => [index, index + length])
    .sort(([a], [b]) => Math.abs(a - near) - Math.abs(b - near));
  if (found !== undefined) return found;
  throw new HearsayError(
    'usage.bad-option',
    `“${words.slice(0, 80)}” does not stand in the report`,
    'a correction is anchored to the words of the report, letter by letter',
    'go back and copy the words from the text, or select them there',
  );
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

function escapePattern(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
