import type { Note } from '../base/note.ts';
import { isWithin, makeSpan, overlaps } from '../base/span.ts';
import type { Range } from '../language/spans.ts';

/** What nesting needs to know of an assembled triple; offsets into the article. */
export interface Telling {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** Place in its own list of the telling that holds it, where assembly has seen that; null for most. */
  readonly within: number | null;
}

export interface Nested<T extends Telling> {
  readonly telling: T;
  /** `a1`, `a2`, … in text order. */
  readonly id: string;
  readonly parent: string | null;
}

/** "A said that B said that C said …": five levels are beyond what any report was seen to hold. */
export const MAX_DEPTH = 5;

interface Placed<T> {
  readonly telling: T;
  readonly parent: Placed<T> | null;
  readonly depth: number;
}

/**
 * One list of tellings with parents, from those of the whole text and, for each, those found when its content was read
 * alone (`inner`, which may hold entries for its own tellings in turn). An inner telling is kept that has a cue or a
 * source, lies inside its parent's content, does not give that content back whole, and was not found already. Never
 * throws; one deeper than `MAX_DEPTH` is left out with a note.
 */
export function nestAttributions<T extends Telling>(
  text: string,
  outer: readonly T[],
  inner: ReadonlyMap<T, readonly T[]>,
): { readonly nested: readonly Nested<T>[]; readonly notes: readonly Note[] } {
  const placed = placeList(outer, null, () => true);
  const notes: Note[] = [];
  // Grows while it is walked: each telling's inner ones are placed behind it and walked in their turn.
  for (const parent of placed) {
    const found = inner.get(parent.telling) ?? [];
    for (const child of placeList(found, parent, (telling) => isInside(text, telling, parent.telling))) {
      if (child.depth > MAX_DEPTH) notes.push(noteOf(text, child.telling));
      else if (!isHeld(child, placed)) placed.push(child);
    }
  }
  placed.sort(byPlace);
  const ids = new Map(placed.map((one, i) => [one, `a${i + 1}`]));
  const nested = placed.map((one) => ({
    telling: one.telling,
    id: ids.get(one) ?? '',
    parent: one.parent ? (ids.get(one.parent) ?? null) : null,
  }));
  return { nested, notes };
}

/** Places those to keep of a list under `parent`; one that stands `within` another that is kept goes under that one. */
function placeList<T extends Telling>(
  list: readonly T[],
  parent: Placed<T> | null,
  keep: (telling: T) => boolean,
): Placed<T>[] {
  const done = new Map<T, Placed<T>>();
  const place = (telling: T, seen: ReadonlySet<T>): Placed<T> => {
    const held = done.get(telling);
    if (held) return held;
    const holder = telling.within === null ? undefined : list[telling.within];
    // A ring of `within` would be a fault of assembly; it must not hang a reading.
    const above = holder && keep(holder) && !seen.has(holder) ? place(holder, new Set([...seen, telling])) : parent;
    const one = { telling, parent: above, depth: (above?.depth ?? 0) + 1 };
    done.set(telling, one);
    return one;
  };
  return list.filter(keep).map((telling) => place(telling, new Set([telling])));
}

function isInside(text: string, telling: Telling, parent: Telling): boolean {
  if (telling.cue.length + telling.source.length === 0) return false;
  const parts = [...telling.source, ...telling.cue, ...telling.content];
  const inside = parts.every((part) => isWithin(part, parent.content));
  return inside && countWords(text, telling.content) < countWords(text, parent.content);
}

function countWords(text: string, ranges: readonly Range[]): number {
  return ranges.reduce(
    (sum, { start, end }) => sum + (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );
}

/** The same telling, found by both readings: its cue (or, where it has none, its content) overlaps that of another. */
function isHeld<T extends Telling>(child: Placed<T>, placed: readonly Placed<T>[]): boolean {
  const anchor = child.telling.cue.length > 0 ? child.telling.cue : child.telling.content;
  return placed.some((other) => {
    const theirs = other.telling.cue.length > 0 ? other.telling.cue : other.telling.content;
    return other.depth > 0 && other !== child.parent && anchor.some((a) => theirs.some((b) => overlaps(a, b))) && !holds(other, child); // prettier-ignore
  });
}

/** A cue-less telling's content is its anchor, and holds what is told inside it: that is no duplicate. */
function holds<T extends Telling>(other: Placed<T>, child: Placed<T>): boolean {
  for (let up = child.parent; up; up = up.parent) if (up === other) return true;
  return false;
}

function byPlace<T extends Telling>(a: Placed<T>, b: Placed<T>): number {
  return startOf(a.telling) - startOf(b.telling) || a.depth - b.depth || endOf(b.telling) - endOf(a.telling);
}

function startOf(telling: Telling): number {
  return Math.min(...[...telling.source, ...telling.cue, ...telling.content].map((part) => part.start));
}

function endOf(telling: Telling): number {
  return Math.max(...[...telling.source, ...telling.cue, ...telling.content].map((part) => part.end));
}

function noteOf(text: string, telling: Telling): Note {
  return {
    code: 'reading.nested-too-deep',
    what: `An attribution inside more than ${MAX_DEPTH} others was left out.`,
    span: makeSpan(text, startOf(telling), endOf(telling)),
  };
}
