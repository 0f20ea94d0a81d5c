import { randomBytes } from 'node:crypto';

/**
 * What stands in a page for what is one person's own. Pages are the same for all of one role, so that one is made and kept for
 * them all; what is their own is filled in as it is sent. Random, so that no report can hold one.
 */
export interface Marks {
  readonly csrf: string;
  readonly name: string;
  /** The number of news that were not seen. */
  readonly news: string;
  /** Parts a key of what may be followed, what stands there where it is not, and where it is (`parts/follow.tsx`). */
  readonly follow: string;
  /** The id of what is followed, in the last. */
  readonly followed: string;
}

export function makeMarks(): Marks {
  const mark = (): string => `own${randomBytes(12).toString('hex')}`;
  return { csrf: mark(), name: mark(), news: mark(), follow: mark(), followed: mark() };
}
