import { NAME_STEPS, namesOf, spansOf } from './labels.ts';
import { cutCompounds } from './compound-names.ts';
import { findRepeats } from './repeated-names.ts';
import { joinPeoples } from './whole-peoples.ts';
import { mendNameEdges } from './name-edges.ts';
import { keepSitesWhole } from './whole-sites.ts';
import { settleKinds } from './name-kinds.ts';
import { chooseSpans, NAME_CHOICE, ROLE_CHOICE } from './span-choice.ts';
import type { Encoder } from './encoder.ts';
import type { Scores } from './runtime.ts';
import type { Name, Range, TaggedSpan } from './spans.ts';
import { tokenize, type Token } from './tokens.ts';

/** The tokens of a text's blocks, as the network scored them in one pass. */
export interface ScoredBlocks {
  readonly tokens: readonly Token[];
  /** Where each block that holds a token begins and ends, in tokens. */
  readonly edges: readonly Range[];
  readonly scores: Scores;
}

/**
 * The `blocks` of a text (its paragraphs; or the parts of one content), scored together, in each other's context. They are
 * decoded one by one: a span never crosses a paragraph, so that what goes wrong in one (an odd quotation mark) stays there.
 */
export async function scoreBlocks(encoder: Encoder, text: string, blocks: readonly Range[]): Promise<ScoredBlocks> {
  const tokens: Token[] = [];
  const edges: Range[] = [];
  for (const block of blocks) {
    const start = tokens.length;
    for (const token of tokenize(text, block)) tokens.push(token);
    if (tokens.length > start) edges.push({ start, end: tokens.length });
  }
  return { tokens, edges, scores: await encoder.score(tokens) };
}

/** Sources, cues and contents. */
export function findRoles({ tokens, edges, scores: { roles } }: ScoredBlocks, encoder: Encoder): TaggedSpan[] {
  return edges.flatMap(({ start, end }) =>
    spansOf(keepSitesWhole(tokens, chooseSpans(roles, start, end, encoder.transitions, ROLE_CHOICE)), roles, tokens),
  );
}

export function findNames({ tokens, edges, scores: { names } }: ScoredBlocks): Name[] {
  const chosen = edges
    .flatMap(({ start, end }) => chooseSpans(names, start, end, NAME_STEPS, NAME_CHOICE))
    .filter(({ end }) => tokens[end]?.plain !== '$'); // "US$ 20,000" names nobody
  const told = mendNameEdges(tokens, joinPeoples(tokens, chosen));
  const all = [...told, ...findRepeats(tokens, edges, told)].sort((a, b) => a.start - b.start);
  return cutCompounds(tokens, settleKinds(namesOf(all, names, tokens)));
}
