import type { HearsayError } from '../base/error.ts';
import type { Note } from '../base/note.ts';

/** What the input says of itself, or the user says of it: stronger than what the page says. */
export interface GivenFacts {
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly captured?: string;
  readonly section?: string;
  readonly authors?: readonly string[];
  readonly language?: string;
  /** Columns of a report table that have no place of their own; they come back in `report.extra`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type CaptureKind = 'html' | 'text' | 'markdown';

/** The bytes of one report at one moment, unchanged (contract §1). */
export interface Capture {
  /** The input as given; one of many: `reports.jsonl:17`. */
  readonly input: string;
  readonly kind: CaptureKind;
  readonly bytes: Uint8Array;
  /** Charset declared outside the bytes (an HTTP or MIME header), or null. `'utf-8'` where the bytes came from a JSON string. */
  readonly charset: string | null;
  readonly given: GivenFacts;
  /** Findings of this stage (a redirect, files skipped beside it): they belong with the article's notes. Absent: none. */
  readonly notes?: readonly Note[];
}

/** An input, or one report of it, that could not be captured. The others are captured all the same. */
export interface CaptureFailure {
  readonly input: string;
  readonly error: HearsayError;
  readonly notes?: readonly Note[];
}

export type CaptureResult = Capture | CaptureFailure;

export function isCaptureFailure(result: CaptureResult): result is CaptureFailure {
  return 'error' in result;
}
