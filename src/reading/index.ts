/** The reading stage, for programs that bring their own article: `hearsay/reading`. */
export { openEncoder, type Encoder } from '../language/encoder.ts';
export { loadLinker, type Linker } from './assemble/linker.ts';
export { certaintyOf, type Certainty } from './certainty.ts';
export { certaintyAt } from './factuality/certainty-at.ts';
export { readArticle, type ReadingContext } from './read-article.ts';
export { readingSchema, type Act, type Attribution, type ChainLink, type Reading } from './reading.ts';
