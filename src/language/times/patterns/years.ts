import { fix } from '../meaning.ts';
import { directionOf } from './dates.ts';
import { compile, wordAfter, wordBefore, type Pattern, type Place } from '../pattern.ts';
import { DAY, END, GAP, ORDINAL_WORD, readNumber } from '../words.ts';

const TENS = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

export const YEARS: readonly Pattern[] = [
  {
    name: 'year',
    regex: compile(
      `(?:(?:the${GAP})?year${GAP}|calendar${GAP}(?:year${GAP})?)?(?<year>(?:1\\d|20)\\d\\d)(?![\\da-z%]|[.,:/]\\d|-\\d)`,
    ),
    read: ({ year = '' }, place) => (isYear(Number(year), place) ? { kind: 'named', year: Number(year) } : null),
  },
  {
    name: 'year of two digits',
    regex: compile(`'(?<year>\\d\\d)${END}`),
    read: ({ year = '' }, { lower, start }) =>
      /^(?:since|in|of|class|summer|winter|spring|fall|and|from|to|until|by)$/u.test(wordBefore(lower, start))
        ? { kind: 'named', year: Number(year) + (Number(year) > 40 ? 1900 : 2000) }
        : null,
  },
  {
    name: 'fiscal year',
    regex: compile(
      `(?:the${GAP})?(?:(?:fiscal|financial)(?:${GAP}year)?|fy)[\\s-]*(?<year>(?:19|20)\\d\\d|'?\\d\\d(?!\\d))(?:[-/]\\d\\d)?${END}`,
    ),
    read: ({ year = '' }) => {
      const digits = year.replace("'", '');
      return fix('DATE', `FY${digits.length === 2 ? `20${digits}` : digits}`);
    },
  },
  {
    name: 'fiscal year by its distance',
    regex: compile(
      `(?:the${GAP})?(?:(?<by>last|this|next|current|coming|previous|new)${GAP})?(?:fiscal|financial)${GAP}year(?!${GAP}\\d)${END}`,
    ),
    read: ({ by = '' }, { lower, start }) =>
      by !== '' || lower.startsWith('the', start)
        ? { kind: 'step', unit: 'year', by: directionOf(by), from: 'published', fiscal: true }
        : null,
  },
  {
    name: 'decade',
    regex: compile(
      `(?:the${GAP})?(?:(?:early|late|mid|middle)(?:${GAP}|-|-to-late-)(?:to${GAP}late${GAP})?)?(?<decade>(?:1\\d|20)\\d)0'?s${END}`,
    ),
    // "the 1600s" are the century: nobody means the ten years
    read: ({ decade = '' }) => fix('DATE', /^1[0-8]0$/u.test(decade) ? decade.slice(0, 2) : decade),
  },
  {
    name: 'decade of two digits',
    regex: compile(`(?:the${GAP})?(?:(?:early|late|mid|middle)(?:${GAP}|-))?'?(?<decade>[2-9])0'?s${END}`),
    read: ({ decade = '' }, { lower, start, end }) =>
      /^(?:his|her|their|my|your|our|its)$/u.test(wordBefore(lower, start)) ||
      !/^(?:the|'|early|late|mid)/u.test(lower.slice(start, end))
        ? null
        : lower.slice(start, end - 2).includes("'") ||
            (Number(decade) > 4 &&
              /^(?:in|of|since|during|from|and|to|by|early|late|mid|through|until)$/u.test(wordBefore(lower, start)))
          ? fix('DATE', `19${decade}`)
          : null,
  },
  {
    name: 'decade in words',
    regex: compile(
      `(?:the${GAP})(?:(?:early|late|mid)(?:${GAP}|-))?(?:nineteen[ -])?(?<decade>${TENS.join('|')})${END}`,
    ),
    read: ({ decade = '' }) => fix('DATE', `19${String(TENS.indexOf(decade) + 2)}`),
  },
  {
    name: 'century',
    regex: compile(
      `(?:the${GAP})?(?:(?:early|late|mid|turn${GAP}of${GAP}the)(?:${GAP}|-))?(?<nth>${DAY}|${ORDINAL_WORD})(?:${GAP}|-)century${END}`,
    ),
    read: ({ nth = '' }) => fix('DATE', String(readNumber(nth) - 1).padStart(2, '0')),
  },
];

const BEFORE_YEAR =
  /^(?:in|since|of|by|until|till|from|to|through|during|before|after|for|early|late|mid|and|or|the|around|circa|than|as|between|spring|summer|autumn|fall|winter|'s|\(|;|:)$/u;
const BEFORE_NUMBER =
  /^(?:[$€£¥#№]|no|number|flight|route|room|top|about|nearly|almost|over|some|least|most|highway|model|page|killed|another|russell|ftse|csi|stoxx|nikkei)$/u;
const UNITS =
  /^(?:feet|foot|people|men|women|percent|per|km|miles?|met(?:er|re)s?|kilomet(?:er|re)s?|pounds?|dollars?|euros?|tons?|tonnes?|points?|megawatts?|horsepower|gmt|utc|hours|hrs|acres?|barrels?|degrees|million|billion|thousand|block|soldiers|troops|workers|jobs|employees|members|votes|yards|pages|copies|cases|deaths|students|civilians|police|index)$/u;

/** Four digits are a year unless what stands beside them counts or names something. */
function isYear(year: number, { lower, start, end }: Place): boolean {
  if (/^(?:the\s+)?year|^calendar/u.test(lower.slice(start, end))) return true;
  const before = wordBefore(lower, start);
  const after = wordAfter(lower, end);
  if (BEFORE_NUMBER.test(before) || UNITS.test(after)) return false;
  if (lower.startsWith('-strong', end)) return false;
  if (lower[start - 1] === '-' || lower[start - 1] === '/')
    return /(?:mid|early|late|post|pre|\d)-$/u.test(lower.slice(Math.max(0, start - 5), start));
  if (/\bno\.\s*$/u.test(lower.slice(Math.max(0, start - 5), start))) return false;
  if (/\b(?:c|ca|b|d|m|r)\.\s*$/u.test(lower.slice(Math.max(0, start - 5), start))) return true;
  if (BEFORE_YEAR.test(before)) return year >= 1000;
  return year >= 1900 && year <= 2099 && !/^\d/u.test(before);
}
