import { expect, it } from 'vitest';
import { findQuotations } from '../language/quotes.ts';
import { findScareQuotes } from './scare-quotes.ts';

it.each([
  ['The ‘test run’ took ten days.', ['‘test run’']],
  ['The so-called reform of the port failed.', ['so-called reform']],
  ['The “experts” were two clerks.', ['“experts”']],
  ['A film called “home” was shown.', []],
  ['The song “Low Tide” was played.', []],
  ['“It is over and we all know it,” read a sign.', []],
  ['The word “barge” is old.', []],
  ['Nobody said “stop.”', []],
])('%s', (text, expected) => {
  const { quotations } = findQuotations(text, [{ start: 0, end: text.length }]);
  expect(findScareQuotes(text, quotations, []).map(({ span }) => span?.text)).toEqual(expected);
});

it('leaves a speaker’s own words alone', () => {
  const text = 'She said it was a “good deal” for all.';
  const { quotations } = findQuotations(text, [{ start: 0, end: text.length }]);
  expect(findScareQuotes(text, quotations, [{ start: 9, end: text.length }])).toEqual([]);
});
