import { overlaps } from '../base/span.ts';
import type { LikelySpan } from './span-choice.ts';
import type { Range } from './spans.ts';
import type { Token } from './tokens.ts';

/** Endings of addresses that reports name sites by. */
const ENDING = /^(?:com|org|net|info|gov|edu|tv|io|co|eu|ru|ua|by|uk|de|fr|it|es|pl|in|au|nz|ca|cn|jp)$/;
const LABEL = /^[a-z0-9-]+$/i;

/**
 * Spans of rows of tokens, none of which ends within the name of a site: "gazeta" of "gazeta.ru" is all of it. What then
 * stands in a likelier span is put out.
 */
export function keepSitesWhole(tokens: readonly Token[], spans: readonly LikelySpan[]): readonly LikelySpan[] {
  const sites = findSites(tokens, spans);
  if (sites.length === 0) return spans;
  const widened = spans.map((span) => {
    const near = sites.filter((site) => overlaps(site, span));
    return { ...span, start: Math.min(span.start, ...near.map(({ start }) => start)), end: Math.max(span.end, ...near.map(({ end }) => end)) }; // prettier-ignore
  });
  const kept: LikelySpan[] = [];
  for (const one of widened.toSorted((a, b) => b.chance - a.chance)) if (!kept.some((other) => overlaps(one, other))) kept.push(one); // prettier-ignore
  return kept.sort((a, b) => a.start - b.start);
}

/** The sites that a span's edge cuts. */
function findSites(tokens: readonly Token[], spans: readonly LikelySpan[]): Range[] {
  const edges = new Set(spans.flatMap(({ start, end }) => [start, end]));
  const sites: Range[] = [];
  for (const edge of edges) {
    let [start, end] = [edge, edge];
    while (isJoined(tokens, start)) start--;
    while (isJoined(tokens, end)) end++;
    if (tokens[end - 1]?.plain === '.') end--; // the sentence's own
    if (start < edge && end > edge && ENDING.test(tokens[end - 1]?.plain ?? '')) sites.push({ start, end });
  }
  return sites;
}

/** Whether the tokens on both sides of row `at` stand together as two labels of an address and its dot do. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const [left, right] = [tokens[at - 1], tokens[at]];
  if (!right || left?.end !== right.start) return false;
  return (left.plain === '.' && LABEL.test(right.plain)) || (LABEL.test(left.plain) && right.plain === '.');
}
