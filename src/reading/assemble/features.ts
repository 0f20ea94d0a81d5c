import type { Role } from '../../language/spans.ts';
import { LETTER, type Layout, type Placed } from './layout.ts';

/** How many tagged spans away a partner is looked for, and how many paragraphs. Farther links are under 0.1 % in train. */
export const REACH = { spans: 7, paragraphs: 2 };

/** The spans of `role` near enough to `anchor` to be tied to it, in text order. */
export function findCandidates(layout: Layout, anchor: Placed, role: Role): Placed[] {
  return layout.placed
    .slice(Math.max(0, anchor.index - REACH.spans), anchor.index + REACH.spans + 1)
    .filter((x) => x.span.role === role && Math.abs(x.paragraph - anchor.paragraph) <= REACH.paragraphs)
    .filter((x) => role !== 'cue' || x.paragraph >= anchor.paragraph || goesOn(layout, anchor));
}

/** A paragraph goes on with what was told in the one before only as a quotation, or behind a colon. */
function goesOn(layout: Layout, content: Placed): boolean {
  return content.opensQuote || /:\s*$/u.test(layout.between[content.index - 1] ?? '');
}

/**
 * What speaks for or against tying `other` (a source or a content) to `cue`. Names of binary features; their weights are in
 * models/linker.json, made by train/linker from these very names.
 */
export function describeLink(layout: Layout, cue: Placed, other: Placed): string[] {
  const side = `${LETTER[other.span.role]}${other.index < cue.index ? '<' : '>'}`;
  const left = Math.min(cue.index, other.index);
  const right = Math.max(cue.index, other.index);
  const path = pathOf(layout, left, right);
  const roles = path.replace(/[^Sck]/giu, '');
  const apart = Math.max(cue.span.start - other.span.end, other.span.start - cue.span.end, 0);
  const near = right - left === 1 ? `n${layout.gaps[left]}` : 'f';
  const outer = other.index < cue.index ? other.before : other.after;
  const beyond = other.index < cue.index ? cue.after : cue.before;
  const marks = `${other.opensQuote ? '“' : ''}${other.closesQuote ? '”' : ''}`;
  const names = [
    `side ${side}`,
    `path ${path}`,
    `roles ${roles}`,
    `path+ ${path} ${outer}`,
    `path- ${path} ${beyond}`,
    `path± ${path} ${outer} ${beyond}`,
    `outer ${side} ${outer}`,
    `beyond ${side} ${beyond}`,
    `rank ${side} ${rankOf(layout, left, right, other.span.role)}`,
    `rivals ${side} ${rankOf(layout, left, right, 'cue')}`,
    `sentences ${side} ${Math.min(4, Math.abs(cue.sentence - other.sentence))}`,
    `paragraphs ${side} ${Math.abs(cue.paragraph - other.paragraph)}`,
    `apart ${side} ${Math.round(Math.log2(apart + 1))}`,
    `cue ${side} ${near} ${cue.wording}`,
    `cue ${side} ${cue.wording}`,
    `head ${side} ${near} ${cue.words[0] ?? ''}`,
    `tail ${side} ${near} ${cue.words.at(-1) ?? ''}`,
    `shape ${side} ${shapeOf(cue)}`,
    `shape+ ${path} ${shapeOf(cue)}`,
    `first ${side} ${near} ${other.words[0] ?? ''}`,
    `marks ${side} ${marks}`,
    `marks+ ${path} ${marks}`,
  ];
  if (right - left === 1) names.push(`gap ${side} ${(layout.between[left] ?? '').toLowerCase().trim().slice(0, 24)}`);
  return names;
}

/** What speaks for a span having no partner of `role` at all. */
export function describeNone(anchor: Placed, role: Role): string[] {
  const kind = `none ${LETTER[anchor.span.role]}${LETTER[role]}`;
  const { before, after } = anchor;
  const marks = `${anchor.opensQuote ? '“' : ''}${anchor.closesQuote ? '”' : ''}`;
  return [
    kind,
    `${kind} before ${before}`,
    `${kind} after ${after}`,
    `${kind} around ${before} ${after}`,
    `${kind} marks ${marks} ${before}`,
    ...(anchor.span.role === 'cue'
      ? [
          `${kind} words ${anchor.wording}`,
          `${kind} head ${anchor.words[0] ?? ''}`,
          `${kind} tail ${anchor.words.at(-1) ?? ''}`,
          `${kind} shape ${shapeOf(anchor)}`,
        ]
      : []),
  ];
}

/** Roles and signs from one span to another: "S_c~K". Long ones are cut in the middle of nothing: they all read "far". */
export function pathOf(layout: Layout, left: number, right: number): string {
  if (right - left > 5) return 'far';
  let path = letterAt(layout, left);
  for (let i = left; i < right; i++) path += (layout.gaps[i] ?? '') + letterAt(layout, i + 1);
  return path;
}

function letterAt(layout: Layout, index: number): string {
  const placed = layout.placed[index];
  return placed ? LETTER[placed.span.role] : '-';
}

/** How many spans of `role` stand strictly between two places. */
function rankOf(layout: Layout, left: number, right: number, role: Role): number {
  let rank = 0;
  for (let i = left + 1; i < right; i++) if (layout.placed[i]?.span.role === role) rank++;
  return rank;
}

/** What kind of cue it is, by its form: "according to", "is expected", "said", "statement that". */
export function shapeOf(cue: Placed): string {
  const words = cue.wording;
  const first = cue.words[0] ?? '';
  const last = cue.words.at(-1) ?? '';
  if (/^according(?: to)?$|^per$|^in the (?:words|view|opinion)/u.test(words)) return 'according';
  if (/^(?:is|are|was|were|been|be|being)\b.*(?:ed|n|d)\b/u.test(words)) return 'passive';
  if (/^(?:has|have|had)\b/u.test(first)) return 'perfect';
  if (first.endsWith('ing')) return 'participle';
  if (/^(?:to)$/u.test(first)) return 'infinitive';
  if (/ed$|^(?:said|says|say|told|tells|tell|wrote|writes|thought|thinks|think)$/u.test(first)) return 'verb';
  if (/^(?:of|by|as|from|for|about|that|to|in|on)$/u.test(last)) return `preposition-${last}`;
  if (/^["“”]|^:$/u.test(words)) return 'mark';
  return 'other';
}
