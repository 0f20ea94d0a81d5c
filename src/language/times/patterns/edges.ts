import type { Meaning } from '../meaning.ts';
import { compile, type Pattern } from '../pattern.ts';
import { GAP, readNumber, readUnit } from '../words.ts';

const isPoint = (inner: Meaning): Meaning | null =>
  inner.kind === 'named' ||
  inner.kind === 'step' ||
  inner.kind === 'part' ||
  inner.kind === 'clock' ||
  (inner.kind === 'fixed' && /^(?:\d{3}|FY|\d\d$)/u.test(inner.value))
    ? inner
    : null;

/** What stands before an expression and says which edge of it is meant. TIMEX3 keeps that apart from the value. */
export const EDGES: readonly Pattern[] = [
  {
    name: 'early, late',
    regex: compile(`(?:the${GAP})?(?:very${GAP})?(?:early|late|mid)(?=[\\s-])`),
    takes: (_, inner) => isPoint(inner),
    by: compile(`(?:-|${GAP})(?:(?:in|on)${GAP})?`),
  },
  {
    name: 'earlier, later',
    regex: compile(`(?:earlier|later)(?=[\\s])`),
    takes: (_, inner) => isPoint(inner),
    by: compile(`${GAP}(?:(?:in|on)${GAP})?`),
  },
  {
    name: 'the end of',
    regex: compile(
      `(?:(?:the|about|around)${GAP})*(?:very${GAP})?(?:beginning|start|end|middle|close|turn|height|rest|remainder|latter${GAP}part|first${GAP}part|early${GAP}part|later${GAP}part|outset)(?=[\\s])`,
    ),
    takes: (_, inner) => isPoint(inner),
    by: compile(`${GAP}of${GAP}`),
  },
  {
    name: 'the last week of',
    regex: compile(
      `(?:the${GAP})?(?<nth>first|second|third|fourth|fifth|last|final|opening|closing|penultimate)${GAP}(?:full${GAP})?(?<unit>day|week|weekend|month|year)${GAP}(?:of|in)`,
    ),
    takes: ({ nth = '', unit = '' }, of) =>
      isPoint(of) === null || of.kind === 'clock' ? null : { kind: 'nth', nth: nthOf(nth), unit: readUnit(unit), of },
    by: compile(GAP),
  },
];

function nthOf(word: string): number {
  if (word === 'last' || word === 'final' || word === 'closing') return -1;
  if (word === 'penultimate') return -2;
  return word === 'opening' ? 1 : readNumber(word);
}
