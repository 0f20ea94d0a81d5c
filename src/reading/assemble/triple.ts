import type { Range, Role } from '../../language/spans.ts';

/** One act of telling as spans of the document's text: an attribution before it has an act, a chain or a voice. */
export interface Triple {
  /** Empty: the text names no source. */
  readonly source: readonly Range[];
  /** Empty: a content that no cue introduces, such as a quotation that floats. */
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** Chance that all spans of all three roles are exactly those a reader would mark, 0–1. */
  readonly score: number;
  /** Calibrated chance that source, cue and content each overlap the right ones, 0–1. */
  readonly confidence: number;
  /** What both chances were computed from, by name: kept for fitting them and for the reliability table. */
  readonly features: readonly string[];
  /**
   * Place in the same list of the telling whose content holds this one: in "According to X, their sources claimed that Y"
   * the second stands within the first. Null for most.
   */
  readonly within: number | null;
}

/** A tagged span that no triple uses, and why. */
export interface Orphan extends Range {
  readonly role: Role;
  /** `weak`: it stood in a triple that is too unlikely to be right (see WEAK). */
  readonly reason: 'source-without-cue' | 'cue-without-content' | 'content-without-cue' | 'weak';
}

/** The triples of a document in text order, and the tagged spans that none of them uses. */
export interface Assembly {
  readonly triples: readonly Triple[];
  readonly orphans: readonly Orphan[];
}

/** From where a triple begins to where it ends, whatever stands between. */
export function hullOf({ source, cue, content }: Pick<Triple, 'source' | 'cue' | 'content'>): Range {
  const parts = [...source, ...cue, ...content];
  return { start: Math.min(...parts.map((x) => x.start)), end: Math.max(...parts.map((x) => x.end)) };
}
