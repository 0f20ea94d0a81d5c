import { countDays, isDate, pad, pointAt, stepPoint, toCivil, toDay, weekdayOf, type Point } from './calendar.ts';
import { dated, findTold, middle, open, OPEN, type Context, type Resolved } from './context.ts';
import { feastDay } from './feasts.ts';
import type { Named } from './meaning.ts';

export function resolveNamed(named: Named, context: Context): Resolved {
  const { month, day, weekday } = named;
  const year = yearOf(named, context);
  if (named.feast !== undefined) {
    const { feast } = named;
    if (year !== null) return dated({ grain: 'day', first: feastDay(feast, year) });
    return context.anchor && named.year === undefined
      ? nearestDay((one) => feastDay(feast, one), context.anchor, context)
      : open(OPEN.day);
  }
  if (year !== null) {
    if (month === undefined) return dated({ grain: 'year', first: toDay(year, 1, 1) });
    if (day === undefined) return dated({ grain: 'month', first: toDay(year, month, 1) });
    return isDate(year, month, day)
      ? dated({ grain: 'day', first: toDay(year, month, day) })
      : open(`${pad(year, 4)}-${pad(month, 2)}`);
  }
  if (named.year !== undefined)
    return open(month === undefined ? 'XXXX' : `XXXX-${pad(month, 2)}${day === undefined ? '' : `-${pad(day, 2)}`}`);
  if (month !== undefined) return resolveMonth(named, month, context);
  if (day !== undefined) return resolveDay(day, weekday, context);
  return resolveWeekday(weekday ?? 1, named.by, context);
}

function yearOf({ year, month }: Named, context: Context): number | null {
  if (typeof year === 'number') return year;
  if (year === undefined)
    return context.year === null || month === undefined
      ? null
      : context.year.year - (month > context.year.month ? 1 : 0);
  const base = year.from === 'published' ? context.anchor : (findTold(context, 'year', false) ?? context.anchor);
  return base ? toCivil(base.first).year + year.by : null;
}

/** A month that has just gone is not eleven months off, whatever the tense: that one would be "next June". */
const CLOSE = 1;
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
    return isDate(yearTold, month, day ?? 1)
      ? dated({ grain: day === undefined ? 'month' : 'day', first })
      : open(OPEN.day);
  }
  if (day === undefined) {
    let year = thisYear;
    if (by === -1) year -= month >= thisMonth ? 1 : 0;
    else if (by === 1) year += month <= thisMonth ? 1 : 0;
    else if (by === undefined) {
      const direction = context.direction();
      const near = context.told.findLast((one) => one.near && one.led && one.point.grain === 'year')?.point;
      if (near) year = toCivil(near.first).year;
      else if (direction === 'future' || direction === 'either') year += month < thisMonth - CLOSE ? 1 : 0;
      else if (direction === 'past' || month - thisMonth > 6) year -= month > thisMonth + CLOSE ? 1 : 0;
      else if (thisMonth - month > 9) year += 1;
    }
    return dated({ grain: 'month', first: toDay(year, month, 1) });
  }
  return nearestDay((year) => (isDate(year, month, day) ? toDay(year, month, day) : null), anchor, context, weekday);
}

/** The nearest of a day that comes once a year, on the right weekday where one is named. */
function nearestDay(
  dayIn: (year: number) => number | null,
  anchor: Point,
  context: Context,
  weekday?: number,
): Resolved {
  const now = middle(anchor);
  const { year: thisYear } = toCivil(now);
  const all = [thisYear - 1, thisYear, thisYear + 1].map(dayIn).filter((day) => day !== null);
  const right = all.filter((day) => weekdayOf(day) === weekday);
  const nearest = [...(right.length > 0 ? right : all)].sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
  const first = nearest[0];
  if (first === undefined) return open(OPEN.day);
  const direction = Math.abs(first - now) > SURE ? context.direction() : null;
  const fits =
    direction === null || direction === 'either'
      ? first
      : nearest.find((one) => (direction === 'past' ? one <= now + SURE : one >= now - SURE));
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
  const fitting = days.filter((one) =>
    way === 'past' ? one <= base.first : way === 'future' ? one >= base.first : true,
  );
  const chosen = (fitting.length > 0 ? fitting : days).sort(
    (a, b) => Math.abs(a - base.first) - Math.abs(b - base.first),
  )[0];
  return chosen === undefined ? open(`XXXX-XX-${pad(day, 2)}`) : dated({ grain: 'day', first: chosen });
}

function resolveWeekday(weekday: number, by: Named['by'], { anchor, direction }: Context): Resolved {
  if (anchor?.grain !== 'day') return open(`XXXX-WXX-${String(weekday)}`);
  const ahead = (weekday - weekdayOf(anchor.first) + 7) % 7;
  const back = (weekdayOf(anchor.first) - weekday + 7) % 7;
  if (by === -1) return dated({ grain: 'day', first: anchor.first - (back === 0 ? 7 : back) });
  if (by === 1) return dated({ grain: 'day', first: anchor.first + (ahead === 0 ? 7 : ahead) });
  const way = direction();
  const future = way === 'either' ? ahead <= back : by === 0 ? way !== 'past' : way === 'future';
  return dated({ grain: 'day', first: future ? anchor.first + ahead : anchor.first - back });
}
