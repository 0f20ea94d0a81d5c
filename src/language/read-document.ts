import type { Article } from '../page/article.ts';
import type { Document } from './document.ts';
import type { Range } from './spans.ts';
import type { Encoder } from './encoder.ts';
import { findEntities } from './mentions.ts';
import { findPlaces } from './places/resolve-places.ts';
import { findQuotations } from './quotes.ts';
import { tagText } from './tag-text.ts';
import { findTimes } from './times/times.ts';

/** The language stage: `paragraphs` of a text (the article's, or its title) with who, when and where it speaks of. */
export async function readDocument(
  encoder: Encoder,
  article: Article,
  text: string,
  paragraphs: readonly Range[],
): Promise<Document> {
  const tagged = await tagText(encoder, article, text, paragraphs);
  const { quotations, notes } = findQuotations(text, paragraphs);
  return {
    ...tagged,
    quotations,
    notes,
    entities: findEntities({ ...tagged, quotations }),
    times: findTimes(text, tagged.sentences, article.published),
    places: findPlaces(text, tagged.names, article),
  };
}
