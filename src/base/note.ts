import type { Span } from './span.ts';

/** A finding that does not stop the work: what was dropped, ambiguous or suspicious, with its place. */
export interface Note {
  /** A slug, `stage.finding`, for example `page.caption-removed`. Listed in docs/notes.md. */
  readonly code: string;
  /** One sentence for a person. */
  readonly what: string;
  /** The place in `report.text`; null where it is not in the text any more, or concerns the whole. */
  readonly span: Span | null;
}
