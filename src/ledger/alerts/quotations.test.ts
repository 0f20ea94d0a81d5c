import { describe, expect, it } from 'vitest';
import type { Appearance } from '../appearances.ts';
import { findAltered } from './quotations.ts';

function compare(...texts: readonly string[]): readonly (readonly [string, string])[] {
  const appearances = texts.map((text, i) => ({ id: String(i), report: `r${String(i)}`, quote: 'direct', source: text }) as Appearance); // prettier-ignore
  return findAltered(appearances, ({ source }) => source).map(({ words }) => words);
}

describe('a quotation in two wordings', () => {
  it.each<readonly [string, string, string, readonly (readonly [string, string])[]]>([
    ['other words at its end', 'The dock will close, and not one day before the new year', 'The dock will close, and not one day before March', [['day before the new year', 'day before March']]],
    ['another word within', 'We will never sell the yard to them', 'We will surely sell the yard to them', [['We will never sell', 'We will surely sell']]],
    ['only cut', 'The dock will close, and not one day before March', 'The dock will close', []],
    ['marks and capitals', 'The dock will close — in March', 'the dock will close in March', []],
    ['a word in brackets', 'The dock will close in March', 'The [old] dock will close in March', []],
    ['two that have little in common', 'The dock will close in March', 'The mayor thinks that the dock will stay open for years', []],
  ])('%s', (_, first, second, expected) => {
    expect(compare(first, second)).toEqual(expected);
  }); // prettier-ignore

  it('compares a wording once, however often it is reprinted', () => {
    const told = 'We will never sell the yard to them';
    expect(compare(told, told, told, 'We will surely sell the yard to them')).toHaveLength(1);
  });
});
