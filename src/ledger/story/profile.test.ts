import { describe, expect, it } from 'vitest';
import { inventReading } from '../../../test/invented-reading.ts';
import { describeStory, keysOfStory, tieOf, WEAKEST, type Profile } from './profile.ts';

function profile(text: string, published: string | null = '2031-03-02'): Profile {
  return describeStory(inventReading({ report: { title: null, text, published } }));
}

const SALE = 'Saltmere sells its ferries to Tidewater. The ferries of Saltmere have lost money for years.';
const SOLD = 'The ferries of Saltmere were sold to Tidewater, a rival. Saltmere had owned the ferries since 1961.';
const STRIKE = 'Dockers of Velmark went on strike over pensions. The strike closes the harbour of Velmark.';

describe('what a report is about', () => {
  it('is told by its rare words, the most telling first, and not by short words and numbers', () => {
    const stems = profile(SOLD).terms.map(([stem]) => stem);
    expect(stems.slice(0, 2)).toEqual(['ferry', 'saltmer']);
    expect(stems).not.toContain('1961');
    expect(stems).not.toContain('the');
  });

  it.each([
    ['a text and itself', SALE, SALE, '2031-03-02', 20, 20],
    ['two reports of one sale', SALE, SOLD, '2031-03-09', WEAKEST, 19],
    ['a sale and a strike', SALE, STRIKE, '2031-03-02', 0, WEAKEST - 1],
    ['a text without words and another', '', SALE, '2031-03-02', 0, 0],
  ])('ties %s as it should, from either side', (_, first, second, published, least, most) => {
    const [a, b] = [profile(first), profile(second, published)];
    expect(tieOf(a, b)).toBeGreaterThanOrEqual(least);
    expect(tieOf(a, b)).toBeLessThanOrEqual(most);
    expect(tieOf(b, a)).toBe(tieOf(a, b));
  });

  it('counts for less over months, and not where a day is unknown', () => {
    expect(tieOf(profile(SALE), profile(SALE, '2031-09-02'))).toBe(17);
    expect(tieOf(profile(SALE), profile(SALE, null))).toBe(20);
    expect(tieOf(profile(SALE), profile(SALE, '2031-09'))).toBe(20);
  });

  it('gives two reports of one sale a key that both have', () => {
    const keys = keysOfStory(profile(SALE));
    expect(keysOfStory(profile(SOLD)).some((key) => keys.includes(key))).toBe(true);
    expect(keysOfStory(profile(STRIKE)).some((key) => keys.includes(key))).toBe(false);
  });
});
