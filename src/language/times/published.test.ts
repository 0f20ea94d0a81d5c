import { describe, expect, it } from 'vitest';
import { findParagraphs } from '../paragraphs.ts';
import { doubtDates, trustPublication } from './doubts.ts';
import { joinInterval } from './interval.ts';
import { inferPublished } from './published.ts';
import { scanTimes, type Scan } from './scan.ts';
import { resolveTimes } from './times.ts';

const scan = (text: string): Scan => scanTimes(text, findParagraphs(text));

describe('inferPublished', () => {
  it.each([
    ['The envoy arrived on Monday, September 4. Trade had stalled in 2022.', null, '2023-09-04/2023-09-10'],
    [
      'The envoy arrived on Monday, September 4. He will marry on Friday, September 8. Trade had stalled in 2022.',
      null,
      '2023-09-04/2023-09-08',
    ],
    [
      'The envoy arrived on Monday, September 4, for the 70th anniversary of the end of the Korean War.',
      null,
      '2023-09-04/2023-09-10',
    ],
    ['The envoy arrived on Monday, September 4.', '2023-09-12T08:00:00Z', '2023-09-04/2023-09-10'],
    ['SALTMERE, 22 March 2013 (Tidewire) – The ferry sank.', null, '2013-03-22'],
  ])('%s (captured %s)', (text, captured, value) => {
    expect(inferPublished(scan(text), captured)?.value).toBe(value);
  });

  it.each([
    ['The envoy arrived on Monday, September 4.', 'several years fit and nothing chooses'],
    ['The envoy arrived on September 4. Trade had stalled in 2022.', 'no weekday'],
    ['The envoy arrived on Monday.', 'no date'],
  ])('stays open: %s', (text) => {
    expect(inferPublished(scan(text), null)).toBeNull();
  });

  it('says why', () => {
    const text = 'The envoy arrived on Monday, September 4. Trade had stalled in 2022.';
    expect(inferPublished(scan(text), null)?.why).toBe(
      '“Monday, September 4” fits 2000, 2006, 2017, 2023, 2028, 2034, 2045; the latest year that the text names is 2022.',
    );
  });
});

describe('joinInterval', () => {
  it.each([
    ['It will run from September 10 to 13.', '2023-09-10/2023-09-13'],
    ['It will run from 10–13 September.', '2023-09-10/2023-09-13'],
    ['It ran between March and May 2023.', '2023-03/2023-05'],
    ['He ruled 2011–2013.', '2011/2013'],
    ['It rained in March and May 2023.', null],
    ['He came on Monday. On Tuesday he left.', null],
  ])('%s', (text, value) => {
    const [a, b] = resolveTimes(scan(text), '2023-09-05');
    const joined = a && b ? joinInterval(text, a, b) : null;
    expect(joined?.value ?? null).toBe(value);
    expect(joined?.edtf ?? null).toBe(value);
  });
});

describe('doubtDates', () => {
  it.each([
    ['The ferry sank on 30 February.', '2013-03-22', null, ['times.impossible-date']],
    ['The ferry sank on February 29, 2013.', '2013-03-22', null, ['times.impossible-date']],
    ['The ferry sank on Monday, March 5, 2013.', '2013-03-22', null, ['times.wrong-weekday']],
    ['The ferry sank on April 2, 2013.', '2013-03-22', null, ['times.publication-contradicted']],
    ['The ferry sank on Monday, September 4.', '2013-09-05', null, ['times.publication-contradicted']],
    ['The ferry will sail on April 2, 2013.', '2013-03-22', null, []],
    ['The ferry sank.', '2013-02-30', null, ['times.impossible-publication']],
    ['The ferry sank.', '2113-02-03', null, ['times.future-publication']],
    ['The ferry sank.', '2013-05-03', '2013-03-22T10:00:00Z', ['times.future-publication']],
    ['The ferry sank on March 20, 2013.', '2013-03-22', '2013-03-22T10:00:00Z', []],
    ['Some 31 April, their cat, 40 May.', null, null, ['times.impossible-date']],
  ])('%s published %s, captured %s', (text, published, captured, codes) => {
    expect(doubtDates(scan(text), published, captured).map(({ code }) => code)).toEqual(codes);
  });
});

describe('trustPublication', () => {
  it.each([
    ['2013-03-22', null, '2013-03-22'],
    ['2013-03-22', '2013-03-21T23:00:00Z', '2013-03-22'],
    ['2013-03-22', '2013-03-10T10:00:00Z', null],
    ['2013-02-30', null, null],
    ['2113-02-03', null, null],
    ['2023-09-04/2023-09-10', null, '2023-09-04/2023-09-10'],
    [null, null, null],
  ])('%s, captured %s: %s', (published, captured, trusted) => {
    expect(trustPublication(published, captured)).toBe(trusted);
  });
});
