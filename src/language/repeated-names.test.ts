import { expect, it } from 'vitest';
import { tellSpans, wordsOf } from '../../test/told-spans.ts';
import { findRepeats } from './repeated-names.ts';
import { tokenize } from './tokens.ts';

/** The names that are found again where `told` are told. */
function repeatsIn(text: string, told: readonly string[]): string[] {
  const { tokens, spans } = tellSpans(text, told);
  return wordsOf(text, tokens, findRepeats(tokens, [{ start: 0, end: tokens.length }], spans));
}

const CASES: readonly [string, string, readonly string[], readonly string[]][] = [
  ['told twice, a name is one everywhere', 'Hale sold Tidefox. Hale left, and Hale came back.', ['Hale', 'Tidefox', 'Hale'], ['Hale']],
  ['told once, a name of one word is none elsewhere', 'The State Board met. State aid came.', ['State Board'], []],
  ['a name of several words is one wherever they stand', 'The Harbour Board met; the Harbour Board is broke.', ['Harbour Board'], ['Harbour Board']],
  ['not where a longer one goes on', 'Home won. Home lost. The Home Secretary wept.', ['Home', 'Home'], []],
  ['nor in small letters', 'Tide won. Tide lost. The tide came.', ['Tide', 'Tide'], []],
  ['nor inside another name', 'Hale won. Hale lost. The Hale Trust wept.', ['Hale', 'Hale', 'Hale Trust'], []],
]; // prettier-ignore

it.each(CASES)('%s', (_, text, told, repeats) => {
  expect(repeatsIn(text, told)).toEqual(repeats);
});

it('never crosses the end of a block', () => {
  const text = 'Harbour Board won. Harbour Board';
  const tokens = tokenize(text, { start: 0, end: text.length });
  const told = [{ begin: 1, chance: 1, start: 0, end: 2 }];
  const edges = [{ start: 0, end: 5 }, { start: 5, end: 6 }]; // prettier-ignore
  expect(findRepeats(tokens, edges, told)).toEqual([]);
});
