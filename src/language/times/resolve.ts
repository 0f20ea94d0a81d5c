import { addMonths, countDays, isDate, pad, pointAt, stepPoint, toCivil, toDay, weekdayOf, writePoint, type Grain, type Point } from './calendar.ts';
import { feastDay } from './feasts.ts';
import type { Meaning, Named, Part, TimeType } from './meaning.ts';

/** What the text around an expression gives it. */
export interface Context {
  /** The publication, as finely as it is known; null where it is not. */
  readonly anchor: Point | null;
  /** Minutes of the day of the publication; null where unknown. */
  readonly minutes: number | null;
  /** What the text has told so far, the latest last; `near` where it stands in the same sentence, `recent` also in the one before. */
  readonly told: readonly { readonly point: Point; readonly near: boolean; readonly recent: boolean }[];
  /** Whether the sentence puts it ahead or behind; asked only where it matters. */
  readonly direction: () => 'past' | 'future' | null;
  /** A year told in this sentence or the one before, where the story is years back ("In 1831 … on July 14"). */
  readonly yearTold: () => number | null;
  /** A year that the other end of a range names ("from March 3 to April 5, 2012"). */
  readonly year: { readonly year: number; readonly month: number } | null;
  /** The day that the same sentence names after a time of day ("at 3 p.m. on Tuesday"). */
  readonly dayAfter: () => Resolved | null;
}

/** `point` is null where the value stays open or is no stretch of the calendar. */
export interface Resolved {
  readonly type: TimeType;
  readonly value: string;
  readonly point: Point | null;
}

const ORDER: readonly Grain[] = ['day', 'weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century'];
/** What is left of a value when nothing places it: never today (contract §2.7). */
const OPEN: Readonly<Record<Grain, string>> = {
  day: 'XXXX-XX-XX', weekend: 'XXXX-WXX-WE', week: 'XXXX-WXX', month: 'XXXX-XX', quarter: 'XXXX-QX', half: 'XXXX-HX', season: 'XXXX-XX', year: 'XXXX', decade: 'XXX', century: 'XX',
};

export function resolveMeaning(meaning: Meaning, context: Context): Resolved {
  switch (meaning.kind) {
    case 'fixed':
      return { type: meaning.type, value: meaning.value, point: null };
    case 'named':
      return resolveNamed(meaning, context);
    case 'step': {
      const { unit, by, from } = meaning;
      const last = context.told.at(-1);
      if (meaning.compares && last?.near && (last.point.grain === 'quarter' || last.point.grain === 'month')) {
        return dated({ ...last.point, first: addMonths(last.point.first, 12 * by) });
      }
      const base = from === 'published' ? context.anchor : from === 'told' ? (findTold(context, unit, false) ?? context.anchor) : (findTold(context, unit, true) ?? context.anchor);
      return stepFrom(base, unit, by + (unit === 'weekend' && by === 0 ? weekendBy(meaning.from, context) : 0));
    }
    case 'part':
      return resolvePart(meaning.part, meaning.of, meaning.by, context);
    case 'nth':
      return resolveNth(meaning, context);
    case 'clock':
      return resolveClock(meaning.time, meaning.on, context);
    case 'same': {
      const last = context.told.at(-1)?.point ?? null;
      if (!last) return 'by' in meaning ? stepFrom(context.anchor, 'year', meaning.by) : dated({ grain: 'year', first: toDay(meaning.year, 1, 1) });
      const by = 'by' in meaning ? meaning.by : meaning.year - toCivil(last.first).year;
      return dated(pointAt(last.grain, addMonths(last.first, 12 * by)));
    }
    case 'moment':
      return resolveMoment(meaning.minutes, meaning.from, context);
  }
}

function dated(point: Point): Resolved {
  return { type: 'DATE', value: writePoint(point), point };
}

function open(value: string): Resolved {
  return { type: 'DATE', value, point: null };
}

/** Whether a point is fine enough for steps of the unit. */
function isFine(point: Point, unit: Grain): boolean {
  return ORDER.indexOf(point.grain) <= ORDER.indexOf(unit);
}

function findTold(context: Context, unit: Grain, near: boolean): Point | null {
  return context.told.findLast((one) => (one.near || !near) && isFine(one.point, unit))?.point ?? null;
}

function stepFrom(base: Point | null, unit: Grain, by: number): Resolved {
  if (!base || !isFine(base, unit)) return open(OPEN[unit]);
  return dated(stepPoint(pointAt(unit, base.first), by));
}

/** Before the weekend has begun, "this weekend" is ahead unless told in the past tense; "the weekend" behind unless ahead. */
function weekendBy(from: 'published' | 'told' | 'near', { anchor, direction }: Context): -1 | 0 {
  if (anchor?.grain !== 'day' || weekdayOf(anchor.first) > 5) return 0;
  const way = direction();
  return way === 'past' || (way === null && from !== 'published') ? -1 : 0;
}

/** A day in the middle of what is known of the publication. */
function middle(anchor: Point): number {
  return anchor.first + (anchor.grain === 'day' ? 0 : anchor.grain === 'month' ? 14 : 182);
}

function resolveNamed(named: Named, context: Context): Resolved {
  const { month, day, weekday } = named;
  const year = yearOf(named, context);
  if (named.feast !== undefined) {
    const { feast } = named;
    if (year !== null) return dated({ grain: 'day', first: feastDay(feast, year) });
    return context.anchor && named.year === undefined ? nearestDay((one) => feastDay(feast, one), context.anchor, context) : open(OPEN.day);
  }
  if (year !== null) {
    if (month === undefined) return dated({ grain: 'year', first: toDay(year, 1, 1) });
    if (day === undefined) return dated({ grain: 'month', first: toDay(year, month, 1) });
    return isDate(year, month, day) ? dated({ grain: 'day', first: toDay(year, month, day) }) : open(`${pad(year, 4)}-${pad(month, 2)}`);
  }
  if (named.year !== undefined) return open(month === undefined ? 'XXXX' : `XXXX-${pad(month, 2)}${day === undefined ? '' : `-${pad(day, 2)}`}`);
  if (month !== undefined) return resolveMonth(named, month, context);
  if (day !== undefined) return resolveDay(day, weekday, context);
  return resolveWeekday(weekday ?? 1, named.by, context);
}

function yearOf({ year, month }: Named, context: Context): number | null {
  if (typeof year === 'number') return year;
  if (year === undefined) return context.year === null || month === undefined ? null : context.year.year - (month > context.year.month ? 1 : 0);
  const base = year.from === 'published' ? context.anchor : (findTold(context, 'year', false) ?? context.anchor);
  return base ? toCivil(base.first).year + year.by : null;
}

/** Half a year either way is the nearest; the tense of the sentence moves a doubtful one. In days. */
const SURE = 20;

function resolveMonth({ day, weekday, by }: Named, month: number, context: Context): Resolved {
  const { anchor } = context;
  if (!anchor) return open(`XXXX-${pad(month, 2)}${day === undefined ? '' : `-${pad(day, 2)}`}`);
  const now = middle(anchor);
  const { year: thisYear, month: thisMonth } = toCivil(now);
  const yearTold = by === undefined && weekday === undefined ? context.yearTold() : null;
  if (yearTold !== null) {
    const first = toDay(yearTold, month, day ?? 1);
    return isDate(yearTold, month, day ?? 1) ? dated({ grain: day === undefined ? 'month' : 'day', first }) : open(OPEN.day);
  }
  if (day === undefined) {
    let year = thisYear;
    if (by === -1) year -= month >= thisMonth ? 1 : 0;
    else if (by === 1) year += month <= thisMonth ? 1 : 0;
    else if (by === undefined) {
      const direction = context.direction();
      const near = context.told.findLast((one) => one.near && one.point.grain === 'year')?.point;
      if (near) year = toCivil(near.first).year;
      else if (direction === 'future') year += month < thisMonth ? 1 : 0;
      else if (direction === 'past' || month - thisMonth > 6) year -= month > thisMonth ? 1 : 0;
      else if (thisMonth - month > 9) year += 1;
    }
    return dated({ grain: 'month', first: toDay(year, month, 1) });
  }
  return nearestDay((year) => (isDate(year, month, day) ? toDay(year, month, day) : null), anchor, context, weekday);
}

/** The nearest of a day that comes once a year, on the right weekday where one is named. */
function nearestDay(dayIn: (year: number) => number | null, anchor: Point, context: Context, weekday?: number): Resolved {
  const now = middle(anchor);
  const { year: thisYear } = toCivil(now);
  const all = [thisYear - 1, thisYear, thisYear + 1].map(dayIn).filter((day) => day !== null);
  const right = all.filter((day) => weekdayOf(day) === weekday);
  const nearest = [...(right.length > 0 ? right : all)].sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
  const first = nearest[0];
  if (first === undefined) return open(OPEN.day);
  const direction = Math.abs(first - now) > SURE ? context.direction() : null;
  const fits = direction === null ? first : nearest.find((one) => (direction === 'past' ? one <= now + SURE : one >= now - SURE));
  const chosen = fits !== undefined && Math.abs(fits - now) < 330 ? fits : first;
  return dated({ grain: 'day', first: chosen });
}

/** "the 10th": of the month that was told in the same sentence, else the nearest by tense. */
function resolveDay(day: number, weekday: number | undefined, { anchor, told, direction }: Context): Resolved {
  const near = told.findLast((one) => one.near && (one.point.grain === 'day' || one.point.grain === 'month'))?.point;
  const base = near ?? (anchor?.grain === 'year' ? null : anchor);
  if (!base) return open(`XXXX-XX-${pad(day, 2)}`);
  const month = pointAt('month', base.first);
  const days = [-1, 0, 1]
    .map((by) => stepPoint(month, by).first)
    .filter((first) => day <= countDays(toCivil(first).year, toCivil(first).month))
    .map((first) => first + day - 1)
    .filter((one) => weekday === undefined || weekdayOf(one) === weekday);
  if (near || base.grain === 'month') {
    const inside = days.find((one) => pointAt('month', one).first === month.first);
    if (inside !== undefined) return dated({ grain: 'day', first: inside });
  }
  const way = direction();
  const fitting = days.filter((one) => (way === 'past' ? one <= base.first : way === 'future' ? one >= base.first : true));
  const chosen = (fitting.length > 0 ? fitting : days).sort((a, b) => Math.abs(a - base.first) - Math.abs(b - base.first))[0];
  return chosen === undefined ? open(`XXXX-XX-${pad(day, 2)}`) : dated({ grain: 'day', first: chosen });
}

function resolveWeekday(weekday: number, by: Named['by'], { anchor, direction }: Context): Resolved {
  if (anchor?.grain !== 'day') return open(`XXXX-WXX-${String(weekday)}`);
  const ahead = (weekday - weekdayOf(anchor.first) + 7) % 7;
  const back = (weekdayOf(anchor.first) - weekday + 7) % 7;
  if (by === -1) return dated({ grain: 'day', first: anchor.first - (back === 0 ? 7 : back) });
  if (by === 1) return dated({ grain: 'day', first: anchor.first + (ahead === 0 ? 7 : ahead) });
  const future = by === 0 ? direction() !== 'past' : direction() === 'future';
  return dated({ grain: 'day', first: future ? anchor.first + ahead : anchor.first - back });
}

const PART_MONTH: Readonly<Record<Part, readonly [Grain, number]>> = {
  Q1: ['quarter', 1], Q2: ['quarter', 4], Q3: ['quarter', 7], Q4: ['quarter', 10], QX: ['quarter', 1], H1: ['half', 1], H2: ['half', 7], SP: ['season', 3], SU: ['season', 6], FA: ['season', 9], WI: ['season', 12],
};

function resolvePart(part: Part, of: Meaning | null, by: -1 | 0 | 1 | undefined, context: Context): Resolved {
  if (of !== null) {
    const whole = resolveMeaning(of, context);
    if (whole.value.startsWith('FY')) return open(`${whole.value}-${part}`);
    if (whole.point?.grain === 'month') return whole;
    if (whole.point?.grain === 'decade' || whole.point?.grain === 'century') return whole;
    return whole.point ? dated(partIn(part, toCivil(whole.point.first).year)) : open(`XXXX-${part}`);
  }
  if (part === 'QX') return stepFrom(context.anchor, 'quarter', by ?? 0);
  const near = context.told.findLast((one) => one.near && one.point.grain === 'year')?.point;
  if (near && by === undefined) return dated(partIn(part, toCivil(near.first).year));
  const { anchor } = context;
  if (!anchor || anchor.grain === 'year') return open(`XXXX-${part}`);
  const now = middle(anchor);
  const { year } = toCivil(now);
  const all = [year - 2, year - 1, year, year + 1, year + 2].map((one) => partIn(part, one));
  const ended = all.filter((one) => stepPoint(one, 1).first <= now);
  const started = all.filter((one) => one.first <= now);
  const season = PART_MONTH[part][0] === 'season';
  const last = (list: readonly Point[]): Resolved => dated(list.at(-1) ?? partIn(part, year));
  if (by === -1) return last(ended);
  if (by === 1) return last(all.filter((one) => one.first > now).slice(0, 1));
  const running = all.filter((one) => stepPoint(one, 1).first > now).slice(0, 1);
  if (by === 0) return last(started.length > 0 && running[0] && running[0].first > now + 200 ? started : running);
  const way = context.direction();
  if (way === 'future') return last(running);
  return last(season ? started : ended);
}

function partIn(part: Part, year: number): Point {
  const [grain, month] = PART_MONTH[part];
  return { grain, first: toDay(year, month, 1) };
}

function resolveNth({ nth, unit, of }: Extract<Meaning, { kind: 'nth' }>, context: Context): Resolved {
  const whole = resolveMeaning(of, context).point;
  if (!whole || ORDER.indexOf(unit) >= ORDER.indexOf(whole.grain)) return open(OPEN[unit]);
  const after = stepPoint(whole, 1).first;
  if (unit === 'week' || unit === 'weekend') {
    return dated(pointAt(unit, nth > 0 ? whole.first + 7 * (nth - 1) + 3 : after + 7 * nth));
  }
  return dated(stepPoint(pointAt(unit, nth > 0 ? whole.first : after), nth > 0 ? nth - 1 : nth));
}

function resolveClock(time: string, on: Meaning | null, context: Context): Resolved {
  const day = on === null ? dayOfClock(context) : resolveMeaning(on, context);
  const value = day?.value ?? OPEN.day;
  return { type: 'TIME', value: `${/^(?:\d{4}|XXXX)-(?:\d\d|XX|WXX)-/u.test(value) ? value : OPEN.day}${time}`, point: day?.point ?? null };
}

/** A time of day with no date is on the day that its sentence names, else on that of the publication. */
function dayOfClock(context: Context): Resolved | null {
  const near = context.told.findLast((one) => one.near && one.point.grain === 'day')?.point;
  if (near) return dated(near);
  const after = context.dayAfter();
  if (after) return after;
  const last = context.told.at(-1);
  if (last?.recent === true && last.point.grain === 'day') return dated(last.point);
  return context.anchor?.grain === 'day' ? dated(context.anchor) : null;
}

function resolveMoment(minutes: number, from: 'published' | 'told', context: Context): Resolved {
  const base = from === 'told' ? (findTold(context, 'day', false) ?? context.anchor) : context.anchor;
  if (base?.grain !== 'day') return { type: 'TIME', value: `${OPEN.day}TXX`, point: null };
  if (from === 'told' || context.minutes === null) return { type: 'TIME', value: `${writePoint(base)}TXX`, point: base };
  const total = base.first * 1440 + context.minutes + minutes;
  const day: Point = { grain: 'day', first: Math.floor(total / 1440) };
  const rest = ((Math.floor(total) % 1440) + 1440) % 1440;
  return { type: 'TIME', value: `${writePoint(day)}T${pad(Math.floor(rest / 60), 2)}:${pad(rest % 60, 2)}`, point: day };
}
