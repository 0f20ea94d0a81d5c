import { fix } from '../meaning.ts';
import { compile, wordAfter, wordBefore, type Pattern } from '../pattern.ts';
import { END, GAP } from '../words.ts';

const PLURAL = '(?:minutes|hours|days|weeks|months|years|decades|centuries|times)';

/** "said in the past to have", "in the past doesn't mean"; "in the past few", "in the past campaign" go on. */
const IN_THE_PAST =
  /^(?:to|for|by|with|on|in|at|from|as|about|because|has|have|had|is|are|was|were|does|doesn't|do|don't|did|didn't|would|could|may|might|can|will|been|which|who|said|not)$/u;

/** Past, present and future with no date. */
export const REFERENCES: readonly Pattern[] = [
  {
    name: 'now',
    regex: compile(
      `(?:(?:right|just${GAP}now|by)${GAP})?(?:now|nowadays|currently|presently|at${GAP}present|(?:at${GAP})?the${GAP}(?:present|current)(?:${GAP}(?:time|moment|day))|(?:at${GAP})?(?:the|this)${GAP}(?:present${GAP}|very${GAP})?moment|(?:at${GAP})?this${GAP}(?:point${GAP}in${GAP})?time|these${GAP}days|the${GAP}present)${END}`,
    ),
    read: (_, { lower, start, end }) =>
      /^(?:-|famous|infamous|defunct)/u.test(lower.slice(end, end + 1) + wordAfter(lower, end)) ||
      // "this time around", "this time of year" are no present
      (lower.slice(start, end).endsWith('this time') &&
        /^(?:around|round|of|next|last)$/u.test(wordAfter(lower, end))) ||
      (/^(?:of|for|by)$/u.test(wordBefore(lower, start)) && lower.startsWith('the moment', start))
        ? null
        : fix('DATE', 'PRESENT_REF'),
  },
  {
    name: 'current',
    regex: compile(`current(?=${GAP}[a-z])`),
    read: (_, { lower, end }) =>
      /^(?:events?|affairs|account|and)$/u.test(wordAfter(lower, end)) ? null : fix('DATE', 'PRESENT_REF'),
  },
  {
    name: 'recently',
    regex: compile(`(?:(?:more|most|very|as)${GAP})?(?:recently|lately)${END}`),
    read: () => fix('DATE', 'PAST_REF'),
  },
  {
    name: 'recent',
    regex: compile(`(?:(?:the|more|most)${GAP})*recent(?:${GAP}(?:${PLURAL}|history|past|memory))?${END}`),
    read: () => fix('DATE', 'PAST_REF'),
  },
  {
    name: 'the past',
    regex: compile(`the${GAP}(?:recent${GAP}|distant${GAP})?past${END}`),
    read: (_, { lower, start, end }) =>
      /^(?:[.,;:)"]|and|but|when|that|he|she|we|they|it|)$/u.test(wordAfter(lower, end)) ||
      (wordBefore(lower, start) === 'in' && IN_THE_PAST.test(wordAfter(lower, end)))
        ? fix('DATE', 'PAST_REF')
        : null,
  },
  {
    name: 'the future',
    regex: compile(
      `(?:the${GAP}(?:(?:near|foreseeable|immediate|distant|very${GAP}near|not-too-distant|not${GAP}too${GAP}distant|not-so-distant)${GAP})?|near${GAP}|foreseeable${GAP})future${END}`,
    ),
    read: (_, { lower, start, end }) => {
      const alone = /^(?:the\s+future)$/u.test(lower.slice(start, end));
      return alone && (!/^(?:in|for|into|about|to)$/u.test(wordBefore(lower, start)) || wordAfter(lower, end) === 'of')
        ? null
        : fix('DATE', 'FUTURE_REF');
    },
  },
  {
    name: 'soon',
    regex: compile(`(?:(?:very|pretty)${GAP})?soon${END}`),
    read: (_, { lower, start, end }) =>
      /^(?:as|too|so|how)$/u.test(wordBefore(lower, start)) ||
      /^(?:as|after|afterwards?|became|found)$/u.test(wordAfter(lower, end))
        ? null
        : fix('DATE', 'FUTURE_REF'),
  },
  {
    name: 'the coming days',
    regex: compile(
      `(?:the${GAP})?(?:coming|upcoming|next${GAP}few${GAP}coming)${GAP}${PLURAL}(?:${GAP}(?:and|or)${GAP}${PLURAL})?${END}`,
    ),
    read: () => fix('DATE', 'FUTURE_REF'),
  },
  {
    name: 'the days ahead',
    regex: compile(`the${GAP}${PLURAL}${GAP}(?:ahead|to${GAP}come)${END}`),
    read: () => fix('DATE', 'FUTURE_REF'),
  },
];
