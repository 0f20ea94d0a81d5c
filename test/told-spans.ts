import type { LikelySpan } from '../src/language/span-choice.ts';
import { tokenize, type Token } from '../src/language/tokens.ts';

/** A text's tokens, and the rows that `told` takes up, by their words: the first occurrences after each other. */
export function tellSpans(
  text: string,
  told: readonly string[],
): { readonly tokens: readonly Token[]; readonly spans: readonly LikelySpan[] } {
  const tokens = tokenize(text, { start: 0, end: text.length });
  let from = 0;
  const spans = told.map((words) => {
    const at = text.indexOf(words, from);
    from = at + words.length;
    const start = tokens.findIndex((token) => token.start === at);
    return { begin: 1, chance: 1, start, end: tokens.findIndex((token) => token.end === from) + 1 };
  });
  return { tokens, spans };
}

/** The words of rows of tokens. */
export function wordsOf(text: string, tokens: readonly Token[], spans: readonly LikelySpan[]): string[] {
  return spans.map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
}
