import type { Range, TaggedSpan } from './document.ts';
import type { Encoder } from './encoder.ts';
import { decodeLabels, spansOf } from './labels.ts';
import { tokenize, type Token } from './tokens.ts';

/**
 * Sources, cues and contents in the `blocks` of a text (its paragraphs; or the parts of one content). The blocks are
 * scored together, in each other's context, and decoded one by one: a span never crosses a paragraph, so that what goes
 * wrong in one (an odd quotation mark) stays there.
 */
export async function tagBlocks(encoder: Encoder, text: string, blocks: readonly Range[]): Promise<TaggedSpan[]> {
  const tokens: Token[] = [];
  const edges: Range[] = [];
  for (const block of blocks) {
    const start = tokens.length;
    for (const token of tokenize(text, block)) tokens.push(token);
    if (tokens.length > start) edges.push({ start, end: tokens.length });
  }
  if (tokens.length === 0) return [];
  const logp = await encoder.score(tokens);
  return edges.flatMap(({ start, end }) =>
    spansOf(decodeLabels(logp, start, end, encoder.transitions), logp, tokens, start),
  );
}
