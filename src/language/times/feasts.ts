import { toDay, weekdayOf } from './calendar.ts';
import type { Feast } from './meaning.ts';

/** The day of a feast in a year, from 1970-01-01. Easter is the western one (Meeus' Gregorian computus); Thanksgiving the American. */
export function feastDay(feast: Feast, year: number): number {
  if (feast === 'thanksgiving') {
    const november = toDay(year, 11, 1);
    return november + ((4 - weekdayOf(november) + 7) % 7) + 21;
  }
  const sunday = easter(year);
  return feast === 'good friday' ? sunday - 2 : feast === 'easter monday' ? sunday + 1 : sunday;
}

function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return toDay(year, Math.floor(n / 31), (n % 31) + 1);
}
