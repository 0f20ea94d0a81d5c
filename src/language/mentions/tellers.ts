import { overlaps } from '../../base/span.ts';
import type { Range, TaggedSpan } from '../spans.ts';
import type { MentionInput } from './input.ts';
import type { Word } from './words.ts';

export interface Tellers {
  /** The source of what stands at a word, or null. */
  sourceOf(word: number): Range | null;
  /** What the source that a word stands in tells, or null. */
  toldBy(word: number): Range | null;
}

/**
 * Who tells what stands at a word: the tagged source nearest to the quotation, or to the content, that holds the word. A
 * quotation alone in its paragraph goes on from the speaker of the paragraph before.
 */
export function findTellers(
  { tagged, quotations, paragraphs }: Pick<MentionInput, 'tagged' | 'quotations' | 'paragraphs'>,
  words: readonly Word[],
): Tellers {
  const sources = tagged.filter((one) => one.role === 'source');
  const told: Range[] = [...quotations.filter((one) => one.depth === 0), ...tagged.filter((one) => one.role === 'content')]
    .sort((a, b) => a.start - b.start || b.end - a.end); // prettier-ignore
  const tellers: { readonly told: Range; readonly source: Range | null }[] = [];
  let [s, p] = [0, 0];
  let last: { readonly source: Range; readonly paragraph: number } | null = null;
  for (const one of told) {
    while ((paragraphs[p]?.end ?? Infinity) <= one.start) p++;
    const paragraph = paragraphs[p];
    if (!paragraph) break;
    while ((sources[s]?.end ?? Infinity) <= paragraph.start) s++;
    let best: TaggedSpan | null = null;
    let least = Infinity;
    for (let k = s; (sources[k]?.start ?? Infinity) < paragraph.end; k++) {
      const source = sources[k];
      if (!source || overlaps(source, one)) continue;
      const gap = source.end <= one.start ? one.start - source.end : source.start - one.end;
      if (gap < least) {
        best = source;
        least = gap;
      }
    }
    const source: Range | null = best ?? (last && p - last.paragraph <= 1 ? last.source : null);
    if (source) last = { source, paragraph: p };
    tellers.push({ told: one, source });
  }
  const starts = tellers.map((one) => one.told.start);
  const sourceStarts = sources.map((one) => one.start);
  const sourceOf = (word: number): Range | null => {
    const range = words[word];
    if (!range) return null;
    // The innermost that holds the word is the last that begins before it.
    const low = countBefore(starts, range.start);
    for (let i = low - 1; i >= Math.max(0, low - 4); i--) {
      const one = tellers[i];
      if (one && range.end <= one.told.end) return one.source;
    }
    return null;
  };
  const bySource = new Map<number, Range>();
  for (const one of tellers)
    if (one.source && !bySource.has(one.source.start)) bySource.set(one.source.start, one.told);
  const toldBy = (word: number): Range | null => {
    const at = words[word]?.start ?? -1;
    const source = sources[countBefore(sourceStarts, at) - 1];
    return source && at < source.end ? (bySource.get(source.start) ?? null) : null;
  };
  return { sourceOf, toldBy };
}

/** How many of the sorted numbers are at most `limit`. */
function countBefore(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] ?? Infinity) <= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}
