import type { Range } from '../spans.ts';
import { readAnchor } from './anchor.ts';
import { toEdtf } from './edtf.ts';
import { toCivil, type Grain, type Point } from './calendar.ts';
import type { Meaning, TimeType } from './meaning.ts';
import type { Context } from './context.ts';
import { resolveMeaning } from './resolve.ts';
import type { Found, Scan } from './scan.ts';
import { readDirection } from './tense.ts';

/** One expression of time. Offsets are UTF-16, half open, into the text. */
export interface TimeExpression extends Range {
  readonly type: TimeType;
  /** TIMEX3 as in TempEval-3: `2013-SU`, `P5D`, `PRESENT_REF`; `XXXX-09-04` where the year stays open. */
  readonly value: string;
  /** ISO 8601-2; null where it has no form for it. */
  readonly edtf: string | null;
  /** The pattern that found it. */
  readonly rule: string;
}

/** How many dates back the story may refer ("that year", "the next day"). */
const REMEMBERED = 12;
const ORDER_YEAR: ReadonlySet<Grain> = new Set(['day', 'month', 'quarter', 'season', 'half', 'year']);

/**
 * The expressions of time that a scan found, in order, with their values. `published` is an ISO day or
 * date-time (its own day counts, in its own offset), EDTF, or null; what needs it and has it not stays open.
 */
export function resolveTimes({ text, lower, sentences, found }: Scan, published: string | null): TimeExpression[] {
  const { point: anchor, minutes } = readAnchor(published);
  const told: { point: Point; sentence: number; led: boolean }[] = [];
  const dated = new Set(found.filter(({ meaning }) => isNow(meaning)).map(({ sentence }) => sentence));
  return found.map((one, i) => {
    const context = contextOf(one, i);
    const resolved = resolveMeaning(one.meaning, context);
    if (resolved.point && !isComparison(one.meaning))
      told.push({ point: resolved.point, sentence: one.sentence, led: isLed(lower, one) });
    if (told.length > REMEMBERED) told.shift();
    return {
      start: one.start,
      end: one.end,
      type: resolved.type,
      value: resolved.value,
      edtf: toEdtf(resolved.value),
      rule: one.rule,
    };
  });

  function contextOf(one: Found, i: number): Context {
    const sentence = sentences[one.sentence] ?? one;
    const next = found[i + 1];
    return {
      anchor,
      minutes,
      told: told.map(({ point, sentence: k, led }) => {
        return { point, led, near: k === one.sentence, recent: k >= one.sentence - 1 };
      }),
      direction: () => readDirection(text, sentence, one),
      yearTold: () => {
        const last = told.at(-1);
        if (!last?.led || !anchor || last.sentence < one.sentence - 1) return null;
        if ([-2, -1, 0, 1, 2].some((by) => dated.has(one.sentence + by))) return null;
        const { year } = toCivil(last.point.first);
        return year <= toCivil(anchor.first).year - 2 && ORDER_YEAR.has(last.point.grain) ? year : null;
      },
      year: next?.sentence === one.sentence && joins(lower, one, next) ? yearOf(next) : null,
      dayAfter: () =>
        next?.sentence === one.sentence && isDay(next) ? resolveMeaning(next.meaning, contextOf(next, i + 1)) : null,
    };
  }
}

/** "Monday", "last week", "this month": the story stands at the publication, not in a year that it looks back on. */
function isNow(meaning: Meaning): boolean {
  if (meaning.kind === 'clock') return meaning.on !== null && isNow(meaning.on);
  if (meaning.kind === 'step') return meaning.from === 'published';
  return meaning.kind === 'named' && meaning.weekday !== undefined && meaning.month === undefined;
}

/** "a year earlier", "the same period of 2012": what is compared with does not move the story there. */
function isComparison(meaning: Meaning): boolean {
  return meaning.kind === 'same' || (meaning.kind === 'step' && meaning.compares === true);
}

/** "In 2009 he …", "Last year, …" take the story there; "the highest since 2009", "the 2009 treaty" do not. */
function isLed(lower: string, { start, meaning }: Found): boolean {
  const before = lower.slice(Math.max(0, start - 12), start);
  if (meaning.kind === 'step') return !/\b(?:since|from|than|with)\s+$/u.test(before);
  return /(?:^|\n|[,;:(.—]|\b(?:in|on|of|during|by|early|late|mid|at|around|about|after|until))[\s-]*$/u.test(before);
}

function isDay({ meaning }: Found): boolean {
  return meaning.kind === 'named'
    ? meaning.day !== undefined || meaning.weekday !== undefined
    : meaning.kind === 'step' && meaning.unit === 'day';
}

function yearOf({ meaning }: Found): Context['year'] {
  return meaning.kind === 'named' && typeof meaning.year === 'number'
    ? { year: meaning.year, month: meaning.month ?? 12 }
    : null;
}

/** Whether only a word of range stands between the two: "to", "until", "through", a dash. */
function joins(lower: string, a: Range, b: Range): boolean {
  return /^\s*(?:-|—|to|until|till|through|thru|and)\s*(?:the\s+)?$/u.test(lower.slice(a.end, b.start));
}
