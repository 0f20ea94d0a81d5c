import type { Meaning, Part } from '../meaning.ts';
import { beginsUpper, compile, wordAfter, wordBefore, type Pattern, type Place } from '../pattern.ts';
import { END, GAP, JOIN, readNumber, readSeason, SEASON } from '../words.ts';
import { directionOf } from './dates.ts';

const NTH = '(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)';
const OF = compile(`,?${GAP}(?:of${GAP}|in${GAP})?`);

/** Quarters, halves and seasons: parts of a year that may be named after them. */
export const PARTS: readonly Pattern[] = [
  {
    name: 'quarter',
    regex: compile(`(?:the${GAP})?(?:fiscal${GAP})?(?<nth>${NTH})(?:${GAP}fiscal)?${JOIN}quarter${END}`),
    read: ({ nth = '' }) => (nth === 'last' ? partOf('QX', null, -1) : partOf(quarterOf(nth), null)),
    takes: ({ nth = '' }, of) => yearly(quarterOf(nth), of),
    by: OF,
  },
  {
    name: 'quarter, short',
    regex: compile(`(?:q(?<a>[1-4])|(?<b>[1-4])q)${END}`),
    read: ({ a, b }) => partOf(`Q${a ?? b ?? ''}` as Part, null),
    takes: ({ a, b }, of) => yearly(`Q${a ?? b ?? ''}` as Part, of),
    by: OF,
  },
  {
    name: 'half',
    regex: compile(`(?:the${GAP})?(?<nth>first|second|latter|last)${JOIN}half${END}`),
    read: ({ nth = '' }, { lower, end }) =>
      /^(?:profit|sales|results|earnings|net|loss|revenue|of)$/u.test(wordAfter(lower, end)) &&
      !lower.startsWith(' of', end)
        ? partOf(nth === 'first' ? 'H1' : 'H2', null)
        : null,
    takes: ({ nth }, of) => (isYearLike(of) ? yearly(nth === 'first' ? 'H1' : 'H2', of) : null),
    by: compile(`${GAP}(?:of${GAP}|in${GAP})?`),
  },
  {
    name: 'quarter by its distance',
    regex: compile(
      `(?:the${GAP})?(?<by>last|this|next|current|latest|previous|preceding|following|coming|same)${GAP}quarter${END}`,
    ),
    read: ({ by = '' }) =>
      /previous|preceding|following|same/u.test(by)
        ? { kind: 'step', unit: 'quarter', by: directionOf(by), from: 'told' }
        : by === 'latest'
          ? partOf('QX', null, -1)
          : { kind: 'step', unit: 'quarter', by: directionOf(by), from: 'published' },
  },
  {
    name: 'season',
    regex: compile(
      `(?:the${GAP})?(?:(?<by>last|this|next|(?:this${GAP})?past|(?:this${GAP})?coming|following|previous)${GAP})?(?<season>${SEASON})${END}`,
    ),
    read: ({ by, season = '' }, place) =>
      by === undefined && !isSeason(season, place)
        ? null
        : partOf(readSeason(season), null, by === undefined ? undefined : directionOf(by)),
    takes: ({ by, season = '' }, of) => (by === undefined ? yearly(readSeason(season), of) : null),
    by: compile(`,?${GAP}(?:of${GAP})?`),
  },
];

function quarterOf(nth: string): Part {
  return nth === 'final' || nth === 'last' ? 'Q4' : (`Q${String(readNumber(nth))}` as Part);
}

export function partOf(part: Part, of: Meaning | null, by?: -1 | 0 | 1): Meaning {
  return { kind: 'part', part, of, ...(by !== undefined && { by }) };
}

/** Only a year can be parted so; "the second half of the match" is not one. */
function yearly(part: Part, of: Meaning): Meaning | null {
  return isYearLike(of) ? partOf(part, of) : null;
}

function isYearLike(of: Meaning): boolean {
  if (of.kind === 'named') return of.month === undefined && of.weekday === undefined;
  if (of.kind === 'step')
    return of.unit === 'year' || of.unit === 'decade' || of.unit === 'century' || of.unit === 'month';
  return of.kind === 'fixed' && of.value.startsWith('FY');
}

function isSeason(season: string, place: Place): boolean {
  const { lower, start, end, text } = place;
  const before = wordBefore(lower, start);
  const named = /^ \p{Lu}/u.test(text.slice(end, end + 2)) && beginsUpper({ text, start: end - season.length });
  // "a winter storm", "summer camps": the kind of thing, no season of a year
  const kind =
    /^(?:storms?|weather|coats?|games|olympics?|sports?|clothes|camps?|jobs?|blockbusters?|homes?|house|palace|break|vacation|reading)$/u;
  if (kind.test(wordAfter(lower, end)) && !/^(?:this|last|next)$/u.test(before) && !/^(?:this|last|next)\b/u.test(lower.slice(start, end))) return false; // prettier-ignore
  if (named || /^(?:arab|prague|hot|cold|coil|nuclear)$/u.test(before)) return false;
  const led =
    /^(?:in|by|until|since|during|of|late|early|mid|through|from|next|to|and)$/u.test(before) ||
    lower.startsWith('the', start);
  if (season === 'fall')
    return (
      lower.startsWith('the', start) &&
      /^(?:in|into|by|until|since|during|through|throughout|over|before|this)$/u.test(before) &&
      /^[.,;]?$|^(?:and|when|but|to|with)$/u.test(wordAfter(lower, end))
    );
  if (season !== 'spring') return true;
  if (/^(?:to|water|from|up|rolls?|onions?|training|break)$/u.test(wordAfter(lower, end)))
    return led && lower.startsWith('the', start);
  return led ? before !== 'to' : /^(?:but|and|when|as|while|where|last|;|,)$/u.test(before);
}
