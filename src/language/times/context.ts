import { writePoint, type Grain, type Point } from './calendar.ts';
import type { Direction } from './tense.ts';
import type { TimeType } from './meaning.ts';

/** What the text around an expression gives it. */
export interface Context {
  /** The publication, as finely as it is known; null where it is not. */
  readonly anchor: Point | null;
  /** Minutes of the day of the publication; null where unknown. */
  readonly minutes: number | null;
  /** What the text has told so far, the latest last; `near` where it stands in the same sentence, `recent` also in the one before. */
  readonly told: readonly Told[];
  /** Whether the sentence puts it ahead or behind; asked only where it matters. */
  readonly direction: () => Direction | null;
  /** A year told in this sentence or the one before, where the story is years back ("In 1831 … on July 14"). */
  readonly yearTold: () => number | null;
  /** A year that the other end of a range names ("from March 3 to April 5, 2012"). */
  readonly year: { readonly year: number; readonly month: number } | null;
  /** The day that the same sentence names after a time of day ("at 3 p.m. on Tuesday"). */
  readonly dayAfter: () => Resolved | null;
}

export interface Told {
  readonly point: Point;
  readonly near: boolean;
  readonly recent: boolean;
  /** It took the story there ("in 2009"), and does not only compare or name ("since 2009", "the 2009 treaty"). */
  readonly led: boolean;
}

/** `point` is null where the value stays open or is no stretch of the calendar. */
export interface Resolved {
  readonly type: TimeType;
  readonly value: string;
  readonly point: Point | null;
}

export const ORDER: readonly Grain[] = [
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
];
/** What is left of a value when nothing places it: never today (contract §2.7). */
export const OPEN: Readonly<Record<Grain, string>> = {
  day: 'XXXX-XX-XX',
  weekend: 'XXXX-WXX-WE',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  season: 'XXXX-XX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
};

export function dated(point: Point): Resolved {
  return { type: 'DATE', value: writePoint(point), point };
}

export function open(value: string): Resolved {
  return { type: 'DATE', value, point: null };
}

/** Whether a point is fine enough for steps of the unit. */
export function isFine(point: Point, unit: Grain): boolean {
  return ORDER.indexOf(point.grain) <= ORDER.indexOf(unit);
}

export function findTold(context: Context, unit: Grain, near: boolean): Point | null {
  return context.told.findLast((one) => (one.near || !near) && isFine(one.point, unit))?.point ?? null;
}

/** A day in the middle of what is known of the publication. */
export function middle(anchor: Point): number {
  return anchor.first + (anchor.grain === 'day' ? 0 : anchor.grain === 'month' ? 14 : 182);
}
