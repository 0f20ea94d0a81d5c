import type { Note } from '../base/note.ts';
import { makeSpan } from '../base/span.ts';
import { doubtDates } from '../language/times/doubts.ts';
import { inferPublished } from '../language/times/published.ts';
import type { Scan } from '../language/times/scan.ts';
import type { Article } from '../page/article.ts';

/**
 * The article with its date of publication: the one that it has, with what is odd about it and the text's dates, or what the
 * text lets one infer, with the reasoning.
 */
export function datePublication(article: Article, scan: Scan): { article: Article; notes: readonly Note[] } {
  const { text, captured, published } = article;
  const doubts = doubtDates(scan, published, captured);
  const inferred = published === null ? inferPublished(scan, captured) : null;
  if (!inferred) return { article, notes: doubts };
  const { value, why, span } = inferred;
  return {
    article: { ...article, published: value, publishedFrom: 'inferred' },
    notes: [
      ...doubts,
      {
        code: 'reading.published-inferred',
        what: `The report gives no date of publication; ${value} is inferred: ${why}`,
        span: makeSpan(text, span.start, span.end),
      },
    ],
  };
}
