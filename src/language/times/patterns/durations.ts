import { fix } from '../meaning.ts';
import { compile, wordAfter, wordBefore, type Groups, type Pattern, type Place } from '../pattern.ts';
import { APPROXIMATELY, END, GAP } from '../words.ts';
import { COUNT, readCount } from './count.ts';

const UNITS =
  '(?<unit>(?:second|minute|hour|day|weekend|week|fortnight|month|year|decade)s?|century|centuries|millennium)';
const QUALITY =
  '(?:more|straight|consecutive|full|whole|additional|further|long|solid|extra|successive|calendar|trading|working|business|short|other|entire|non-consecutive|lean|turbulent)';
const WHICH =
  '(?:last|past|next|first|final|coming|previous|following|preceding|opening|closing|initial|recent|latest|ensuing|remaining|intervening)';

/** Lengths of time. */
export const DURATIONS: readonly Pattern[] = [
  {
    name: 'five days',
    regex: compile(
      `(?:${APPROXIMATELY}${GAP}(?!(?:the|these|last|past|next|coming|first)\\b))?(?:(?:the|these|those|this|its|his|her|their)${GAP}(?:(?<which>${WHICH})${GAP})?|(?:for${GAP})?${WHICH}${GAP}|another${GAP})?${COUNT}(?:${GAP}${QUALITY})*(?<join>${GAP}|-)${UNITS}(?:${GAP}or${GAP}(?:so|more|less))?${END}`,
    ),
    read: readLength,
    // "the first six months of the year" is one length
    takes: ({ which = '', count = '', unit = '' }, of) =>
      /^(?:first|last|final|opening|closing|initial)$/u.test(which) &&
      (of.kind === 'named' || of.kind === 'step' || of.kind === 'part')
        ? fix('DURATION', readCount(count, unit))
        : null,
    by: compile(`${GAP}of${GAP}`),
  },
  {
    name: 'half-hour, quarter-century',
    regex: compile(
      `(?:(?:an?|the|one|(?:the|this)${GAP}(?:last|past|next))${GAP})?(?:(?<half>half)|quarter)(?:-|${GAP}(?:of${GAP}a${GAP})?)(?<unit>hour|day|year|century|decade)${END}`,
    ),
    read: ({ half, unit = '' }) => {
      if (half !== undefined) return fix('DURATION', readCount('half a', unit));
      return unit === 'century' ? fix('DURATION', 'P25Y') : unit === 'hour' ? fix('DURATION', 'PT15M') : null;
    },
  },
  {
    name: 'an hour and a half',
    regex: compile(
      `(?:${APPROXIMATELY}${GAP})?(?:an?|one)${GAP}(?<unit>minute|hour|day|week|month|year|decade|century)${GAP}and${GAP}a${GAP}half${END}`,
    ),
    read: ({ unit = '' }) =>
      fix(
        'DURATION',
        unit === 'hour'
          ? 'PT1H30M'
          : unit === 'minute'
            ? 'PT1M30S'
            : unit === 'decade'
              ? 'P15Y'
              : unit === 'century'
                ? 'P150Y'
                : `${readCount('a', unit).replace('1', '1.5')}`,
      ),
  },
  {
    name: 'hours and minutes',
    regex: compile(
      `(?<h>\\d+|one|two|three|four|five|six|an)${GAP}hours?(?:${GAP}and)?,?${GAP}(?<m>\\d+)${GAP}minutes${END}`,
    ),
    read: ({ h = '', m = '' }) => fix('DURATION', `${readCount(h, 'hour')}${m}M`),
  },
  {
    name: 'month-long',
    regex: compile(
      `(?:(?<many>hours|days|weeks|months|years|decades|centuries)|(?<one>day|week|month|year|decade|century))[\\s-]?long${END}`,
    ),
    read: ({ many, one }) =>
      fix('DURATION', many === undefined ? readCount('a', one ?? '') : readCount('several', many)),
  },
  {
    name: 'years, with no number',
    regex: compile(
      `(?:(?:the${GAP})?(?:${WHICH}${GAP})(?:(?:few|several|couple${GAP}of|many)${GAP})|(?:many|recent)${GAP})?(?<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)${END}`,
    ),
    read: readBare,
  },
  {
    name: 'the past few months',
    regex: compile(
      `(?:the${GAP})?(?:(?:last|past|next|coming|first|previous)${GAP})(?:few|several|couple${GAP}of|many)${GAP}(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)${END}`,
    ),
    read: ({ unit = '' }) => fix('DURATION', readCount('several', unit)),
  },
];

/** "25-year-old" and "aged 25 years" are ages of people: TempEval leaves them out. */
function readLength(groups: Groups, place: Place): ReturnType<typeof fix> | null {
  const { count = '', unit = '', join = '' } = groups;
  const { lower, start, end } = place;
  const after = wordAfter(lower, end);
  if (/^(?:-old|-olds|\s+old\b|\s+of\s+age|-older)/u.test(lower.slice(end, end + 10))) return null;
  if (/^(?:second)$/u.test(unit) && join !== '-' && !/^(?:\d|one)/u.test(count)) return null;
  if (/^an?$/u.test(count) && /^(?:second|minute)$/u.test(unit) && after === 'to') return null;
  if (/^an?$/u.test(count) && (join === '-' || lower[end] === '-')) return null;
  if (
    /^(?:some|many|an?|half an?)$/u.test(count) &&
    unit === 'day' &&
    /^(?:when|where|that|of|to|like|for|soon|out|off|trip|in)$/u.test(after)
  )
    return null;
  if (/^(?:19|20)\d\d$/u.test(count) && unit !== 'years') return null;
  // the programmes
  if (/^(?:60 Minutes|48 Hours|24 Hours)$/u.test(place.text.slice(start, end))) return null;
  if (count === 'some' && !unit.endsWith('s')) return null;
  if (/^(?:one)$/u.test(count) && unit === 'day' && /^(?:become|be|,|when|i|he|she|we|they)$/u.test(after)) return null;
  // "5 1/2 years", "$5 days": what stands before belongs to the number
  if (/^(?:[$€£¥#./])$/u.test(lower[start - 1] ?? '') && /^\d/u.test(count)) return null;
  return fix('DURATION', readCount(count, unit));
}

/** "for hours", "took hours"; "cut back hours", "office hours", "after-hours" are no length of time. */
const BEFORE_HOURS =
  /^(?:for|in|within|of|over|after|took|take|takes|taking|lasted|lasting|last|lasts|spent|spend|spends|spending|waited|waiting|wait|hours|and|or|about|mere|just|only|many|several|long)$/u;

function readBare({ unit = '' }: Groups, { lower, start, end }: Place): ReturnType<typeof fix> | null {
  const words = lower.slice(start, end);
  if (words.startsWith('recent')) return fix('DATE', 'PAST_REF');
  const before = wordBefore(lower, start);
  const after = wordAfter(lower, end);
  if (words === unit) {
    if (
      /^(?:the|these|those|his|her|their|its|our|my|your|'s|business|working|school|opening|peak|light|early|of|all|no|school|rush|dog|teenage|formative|summer|winter|spring|autumn|fall|earliest)$/u.test(
        before,
      ) &&
      !(before === 'of' || (before === 'the' && /^over the $/u.test(lower.slice(start - 9, start))))
    )
      return null;
    if (unit === 'hours' && !BEFORE_HOURS.test(before) && !/^(?:after|before|of|later|until)$/u.test(after))
      return null;
    if (
      unit === 'seconds' ||
      (unit === 'minutes' && !/^(?:in|within|for|of|just|after|later|before)$/u.test(`${before}`))
    )
      return null;
    if (/^(?:old|-|')$/u.test(after)) return null;
  }
  return fix('DURATION', readCount('several', unit));
}
