import { expect, it } from 'vitest';
import { findWireInText } from './agencies.ts';

const story = 'The ferry left the quay at nine, and nobody saw it go.';

it.each<readonly [string, readonly string[], string | null]>([
  ['a dateline', ['HARBOUR, May 4 (Reuters) - The ferry left.', story], 'Reuters'],
  ['a dateline with a country', ['KYIV, Ukraine (AP) — The ferry left.', story], 'Associated Press'],
  ['slashes', ['HARBOUR, May 4. /TASS/. The ferry left.', story], 'TASS'],
  ['the agency in front', ['Reuters – The ferry left.', story], 'Reuters'],
  ['place, then agency', ['HARBOUR — AFP — The ferry left.', story], 'AFP'],
  ['a sign-off', [story, story, '(dpa)'], 'dpa'],
  ['a contribution', [story, 'The Associated Press contributed to this report.'], 'Associated Press'],
  ['inputs', [story, '(With inputs from PTI)'], 'PTI'],
  ['no credit', [story, 'Ada Holm contributed to this report.'], null],
  ['slashes of another kind', ['The and/or clause/rule/idea is old.', story], null],
])('finds the agency in %s', (_name, paragraphs, agency) => {
  expect(findWireInText(paragraphs)).toBe(agency);
});
