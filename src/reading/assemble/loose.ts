import type { Draft } from './draft.ts';
import type { Layout, Placed } from './layout.ts';

/** A quotation goes on with the speaker of a telling at most this many paragraphs before it. */
const FLOAT_REACH = 1;

/**
 * A content that no cue took. A quotation goes on with whoever spoke last, in its own or the paragraph before; any other
 * takes the free source that a colon ties to it ("SMITH: I never said that"). Null where neither is there.
 */
export function placeLoose(
  loose: Draft,
  whole: readonly Draft[],
  layout: Layout,
  used: ReadonlySet<Placed>,
): Draft | null {
  const content = loose.contents[0];
  if (!content) return null;
  const source = speakerBefore(content, layout, used) ?? (content.opensQuote ? lastSpeaker(content, whole) : null);
  return source ? { ...loose, source } : null;
}

function speakerBefore(content: Placed, layout: Layout, used: ReadonlySet<Placed>): Placed | null {
  const before = layout.placed[content.index - 1];
  if (before?.span.role !== 'source' || used.has(before)) return null;
  return before.paragraph === content.paragraph && layout.between[before.index]?.trim() === ':' ? before : null;
}

function lastSpeaker(content: Placed, whole: readonly Draft[]): Placed | null {
  const before = whole.findLast((draft) => draft.contents.every((x) => x.index < content.index));
  const last = before?.contents.at(-1);
  return before && last && content.paragraph - last.paragraph <= FLOAT_REACH ? before.source : null;
}
