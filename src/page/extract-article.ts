import { HearsayError } from '../base/error.ts';
import type { Capture } from '../capture/capture.ts';
import type { Article } from './article.ts';
import { decodeBytes } from './decode.ts';
import { readPage } from './page.ts';
import { readPlainText } from './plain-text.ts';

/** The longest text that is read, in UTF-16 units (contract §2.8). */
export const MAX_TEXT = 2_000_000;
// A page's markup is many times its story: this is the size at which parsing it would take more memory than there is.
const MAX_PAGE = 24_000_000;

/**
 * The story of a capture: title, text, links, who wrote it, when, and notes on what was left out. Pure: the same
 * capture gives the same article. What is given with the capture wins over what the page says.
 * Throws `page.no-story`, `page.too-long`, `page.too-deep`, `page.consent-wall`, `page.login`, `page.paywall`, `page.browser-check`.
 */
export function extractArticle(capture: Capture): Article {
  const isPage = capture.kind === 'html';
  // No charset takes more than four bytes for a UTF-16 unit: refused before anything is decoded.
  if (capture.bytes.length > (isPage ? MAX_PAGE * 2 : MAX_TEXT * 4))
    throw tooLong(capture.input, capture.bytes.length, 'bytes');
  const decoded = decodeBytes(capture.bytes, capture.charset, isPage);
  if (decoded.text.length > (isPage ? MAX_PAGE : MAX_TEXT))
    throw tooLong(capture.input, decoded.text.length, 'characters');
  const article = isPage
    ? readPage(decoded.text, capture.input, capture.given)
    : readPlainText(decoded.text, capture.kind === 'markdown', capture.input, capture.given);
  if (article.text.length > MAX_TEXT) throw tooLong(capture.input, article.text.length, 'characters');
  return { ...article, notes: [...(capture.notes ?? []), ...decoded.notes, ...article.notes] };
}

function tooLong(input: string, size: number, unit: string): HearsayError {
  return new HearsayError(
    'page.too-long',
    `${input} is too long for one report`,
    `it has ${size.toLocaleString('en')} ${unit}, and ${MAX_TEXT.toLocaleString('en')} characters of text is the most that is read`,
    'split it into single reports',
  );
}
