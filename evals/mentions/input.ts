import type { Name, TaggedSpan } from '../../src/language/spans.ts';
import type { MentionInput } from '../../src/language/mentions/input.ts';
import { findParagraphs } from '../../src/language/paragraphs.ts';
import { findQuotations } from '../../src/language/quotes.ts';
import { findSentences } from '../../src/language/sentences.ts';
import { tokenize } from '../../src/language/tokens.ts';

/** What the language stage has found in a text when mentions are looked for. */
export function makeInput(text: string, names: readonly Name[], tagged: readonly TaggedSpan[]): MentionInput {
  const paragraphs = findParagraphs(text);
  return {
    ...{ text, names, tagged, paragraphs },
    sentences: findSentences(text, paragraphs),
    quotations: findQuotations(text, paragraphs).quotations,
    tokens: tokenize(text),
  };
}
