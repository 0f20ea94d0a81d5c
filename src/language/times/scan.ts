import type { Range } from '../spans.ts';
import { findSentences } from '../sentences.ts';
import { listFirstCharacters } from './first-characters.ts';
import type { Meaning } from './meaning.ts';
import type { Groups, Pattern, Place } from './pattern.ts';
import { EDGES, PATTERNS, SPREADS } from './patterns.ts';
import { CORES, END, GAP, LINKS, OPENERS, readPartOfDay } from './words.ts';

/** An expression as its words read, before any context. */
export interface Found extends Range {
  readonly meaning: Meaning;
  /** The pattern that found it. */
  readonly rule: string;
  /** Number of its sentence. */
  readonly sentence: number;
}

const MODIFIED = indexPatterns([...EDGES, ...PATTERNS]);
const SPREAD = indexPatterns(SPREADS);

/** The patterns that can match at a place, by the character that stands there. */
function indexPatterns<P extends { readonly regex: RegExp }>(
  patterns: readonly P[],
): ReadonlyMap<string, readonly P[]> {
  const index = new Map<string, P[]>();
  for (const pattern of patterns) {
    for (const character of listFirstCharacters(pattern.regex.source)) {
      const held = index.get(character);
      if (held) held.push(pattern);
      else index.set(character, [pattern]);
    }
  }
  return index;
}

/** Lower case, one kind of apostrophe and of short dash; as long as the text, so that offsets hold. */
function lowerText(text: string): string {
  const lower = text.toLowerCase();
  const same =
    lower.length === text.length
      ? lower
      : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
  return same.replace(/[’‘ʼ–‑‐−]/gu, (mark) => (mark === '’' || mark === '‘' || mark === 'ʼ' ? "'" : '-'));
}

/** A text with the expressions that stand in it, scanned once: dating the publication and resolving the times share it. */
export interface Scan {
  readonly text: string;
  /** The text as the patterns see it: same length, lower case, one apostrophe, one short dash. */
  readonly lower: string;
  readonly sentences: readonly Range[];
  /** In text order; none overlaps another and none leaves its sentence. */
  readonly found: readonly Found[];
}

export function scanTimes(text: string, paragraphs: readonly Range[]): Scan {
  const sentences = findSentences(text, paragraphs);
  const lower = lowerText(text);
  const found: Found[] = [];
  sentences.forEach((sentence, k) => {
    const starts = listStarts(text, lower, sentence);
    let from = sentence.start;
    for (const start of starts) {
      if (start < from) continue;
      const hits = spreadAt(text, lower, start, sentence.end) ?? matchAt(text, lower, start, sentence.end, 0);
      if (hits === null) continue;
      for (const { start: first, end, meaning, rule } of hits)
        found.push({ start: first, end, meaning, rule, sentence: k });
      from = hits[hits.length - 1]?.end ?? from;
    }
  });
  return { text, lower, sentences, found };
}

/** Where an expression may begin: at a word of time, or at an opening word not far before one. */
function listStarts(text: string, lower: string, sentence: Range): number[] {
  const starts: number[] = [];
  const opens: number[] = [];
  const pending: number[] = [];
  let at = sentence.start;
  while (at < sentence.end) {
    const code = lower.charCodeAt(at);
    const digit = code >= 48 && code <= 57;
    if (!digit && !isLetter(code)) {
      if (code === 39 && (lower.charCodeAt(at + 1) - 48) >>> 0 < 10) starts.push(at);
      at++;
      continue;
    }
    let end = at + 1;
    if (digit) while (end < sentence.end && (lower.charCodeAt(end) - 48) >>> 0 < 10) end++;
    else while (end < sentence.end && isLetter(lower.charCodeAt(end))) end++;
    const token = digit ? '' : lower.slice(at, end);
    // the "q4" of a link, the "9" of "G9"
    const before = at === 0 ? 32 : lower.charCodeAt(at - 1);
    if (digit ? isLetter(before) : before >= 48 && before <= 57) {
      at = end;
      continue;
    }
    if (digit || isCore(token, text, at)) {
      opens.push(...pending);
      pending.length = 0;
      starts.push(at);
    } else if (OPENERS.has(token)) pending.push(at);
    else if (pending.length > 0 && !LINKS.has(token)) pending.length = 0;
    at = end;
  }
  return opens.length === 0 ? starts : [...starts, ...opens].sort((a, b) => a - b);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000);
}

function isCore(token: string, text: string, at: number): boolean {
  if (!CORES.has(token)) return false;
  if (token !== 'may' && token !== 'march' && token !== 'sat' && token !== 'sun') return true;
  const first = text.charCodeAt(at);
  return first >= 65 && first <= 90;
}

interface Hit extends Range {
  readonly meaning: Meaning;
  readonly rule: string;
}

function spreadAt(text: string, lower: string, start: number, limit: number): Hit[] | null {
  for (const { regex, read, name } of SPREAD.get(lower.charAt(start)) ?? []) {
    regex.lastIndex = start;
    const match = regex.exec(lower);
    if (!match) continue;
    const end = start + match[0].length;
    if (end > limit) continue;
    const parts = read(match.groups ?? {}, { text, lower, start, end });
    if (parts.length === 0) continue;
    return parts.map(({ group, meaning }) => {
      const [from = start, to = end] = match.indices?.groups?.[group] ?? [];
      return { start: from, end: to, meaning, rule: name };
    });
  }
  return null;
}

function matchAt(text: string, lower: string, start: number, limit: number, depth: number): [Hit] | null {
  let best: Hit | null = null;
  for (const pattern of MODIFIED.get(lower.charAt(start)) ?? []) {
    pattern.regex.lastIndex = start;
    const match = pattern.regex.exec(lower);
    if (!match) continue;
    const place: Place = { text, lower, start, end: start + match[0].length };
    if (place.end > limit || place.end === start) continue;
    const hit = readHit(pattern, match.groups ?? {}, place, limit, depth);
    if (hit && (best === null || hit.end > best.end)) best = hit;
  }
  return best === null ? null : [extend(text, lower, best, limit, depth)];
}

function readHit(pattern: Pattern, groups: Groups, place: Place, limit: number, depth: number): Hit | null {
  const { lower, text, start, end } = place;
  if (pattern.takes && pattern.by && depth < 4) {
    pattern.by.lastIndex = end;
    const gap = pattern.by.exec(lower)?.[0];
    const inner = gap === undefined ? null : matchAt(text, lower, end + gap.length, limit, depth + 1)?.[0];
    const meaning = inner ? pattern.takes(groups, inner.meaning) : null;
    if (inner && meaning) return { start, end: inner.end, meaning, rule: `${pattern.name} + ${inner.rule}` };
  }
  const meaning = pattern.read?.(groups, place) ?? null;
  return meaning && { start, end, meaning, rule: pattern.name };
}

const PART = new RegExp(
  `${GAP}(?:early${GAP}|late${GAP})?(morning|afternoon|evening|night|lunchtime|midday|noon|midnight)${END}`,
  'y',
);
const OWNER = new RegExp(`'s?${GAP}`, 'y');

/** What may follow a day ("Monday night") or a year ("last year's third quarter"). */
function extend(text: string, lower: string, hit: Hit, limit: number, depth: number): Hit {
  const { meaning } = hit;
  if (
    meaning.kind === 'named'
      ? meaning.day !== undefined || meaning.weekday !== undefined
      : meaning.kind === 'step' && meaning.unit === 'day'
  ) {
    PART.lastIndex = hit.end;
    const match = PART.exec(lower);
    const word = match?.[1] ?? '';
    if (match && hit.end + match[0].length <= limit) {
      const time = word === 'noon' ? 'T12:00' : word === 'midnight' ? 'T24:00' : readPartOfDay(word);
      return { ...hit, end: hit.end + match[0].length, meaning: { kind: 'clock', time, on: meaning } };
    }
  }
  const yearly =
    meaning.kind === 'step'
      ? meaning.unit === 'year'
      : meaning.kind === 'named' &&
        meaning.month === undefined &&
        meaning.weekday === undefined &&
        meaning.year !== undefined;
  if (!yearly || depth > 2) return hit;
  OWNER.lastIndex = hit.end;
  const gap = OWNER.exec(lower)?.[0] ?? (lower.startsWith(' ', hit.end) ? ' ' : '');
  const part = gap === '' ? null : matchAt(text, lower, hit.end + gap.length, limit, depth + 1)?.[0];
  if (part?.meaning.kind !== 'part' || part.meaning.of !== null || part.meaning.by !== undefined) return hit;
  return { ...hit, end: part.end, meaning: { ...part.meaning, of: meaning } };
}
