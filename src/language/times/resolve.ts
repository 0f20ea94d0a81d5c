import {
  addMonths,
  pad,
  pointAt,
  stepPoint,
  toCivil,
  toDay,
  weekdayOf,
  writePoint,
  type Grain,
  type Point,
} from './calendar.ts';
import { dated, findTold, isFine, middle, open, OPEN, ORDER, type Context, type Resolved } from './context.ts';
import type { Meaning, Part } from './meaning.ts';
import { resolveNamed } from './resolve-named.ts';

/** The value of what the words mean, in its context. What the context does not give stays open (contract §2.7). */
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
      const base =
        from === 'published'
          ? context.anchor
          : from === 'told'
            ? (findTold(context, unit, false) ?? context.anchor)
            : (findTold(context, unit, true) ?? context.anchor);
      if (unit === 'quarter' && from === 'near') return theQuarter(context);
      if (meaning.fiscal) return open(`FY${stepFrom(base, unit, by).value}`);
      return stepFrom(base, unit, by + (unit === 'weekend' && by === 0 ? weekendBy(meaning.from, context) : 0));
    }
    case 'part':
      return resolvePart(meaning.part, meaning.of, meaning.by, context);
    case 'nth':
      return resolveNth(meaning, context);
    case 'clock':
      return resolveClock(meaning.time, meaning.on, context);
    case 'same': {
      const grains = COMPARED[meaning.what];
      const last = context.told.findLast(({ point }) => grains?.includes(point.grain) ?? true)?.point ?? null;
      if (!last)
        return 'by' in meaning
          ? stepFrom(context.anchor, 'year', meaning.by)
          : dated({ grain: 'year', first: toDay(meaning.year, 1, 1) });
      const by = 'by' in meaning ? meaning.by : meaning.year - toCivil(last.first).year;
      return dated(pointAt(last.grain, addMonths(last.first, 12 * by)));
    }
    case 'moment':
      return resolveMoment(meaning.minutes, meaning.from, context);
  }
}

/** What "the same period", "the year-ago quarter" may be compared with; anything, for words that are not listed. */
const COMPARED: Readonly<Record<string, readonly Grain[]>> = {
  period: ['quarter', 'month', 'half', 'season', 'year'],
  quarter: ['quarter'],
  month: ['month'],
  week: ['week'],
  season: ['season'],
};

/** "sales fell in the quarter": the one that the text tells of, else the one that has ended, where it tells of the past. */
function theQuarter(context: Context): Resolved {
  const told = context.told.findLast(({ point }) => point.grain === 'quarter');
  if (told) return dated(told.point);
  return stepFrom(context.anchor, 'quarter', context.direction() === 'past' ? -1 : 0);
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

const PART_MONTH: Readonly<Record<Part, readonly [Grain, number]>> = {
  Q1: ['quarter', 1],
  Q2: ['quarter', 4],
  Q3: ['quarter', 7],
  Q4: ['quarter', 10],
  QX: ['quarter', 1],
  H1: ['half', 1],
  H2: ['half', 7],
  SP: ['season', 3],
  SU: ['season', 6],
  FA: ['season', 9],
  WI: ['season', 12],
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
  const near = context.told.findLast((one) => one.near && one.led && one.point.grain === 'year')?.point;
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
  if (way === 'future' || way === 'either') return last(running);
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
  return {
    type: 'TIME',
    value: `${/^(?:\d{4}|XXXX)-(?:\d\d|XX|WXX)-/u.test(value) ? value : OPEN.day}${time}`,
    point: day?.point ?? null,
  };
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
  if (from === 'told' || context.minutes === null)
    return { type: 'TIME', value: `${writePoint(base)}TXX`, point: base };
  const total = base.first * 1440 + context.minutes + minutes;
  const day: Point = { grain: 'day', first: Math.floor(total / 1440) };
  const rest = ((Math.floor(total) % 1440) + 1440) % 1440;
  return {
    type: 'TIME',
    value: `${writePoint(day)}T${pad(Math.floor(rest / 60), 2)}:${pad(rest % 60, 2)}`,
    point: day,
  };
}
