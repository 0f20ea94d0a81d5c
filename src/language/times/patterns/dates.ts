import { isDate } from '../calendar.ts';
import type { Meaning, Named } from '../meaning.ts';
import { beginsUpper, compile, wordAfter, wordBefore, type Groups, type Pattern, type Place } from '../pattern.ts';
import {
  DAY,
  END,
  GAP,
  MONTH,
  MONTH_BY_NUMBER,
  ORDINAL_WORD,
  readMonth,
  readNumber,
  readWeekday,
  WEEKDAY,
  WEEKDAY_BY_DATE,
  YEAR,
} from '../words.ts';

/** ", 2013", " of 2013", " last year", " of the following year". */
export const WHICH_YEAR = `(?:(?:,?${GAP}(?:of${GAP}|in${GAP})?|,)(?:(?<year>${YEAR})|(?:the${GAP})?(?<rel>last|this|next|that|same|following|previous)${GAP}year${END}))`;
const ON_WEEKDAY = `(?:(?<weekday>${WEEKDAY_BY_DATE}),?${GAP})`;

/** Words before a month's name that make sure that "May" and "March" are months and "June" is no woman. */
const BEFORE_MONTH =
  /^(?:in|of|since|until|till|by|from|to|through|last|next|this|during|before|after|late|early|mid|began|finished|ended|entered|closed|between|and|or|for|the|every|each|on|around|about|as|than|with)$/u;

export const DATES: readonly Pattern[] = [
  {
    name: 'the eleventh of September',
    regex: compile(`9/11${END}`),
    read: () => ({ kind: 'named', year: 2001, month: 9, day: 11 }),
  },
  {
    name: 'the attacks of the eleventh of September',
    regex: compile(
      `(?:september|sept\\.?)${GAP}11(?:th)?(?=,?${GAP}(?:terror(?:ist)?${GAP}|hijacking${GAP})?(?:attacks?|hijack))`,
    ),
    read: () => ({ kind: 'named', year: 2001, month: 9, day: 11 }),
  },
  {
    name: 'ISO day',
    regex: compile(
      `(?<year>1\\d{3}|20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[t ](?<time>\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d+)?(?<zone>z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)`,
    ),
    read: (groups) => {
      const date = nameDate(groups);
      if (!date) return null;
      return groups.time === undefined ? date : { kind: 'clock', time: `T${groups.time}`, on: date };
    },
  },
  {
    name: 'numbers with slashes',
    regex: compile(`(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>(?:1[89]|20)\\d\\d|\\d\\d)(?![\\d/])`),
    read: ({ a = '', b = '', year = '' }) => readSlashes(Number(a), Number(b), year),
  },
  {
    name: 'month day',
    regex: compile(
      `${ON_WEEKDAY}?(?<month>${MONTH_BY_NUMBER})${GAP}(?:the${GAP})?(?<day>${DAY}|${ORDINAL_WORD}${END})${WHICH_YEAR}?`,
    ),
    read: (groups, place) => (isMonth(groups, place) ? nameDate(groups) : null),
  },
  {
    name: 'day month',
    regex: compile(
      `${ON_WEEKDAY}?(?:the${GAP})?(?<day>${DAY}|${ORDINAL_WORD}${END})${GAP}(?:(?:day${GAP})?of${GAP})?(?<month>${MONTH_BY_NUMBER})${END}${WHICH_YEAR}?`,
    ),
    read: (groups, place) => (isMonth(groups, place) ? nameDate(groups) : null),
  },
  {
    name: 'month year',
    regex: compile(`(?<month>${MONTH_BY_NUMBER})(?:${WHICH_YEAR}|-(?<y2>${YEAR}))`),
    read: (groups, place) => (isMonth(groups, place) ? nameDate({ ...groups, year: groups.year ?? groups.y2 }) : null),
  },
  {
    name: 'weekday and day',
    regex: compile(`(?<weekday>${WEEKDAY}),?${GAP}(?:the${GAP})?(?<day>\\d{1,2}(?:st|nd|rd|th))${END}`),
    read: nameDate,
  },
  {
    name: 'day of the month alone',
    regex: compile(
      `(?:the${GAP})(?<day>\\d{1,2}(?:st|nd|rd|th))(?:${GAP}of${GAP}(?<which>this|the|that|last|next)${GAP}month)?${END}`,
    ),
    read: (groups, { lower, start, end }) =>
      groups.which !== undefined ||
      (/^(?:on|by|until|since|from|to)$/u.test(wordBefore(lower, start)) && /^[.,;]?$/u.test(wordAfter(lower, end)))
        ? nameDate(groups)
        : null,
  },
  {
    name: 'month',
    regex: compile(
      `(?:(?<by>last|this|next|(?:this${GAP})?past|(?:this${GAP})?coming|(?:the${GAP})?following|(?:the${GAP})?previous)${GAP})?(?<month>${MONTH})${END}(?!${GAP}\\d{1,2}\\b)`,
    ),
    read: readMonthAlone,
  },
  {
    name: 'weekday',
    regex: compile(
      `(?:(?<by>(?:the${GAP})?(?:last|this|next|(?:this${GAP})?past|(?:this${GAP})?coming|following|previous))${GAP})?(?<weekday>${WEEKDAY})${END}`,
    ),
    read: readWeekdayAlone,
  },
];

/** The named parts; null where they name no day of the calendar, which `findDoubtfulDates` tells of. */
export function nameDate(groups: Groups): Named | null {
  const { month, day, weekday, year, rel } = groups;
  const named: Named = {
    kind: 'named',
    ...(year !== undefined && { year: Number(year) }),
    ...(rel !== undefined && { year: yearBy(rel) }),
    ...(month !== undefined && { month: /^\d/u.test(month) ? Number(month) : readMonth(month) }),
    ...(day !== undefined && { day: readNumber(day) }),
    ...(weekday !== undefined && { weekday: readWeekday(weekday) }),
  };
  const leap = typeof named.year === 'number' ? named.year : 2000;
  return named.month !== undefined && !isDate(leap, named.month, named.day ?? 1) ? null : named;
}

function yearBy(rel: string): NonNullable<Named['year']> {
  if (rel === 'last' || rel === 'this' || rel === 'next') return { by: directionOf(rel), from: 'published' };
  return { by: rel === 'following' ? 1 : rel === 'previous' ? -1 : 0, from: 'told' };
}

export function directionOf(words: string): -1 | 0 | 1 {
  if (/last|past|previous|preceding/u.test(words)) return -1;
  return /next|coming|following/u.test(words) ? 1 : 0;
}

/** Both day and month up to 12: which is which depends on the outlet's country, so both stay open. */
function readSlashes(a: number, b: number, written: string): Meaning | null {
  const year = written.length === 4 ? Number(written) : Number(written) + (Number(written) > 50 ? 1900 : 2000);
  if (a <= 12 && b <= 12 && a !== b) return { kind: 'fixed', type: 'DATE', value: `${String(year)}-XX-XX` };
  const [month, day] = a > 12 ? [b, a] : [a, b];
  return isDate(year, month, day) ? { kind: 'named', year, month, day } : null;
}

/** "march 12 kilometres", "20 may have died", "Mar" inside a name: a month that is also a word needs its capital. */
function isMonth({ month = '' }: Groups, { text, lower, start, end }: Place): boolean {
  if (!/^(?:may|march|mar|dec|sun|jan)\b/u.test(month)) return true;
  return beginsUpper({ text, start: start + lower.slice(start, end).lastIndexOf(month) });
}

function readMonthAlone(groups: Groups, place: Place): Meaning | null {
  const { month = '', by } = groups;
  const at = place.end - month.length;
  const before = by === undefined ? wordBefore(place.lower, at) : 'last';
  const led = BEFORE_MONTH.test(before) || place.lower[at - 1] === '-';
  if (/^(?:may|march)$/u.test(month)) {
    if (!led || !beginsUpper({ text: place.text, start: at })) return null;
  } else if (!led && /^(?:april|june|august)$/u.test(month)) {
    if (!beginsUpper({ text: place.text, start: at }) || isName(place)) return null;
  }
  return { kind: 'named', month: readMonth(month), ...(by !== undefined && { by: directionOf(by) }) };
}

function isName({ text, end }: Place): boolean {
  return /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

function readWeekdayAlone(groups: Groups, place: Place): Meaning | null {
  const { weekday = '', by } = groups;
  const at = place.end - weekday.length;
  if (weekday.endsWith('.')) {
    if (!beginsUpper({ text: place.text, start: at })) return null;
    if (/^(?:sun|sat)/u.test(weekday) && !/^(?:on|last|next|this)$/u.test(wordBefore(place.lower, at))) return null;
  }
  return { kind: 'named', weekday: readWeekday(weekday), ...(by !== undefined && { by: directionOf(by) }) };
}
