import type { Article } from '../page/article.ts';
import type { Document } from './document.ts';
import type { Range } from './spans.ts';
import type { Encoder } from './encoder.ts';
import { findEntities } from './mentions.ts';
import { findPlaces } from './places/resolve-places.ts';
import { findQuotations } from './quotes.ts';
import { drawSense } from './sense.ts';
import { findNames, findRoles, scoreBlocks } from './tagger.ts';
import { trustPublication } from './times/doubts.ts';
import type { Scan } from './times/scan.ts';
import { resolveTimes } from './times/times.ts';

/** The language stage: `paragraphs` of a scanned text (the article's, or its title) with who, when and where it speaks of. */
export async function readDocument(
  encoder: Encoder,
  article: Article,
  scan: Scan,
  paragraphs: readonly Range[],
): Promise<Document> {
  const { text, sentences } = scan;
  const scored = await scoreBlocks(encoder, text, paragraphs);
  const [tagged, names] = [findRoles(scored, encoder), findNames(scored)];
  const { quotations, notes } = findQuotations(text, paragraphs);
  return {
    ...{ article, text, paragraphs, sentences, tagged, names, quotations, notes },
    entities: findEntities({ text, tokens: scored.tokens, sentences, paragraphs, names, quotations, tagged }),
    times: resolveTimes(scan, trustPublication(article.published, article.captured)),
    places: findPlaces(text, names, article),
    sense: drawSense(text.length, scored),
  };
}
