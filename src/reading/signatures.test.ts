import { expect, it } from 'vitest';
import { findParagraphs } from '../language/paragraphs.ts';
import { findQuotations } from '../language/quotes.ts';
import { findSigned, joinSigned } from './signatures.ts';

function sign(text: string): string[] {
  const paragraphs = findParagraphs(text);
  const signed = findSigned(text, paragraphs, findQuotations(text, paragraphs).quotations);
  const show = (parts: readonly { start: number; end: number }[]): string =>
    parts.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return signed.map(({ source, content }) => `${show(source)} | ${show(content)}`);
}

it.each([
  ['a name behind a dash', '“It will hold. Believe me.” — Jo Hale', ['Jo Hale | It will hold. Believe me.']],
  ['an office behind the name', '"It will hold." - Jo Hale, chief engineer', ['Jo Hale | It will hold.']],
  ['a name in the next line', '“It will hold.”\n\n— Jo Hale', ['Jo Hale | It will hold.']],
  [
    'an embedded post',
    'The ferry sank. All safe. https://t.co/x — Jo Hale (@johale) June 3, 2031',
    ['Jo Hale (@johale) | The ferry sank. All safe.'],
  ],
  ['a byline behind the report’s own words', 'It held for a year. — Jo Hale', []],
  ['a sentence that goes on', '“It will hold” — Jo Hale said so twice.', []],
  ['a quotation in the middle', 'The board said “it will hold.” — Jo Hale', []],
])('%s', (_, text, expected) => {
  expect(sign(text)).toEqual(expected);
});

it('takes a signed quotation from whoever spoke last', () => {
  const facts = { score: 1, confidence: 1, features: [], within: null };
  const said = {
    source: [{ start: 0, end: 2 }],
    cue: [{ start: 3, end: 4 }],
    content: [{ start: 5, end: 9 }],
    ...facts,
  };
  const floating = { source: [{ start: 0, end: 2 }], cue: [], content: [{ start: 20, end: 30 }], ...facts };
  const inner = { source: [], cue: [{ start: 21, end: 22 }], content: [{ start: 23, end: 30 }], ...facts, within: 1 };
  const signed = {
    source: [{ start: 33, end: 35 }],
    cue: [{ start: 31, end: 32 }],
    content: [{ start: 19, end: 30 }],
    ...facts,
  };
  expect(joinSigned([said, floating, inner], [signed])).toEqual([said, { ...inner, within: null }, signed]);
});
