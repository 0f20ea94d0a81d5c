import type { Note } from '../base/note.ts';
import type { Article } from '../page/article.ts';
import type { Entity } from './mentions.ts';
import type { Place } from './places/place.ts';
import type { Quotation } from './quotes.ts';
import type { SenseGrid } from './sense.ts';
import type { TimeExpression } from './times/times.ts';
import type { Name, Range, TaggedSpan } from './spans.ts';

/** An article, or its title, or one content of it, with the roles that the network marks. All offsets are into `text`. */
export interface TaggedText {
  readonly article: Article;
  readonly text: string;
  readonly paragraphs: readonly Range[];
  readonly sentences: readonly Range[];
  readonly tagged: readonly TaggedSpan[];
}

/** An article, or its title, with all that the language stage finds: who, when and where. */
export interface Document extends TaggedText {
  readonly names: readonly Name[];
  readonly quotations: readonly Quotation[];
  readonly entities: readonly Entity[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly Place[];
  readonly sense: SenseGrid;
  readonly notes: readonly Note[];
}
