import type { Name, Range, TaggedSpan } from './spans.ts';
import type { Encoder } from './encoder.ts';
import { decodeLabels, NAME_STEPS, namesOf, spansOf } from './labels.ts';
import { tokenize, type Token } from './tokens.ts';

/** What the two heads mark. */
export interface Marks {
  readonly tokens: readonly Token[];
  readonly tagged: TaggedSpan[];
  readonly names: Name[];
}

/**
 * Sources, cues and contents, and names, in the `blocks` of a text (its paragraphs; or the parts of one content). The
 * blocks are scored together, in each other's context, and decoded one by one: a span never crosses a paragraph, so that
 * what goes wrong in one (an odd quotation mark) stays there.
 */
export async function tagBlocks(encoder: Encoder, text: string, blocks: readonly Range[]): Promise<Marks> {
  const tokens: Token[] = [];
  const edges: Range[] = [];
  for (const block of blocks) {
    const start = tokens.length;
    for (const token of tokenize(text, block)) tokens.push(token);
    if (tokens.length > start) edges.push({ start, end: tokens.length });
  }
  if (tokens.length === 0) return { tokens, tagged: [], names: [] };
  const { roles, names } = await encoder.score(tokens);
  return {
    tokens,
    tagged: edges.flatMap(({ start, end }) =>
      spansOf(decodeLabels(roles, start, end, encoder.transitions), roles, tokens, start),
    ),
    names: edges.flatMap(({ start, end }) =>
      namesOf(decodeLabels(names, start, end, NAME_STEPS), names, tokens, start),
    ),
  };
}
