import { overlaps } from '../../base/span.ts';
import type { Range, TaggedSpan } from '../spans.ts';
import type { MentionInput } from './mention-input.ts';
import type { Word } from './words.ts';

/**
 * Who tells what stands at a word: the tagged source nearest to the quotation, or to the content, that holds the word. A
 * quotation alone in its paragraph goes on from the speaker of the paragraph before.
 */
export function findTellers(
  { tagged, quotations, paragraphs }: Pick<MentionInput, 'tagged' | 'quotations' | 'paragraphs'>,
  words: readonly Word[],
): (word: number) => Range | null {
  const sources = tagged.filter((one) => one.role === 'source');
  const told: Range[] = [...quotations.filter((one) => one.depth === 0), ...tagged.filter((one) => one.role === 'content')]
    .sort((a, b) => a.start - b.start || b.end - a.end); // prettier-ignore
  const tellers: { readonly told: Range; readonly source: Range | null }[] = [];
  let [s, p] = [0, 0];
  const speakers: { readonly source: Range; readonly paragraph: number }[] = [];
  for (const one of told) {
    while ((paragraphs[p]?.end ?? Infinity) <= one.start) p++;
    const paragraph = paragraphs[p];
    if (!paragraph) break;
    while ((sources[s]?.end ?? Infinity) <= paragraph.start) s++;
    let [best, least] = [null as TaggedSpan | null, Infinity];
    for (let k = s; (sources[k]?.start ?? Infinity) < paragraph.end; k++) {
      const source = sources[k];
      if (!source || overlaps(source, one)) continue;
      const gap = source.end <= one.start ? one.start - source.end : source.start - one.end;
      if (gap < least) [best, least] = [source, gap];
    }
    const before = speakers.at(-1);
    const source = best ?? (before && p - before.paragraph <= 1 ? before.source : null);
    if (source) speakers.push({ source, paragraph: p });
    tellers.push({ told: one, source });
  }
  return (word) => {
    const range = words[word];
    if (!range) return null;
    // The innermost that holds the word is the last that begins before it.
    let [low, high] = [0, tellers.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((tellers[mid]?.told.start ?? Infinity) <= range.start) low = mid + 1;
      else high = mid;
    }
    for (let i = low - 1; i >= Math.max(0, low - 4); i--) {
      const one = tellers[i];
      if (one && range.end <= one.told.end) return one.source;
    }
    return null;
  };
}
