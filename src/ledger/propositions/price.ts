import type { TaggedWord } from '../../language/parts-of-speech.ts';

/** What passes a thing on for money. */
const TRADE = /\b(?:buy(?:s|ing)?|bought|acquir\w+|purchas\w+|sell(?:s|ing)?|sold|sale|take ?over|merge\w*|deal|acquisition|bid|pay(?:s|ing)?|paid)\b/iu; // prettier-ignore
const PRICE =
  /(?:,?\s*\b(?:for|in|at|with)\s+(?:(?:an?|the)\s+)?(?:(?:deal|transaction|sale|takeover|agreement|price|cash|stock|bid)[\s\w-]{0,30}?\s)?)(?:(?:which|that)\s+(?:is|was)\s+)?(?:(?:an\s+)?(?:estimated|reported|reportedly|valued|worth|more than|over|at least|about|around|roughly|approximately|nearly|almost|up to|some|at|a|whopping|of)\s+)*(?:US|C|A)?[$£€¥]\s?\d[\d.,]*(?:\s?(?:thousand|million|billion|trillion|bn|mn|m|b|k)\b)?(?:-plus|\+)?(?:\s+(?:deal|in cash|in stock))?/iu;

/**
 * A trade's price is a proposition of its own: "is to buy Holm Games | for more than $2 billion". The price stands with its
 * preposition; `main` is the clause without it. Without a trade or a sum, all is main.
 */
export function cutPrice(
  text: string,
  clause: readonly TaggedWord[],
): { readonly main: readonly TaggedWord[]; readonly price: readonly TaggedWord[] } {
  // prettier-ignore
  const [first, last] = [clause[0], clause.at(-1)];
  if (!first || !last) return { main: clause, price: [] };
  const whole = text.slice(first.start, last.end);
  const match = PRICE.exec(whole);
  if (!match || !TRADE.test(whole.slice(0, match.index))) return { main: clause, price: [] };
  const [start, end] = [first.start + match.index, first.start + match.index + match[0].length];
  const price = clause.filter((word) => word.start >= start && word.end <= end && word.text !== ',');
  const main = clause.filter((word) => word.end <= start || word.start >= end);
  return main.length < 3 ? { main: clause, price: [] } : { main: trimComma(main), price };
}

/** A clause that states what a deal is worth, whatever its verb: "the deal would value Holm at $2 billion". */
export function statesPrice(text: string): boolean {
  return /[$£€¥]\s?\d/u.test(text) && /\b(?:valu(?:e|es|ed|ation)|worth|price[ds]?|cost(?:s|ing)?)\b/iu.test(text) && /\b(?:deal|transaction|sale|takeover|acquisition|purchase|valuation|value[ds]?|it|company|merger)\b/iu.test(text); // prettier-ignore
}

function trimComma(words: readonly TaggedWord[]): readonly TaggedWord[] {
  return words.at(-1)?.text === ',' ? words.slice(0, -1) : words;
}
