import type { Note } from '../base/note.ts';
import type { Span } from '../base/span.ts';

export interface Link extends Span {
  readonly href: string;
}

export type ReportKind = 'news' | 'opinion' | 'live' | 'statement' | 'transcript' | 'unknown';
export type PublishedFrom = 'given' | 'metadata' | 'page' | 'inferred';

/** What a page's story is. `text` never changes after this stage: every later span is an offset into it, or into `title`. */
export interface Article {
  readonly id: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  /** The agency credited, apart from the outlet that carries it: "Reuters". */
  readonly wire: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly kind: ReportKind;
  /** ISO 8601 date or date-time with offset, or EDTF, or null. Never today (contract §2.7). */
  readonly published: string | null;
  readonly publishedFrom: PublishedFrom | null;
  readonly modified: string | null;
  readonly captured: string | null;
  /** BCP 47 primary language, or null where the text is too short to tell. */
  readonly language: string | null;
  readonly text: string;
  readonly links: readonly Link[];
  readonly extra: Readonly<Record<string, unknown>>;
  /** Places of `text` that are no story (captions, bylines, newsletter lines): read in no voice. In text order. */
  readonly noStory: readonly Span[];
  readonly notes: readonly Note[];
}
