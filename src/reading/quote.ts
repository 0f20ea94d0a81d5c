import type { Span } from '../base/span.ts';
import type { Quotation } from '../language/quotes.ts';
import type { Attribution } from './reading.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * How a content is told: every word inside quotation marks (`direct`), some (`mixed`), no word (`indirect`), or there
 * is no content with a word in it (`none`).
 */
export function quoteForm(content: readonly Span[], quotations: readonly Quotation[]): Attribution['quote'] {
  let words = 0;
  let quoted = 0;
  for (const span of content) {
    for (const match of span.text.matchAll(WORD)) {
      words++;
      const at = span.start + match.index;
      if (quotations.some(({ inner }) => inner.start <= at && at < inner.end)) quoted++;
    }
  }
  if (words === 0) return 'none';
  if (quoted === 0) return 'indirect';
  // A that before the marks ("that “it is over”") is the sentence's word, not the speaker's.
  return words - quoted <= leadingThats(content, quotations) ? 'direct' : 'mixed';
}

function leadingThats(content: readonly Span[], quotations: readonly Quotation[]): number {
  const first = content[0];
  if (!first || !/^that\s/iu.test(first.text)) return 0;
  return quotations.some(({ inner }) => inner.start <= first.start && first.start < inner.end) ? 0 : 1;
}
