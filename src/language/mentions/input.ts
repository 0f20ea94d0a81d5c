import type { Name, Range, TaggedSpan } from '../spans.ts';
import type { Quotation } from '../quotes.ts';
import type { Token } from '../tokens.ts';

/** What mentions are found in. All offsets are into `text`. */
export interface MentionInput {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Range[];
  readonly paragraphs: readonly Range[];
  readonly names: readonly Name[];
  readonly quotations: readonly Quotation[];
  readonly tagged: readonly TaggedSpan[];
}
