import { HearsayError } from '../base/error.ts';
import type { Capture } from '../capture/capture.ts';
import type { Article } from './article.ts';
import { decodeBytes, type DecodedText } from './decode.ts';
import { readPlainText } from './plain-text.ts';

/** The longest text that is read, in UTF-16 units (contract §2.8). */
export const MAX_TEXT = 2_000_000;

/** `extractArticle` for what is text or Markdown, without the libraries of pages. Throws `page.no-story`, `page.too-long`. */
export function extractText(capture: Capture): Article {
  // No charset takes more than four bytes for a UTF-16 unit.
  const decoded = decodeWithin(capture, MAX_TEXT * 4, MAX_TEXT);
  return completeArticle(capture, decoded, readPlainText(decoded.text, capture.kind === 'markdown', capture.input, capture.given)); // prettier-ignore
}

/** The text of a capture's bytes. Throws `page.too-long`; of too many bytes before anything is decoded. */
export function decodeWithin({ input, kind, bytes, charset }: Capture, maxBytes: number, maxText: number): DecodedText {
  if (bytes.length > maxBytes) throw tooLong(input, bytes.length, 'bytes');
  const decoded = decodeBytes(bytes, charset, kind === 'html');
  if (decoded.text.length > maxText) throw tooLong(input, decoded.text.length, 'characters');
  return decoded;
}

/** With what was found before it was read. Throws `page.too-long`. */
export function completeArticle({ input, notes = [] }: Capture, decoded: DecodedText, article: Article): Article {
  if (article.text.length > MAX_TEXT) throw tooLong(input, article.text.length, 'characters');
  return { ...article, notes: [...notes, ...decoded.notes, ...article.notes] };
}

function tooLong(input: string, size: number, unit: string): HearsayError {
  return new HearsayError(
    'page.too-long',
    `${input} is too long for one report`,
    `it has ${size.toLocaleString('en')} ${unit}, and ${MAX_TEXT.toLocaleString('en')} characters of text is the most that is read`,
    'split it into single reports',
  );
}
