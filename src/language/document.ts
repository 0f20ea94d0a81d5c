import type { Note } from '../base/note.ts';
import type { Article } from '../page/article.ts';
import type { Entity } from './mentions.ts';
import type { Place } from './places/place.ts';
import type { Quotation } from './quotes.ts';
import type { TimeExpression } from './times/times.ts';
import type { Token } from './tokens.ts';

export type Role = 'source' | 'cue' | 'content';
export const ROLES: readonly Role[] = ['source', 'cue', 'content'];

/** Half-open UTF-16 offsets into the document's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch that the network gives one role. `score`: mean probability of its tokens, 0–1. */
export interface TaggedSpan extends Range {
  readonly role: Role;
  readonly score: number;
  /** Chances that it begins just there, and that it ends just there, 0–1. */
  readonly edges?: readonly [number, number];
}

export type NameKind = 'person' | 'organization' | 'place' | 'demonym' | 'other';

/** A stretch that the network takes for a name, without title and article: "Jane Doe", "Health Ministry", "Norwegian". */
export interface Name extends Range {
  readonly kind: NameKind;
  /** Mean probability of its tokens, 0–1. */
  readonly score: number;
}

/** An article, or its title, or one content of it, with what the network marks in it. All offsets are into `text`. */
export interface TaggedText {
  readonly article: Article;
  readonly text: string;
  readonly paragraphs: readonly Range[];
  readonly sentences: readonly Range[];
  readonly tokens: readonly Token[];
  readonly tagged: readonly TaggedSpan[];
  readonly names: readonly Name[];
}

/** An article, or its title, with all that the language stage finds: who, when and where. */
export interface Document extends TaggedText {
  readonly quotations: readonly Quotation[];
  readonly entities: readonly Entity[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly Place[];
  readonly notes: readonly Note[];
}
