import { pad } from '../calendar.ts';
import type { Meaning } from '../meaning.ts';
import { compile, wordAfter, wordBefore, type Groups, type Pattern } from '../pattern.ts';
import { END, GAP, NUMBER_WORD, PART_OF_DAY, readNumber, readPartOfDay } from '../words.ts';

const ZONE = `(?:[\\s]*(?<zone>gmt|utc)${END}|${GAP}(?:(?:est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|bst|cet|cest|ist|jst|kst|hkt|msk|aest|aedt)${END}|(?:eastern|central|pacific|local|beijing|moscow)${GAP}(?:standard${GAP}|daylight${GAP})?time))`;
const BEFORE_CLOCK =
  /^(?:at|by|until|till|from|since|around|about|before|after|to|and|between|\(|of|approximately|roughly|exactly|past|shortly|just|as)$/u;
const BEFORE_DAY = compile(GAP);

const EVENT =
  /^(?:news|press|briefing|conference|meeting|session|speech|statement|address|interview|vote|rally|event|hearing|raid|attack|call)$/u;

/** Times of day. They take in the day that follows ("3 p.m. Tuesday"); "on Tuesday" stays by itself, as in TimeBank. */
export const CLOCKS: readonly Pattern[] = [
  {
    name: 'clock, 12 hours',
    regex: compile(
      `(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\\d))?(?::[0-5]\\d)?[\\s]*(?<half>a|p)(?:\\.[\\s]?m\\.|m${END})${ZONE}?`,
    ),
    read: (groups) => at(readTwelve(groups), null),
    takes: (groups, on) => onDay(readTwelve(groups), on),
    by: BEFORE_DAY,
  },
  {
    name: 'clock, 24 hours',
    regex: compile(
      `(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:])(?:[\\s]*(?:hrs|hours|h)${END})?${ZONE}?`,
    ),
    read: (groups, { lower, start, end }) =>
      groups.zone !== undefined ||
      /\s(?:\w+\stime|hrs|hours|[a-z]{2,4}t)$/u.test(lower.slice(start, end)) ||
      BEFORE_CLOCK.test(wordBefore(lower, start))
        ? at(readDigits(groups), null)
        : null,
    takes: (groups, on) => onDay(readDigits(groups), on),
    by: BEFORE_DAY,
  },
  {
    name: 'clock, four digits',
    regex: compile(`(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?:${ZONE}|[\\s]*(?:hrs|hours)${END})`),
    read: (groups) => at(readDigits(groups), null),
    takes: (groups, on) => onDay(readDigits(groups), on),
    by: BEFORE_DAY,
  },
  {
    name: 'clock, hour and zone',
    regex: compile(`(?<hour>[01]?\\d|2[0-3])(?:\\.(?<minute>[0-5]\\d))?[\\s]*(?<zone>gmt|utc)${END}`),
    read: (groups) => at(readDigits(groups), null),
    takes: (groups, on) => onDay(readDigits(groups), on),
    by: BEFORE_DAY,
  },
  {
    name: 'noon',
    regex: compile(`(?:12${GAP})?(?:(?<noon>noon|midday)|(?<night>midnight))${END}`),
    read: ({ noon }, { lower, end }) =>
      noon === undefined && /^(?:edicts?|regulations?|judges?|snacks?)$/u.test(wordAfter(lower, end))
        ? null
        : at(noon === undefined ? 'T24:00' : 'T12:00', null),
    takes: ({ noon }, on) => onDay(noon === undefined ? 'T24:00' : 'T12:00', on),
    by: BEFORE_DAY,
  },
  {
    name: 'o’clock',
    regex: compile(
      `(?<hour>\\d{1,2}|${NUMBER_WORD})${GAP}o'clock(?:${GAP}(?:in${GAP}the|at)${GAP}(?<part>morning|afternoon|evening|night))?${END}`,
    ),
    read: (groups) => at(readClock(groups), null),
    takes: (groups, on) => onDay(readClock(groups), on),
    by: BEFORE_DAY,
  },
  {
    name: 'eight in the evening',
    regex: compile(
      `(?<hour>1[0-2]|[1-9]|${NUMBER_WORD})(?::(?<minute>[0-5]\\d))?${GAP}in${GAP}the${GAP}(?<part>morning|afternoon|evening)${END}`,
    ),
    read: (groups, { lower, start }) =>
      /^(?:at|by|until|around|about|to|from)$/u.test(wordBefore(lower, start)) ? at(readClock(groups), null) : null,
  },
  {
    name: 'part of a day',
    regex: compile(`(?:the${GAP})?(?:(?:early|late|mid)(?:${GAP}|-))?(?<part>${PART_OF_DAY})${END}`),
    read: ({ part = '' }, { lower, start, end }) => {
      const before = wordBefore(lower, start);
      const trade = /^(?:trading|trade|rush|session|hours|deals)$/u.test(wordAfter(lower, end)) && part !== 'night';
      const led = /^(?:in|during|by|until|later|throughout|through)$/u.test(before) && lower.startsWith('the ', start);
      const alone = /^(?:early|late|mid)/u.test(lower.slice(start)) || /^(?:at|before|by|until|from)$/u.test(before);
      // "an afternoon briefing", "by evening"
      if (/^an?$/u.test(before) && EVENT.test(wordAfter(lower, end)) && part !== 'night')
        return at(readPartOfDay(part), null);
      if (/^(?:by|until)$/u.test(before) && /^(?:morning|evening|afternoon)$/u.test(lower.slice(start, end))) return at(readPartOfDay(part), null); // prettier-ignore
      if (part === 'night' && !lower.startsWith('the night', start)) return null;
      if (!(trade || led || (alone && /^(?:early|late|mid)|^(?:dawn|dusk|lunchtime)/u.test(lower.slice(start)))))
        return null;
      return at(readPartOfDay(part), null);
    },
    takes: ({ part = '' }, on) => onDay(readPartOfDay(part), on),
    by: compile(`${GAP}(?:(?:of|on)${GAP})?`),
  },
];

export function at(time: string, on: Meaning | null): Meaning {
  return { kind: 'clock', time, on };
}

/** The meaning of a day with its time; null for what is no day ("3 p.m. last year"). */
export function onDay(time: string, on: Meaning): Meaning | null {
  // "3 p.m. Tuesday afternoon"
  if (on.kind === 'clock' && on.on !== null && /^T[A-Z]/u.test(on.time)) return onDay(time, on.on);
  const isDay =
    (on.kind === 'named' && (on.day !== undefined || on.weekday !== undefined)) ||
    (on.kind === 'step' && on.unit === 'day');
  return isDay ? at(time, on) : null;
}

function readTwelve({ hour = '', minute = '00', half, zone }: Groups): string {
  return write((Number(hour) % 12) + (half === 'p' ? 12 : 0), minute, zone);
}

function readDigits({ hour = '', minute = '00', zone }: Groups): string {
  return write(Number(hour), minute, zone);
}

function readClock({ hour = '', minute = '00', part }: Groups): string {
  const read = readNumber(hour);
  return write(part === undefined || part === 'morning' ? read : read < 12 ? read + 12 : read, minute, undefined);
}

/** Universal time is marked as in MEANTIME; local zones are left out, since a value is the time where it happens. */
function write(hour: number, minute: string, zone: string | undefined): string {
  return `T${pad(hour, 2)}:${minute}${zone === undefined ? '' : 'Z'}`;
}
