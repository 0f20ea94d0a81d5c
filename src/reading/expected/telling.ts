import type { Act } from '../reading.ts';

/** What the words around a content say of how it was told. */
export interface Telling {
  /** The report's own words, which promise nothing. */
  readonly own: boolean;
  readonly act: Act | null;
  /** The cue is in the past ("said"), so that a "would" in the content is a "will" told later. */
  readonly past: boolean;
  /** The cue tells of something tried, decided or meant in the past: "attempted", "sought". */
  readonly tried: boolean;
  /** The cue ends in "to", or the content opens with a "to" and a quotation: what follows is its infinitive. */
  readonly to: boolean;
  /** In the speaker's own words, where a "would" is no "will" told later. */
  readonly direct: boolean;
  /** A time still ahead stands in the sentence. */
  readonly timeAhead: boolean;
}
