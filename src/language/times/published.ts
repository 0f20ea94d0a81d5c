import { readLexicon } from '../../base/lexicon.ts';
import type { Range } from '../spans.ts';
import { readAnchor } from './anchor.ts';
import { isDate, pad, toCivil, toDay, weekdayOf, writePoint } from './calendar.ts';
import type { Meaning, Named } from './meaning.ts';
import type { Found, Scan } from './scan.ts';
import { readDirection } from './tense.ts';

/** When a report that gives no date was published, by its own text. */
export interface InferredPublication {
  /** EDTF: a day, or the days between which it lies. */
  readonly value: string;
  /** One sentence for a note: what it was read from. */
  readonly why: string;
  /** The words that it stands on. */
  readonly span: Range;
}

/** A date that names its weekday but no year is of the report's own days: agencies drop the weekday after a week. */
const WEEK = 6;
/** A text that names a year tells of that year or the one or two after it. */
const CLOSE = 2;
const [EARLIEST, LATEST] = [1900, 2099];

/**
 * Infers a missing date of publication; null where the text does not give it (contract §2.7: never today). A dateline with
 * its year says it outright. Else a weekday with its date ("Monday, September 4") leaves few years, and one more anchor
 * must choose: the time of capture, the latest year that the text names, or an anniversary of a known event.
 */
export function inferPublished(scan: Scan, captured: string | null): InferredPublication | null {
  const { text, sentences, found } = scan;
  const dateline = readDateline(text, found);
  if (dateline) return dateline;
  const dates = found.filter((one) => {
    const named = dayOf(one.meaning);
    return (
      named?.weekday !== undefined && named.month !== undefined && named.day !== undefined && named.year === undefined
    );
  });
  const [first] = dates;
  if (!first) return null;
  const years = listYears(dates);
  const chosen = chooseYear(years, first, scan, captured);
  if (!chosen) return null;
  const days = dates.map((one) => {
    const { month = 1, day = 1 } = dayOf(one.meaning) ?? {};
    const sentence = sentences[one.sentence] ?? one;
    return { day: toDay(chosen.year, month, day), ahead: readDirection(text, sentence, one) === 'future' };
  });
  const behind = days.filter(({ ahead }) => !ahead).map(({ day }) => day);
  const ahead = days.filter((one) => one.ahead).map(({ day }) => day);
  const from = behind.length > 0 ? Math.max(...behind) : Math.min(...ahead) - WEEK;
  const to = ahead.length > 0 && Math.min(...ahead) >= from ? Math.min(from + WEEK, ...ahead) : from + WEEK;
  const value = from === to ? write(from) : `${write(from)}/${write(to)}`;
  const all = years.filter((year) => Math.abs(year - chosen.year) < 25).join(', ');
  const why = `“${text.slice(first.start, first.end)}” fits ${all}; ${chosen.why}.`;
  return { value, why, span: { start: first.start, end: first.end } };
}

function write(day: number): string {
  return writePoint({ grain: 'day', first: day });
}

function dayOf(meaning: Meaning): Named | null {
  if (meaning.kind === 'named') return meaning;
  return meaning.kind === 'clock' && meaning.on?.kind === 'named' ? meaning.on : null;
}

/** "SALTMERE, 22 March 2013 (Tidewire) –" at the very beginning. */
function readDateline(text: string, found: readonly Found[]): InferredPublication | null {
  const [first] = found;
  const named = first ? dayOf(first.meaning) : null;
  if (!first || typeof named?.year !== 'number' || named.month === undefined || named.day === undefined) return null;
  const before = text.slice(0, first.start).trim();
  const after = text.slice(first.end, first.end + 40);
  if (
    before.length > 40 ||
    /[a-z]{3}\s+[a-z]{2}/u.test(before) ||
    !/^\s*(?:\([\p{Lu}][^)]{0,25}\)\s*)?(?:[-–—]|\/)|^\s*\(\p{Lu}[^)]{0,25}\)/u.test(after)
  )
    return null;
  const value = `${pad(named.year, 4)}-${pad(named.month, 2)}-${pad(named.day, 2)}`;
  return {
    value,
    why: `The dateline says ${text.slice(first.start, first.end)}.`,
    span: { start: first.start, end: first.end },
  };
}

/** The years in which every one of the dates falls on its weekday. */
function listYears(dates: readonly Found[]): number[] {
  const years: number[] = [];
  for (let year = EARLIEST; year <= LATEST; year++) {
    const fits = dates.every(({ meaning }) => {
      const { month = 1, day = 1, weekday } = dayOf(meaning) ?? {};
      return isDate(year, month, day) && weekdayOf(toDay(year, month, day)) === weekday;
    });
    if (fits) years.push(year);
  }
  return years;
}

interface Choice {
  readonly year: number;
  readonly why: string;
}

function chooseYear(
  years: readonly number[],
  first: Found,
  { text, lower, found, sentences }: Scan,
  captured: string | null,
): Choice | null {
  const { month = 1, day = 1 } = dayOf(first.meaning) ?? {};
  const known = readAnchor(captured).point;
  if (known) {
    const year = years.findLast((one) => toDay(one, month, day) <= known.first + 1);
    if (year !== undefined && toCivil(known.first).year - year <= CLOSE)
      return { year, why: `it was captured ${captured?.slice(0, 10) ?? ''}` };
  }
  const marked = readAnniversary(text, lower);
  if (marked) {
    const near = years.filter((year) => year === marked.year);
    if (near[0] !== undefined) return { year: near[0], why: `the text speaks of the ${marked.words}` };
  }
  const named = found.filter(({ meaning, sentence }, i) => {
    const year = dayOf(meaning)?.year;
    const one = found[i];
    return (
      typeof year === 'number' && one !== undefined && readDirection(text, sentences[sentence] ?? one, one) !== 'future'
    );
  });
  const latest = Math.max(...named.map(({ meaning }) => Number(dayOf(meaning)?.year)));
  const close = years.filter((year) => year >= latest && year <= latest + CLOSE);
  return close.length === 1 && close[0] !== undefined
    ? { year: close[0], why: `the latest year that the text names is ${String(latest)}` }
    : null;
}

/** "the 70th anniversary of the end of the Korean War": 1953 and seventy years. */
function readAnniversary(text: string, lower: string): { readonly year: number; readonly words: string } | null {
  for (const match of lower.matchAll(/\b(\d{1,3})(?:st|nd|rd|th)\s+anniversary\s+of\s+([^.;]{3,80})/gu)) {
    const [, count = '', rest = ''] = match;
    const event = readLexicon('events').find(([words = '']) => rest.includes(words));
    if (!event) continue;
    const [words = '', from = '', to = ''] = event;
    const ended = /\b(?:end|fall|armistice|liberation|surrender|withdrawal)\b/u.test(
      rest.slice(0, rest.indexOf(words) + words.length),
    );
    return {
      year: Number(ended ? to : from) + Number(count),
      words: text.slice(match.index, match.index + match[0].length).trim(),
    };
  }
  return null;
}
