import type { Range, TaggedSpan } from '../../language/spans.ts';

/**
 * Contents as readers mark them: without a comma, colon or dash at the end where the sentence goes on, without a closing
 * bracket that they did not open, and never a mark alone; cues whole. In PolNeAR train 12 to 100 % of contents that the network ends
 * so end there.
 */
export function mendSpans(text: string, tagged: readonly TaggedSpan[]): TaggedSpan[] {
  return joinSplitCues(text, tagged).flatMap((span) => {
    const words = text.slice(span.start, span.end);
    if (!/[\p{L}\p{N}]/u.test(words) && span.role !== 'cue') return [];
    if (span.role !== 'content') return [span];
    const end = span.start + trimEnd(words, text.slice(span.end, span.end + 2)).length;
    return end === span.end ? [span] : [{ ...span, end }];
  });
}

/** "It" and "has been reported" are one cue, which the network at times begins twice. */
function joinSplitCues(text: string, tagged: readonly TaggedSpan[]): TaggedSpan[] {
  const joined: TaggedSpan[] = [];
  for (const span of tagged) {
    const before = joined.at(-1);
    const split =
      before?.role === 'cue' &&
      span.role === 'cue' &&
      /^it$/iu.test(text.slice(before.start, before.end)) &&
      text.slice(before.end, span.start) === ' ';
    if (split) joined[joined.length - 1] = { ...span, start: before.start };
    else joined.push(span);
  }
  return joined;
}

function trimEnd(words: string, next: string): string {
  if (/[,:–—-]$/u.test(words) && /^\s?["“\p{L}\p{N}]/u.test(next)) return words.slice(0, -1).trimEnd();
  if (words.endsWith(')') && !words.includes('(')) return words.slice(0, -1);
  return words;
}

/**
 * Two contents of one telling with nothing between but a space, a comma or a colon are one ("supporters" "to monitor
 * polling places": in PolNeAR train one in 388 cases and two in 6). A new quotation after a closed one stays apart.
 */
export function joinContents(text: string, contents: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const content of contents) {
    const before = joined.at(-1);
    if (before && isOne(text, before, content)) joined[joined.length - 1] = { start: before.start, end: content.end };
    else joined.push({ start: content.start, end: content.end });
  }
  return joined;
}

function isOne(text: string, left: Range, right: Range): boolean {
  if (!/^(?:[,:]? ?|["”]? ?)$/u.test(text.slice(left.end, right.start))) return false;
  const closed = /[.?!,]["”]$|["”][.,]?$|''$/u.test(text.slice(left.start, left.end));
  return !(closed && /^["“]|^''|^``/u.test(text.slice(right.start, right.end)));
}
