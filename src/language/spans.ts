export type Role = 'source' | 'cue' | 'content';
export const ROLES: readonly Role[] = ['source', 'cue', 'content'];

/** Half-open UTF-16 offsets into the document's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch that the network gives one role. */
export interface TaggedSpan extends Range {
  readonly role: Role;
  /** Mean probability of its tokens, 0–1. */
  readonly score: number;
  /** The chance that a span of this role begins and ends just there, 0–1. */
  readonly chance: number;
}

export type NameKind = 'person' | 'organization' | 'place' | 'demonym' | 'other';

/** A stretch that the network takes for a name, without title and article: "Jane Doe", "Health Ministry", "Norwegian". */
export interface Name extends Range {
  readonly kind: NameKind;
  /** Mean probability of its tokens, 0–1. */
  readonly score: number;
}
