import { isDate } from '../calendar.ts';
import type { Meaning, Named } from '../meaning.ts';
import { fix } from '../meaning.ts';
import { beginsUpper, wordBefore, type SpreadPattern } from '../pattern.ts';
import {
  DAY,
  END,
  GAP,
  MONTH,
  MONTH_BY_NUMBER,
  NUMBER_WORD,
  readMonth,
  readNumber,
  readWeekday,
  WEEKDAY,
  YEAR,
} from '../words.ts';
import { readCount } from './count.ts';

const TO = `(?:[\\s]*-[\\s]*|[\\s]*—[\\s]*|${GAP}(?:to|and|or|until|till|through|thru|&)${GAP}(?:the${GAP})?|,${GAP}(?:and${GAP})?)`;
const IN_YEAR = `(?:,?${GAP}(?:of${GAP}|in${GAP})?(?<year>${YEAR}))?`;
const compile = (source: string): RegExp => new RegExp(source, 'yd');

/** Patterns that name several times with one set of words: each gets its own expression, as TempEval marks them. */
export const SPREADS: readonly SpreadPattern[] = [
  {
    name: 'September 10 to 13',
    regex: compile(
      `(?<a>(?:${WEEKDAY},?${GAP})?(?<month>${MONTH_BY_NUMBER})${GAP}(?<d1>${DAY}))${TO}(?<b>(?<d2>${DAY})(?!${GAP}(?:${MONTH_BY_NUMBER}|people|others|were|dead|injured)${END})${IN_YEAR})`,
    ),
    read: ({ month = '', d1 = '', d2 = '', year }, place) => {
      if (!isMonthAt(month, place.text, place.start)) return [];
      return days(
        [
          [d1, 'a'],
          [d2, 'b'],
        ],
        month,
        year,
      );
    },
  },
  {
    name: '10 to 13 September',
    regex: compile(
      `(?:(?:the|between)${GAP})?(?<a>(?<d1>${DAY}))(?:${TO}(?<m>(?<d3>${DAY})))?${TO}(?<b>(?:the${GAP})?(?<d2>${DAY})${GAP}(?:of${GAP})?(?<month>${MONTH_BY_NUMBER})${END}${IN_YEAR})`,
    ),
    read: ({ month = '', d1 = '', d2 = '', d3, year }, place) => {
      if (!isMonthAt(month, place.text, place.start + place.lower.slice(place.start, place.end).lastIndexOf(month)))
        return [];
      return days(
        d3 === undefined
          ? [
              [d1, 'a'],
              [d2, 'b'],
            ]
          : [
              [d1, 'a'],
              [d3, 'm'],
              [d2, 'b'],
            ],
        month,
        year,
      );
    },
  },
  {
    name: 'March and April 2013',
    regex: compile(
      `(?<a>(?<m1>${MONTH}))${TO}(?<b>(?<m2>${MONTH})${END}(?!${GAP}\\d{1,2}(?:${END}|st|nd|rd|th))(?:,?${GAP}(?:of${GAP}|in${GAP})?(?:(?<year>${YEAR})|(?<rel>last|this|next)${GAP}year))?)`,
    ),
    read: ({ m1 = '', m2 = '', year, rel }, { text, start }) => {
      if (!beginsUpper({ text, start })) return [];
      const which: Pick<Named, 'year'> =
        year !== undefined
          ? { year: Number(year) }
          : rel !== undefined
            ? { year: { by: rel === 'last' ? -1 : rel === 'next' ? 1 : 0, from: 'published' } }
            : {};
      return [
        { group: 'a', meaning: { kind: 'named', month: readMonth(m1), ...which } },
        { group: 'b', meaning: { kind: 'named', month: readMonth(m2), ...which } },
      ];
    },
  },
  {
    name: '2011-2013',
    regex: compile(
      `(?<a>(?:1[5-9]|20)\\d\\d)(?:[\\s]*[-/][\\s]*)(?<b>(?:1[5-9]|20)\\d\\d|\\d\\d)(?![\\d%a-z/-]|[.,:]\\d)`,
    ),
    read: ({ a = '', b = '' }, { lower, start }) => {
      const end = b.length === 2 ? Number(a.slice(0, 2) + b) : Number(b);
      if (end <= Number(a) || end - Number(a) > 200 || /[\d$-]/u.test(lower[start - 1] ?? '')) return [];
      if (/^(?:[$€£])$/u.test(wordBefore(lower, start))) return [];
      return [
        { group: 'a', meaning: { kind: 'named', year: Number(a) } },
        { group: 'b', meaning: { kind: 'named', year: end } },
      ];
    },
  },
  {
    name: '60 to 90 days',
    regex: compile(
      `(?:between${GAP})?(?<a>(?<n1>\\d+|${NUMBER_WORD}))(?:${GAP}(?:to|or|and)${GAP}|-to-|-)(?<b>(?<n2>\\d+|${NUMBER_WORD})[\\s-](?<unit>(?:second|minute|hour|day|week|month|year|decade)s?))(?!-old|${GAP}old)${END}`,
    ),
    read: ({ n1 = '', n2 = '', unit = '' }, { lower, start, end }) => {
      if (
        lower.slice(start - 1, start).startsWith('-') ||
        readNumber(n1) >= readNumber(n2) ||
        /^\s+(?:ago|later|earlier)/u.test(lower.slice(end, end + 9))
      )
        return [];
      return [
        { group: 'a', meaning: fix('DURATION', readCount(n1, unit)) },
        { group: 'b', meaning: fix('DURATION', readCount(n2, unit)) },
      ];
    },
  },
  {
    name: 'third and fourth quarters',
    regex: compile(
      `(?<a>(?:the${GAP})?(?<n1>first|second|third|1st|2nd|3rd))${GAP}(?:and|or|to)${GAP}(?<b>(?:the${GAP})?(?<n2>second|third|fourth|2nd|3rd|4th)[\\s-]quarters?(?:${GAP}of${GAP}(?<year>${YEAR}))?)${END}`,
    ),
    read: ({ n1 = '', n2 = '', year }) => {
      const of: Meaning | null = year === undefined ? null : { kind: 'named', year: Number(year) };
      return [
        { group: 'a', meaning: { kind: 'part', part: `Q${String(readNumber(n1))}` as 'Q1', of } },
        { group: 'b', meaning: { kind: 'part', part: `Q${String(readNumber(n2))}` as 'Q1', of } },
      ];
    },
  },
  {
    name: 'Monday and Tuesday nights',
    regex: compile(
      `(?<a>(?<w1>${WEEKDAY}))${GAP}(?:and|or)${GAP}(?<b>(?<w2>${WEEKDAY})${GAP}(?<part>morning|afternoon|evening|night))s?${END}`,
    ),
    read: ({ w1 = '', w2 = '', part = '' }) => {
      const time = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' }[part] ?? 'TNI';
      return [
        { group: 'a', meaning: { kind: 'clock', time, on: { kind: 'named', weekday: readWeekday(w1) } } },
        { group: 'b', meaning: { kind: 'clock', time, on: { kind: 'named', weekday: readWeekday(w2) } } },
      ];
    },
  },
];

function isMonthAt(month: string, text: string, start: number): boolean {
  return !/^(?:may|march|mar|dec|jan)\b/u.test(month) || /\p{Lu}/u.test(text.slice(start, start + month.length + 12));
}

function days(
  parts: readonly (readonly [string, string])[],
  month: string,
  year: string | undefined,
): { group: string; meaning: Meaning }[] {
  const read = parts.map(([day, group]) => ({ group, day: readNumber(day) }));
  const of = readMonth(month);
  if (read.some(({ day }) => !isDate(year === undefined ? 2000 : Number(year), of, day))) return [];
  return read.map(({ group, day }) => ({
    group,
    meaning: { kind: 'named', month: of, day, ...(year !== undefined && { year: Number(year) }) },
  }));
}
