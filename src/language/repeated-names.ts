import type { LikelySpan } from './span-choice.ts';
import type { Range } from './spans.ts';
import type { Token } from './tokens.ts';

/** A name of one word must be told so often before it is one everywhere: "State" once may be anything. */
const OFTEN = 2;

/**
 * The places where the network passed over a name that it told elsewhere in the text, twice or more where it is of one word:
 * the same words by case, in no other name, and with no further capital behind them ("Harbour" of "Harbour Board" is none in
 * "Harbour Secretary"). `edges`: blocks, which no name crosses; rows of tokens throughout. GUM news, five-fold: .3 of F1.
 */
export function findRepeats(
  tokens: readonly Token[],
  edges: readonly Range[],
  told: readonly LikelySpan[],
): LikelySpan[] {
  const taken = new Uint8Array(tokens.length);
  const byWords = new Map<string, { readonly span: LikelySpan; count: number }>();
  for (const span of told) {
    taken.fill(1, span.start, span.end);
    const key = wordsOf(tokens, span.start, span.end);
    const known = byWords.get(key);
    if (known) known.count++;
    else if (key.length > 2 && /^\p{Lu}/u.test(key)) byWords.set(key, { span, count: 1 });
  }
  for (const [key, { span, count }] of byWords) if (span.end - span.start === 1 && count < OFTEN) byWords.delete(key);
  if (byWords.size === 0) return [];
  const lengths = [...new Set([...byWords.values()].map(({ span }) => span.end - span.start))].sort((a, b) => b - a);
  const found: LikelySpan[] = [];
  for (const { start, end } of edges)
    for (let at = start; at < end; at++) {
      if (taken[at] === 1 || !/^\p{Lu}/u.test(tokens[at]?.plain ?? '')) continue;
      const length = lengths.find((n) => at + n <= end && byWords.has(wordsOf(tokens, at, at + n)));
      if (length === undefined || taken.subarray(at, at + length).includes(1)) continue;
      const next = at + length < end ? tokens[at + length] : undefined;
      if (next && taken[at + length] === 0 && /^\p{Lu}/u.test(next.plain)) continue;
      const known = byWords.get(wordsOf(tokens, at, at + length));
      if (known) found.push({ ...known.span, start: at, end: at + length });
      at += length - 1;
    }
  return found;
}

function wordsOf(tokens: readonly Token[], start: number, end: number): string {
  return tokens.slice(start, end).map(({ plain }) => plain).join(' '); // prettier-ignore
}
