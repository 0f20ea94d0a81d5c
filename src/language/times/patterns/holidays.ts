import type { Feast, Meaning } from '../meaning.ts';
import { beginsUpper, compile, type Pattern } from '../pattern.ts';
import { END, GAP, YEAR } from '../words.ts';

const IN_YEAR = `(?:(?:,?${GAP}(?:of${GAP}|in${GAP})?)(?<year>${YEAR})|${GAP}(?<rel>last|this|next)${GAP}year)?`;

/** Holidays that have the same date everywhere and every year. */
const DAYS: readonly (readonly [name: string, words: string, month: number, day: number])[] = [
  ['Christmas Eve', `christmas${GAP}eve`, 12, 24],
  ['Christmas', `christmas(?:${GAP}day)?`, 12, 25],
  ['New Year’s Eve', `new${GAP}year'?s?'?${GAP}eve`, 12, 31],
  ['New Year’s Day', `new${GAP}year'?s?'?${GAP}day`, 1, 1],
  ['Valentine’s Day', `(?:st\\.?${GAP})?valentine'?s${GAP}day`, 2, 14],
  ['Halloween', 'halloween', 10, 31],
  ['May Day', `may${GAP}day`, 5, 1],
];

const FIXED: readonly Pattern[] = DAYS.map(([name, words, month, day]) => ({
  name,
  regex: compile(`(?:(?<by>last|this|next)${GAP})?(?:${words})${END}${IN_YEAR}`),
  read: ({ by, year, rel }, { text, lower, start, end }): Meaning | null => {
    // "Christmas trip", "a Halloween costume": the word for a thing, no day
    const named =
      /^[ -](?:tree|shop|party|card|carol|dinner|song|gift|present|market|shopping|season|holiday|trip|special|costume|parade|island|message|sales?|break|lights|vacation)/u.test(
        lower.slice(end, end + 12),
      );
    if (named || !beginsUpper({ text, start: by === undefined ? start : start + by.length + 1 })) return null;
    if (year !== undefined) return { kind: 'named', month, day, year: Number(year) };
    const way = by ?? rel;
    return {
      kind: 'named',
      month,
      day,
      ...(way !== undefined && {
        year: { by: way === 'last' ? -1 : way === 'next' ? 1 : 0, from: 'published' as const },
      }),
    };
  },
}));

export const HOLIDAYS: readonly Pattern[] = [
  ...FIXED,
  {
    name: 'a movable feast',
    regex: compile(
      `(?:(?<by>last|this|next)${GAP})?(?<feast>good${GAP}friday|easter(?:${GAP}(?:sunday|monday))?|thanksgiving(?:${GAP}day)?)${END}${IN_YEAR}`,
    ),
    read: ({ by, feast = '', year, rel }, { text, start }): Meaning | null => {
      if (!beginsUpper({ text, start: by === undefined ? start : start + by.length + 1 })) return null;
      const way = by ?? rel;
      const named = feast.replace(/\s+/gu, ' ').replace(/ (?:day|sunday)$/u, '') as Feast;
      return {
        kind: 'named',
        feast: named,
        ...(year !== undefined
          ? { year: Number(year) }
          : way !== undefined && {
              year: { by: way === 'last' ? -1 : way === 'next' ? 1 : 0, from: 'published' as const },
            }),
      };
    },
  },
];
