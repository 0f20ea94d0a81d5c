import type { Article } from '../page/article.ts';
import type { TaggedText } from './document.ts';
import type { Range } from './spans.ts';
import type { Encoder } from './encoder.ts';
import { findSentences } from './sentences.ts';
import { findRoles, scoreBlocks } from './tagger.ts';

/** Sentences, and the roles that the network marks, in the parts of one content of an article. */
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
    tagged: findRoles(await scoreBlocks(encoder, text, paragraphs), encoder),
  };
}
