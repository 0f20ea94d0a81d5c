import { expect, it } from 'vitest';
import { makeSpan, type Span } from '../base/span.ts';
import { findQuotations } from '../language/quotes.ts';
import { quoteForm } from './quote.ts';

const cases = [
  ['every word in marks', 'He said “it is over”.', ['“it is over”'], 'direct'],
  ['a leading that outside the marks', 'He said that “it is over”.', ['that “it is over”'], 'direct'],
  ['two parts around the cue, both in marks', '“We won,” he said, “at last.”', ['“We won,”', '“at last.”'], 'direct'],
  ['some words in marks', 'He said the vote was “a farce”.', ['the vote was “a farce”'], 'mixed'],
  ['no word in marks', 'He said the vote was a farce.', ['the vote was a farce'], 'indirect'],
  ['marks elsewhere in the sentence', 'The “hawk” said it was over.', ['it was over'], 'indirect'],
  ['no content', 'He did not answer.', [], 'none'],
  ['a content without a word', 'He said — nothing.', ['—'], 'none'],
] as const;

it.each(cases)('%s', (_name, text, contents, form) => {
  const { quotations } = findQuotations(text, [{ start: 0, end: text.length }]);
  const spans: Span[] = contents.map((part) => makeSpan(text, text.indexOf(part), text.indexOf(part) + part.length));
  expect(quoteForm(spans, quotations)).toBe(form);
});
