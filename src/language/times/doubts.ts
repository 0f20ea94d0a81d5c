import type { Note } from '../../base/note.ts';
import { makeSpan } from '../../base/span.ts';
import { readAnchor } from './anchor.ts';
import { isDate, toCivil, toDay, weekdayOf } from './calendar.ts';
import type { Meaning, Named } from './meaning.ts';
import type { Scan } from './scan.ts';
import { readDirection } from './tense.ts';
import { MONTH_BY_NUMBER, readMonth } from './words.ts';

/** Clocks differ, and a report that goes on after midnight tells of the day after: so many days are no contradiction. */
const LENIENT = 1;
/** No report that can be read is from after this year. */
const LATEST = 2100;

/**
 * What is odd about the dates of a text and about its publication: dates that no calendar has, weekdays that are not
 * theirs, a publication that is no date, that lies after its capture, or that comes before what the text tells as past.
 */
export function doubtDates(scan: Scan, published: string | null, captured: string | null): Note[] {
  return [...doubtPublished(published, captured), ...doubtText(scan, published)];
}

/** The publication for times to be counted from: null where it is no date, far ahead, or after its capture. */
export function trustPublication(published: string | null, captured: string | null): string | null {
  return doubtPublished(published, captured).length > 0 ? null : published;
}

function doubtPublished(published: string | null, captured: string | null): Note[] {
  if (published === null) return [];
  const { point } = readAnchor(published);
  if (!point && !published.includes('/')) {
    return [
      {
        code: 'times.impossible-publication',
        what: `The publication date “${published}” is none: what depends on it stays open.`,
        span: null,
      },
    ];
  }
  if (!point) return [];
  const known = readAnchor(captured).point;
  const late = known ? point.first > known.first + LENIENT : toCivil(point.first).year >= LATEST;
  if (!late) return [];
  const what = known
    ? `The publication date ${published} lies after the capture (${String(captured)}): what depends on it stays open.`
    : `The publication date ${published} lies far ahead: what depends on it stays open.`;
  return [{ code: 'times.future-publication', what, span: null }];
}

function doubtText({ text, lower, sentences, found }: Scan, published: string | null): Note[] {
  const anchor = readAnchor(published).point;
  const notes: Note[] = listImpossible(text, lower);
  for (const one of found) {
    const named = dayOf(one.meaning);
    if (named?.month === undefined || named.day === undefined) continue;
    const { month, day, weekday, year } = named;
    const span = makeSpan(text, one.start, one.end);
    if (typeof year === 'number') {
      const told = toDay(year, month, day);
      if (weekday !== undefined && weekdayOf(told) !== weekday) {
        notes.push({ code: 'times.wrong-weekday', what: `“${span.text}” falls on another weekday.`, span });
      }
      const past = readDirection(text, sentences[one.sentence] ?? one, one) === 'past';
      if (past && anchor?.grain === 'day' && told > anchor.first + LENIENT) {
        notes.push({
          code: 'times.publication-contradicted',
          what: `The text tells of ${span.text} as past, and was published ${String(published)}.`,
          span,
        });
      }
    } else if (year === undefined && weekday !== undefined && anchor?.grain === 'day') {
      const { year: now } = toCivil(anchor.first);
      const fits = [now - 1, now, now + 1].some(
        (one) => isDate(one, month, day) && weekdayOf(toDay(one, month, day)) === weekday,
      );
      if (!fits) {
        notes.push({
          code: 'times.publication-contradicted',
          what: `“${span.text}” fits no year around the publication date ${String(published)}.`,
          span,
        });
      }
    }
  }
  return notes;
}

function dayOf(meaning: Meaning): Named | null {
  if (meaning.kind === 'named') return meaning;
  return meaning.kind === 'clock' && meaning.on?.kind === 'named' ? meaning.on : null;
}

const MONTH_DAY = new RegExp(
  `\\b(?:(?<m1>${MONTH_BY_NUMBER})\\s+(?<d1>\\d{1,2})|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<m2>${MONTH_BY_NUMBER}))(?:st|nd|rd|th)?(?![\\da-z%]|[.,:]\\d)(?:,?\\s+(?<year>(?:19|20)\\d\\d)\\b)?`,
  'gu',
);

/** "30 February", "April 31", "February 29, 2013": up to 31, else the number is no day at all. */
function listImpossible(text: string, lower: string): Note[] {
  const notes: Note[] = [];
  for (const match of lower.matchAll(MONTH_DAY)) {
    const { m1, m2, d1, d2, year } = match.groups ?? {};
    const month = readMonth(m1 ?? m2 ?? '');
    const day = Number(d1 ?? d2);
    if (day < 1 || day > 31 || isDate(year === undefined ? 2000 : Number(year), month, day)) continue;
    if (!/\p{Lu}/u.test(text.slice(match.index, match.index + match[0].length))) continue;
    const span = makeSpan(text, match.index, match.index + match[0].length);
    notes.push({
      code: 'times.impossible-date',
      what: `“${span.text}” is no day of the calendar: no date is read from it.`,
      span,
    });
  }
  return notes;
}
