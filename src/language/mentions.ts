import type { Range } from './document.ts';

/** One way in which a text speaks of somebody; `why` it is theirs: "name", "pronoun", … */
export interface Mention extends Range {
  readonly why: string;
}

/** A person, body or place that a text names, with everything by which it speaks of it. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organization' | 'government' | 'outlet' | 'place' | 'unknown';
  /** Only where the text says so. */
  readonly gender: 'woman' | 'man' | null;
  readonly mentions: readonly Mention[];
}
