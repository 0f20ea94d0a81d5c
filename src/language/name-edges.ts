import { isTitle } from './heads.ts';
import type { LikelySpan } from './span-choice.ts';
import type { Token } from './tokens.ts';

/**
 * Names with their edges mended: no mark but a full stop stands at an end ("Saltmere," and "Jo ("), a title alone is nobody's
 * name ("Sen" of "Sen. Holm", "Mrs"), and what stands behind an initial goes on with it ("Paul D." and "Holm"). Rows of
 * tokens throughout; `told` in the order of the text.
 */
export function mendNameEdges(tokens: readonly Token[], told: readonly LikelySpan[]): LikelySpan[] {
  const names: LikelySpan[] = [];
  for (const span of told) {
    let { start, end } = span;
    while (end > start && isMark(tokens[end - 1])) end--;
    while (end > start && isMark(tokens[start])) start++;
    if (start === end || isBareTitle(tokens, start, end) || isArticle(tokens, start, end)) continue;
    if (isArticle(tokens, start - 1, start) && told.some((one) => one.start === start - 1 && one.end === start))
      start--;
    const before = names.at(-1);
    if (before?.end === start && isInitialBefore(tokens, start)) names[names.length - 1] = { ...before, end };
    else names.push({ ...span, start, end });
  }
  return names;
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && token.plain !== '.' && !/[\p{L}\p{N}]/u.test(token.plain);
}

/** "Sen", "Mrs" or "Lt. Col.": titles that are cut short, and nothing else. */
function isBareTitle(tokens: readonly Token[], start: number, end: number): boolean {
  return tokens.slice(start, end).every(({ plain }) => plain === '.' || isTitle(`${plain}.`));
}

/** "The" of "The Hague", which the network may take for a name of its own. */
function isArticle(tokens: readonly Token[], start: number, end: number): boolean {
  return end - start === 1 && tokens[start]?.plain === 'The';
}

/** Whether row `at` stands one space behind "D." */
function isInitialBefore(tokens: readonly Token[], at: number): boolean {
  const [letter, dot, next] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  return (
    dot?.plain === '.' &&
    /^\p{Lu}$/u.test(letter?.plain ?? '') &&
    letter?.end === dot.start &&
    next?.start === dot.end + 1
  );
}
