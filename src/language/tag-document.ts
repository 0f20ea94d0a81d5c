import type { Article } from '../page/article.ts';
import type { Document, Range } from './document.ts';
import type { Encoder } from './encoder.ts';
import { findSentences } from './sentences.ts';
import { tagBlocks } from './tagger.ts';

/** The language stage: sentences, and what the network marks in `paragraphs` of `text` (the article's, or its title). */
export async function tagDocument(
  encoder: Encoder,
  article: Article,
  text: string,
  paragraphs: readonly Range[],
): Promise<Document> {
  return {
    article,
    text,
    paragraphs,
    sentences: findSentences(text, paragraphs),
    ...(await tagBlocks(encoder, text, paragraphs)),
  };
}
