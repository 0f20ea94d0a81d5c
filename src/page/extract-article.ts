import type { Capture } from '../capture/capture.ts';
import type { Article } from './article.ts';
import { completeArticle, decodeWithin, extractText } from './extract-text.ts';
import { readPage } from './page.ts';

// A page's markup is many times its story: this is the size at which parsing it would take more memory than there is.
const MAX_PAGE = 24_000_000;

/**
 * The story of a capture: title, text, links, who wrote it, when, and notes on what was left out. Pure: the same
 * capture gives the same article. What is given with the capture wins over what the page says.
 * Throws `page.no-story`, `page.too-long`, `page.too-deep`, `page.consent-wall`, `page.login`, `page.paywall`, `page.browser-check`.
 */
export function extractArticle(capture: Capture): Article {
  if (capture.kind !== 'html') return extractText(capture);
  const decoded = decodeWithin(capture, MAX_PAGE * 2, MAX_PAGE);
  return completeArticle(capture, decoded, readPage(decoded.text, capture.input, capture.given));
}
