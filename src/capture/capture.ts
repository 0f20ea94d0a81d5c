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
}
