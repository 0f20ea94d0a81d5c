import type { Article } from '../page/article.ts';
import type { TaggedText } from './document.ts';
import type { Range } from './spans.ts';
import type { Encoder } from './encoder.ts';
import { findSentences } from './sentences.ts';
import { tagBlocks } from './tagger.ts';

/** Sentences, and what the network marks, in `paragraphs` of `text`: the article's, its title, or one content. */
export async function tagText(
  encoder: Encoder,
  article: Article,
  text: string,
  paragraphs: readonly Range[],
): Promise<TaggedText> {
  return {
    article,
    text,
    paragraphs,
    sentences: findSentences(text, paragraphs),
    ...(await tagBlocks(encoder, text, paragraphs)),
  };
}
