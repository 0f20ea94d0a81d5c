import type { Attribution } from '../../reading/reading.ts';

export type MarkRole = 'content' | 'source' | 'cue';

/** One stretch of the report to be marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly role: MarkRole;
  /** The number of its attribution, from 1: own-voice statements are not marked and have none. */
  readonly number: number;
  /** 1 for what the report attributes itself, 2 for an attribution inside such a content, and so on. */
  readonly depth: number;
}

/** A stretch between two boundaries, with the marks over it, outermost first. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

const ROLE_ORDER: Readonly<Record<MarkRole, number>> = { content: 0, source: 1, cue: 2 };

/** The attributions that someone is credited with, each with the number that it is printed with. */
export function numberAttributions(attributions: readonly Attribution[], from = 1): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { id, voice } of attributions) if (voice === 'attributed') numbers.set(id, from + numbers.size);
  return numbers;
}

/** The marks of all attributed spans, in the order in which they open, the wider first. */
export function collectMarks(attributions: readonly Attribution[], numbers: ReadonlyMap<string, number>): Mark[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  const marks: Mark[] = [];
  for (const attribution of attributions) {
    const number = numbers.get(attribution.id);
    if (number === undefined) continue;
    const depth = measureDepth(attribution, byId);
    for (const role of ['content', 'source', 'cue'] as const)
      for (const { start, end } of attribution[role]) if (start < end) marks.push({ start, end, role, number, depth });
  }
  return marks.sort(compareMarks);
}

function compareMarks(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end || a.depth - b.depth || ROLE_ORDER[a.role] - ROLE_ORDER[b.role];
}

function measureDepth(attribution: Attribution, byId: ReadonlyMap<string, Attribution>): number {
  const seen = new Set<string>();
  let depth = 1;
  for (let parent = attribution.parent; parent !== null && !seen.has(parent); depth++) {
    seen.add(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return depth;
}

/**
 * The text cut at every boundary of a mark: spans may cross (a source that ends inside a content), so each stretch
 * says which marks lie over it. Covers `[0, length)` without a gap.
 */
export function splitAtBoundaries(length: number, marks: readonly Mark[]): Segment[] {
  const inside = (offset: number): number => Math.min(Math.max(offset, 0), length);
  const boundaries = [...new Set([0, length, ...marks.flatMap((mark) => [inside(mark.start), inside(mark.end)])])];
  boundaries.sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  let active: Mark[] = [];
  for (const [i, start] of boundaries.entries()) {
    const end = boundaries[i + 1];
    if (end === undefined) break;
    active = active.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark !== undefined && mark.start <= start; mark = marks[++next])
      if (mark.end > start) active.push(mark);
    segments.push({ start, end, marks: active.toSorted(compareMarks) });
  }
  return segments;
}

/** How many marks from the outside two stretches have in common: what lies deeper is closed and opened between them. */
export function countShared(before: readonly Mark[], after: readonly Mark[]): number {
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared++;
  return shared;
}
