import type { Grain } from '../calendar.ts';
import { fix, type Meaning } from '../meaning.ts';
import { compile, wordAfter, wordBefore, type Groups, type Pattern } from '../pattern.ts';
import { APPROXIMATELY, CALENDAR_UNIT, END, GAP, PART_OF_DAY, readPartOfDay, readUnit } from '../words.ts';
import { COUNT, readCount } from './count.ts';
import { directionOf } from './dates.ts';

const UNIT = `(?<unit>${CALENDAR_UNIT}|fortnight)`;
const UNITS =
  '(?<unit>(?:second|minute|hour|day|weekend|week|fortnight|month|quarter|year|decade)s?|century|centuries)';

/** Distances from the publication, and from what the story told last. */
export const STEPS: readonly Pattern[] = [
  { name: 'yesterday', regex: compile(`yesterday${END}`), read: () => step('day', -1) },
  {
    name: 'today',
    regex: compile(`today${END}`),
    // the newspaper and the programmes are named so
    read: (_, { lower, text, start, end }) =>
      wordBefore(lower, start) === 'usa' || /^ (?:Show|FM|programme|show)\b/u.test(text.slice(end, end + 11))
        ? null
        : step('day', 0),
  },
  { name: 'tomorrow', regex: compile(`tomorrow${END}`), read: () => step('day', 1) },
  {
    name: 'the day before yesterday',
    regex: compile(`the${GAP}day${GAP}(?:before${GAP}(?<past>yesterday)|after${GAP}tomorrow)${END}`),
    read: ({ past }) => step('day', past === undefined ? 2 : -2),
  },
  {
    name: 'last week',
    regex: compile(
      `(?<by>last|this|next|(?:this${GAP})(?:past|coming|current)|the${GAP}(?:current|present))${GAP}${UNIT}${END}`,
    ),
    read: ({ by = '', unit = '' }) => {
      if (unit === 'day') return step('day', directionOf(by));
      return unit === 'half' ? null : step(readUnit(unit), directionOf(by));
    },
  },
  {
    name: 'the past week',
    regex: compile(`the${GAP}(?:last|past)${GAP}${UNIT}${END}`),
    read: ({ unit = '' }, { lower, end }) =>
      unit === 'weekend'
        ? step('weekend', -1)
        : unit === 'day' && wordAfter(lower, end) === 'of'
          ? null
          : fix('DURATION', readCount('a', unit)),
  },
  {
    name: 'the next day',
    regex: compile(
      `the${GAP}(?:very${GAP})?(?<by>next|following|previous|preceding|same|coming|prior)${GAP}${UNIT}${END}`,
    ),
    read: readFollowing,
  },
  {
    name: 'that week',
    regex: compile(
      `(?:(?:on|in|of|by)${GAP})?(?<by>that(?:${GAP}same)?)${GAP}(?<unit>day|week|weekend|month|quarter|year|decade|century)${END}`,
    ),
    read: ({ unit = '' }, { lower, start }) =>
      /^(?:on|in|of|by)\s/u.test(lower.slice(start, start + 4)) ? null : told(readUnit(unit), 0),
  },
  {
    name: 'the year before',
    regex: compile(
      `the${GAP}(?<unit>day|night|week|month|year)${GAP}(?<by>before|after|earlier|prior|previous)(?=[\\s]*(?:[.,;:)"]|$|and\\b|when\\b|but\\b))`,
    ),
    read: ({ unit = '', by }) => {
      const back = by === 'after' ? 1 : -1;
      return unit === 'night'
        ? { kind: 'clock', time: 'TNI', on: told('day', back) }
        : told(readUnit(unit), back, unit === 'year' && by !== 'after');
    },
  },
  {
    name: 'two weeks ago',
    regex: compile(
      `(?:${APPROXIMATELY}${GAP})?${COUNT}${GAP}${UNITS}(?:${GAP}or${GAP}(?:so|more))?${GAP}(?<by>ago|earlier|later|before|previously|hence|from${GAP}now|prior|on)${END}`,
    ),
    read: readDistance,
  },
  {
    name: 'years ago',
    regex: compile(
      `(?:(?:many|some|several)${GAP})?(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)${GAP}(?<by>ago|earlier|later|from${GAP}now)${END}`,
    ),
    read: ({ by = '' }) => fix('DATE', /ago|earlier/u.test(by) ? 'PAST_REF' : 'FUTURE_REF'),
  },
  {
    name: 'long ago',
    regex: compile(
      `(?:(?:not|so|very)${GAP})*(?:long|ages|moments|some${GAP}time|a${GAP}(?:(?:short|little|long)${GAP})?(?:while|time|moment|generation))${GAP}ago${END}`,
    ),
    read: () => fix('DATE', 'PAST_REF'),
  },
  {
    name: 'a year and a half ago',
    regex: compile(
      `(?:${APPROXIMATELY}${GAP})?(?:an?|one)${GAP}(?<unit>year|decade|century)${GAP}and${GAP}a${GAP}half${GAP}(?<by>ago|earlier|later)${END}`,
    ),
    read: ({ unit = '', by = '' }) => {
      const months = { year: 18, decade: 180, century: 1800 }[unit] ?? 18;
      const from = by === 'ago' ? 'published' : 'told';
      return { kind: 'step', unit: 'month', by: by === 'later' ? months : -months, from };
    },
  },
  {
    name: 'in three days’ time',
    regex: compile(`${COUNT}${GAP}${UNITS}(?:'|'s)?${GAP}time${END}`),
    read: ({ count = '', unit = '' }, { lower, start, end }) =>
      /^(?:in|within)$/u.test(wordBefore(lower, start)) && lower.slice(start, end).includes("'")
        ? distance(count, unit, 1, 'published')
        : null,
  },
  {
    name: 'this morning',
    regex: compile(
      `(?:(?<by>this|last|the${GAP}(?:following|next|previous|same)|that(?:${GAP}same)?)${GAP})(?:(?:early|late|mid)(?:${GAP}|-))?(?<part>${PART_OF_DAY})${END}`,
    ),
    read: ({ by = '', part = '' }) => {
      const on = /the|that/u.test(by) ? told('day', directionOf(by)) : step('day', directionOf(by));
      return { kind: 'clock', time: readPartOfDay(part), on };
    },
  },
  {
    name: 'tonight',
    regex: compile(`tonight${END}`),
    read: () => ({ kind: 'clock', time: 'TNI', on: step('day', 0) }),
  },
  { name: 'overnight', regex: compile(`overnight${END}`), read: () => ({ kind: 'clock', time: 'TNI', on: null }) },
  {
    name: 'the same period a year earlier',
    regex: compile(
      `(?:the${GAP})?(?:same|comparable|corresponding|year-(?:ago|earlier)|year${GAP}(?:ago|earlier))${GAP}(?:three-month${GAP})?(?<what>period|quarter|month|week|time|day|date|point|season)(?<when>${GAP}(?:(?:of|in)${GAP})?(?:(?<back>last${GAP}year|a${GAP}year${GAP}(?:ago|earlier|before)|one${GAP}year${GAP}(?:ago|earlier)|the${GAP}(?:previous|prior)${GAP}year|the${GAP}year${GAP}(?:before|earlier))|(?<year>(?:19|20)\\d\\d)))?${END}`,
    ),
    read: ({ what = '', back, year }, { lower, start }) => {
      if (year !== undefined) return { kind: 'same', year: Number(year), what };
      return back !== undefined || /^(?:the\s+)?year/u.test(lower.slice(start, start + 8))
        ? { kind: 'same', by: -1, what }
        : null;
    },
  },
  {
    name: 'a year-earlier loss',
    regex: compile(`(?:(?:an?|the)${GAP})?year-(?:ago|earlier)${END}`),
    read: () => ({ kind: 'step', unit: 'year', by: -1, from: 'told', compares: true }),
  },
  {
    name: 'the day, the year',
    regex: compile(
      `the${GAP}(?:entire${GAP}|whole${GAP}|full${GAP})?(?<unit>day|week|weekend|month|quarter|year|decade|century)${END}`,
    ),
    read: readTheUnit,
  },
  {
    name: 'year-end',
    regex: compile(`(?:the${GAP})?(?<unit>year|month|week|quarter)(?:'s|${GAP}|-)(?:${GAP})?end${END}`),
    read: ({ unit = '' }) => ({ kind: 'step', unit: readUnit(unit), by: 0, from: 'near' }),
  },
];

export function step(unit: Grain, by: number): Meaning {
  return { kind: 'step', unit, by, from: 'published' };
}

function told(unit: Grain, by: number, compares = false): Meaning {
  return { kind: 'step', unit, by, from: 'told', ...(compares && { compares }) };
}

/** "over the next year" lasts; "the next day" follows what was told. */
function readFollowing(
  { by = '', unit = '' }: Groups,
  { lower, start }: { lower: string; start: number },
): Meaning | null {
  if (unit === 'half') return null;
  const lasts = /^(?:over|within|for|throughout|during|in)$/u.test(wordBefore(lower, start));
  if (by === 'next' && lasts && unit !== 'day') return fix('DURATION', readCount('a', unit));
  if (by === 'coming') return step(readUnit(unit), 1);
  return told(readUnit(unit), by === 'prior' ? -1 : directionOf(by));
}

function readDistance({ count = '', unit = '', by = '' }: Groups): Meaning | null {
  if (by === 'on' && !/^years?$/u.test(unit)) return null;
  if (by === 'before' || by === 'prior' || by === 'on') {
    // "two days before the vote" is a length of time, "two days before" a date
    return null;
  }
  const back = /ago|earlier|previously/u.test(by);
  return distance(count, unit, back ? -1 : 1, /ago|hence|now/u.test(by) ? 'published' : 'told');
}

function distance(count: string, unit: string, sign: 1 | -1, from: 'published' | 'told'): Meaning | null {
  const value = readCount(count, unit);
  if (value.includes('X')) return fix('DATE', sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const amount = Number.parseFloat(value.replace(/^PT?/u, ''));
  if (value.startsWith('PT')) {
    const minutes = value.endsWith('H') ? 60 : value.endsWith('M') ? 1 : 1 / 60;
    return { kind: 'moment', minutes: sign * amount * minutes, from };
  }
  const plain = unit.replace(/ies$/u, 'y').replace(/s$/u, '');
  if (!Number.isInteger(amount)) return { kind: 'step', unit: 'month', by: sign * Math.round(amount * 12), from };
  const big = plain === 'decade' ? 10 : plain === 'century' ? 100 : 0;
  if (big > 0 && amount % big !== 0) return { kind: 'step', unit: 'year', by: sign * amount, from };
  const by = sign * (big > 0 ? amount / big : plain === 'fortnight' ? amount : amount);
  return { kind: 'step', unit: readUnit(plain), by, from, ...(plain === 'year' && amount === 1 && { compares: true }) };
}

/** "the end of the year", "ended the day lower", "for the year": the one that the sentence is about. */
function readTheUnit(
  { unit = '' }: Groups,
  { lower, start, end }: { lower: string; start: number; end: number },
): Meaning | null {
  const before = wordBefore(lower, start);
  const after = wordAfter(lower, end);
  // "earlier in the year that", "a slow start to the year, which": the edge says that it is one of the calendar
  const edge = /\b(?:earlier|later|early|late) in \s*$|\b(?:start|end|close|finish) (?:of|to) \s*$/u.test(
    lower.slice(Math.max(0, start - 16), start),
  );
  if (edge && unit !== 'day') return { kind: 'step', unit: readUnit(unit), by: 0, from: 'near' };
  if (
    /^(?:when|that|he|she|it|they|we|i|of|to|ended|ending)$/u.test(after) ||
    (/^(?:after|before)$/u.test(after) && before === 'on')
  )
    return null;
  const entire = /\s(?:entire|whole|full)\s/u.test(lower.slice(start, end));
  const fits =
    unit === 'day'
      ? /^(?:end|ended|ending|ends|finish|finished|close|closed|closing|for|in)$/u
      : /^(?:for|of|in|during|throughout|over|through|far|on|end|ends|ended|ending|finish|finished|finishing|start|started|starting|begin|began|close|closed)$/u;
  if (unit === 'weekend')
    return /^(?:over|at|during|on|for|of|in|,)$/u.test(before) ? { kind: 'step', unit, by: 0, from: 'near' } : null;
  if (!entire && !fits.test(before)) return null;
  return { kind: 'step', unit: readUnit(unit), by: 0, from: unit === 'day' || entire ? 'told' : 'near' };
}
