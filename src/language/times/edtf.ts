import { pad, SEASONS, toCivil, toDay, weekdayOf } from './calendar.ts';

/**
 * A TIMEX3 value in EDTF (ISO 8601-2:2019): `2013-Q3` is `2013-35`, `199` is `199X`, a week is its interval of days, a part
 * of a day its day. Null for what EDTF cannot say: lengths, sets, references, and days of which nothing is known.
 */
export function toEdtf(value: string): string | null {
  if (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(value) || /^XXXX-\d\d(?:-\d\d)?$|^\d{4}(?:-\d\d)?-XX$/u.test(value))
    return value;
  if (/^\d{4}-XX-XX$/u.test(value)) return value;
  const clock = /^(\d{4}-\d\d-\d\d)T(.*)$/u.exec(value);
  if (clock) return withClock(clock[1] ?? '', clock[2] ?? '');
  const week = /^(\d{4})-W(\d\d)(-WE)?$/u.exec(value);
  if (week) {
    const january4 = toDay(Number(week[1]), 1, 4);
    const monday = january4 - weekdayOf(january4) + 1 + (Number(week[2]) - 1) * 7;
    return `${write(week[3] === undefined ? monday : monday + 5)}/${write(monday + 6)}`;
  }
  const part = /^(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$/u.exec(value);
  if (part) {
    const [, year = '', quarter, half, season] = part;
    if (quarter !== undefined) return `${year}-${String(32 + Number(quarter))}`;
    if (half !== undefined) return `${year}-${String(39 + Number(half))}`;
    return `${year}-${String(21 + SEASONS.indexOf(season as 'SP'))}`;
  }
  if (/^\d{2,3}$/u.test(value)) return value.padEnd(4, 'X');
  return null;
}

function withClock(day: string, time: string): string {
  const match = /^(\d\d):(\d\d)(?::(\d\d))?(Z)?$/u.exec(time);
  if (!match) return day;
  const [, hour = '', minute = '', second = '00', zone = ''] = match;
  if (hour !== '24') return `${day}T${hour}:${minute}:${second}${zone}`;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `${write(toDay(year, month, date) + 1)}T00:00:00${zone}`;
}

function write(days: number): string {
  const { year, month, day } = toCivil(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
