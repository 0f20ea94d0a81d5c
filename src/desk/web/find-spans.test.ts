import { describe, expect, it } from 'vitest';
import { findSpans, readStretches, writeWords } from './find-spans.ts';

const TEXT = 'The quay will close, she said.\n\n“The quay\nis old,” she\u202E said.';

describe('what a person left in a field', () => {
  it.each([
    ['words of the place the nearest to the old ones', 'quay', '', 36, [[37, 41]]],
    ['the very stretch that was selected', 'quay', '4-8', 36, [[4, 8]]],
    ['words that were changed under their offsets', 'The quay will', '4-8', 0, [[0, 13]]],
    ['words over a line end', 'quay is old', '', 0, [[37, 48]]],
    ['several lines, in the order of the text', 'is old\r\nThe quay', '', 33, [[33, 41], [42, 48]]], // prettier-ignore
    ['offsets', '4-8 14–19', '', 0, [[4, 8], [14, 19]]], // prettier-ignore
    ['a character that the page writes out', 'she‹U+202E› said', '51-60', 0, [[51, 60]]],
    ['nothing', ' \n', '4-8', 0, []],
  ])('is %s', (_, typed, at, near, expected) => {
    expect(findSpans(TEXT, typed, at, near)).toEqual(expected);
  });

  it('is refused where its words do not stand in the text', () => {
    expect(() => findSpans(TEXT, 'the harbour', '', 0)).toThrow('“the harbour” does not stand in the report');
  });

  it('is shown a stretch a line', () => {
    expect(writeWords(TEXT, [[0, 8], [33, 48]])).toBe('The quay\nThe quay is old'); // prettier-ignore
    expect(readStretches('4-8, x')).toBeNull();
  });
});
