import { isDate, pointAt, toDay, type Point } from './calendar.ts';

/**
 * The publication as a point: of `2013-03-22T10:00:00+01:00` its own day, of `2013-03` its month, of an EDTF interval what
 * both ends share (`2023-09-04/2023-09-10`: September). Null for null and for what is no date.
 */
export function readAnchor(published: string | null): {
  readonly point: Point | null;
  readonly minutes: number | null;
} {
  const none = { point: null, minutes: null };
  if (published === null) return none;
  const [from = '', to] = published.split('/');
  if (to !== undefined) return { point: shared(readDate(from), readDate(to)), minutes: null };
  const clock = /T(\d\d):(\d\d)/u.exec(from);
  return { point: readDate(from), minutes: clock ? Number(clock[1]) * 60 + Number(clock[2]) : null };
}

function readDate(text: string): Point | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:$|T|[~?%]|-XX)/u.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (!isDate(year, month, day)) return null;
  return {
    grain: match[3] !== undefined ? 'day' : match[2] !== undefined ? 'month' : 'year',
    first: toDay(year, month, day),
  };
}

function shared(a: Point | null, b: Point | null): Point | null {
  if (!a || !b) return null;
  for (const grain of ['day', 'month', 'year'] as const) {
    const [x, y] = [a, b].map((point) => pointOf(point, grain));
    if (x && x.first === y?.first) return x;
  }
  return null;
}

function pointOf(point: Point, grain: 'day' | 'month' | 'year'): Point | null {
  const order = ['day', 'month', 'year'];
  return order.indexOf(point.grain) > order.indexOf(grain) ? null : pointAt(grain, point.first);
}
