import type { Range } from '../spans.ts';
import { readAnchor } from './anchor.ts';
import { toEdtf } from './edtf.ts';
import { toCivil, type Grain, type Point } from './calendar.ts';
import type { TimeType } from './meaning.ts';
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
  const told: { point: Point; sentence: number }[] = [];
  return found.map((one, i) => {
    const context = contextOf(one, i);
    const resolved = resolveMeaning(one.meaning, context);
    if (resolved.point) told.push({ point: resolved.point, sentence: one.sentence });
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
      told: told.map(({ point, sentence: k }) => ({ point, near: k === one.sentence, recent: k >= one.sentence - 1 })),
      direction: () => readDirection(text, sentence, one),
      yearTold: () => {
        const last = told.at(-1);
        if (!last || !anchor || last.sentence < one.sentence - 1) return null;
        const { year } = toCivil(last.point.first);
        return year <= toCivil(anchor.first).year - 2 && ORDER_YEAR.has(last.point.grain) ? year : null;
      },
      year: next?.sentence === one.sentence && joins(lower, one, next) ? yearOf(next) : null,
      dayAfter: () =>
        next?.sentence === one.sentence && isDay(next) ? resolveMeaning(next.meaning, contextOf(next, i + 1)) : null,
    };
  }
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
