import { describe, expect, it } from 'vitest';
import { readSavedDate } from './saved-date.ts';
import { readSavedFacts, unwrapArchive } from './saved-page.ts';

const singleFile = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://harbour.example/news/crane 
 saved date: Tue Sep 05 2023 14:03:12 GMT+0200 (Central European Summer Time)
--><head><title>Crane</title></head><body></body></html>`;

describe('a saved page tells its address and time', () => {
  it.each([
    ['Chrome', '<!DOCTYPE html>\n<!-- saved from url=(0034)https://harbour.example/news/crane -->\n<html>', null],
    ['Internet Explorer', '<!-- saved from url=(0034)https://harbour.example/news/crane --><HTML>', null],
    ['SingleFile', singleFile, '2023-09-05T14:03:12+02:00'],
    [
      'Save Page WE',
      '<html><head><meta name="savepage-url" content="https://harbour.example/news/crane"><meta name="savepage-date" content="Tue Sep 05 2023 14:03:12 GMT+0200 (CEST)"></head><body>',
      '2023-09-05T14:03:12+02:00',
    ],
    [
      'monolith',
      '<!-- Saved from https://harbour.example/news/crane at 2023-09-05T12:03:12Z using monolith v2.7.0 --><html>',
      '2023-09-05T12:03:12Z',
    ],
  ])('as %s writes them', (_, page, captured) => {
    expect(readSavedFacts(Buffer.from(page))).toEqual({ url: 'https://harbour.example/news/crane', captured });
  });

  it('as HTTrack writes them, without a scheme', () => {
    const page = `<html>\n<!-- Mirrored from harbour.example/crane.html by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 05 Sep 2023 12:03:12 GMT -->`;
    expect(readSavedFacts(Buffer.from(page))).toEqual({
      url: 'http://harbour.example/crane.html',
      captured: '2023-09-05T12:03:12Z',
    });
  });

  it('in UTF-16 too', () => {
    const page = Buffer.from(`\uFEFF${singleFile}`, 'utf16le');
    expect(readSavedFacts(page).url).toBe('https://harbour.example/news/crane');
  });

  it.each([
    ['the mark of the web without an address', '<!-- saved from url=(0014)about:internet --><html>'],
    ['a file of one’s own', '<!-- saved from url=(0020)file:///C:/crane.html --><html>'],
    ['a comment inside the story', '<html><body><p>x</p><!-- saved from url=(0020)https://quay.example/ -->'],
    ['nothing', '<html><head></head><body>x</body>'],
  ])('but not from %s', (_, page) => {
    expect(readSavedFacts(Buffer.from(page))).toEqual({ url: null, captured: null });
  });

  it('in time, whatever a stranger wrote into the head', () => {
    const page = `<html><!-- Mirrored from x by HTTrack [${'], '.repeat(20_000)}${'<!-- '.repeat(10_000)}`;
    const started = performance.now();
    expect(readSavedFacts(Buffer.from(page)).url).toBeNull();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

it.each([
  ['Tue, 5 Sep 2023 14:03:12 +0200', '2023-09-05T14:03:12+02:00'],
  ['5 Sep 2023 14:03 GMT', '2023-09-05T14:03:00Z'],
  ['Tue, 05 Sep 2023 14:03:12 -0000', '2023-09-05T14:03:12-00:00'],
  ['Tue Sep 05 2023 14:03:12 GMT-0430 (Somewhere)', '2023-09-05T14:03:12-04:30'],
  ['2023-09-05T12:03:12Z', '2023-09-05T12:03:12Z'],
  ['Tue, 5 Sep 2023 14:03:12', null],
  ['2023-09-05T12:03:12', null],
  ['5 Xyz 2023 14:03:12 GMT', null],
  ['yesterday', null],
])('the saved date %s is %s', (text, iso) => {
  expect(readSavedDate(text)).toBe(iso);
});

describe('a report at an archive’s address', () => {
  const url = 'https://web.archive.org/web/20230905140312/https://harbour.example/a';
  it('is the original at the archive’s time, and a note says so', () => {
    const { given, notes } = unwrapArchive({ url, outlet: 'The Harbour' });
    expect(given).toEqual({
      url: 'https://harbour.example/a',
      captured: '2023-09-05T14:03:12Z',
      outlet: 'The Harbour',
    });
    expect(notes.map(({ code }) => code)).toEqual(['capture.web-archive']);
  });
  it('keeps a time that is given', () => {
    expect(unwrapArchive({ url, captured: '2023-09-06' }).given.captured).toBe('2023-09-06');
  });
  it('leaves other addresses alone', () => {
    expect(unwrapArchive({ url: 'https://harbour.example/a' })).toEqual({
      given: { url: 'https://harbour.example/a' },
      notes: [],
    });
  });
});
