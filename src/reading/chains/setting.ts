import type { Range } from '../../language/spans.ts';
import type { Entity } from '../../language/mentions.ts';
import type { Link } from '../../page/article.ts';
import type { Attribution, ChainLink } from '../reading.ts';
import type { Publisher } from './publisher.ts';

/** The parts of an attribution that a chain is read from; offsets into the text of the setting. */
export interface Told {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** Own voice has no source and no cue, and so no link beyond outlet and wire. */
  readonly voice?: Attribution['voice'];
}

/** An attribution whose chain is known. */
export interface Turn extends Told {
  readonly chain: readonly ChainLink[];
  /** It stands in another's content. */
  readonly nested: boolean;
}

/** What a chain is read in: the text, what is known of it, and what was told before this attribution. */
export interface Setting {
  readonly article: Publisher;
  readonly text: string;
  readonly sentences: readonly Range[];
  readonly links: readonly Link[];
  /** Insides of quotations, in text order. */
  readonly quotations: readonly Range[];
  readonly entities: readonly Entity[];
  /** Every attribution of the text. */
  readonly tellings: readonly Told[];
  /** Who tells what this one stands in; null for what the report itself tells of. */
  readonly holder: ChainLink | null;
  /** Those before this one, in text order. */
  readonly turns: readonly Turn[];
}

export function startOf({ source, cue, content }: Told): number {
  return Math.min(...[...source, ...cue, ...content].map((part) => part.start));
}

export function endOf({ source, cue, content }: Told): number {
  return Math.max(...[...source, ...cue, ...content].map((part) => part.end));
}

/** Where source and cue stand: what a chain is read from. Content for a telling without either. */
export function anchorOf(told: Told): Range {
  const parts = told.source.length + told.cue.length > 0 ? [...told.source, ...told.cue] : told.content;
  return { start: Math.min(...parts.map((part) => part.start)), end: Math.max(...parts.map((part) => part.end)) };
}

/** The sentences that a stretch touches, as one range; the stretch itself where it lies in none. */
export function sentenceAround(sentences: readonly Range[], { start, end }: Range): Range {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const first = sentences[low];
  if (!first || first.start >= end) return { start, end };
  let last = first;
  for (let i = low + 1; (sentences[i]?.start ?? Infinity) < end; i++) last = sentences[i] ?? last;
  return { start: Math.min(start, first.start), end: Math.max(end, last.end) };
}

export function isInside(at: number, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start <= at && at < range.end);
}

/** The speaker's links, and the turn with whose chain they go on. */
export interface Spoken {
  readonly links: readonly ChainLink[];
  readonly turn: Turn | null;
}

export function spokenBy(...links: readonly ChainLink[]): Spoken {
  return { links, turn: null };
}
