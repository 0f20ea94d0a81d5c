import type { Note } from '../base/note.ts';
import { makeSpan } from '../base/span.ts';
import type { Range } from '../language/spans.ts';
import { findSentences } from '../language/sentences.ts';
import { inferPublished } from '../language/times/published.ts';
import type { Article } from '../page/article.ts';

/** The article with its date of publication: the one that it has, or what its text lets one infer, with the reasoning. */
export function datePublication(
  article: Article,
  paragraphs: readonly Range[],
): { article: Article; notes: readonly Note[] } {
  if (article.published !== null || paragraphs.length === 0) return { article, notes: [] };
  const { text, captured } = article;
  const inferred = inferPublished(text, findSentences(text, paragraphs), captured);
  if (!inferred) return { article, notes: [] };
  const { value, why, span } = inferred;
  return {
    article: { ...article, published: value, publishedFrom: 'inferred' },
    notes: [
      {
        code: 'reading.published-inferred',
        what: `The report gives no date of publication; ${value} is inferred: ${why}`,
        span: makeSpan(text, span.start, span.end),
      },
    ],
  };
}
