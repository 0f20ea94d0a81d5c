import type { Grain } from './calendar.ts';

/** Pieces of patterns. All are matched against lower-cased text in which ’ is ' and every short dash is -. */
export const GAP = '[\\s]+';
export const JOIN = '(?:[\\s]+|-)';
export const END = '(?![a-z0-9])';

// prettier-ignore
const MONTH_NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH_SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A month by its name, or cut short with its full stop. */
export const MONTH = `(?:${MONTH_NAMES.join('|')}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.)`;
/** Also cut short without one: only beside a number. */
export const MONTH_BY_NUMBER = `(?:${MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
export const WEEKDAY = `(?:${WEEKDAYS.join('|')}|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\\.)`;
export const WEEKDAY_BY_DATE = `(?:${WEEKDAY}|mon|tues?|wed|thurs?|thu|fri|sat|sun)`;
/** A day of the month, and not the beginning of a larger number. */
export const DAY = '(?:(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d|[a-z]))';
export const YEAR = '(?:(?:1\\d|20)\\d\\d(?![\\d%]|[.,:]\\d|[a-z]))';

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
export const NUMBER_WORD = `(?:(?:${TENS})(?:-(?:${ONES}))?|${TEENS}|${ONES})`;
export const ORDINAL_WORD =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)';
export const APPROXIMATELY =
  '(?:about|around|approximately|roughly|nearly|almost|over|more than|less than|fewer than|at least|some(?=[\\s]+\\d)|just over|just under|well over)';
export const SEASON = '(?:spring|summer|autumn|fall|winter)';
export const PART_OF_DAY = '(?:morning|afternoon|evening|night|midday|lunchtime|dawn|dusk)';

const NUMBERS = new Map<string, number>();
`zero|${ONES}|${TEENS}`.split('|').forEach((word, i) => NUMBERS.set(word, i));
TENS.split('|').forEach((word, i) => NUMBERS.set(word, 20 + 10 * i));
const ORDINALS = new Map(
  ORDINAL_WORD.slice(3, -1)
    .split('|')
    .map((word, i) => [word, i + 1]),
);

/** "5", "12th", "five", "twenty-five", "third"; NaN for anything else. */
export function readNumber(word: string): number {
  if (/^\d/u.test(word)) return Number.parseFloat(word.replace(/,/gu, ''));
  const known = NUMBERS.get(word) ?? ORDINALS.get(word);
  if (known !== undefined) return known;
  const [tens, ones] = word.split('-');
  return (NUMBERS.get(tens ?? '') ?? Number.NaN) + (NUMBERS.get(ones ?? '') ?? Number.NaN);
}

/** 1 … 12. */
export function readMonth(word: string): number {
  return MONTH_SHORT.indexOf(word.slice(0, 3)) + 1;
}

/** 1 Monday … 7 Sunday. */
export function readWeekday(word: string): number {
  return WEEKDAYS.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1;
}

export function readSeason(word: string): 'SP' | 'SU' | 'FA' | 'WI' {
  return word === 'spring' ? 'SP' : word === 'summer' ? 'SU' : word === 'winter' ? 'WI' : 'FA';
}

export function readPartOfDay(word: string): string {
  if (/morning|dawn/u.test(word)) return 'TMO';
  if (word.includes('afternoon')) return 'TAF';
  if (/midday|lunchtime/u.test(word)) return 'TMI';
  return /evening|dusk/u.test(word) ? 'TEV' : 'TNI';
}

export const CALENDAR_UNIT = '(?:day|weekend|week|month|quarter|half|year|decade|century)';
export function readUnit(word: string): Grain {
  const one = word === 'centuries' ? 'century' : word.replace(/s$/u, '');
  return one === 'fortnight' ? 'week' : (one as Grain);
}

/** Words without which there is no expression of time: the others are never looked at. */
// prettier-ignore
export const CORES: ReadonlySet<string> = new Set([
  ...MONTH_NAMES, ...MONTH_SHORT, 'sept', ...WEEKDAYS, ...WEEKDAYS.map((day) => `${day}s`), 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun',
  ...'second minute hour day weekday weekend week fortnight month quarter half year decade century'.split(' ').flatMap((unit) => [unit, `${unit}s`]),
  'halves', 'centuries', 'millennium', 'yesterday', 'today', 'tomorrow', 'tonight', 'overnight', 'now', 'nowadays', 'currently', 'current', 'presently', 'present', 'recently', 'recent', 'lately', 'soon', 'future', 'past',
  'moment', 'ago', 'previously', 'morning', 'mornings', 'afternoon', 'afternoons', 'evening', 'evenings', 'night', 'nights', 'midday', 'noon', 'midnight', 'lunchtime', 'dawn', 'dusk', 'spring', 'summer', 'autumn', 'fall', 'winter',
  'springs', 'summers', 'winters', 'hourly', 'daily', 'nightly', 'weekly', 'biweekly', 'fortnightly', 'monthly', 'quarterly', 'yearly', 'annual', 'annually', 'fiscal', 'period', 'time', 'date', 'times',
  'sixties', 'seventies', 'eighties', 'nineties', 'twenties', 'thirties', 'forties', 'fifties', 'christmas', 'thanksgiving', 'halloween', 'easter', 'daylong', 'weeklong', 'monthlong', 'yearlong', 'decadelong',
  'hourslong', 'dayslong', 'weekslong', 'monthslong', 'yearslong', 'decadeslong', 'midweek', 'midyear', 'q', 'o', 'gmt', 'utc', 'days', 'eve', 'quarterly', 'fy',
]);

/** Words with which an expression may begin though they are none themselves. */
// prettier-ignore
export const OPENERS: ReadonlySet<string> = new Set([
  'the', 'a', 'an', 'this', 'that', 'these', 'those', 'last', 'next', 'past', 'previous', 'following', 'preceding', 'coming', 'upcoming', 'same', 'early', 'late', 'earlier', 'later', 'mid', 'beginning', 'start', 'end', 'middle',
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'final', 'latest', 'opening', 'closing',
  ...`${ONES}|${TEENS}|${TENS}`.split('|'), 'hundred', 'hundreds', 'dozens', 'every', 'each', 'per', 'several', 'few', 'couple', 'many', 'some', 'more', 'less', 'fewer', 'at', 'about', 'around', 'approximately', 'roughly', 'nearly', 'almost', 'over', 'just', 'well',
  'half', 'very', 'right', 'not', 'once', 'twice', 'then', 'long', 'all', 'prior', 'rest', 'remainder', 'close', 'turn', 'height', 'new', 'year', 'valentine', 'another', 'alternate', 'most', 'much', 'entire', 'whole', 'near', 'its', 'their', 'his', 'her', 'between', 'opening', 'initial', 'comparable', 'latter', 'foreseeable', 'to', 'countless', 'penultimate', 'thousands', 'ages', 'moments',
]);

/** Words that may stand between an opening word and the word of time, and open nothing themselves. */
// prettier-ignore
export const LINKS: ReadonlySet<string> = new Set([
  'of', 'in', 'and', 'to', 'or', 'on', 'so', 'than', 'least', 'part', 'straight', 'consecutive', 'full', 'additional', 'further', 'solid', 'extra', 'successive', 'calendar', 'trading', 'working', 'business', 'short', 'other', 'non', 'lean', 'turbulent',
  'initial', 'ensuing', 'remaining', 'intervening', 'century', 'thousand', 'million', 'billion', 'dozen', 'single', 'foreseeable', 'immediate', 'distant', 'too', 'comparable', 'corresponding', 'three', 'm', 'p', 'th', 'st', 'nd', 'rd', 'latter', 'penultimate', 'outset', 'nineteen', 'financial', 'day', 'while', 'generation', 'little', 'short',
]);
