import type { Note } from '../base/note.ts';
import type { GivenFacts } from './capture.ts';
import type { Journey } from './journey.ts';
import type { KindHints } from './kind.ts';
import type { PeekedBytes } from './peeked-bytes.ts';
import type { RandomBytes } from './random-bytes.ts';

/** The bytes of one input, and what is known of them before they are read. */
export interface Contents extends KindHints {
  readonly input: string;
  readonly bytes: PeekedBytes;
  /** The same bytes where they lie, for what must be read from its end; null: they come as a stream only. */
  readonly open: (() => Promise<RandomBytes>) | null;
  readonly charset: string | null;
  readonly given: GivenFacts;
  readonly notes: readonly Note[];
  readonly journey: Journey;
}
