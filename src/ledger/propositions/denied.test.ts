import { describe, expect, it } from 'vitest';
import { partDenied } from './denied.ts';
import { splitContent } from './split.ts';

/** The words that a denial says are not so. */
function denied(text: string): readonly string[] {
  return splitContent(text, [{ start: 0, end: text.length }]).map((part) => partDenied(part).ranges.map(({ start, end }) => text.slice(start, end)).join(' … ')); // prettier-ignore
}

describe('what a denial says is not so', () => {
  it.each([
    ['the idea that the harbour would be sold', 'the harbour would be sold'],
    ['Holm Post’s claims that the yard is being shut', 'the yard is being shut'],
    ['that Berg’s claim that the mayor left the party is simply not true', 'the mayor left the party'],
    ['the mayor left the party', 'the mayor left the party'],
    ['the claim that', 'the claim that'],
  ])('of “%s”: “%s”', (words, left) => {
    expect(denied(words)).toEqual([left]);
  });
});
