/** A stretch of the calendar that one value names. */
export type Grain =
  'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century';

export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;
export type Season = (typeof SEASONS)[number];

/** A stretch with its place: `first` is its first day, counted from 1970-01-01. */
export interface Point {
  readonly grain: Grain;
  readonly first: number;
}

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1970-01-01 in the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
export function toDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function toCivil(days: number): Civil {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

export function countDays(year: number, month: number): number {
  return (month === 12 ? toDay(year + 1, 1, 1) : toDay(year, month + 1, 1)) - toDay(year, month, 1);
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= countDays(year, month);
}

/** The point of `grain` that holds the day. */
export function pointAt(grain: Grain, day: number): Point {
  const { year, month } = toCivil(day);
  switch (grain) {
    case 'day':
      return { grain, first: day };
    case 'week':
      return { grain, first: day - weekdayOf(day) + 1 };
    case 'weekend':
      return { grain, first: day - weekdayOf(day) + 6 };
    case 'month':
      return { grain, first: toDay(year, month, 1) };
    case 'quarter':
      return { grain, first: toDay(year, month - ((month - 1) % 3), 1) };
    case 'half':
      return { grain, first: toDay(year, month > 6 ? 7 : 1, 1) };
    case 'season':
      return month < 3
        ? { grain, first: toDay(year - 1, 12, 1) }
        : { grain, first: toDay(year, month - (month % 3), 1) };
    case 'year':
      return { grain, first: toDay(year, 1, 1) };
    case 'decade':
      return { grain, first: toDay(year - mod(year, 10), 1, 1) };
    case 'century':
      return { grain, first: toDay(year - mod(year, 100), 1, 1) };
  }
}

const MONTHS: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The point `by` steps of its own grain away. */
export function stepPoint({ grain, first }: Point, by: number): Point {
  const months = MONTHS[grain];
  if (months === undefined) return { grain, first: first + by * (grain === 'day' ? 1 : 7) };
  return { grain, first: addMonths(first, months * by) };
}

/** The same day of the month so many months on; the month's last day where it has no such day. */
export function addMonths(day: number, by: number): number {
  const civil = toCivil(day);
  const months = civil.year * 12 + civil.month - 1 + by;
  const year = Math.floor(months / 12);
  const month = mod(months, 12) + 1;
  return toDay(year, month, Math.min(civil.day, countDays(year, month)));
}

/** TIMEX3: `2013-03-22`, `2013-W12`, `2013-W12-WE`, `2013-03`, `2013-Q1`, `2013-H1`, `2013-SU`, `2013`, `201`, `20`. */
export function writePoint({ grain, first }: Point): string {
  const { year, month, day } = toCivil(first);
  switch (grain) {
    case 'day':
      return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    case 'week':
    case 'weekend': {
      const thursday = first - weekdayOf(first) + 4;
      const isoYear = toCivil(thursday).year;
      const week = Math.floor((thursday - toDay(isoYear, 1, 1)) / 7) + 1;
      return `${pad(isoYear, 4)}-W${pad(week, 2)}${grain === 'weekend' ? '-WE' : ''}`;
    }
    case 'month':
      return `${pad(year, 4)}-${pad(month, 2)}`;
    case 'quarter':
      return `${pad(year, 4)}-Q${String((month + 2) / 3)}`;
    case 'half':
      return `${pad(year, 4)}-H${month > 6 ? '2' : '1'}`;
    case 'season':
      return `${pad(year, 4)}-${SEASONS[month / 3 - 1] ?? 'SP'}`;
    case 'year':
      return pad(year, 4);
    case 'decade':
      return pad(Math.floor(year / 10), 3);
    case 'century':
      return pad(Math.floor(year / 100), 2);
  }
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
