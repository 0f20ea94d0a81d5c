import { fix, type Meaning } from '../meaning.ts';
import { beginsUpper, compile, wordBefore, type Groups, type Pattern } from '../pattern.ts';
import { pad } from '../calendar.ts';
import {
  END,
  GAP,
  MONTH,
  NUMBER_WORD,
  ORDINAL_WORD,
  PART_OF_DAY,
  readMonth,
  readNumber,
  readPartOfDay,
  readSeason,
  readWeekday,
  SEASON,
  WEEKDAY,
} from '../words.ts';
import { readCount } from './count.ts';

const UNIT = '(?<unit>second|minute|hour|day|weekday|weekend|week|fortnight|month|quarter|year|decade|century)';
const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  biweekly: 'P2W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annual: 'P1Y',
  annually: 'P1Y',
};

/** What comes again and again. The value is the stretch in which it comes; how often is left out, as TempEval scores it. */
export const SETS: readonly Pattern[] = [
  {
    name: 'daily',
    regex: compile(`(?<word>${Object.keys(ADVERBS).join('|')})${END}`),
    read: ({ word = '' }, place) => {
      const named =
        beginsUpper(place) && /\p{L} $|[“"‘']$/u.test(place.text.slice(Math.max(0, place.start - 2), place.start));
      return named || place.lower.slice(place.start - 1, place.start).endsWith('-')
        ? null
        : fix('SET', ADVERBS[word] ?? 'P1D');
    },
  },
  {
    name: 'every day',
    regex: compile(
      `(?:every|each)${GAP}(?:single${GAP})?(?:(?<other>other${GAP}|second${GAP}|alternate${GAP})|(?<nth>${ORDINAL_WORD})${GAP}|(?<count>\\d+|${NUMBER_WORD}|few|couple of)${GAP})?${UNIT}s?(?:${GAP}and${GAP}every${GAP}\\w+)?${END}`,
    ),
    read: ({ other, nth, count, unit = '' }) =>
      fix(
        'SET',
        readCount(other !== undefined ? '2' : nth !== undefined ? String(readNumber(nth)) : (count ?? '1'), unit),
      ),
  },
  {
    name: 'every Monday',
    regex: compile(
      `(?:every|each)${GAP}(?:(?<weekday>${WEEKDAY})|(?<month>${MONTH})|(?<season>${SEASON})|(?:early${GAP})?(?<part>${PART_OF_DAY}))(?:${GAP}(?<partOf>${PART_OF_DAY}))?${END}`,
    ),
    read: readEvery,
  },
  {
    name: 'Mondays',
    regex: compile(
      `(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:s|${GAP}(?<part>morning|afternoon|evening|night)s)${END}`,
    ),
    read: ({ weekday = '', part }) =>
      fix('SET', `XXXX-WXX-${String(readWeekday(weekday))}${part === undefined ? '' : readPartOfDay(part)}`),
  },
  {
    name: 'a day, as a rate',
    regex: compile(
      `(?:(?:once|twice|(?:\\d+|${NUMBER_WORD}|several|many|few)${GAP}times)${GAP}(?:an?|per|each|every)|per)${GAP}${UNIT}${END}`,
    ),
    read: ({ unit = '' }) => fix('SET', readCount('1', unit)),
  },
  {
    name: '$5 a day',
    regex: compile(`an?${GAP}${UNIT}${END}`),
    read: ({ unit = '' }, { lower, start }) => (isRate(lower, start) ? fix('SET', readCount('1', unit)) : null),
  },
];

function readEvery({ weekday, month, season, part, partOf }: Groups): Meaning {
  const time = partOf === undefined ? '' : readPartOfDay(partOf);
  if (weekday !== undefined) return fix('SET', `XXXX-WXX-${String(readWeekday(weekday))}${time}`);
  if (month !== undefined) return fix('SET', `XXXX-${pad(readMonth(month), 2)}`);
  return fix('SET', season === undefined ? `XXXX-XX-XX${readPartOfDay(part ?? '')}` : `XXXX-${readSeason(season)}`);
}

/** "$5 a day", "300 people a week": a number not far before, and no preposition of time. */
function isRate(lower: string, start: number): boolean {
  const before = wordBefore(lower, start);
  if (
    /^(?:for|in|after|than|within|about|over|nearly|almost|of|just|only|once|less|more|to|by|and|is|was|[,.;:(])$/u.test(
      before,
    )
  )
    return false;
  return (
    /(?:\d|dozens|hundreds|thousands|million|billion)(?:[\s-]+[^\s\d]+){0,2}\s$/u.test(
      lower.slice(Math.max(0, start - 30), start),
    ) || before === 'times'
  );
}
