import { findParagraphs } from '../../src/language/paragraphs.ts';
import { scanTimes } from '../../src/language/times/scan.ts';
import { resolveTimes, type TimeExpression } from '../../src/language/times/times.ts';
import type { EvalRow } from '../row.ts';
import { readGumDates, type GumDate } from './gum.ts';
import { readMeantime, type MeantimeDocument } from './meantime.ts';
import { addPairs, emptyTally, pairTimes, rowsOf, type Pair } from './score.ts';

/** Times on MEANTIME, in two halves (halves.tsv) and whole, and the values of GUM's dates where something was found. */
export function evaluateTimes(dataDir: string): Promise<EvalRow[]> {
  const documents = readMeantime(dataDir);
  const scored = documents.map((document) => ({ half: document.half, pairs: scoreDocument(document) }));
  const rows = (['dev half', 'unseen half', 'both halves'] as const).flatMap((part) => {
    const tally = emptyTally();
    for (const { half, pairs } of scored) if (part === 'both halves' || part.startsWith(half)) addPairs(tally, pairs);
    return rowsOf(`times, MEANTIME ${part}`, tally);
  });
  return Promise.resolve([...rows, ...scoreGum(dataDir)]);
}

export function readTimes(text: string, published: string | null): TimeExpression[] {
  return resolveTimes(scanTimes(text, findParagraphs(text)), published);
}

export function scoreDocument({ text, published, gold, dateLine }: MeantimeDocument): Pair[] {
  const said = readTimes(text, published).filter(({ start, end }) => end <= dateLine.start || start >= dateLine.end);
  return pairTimes(gold, said);
}

export interface GumPair {
  readonly id: string;
  readonly words: string;
  readonly gold: GumDate;
  readonly said: TimeExpression | null;
  readonly right: boolean;
}

export function listGumPairs(dataDir: string): GumPair[] {
  return readGumDates(dataDir).flatMap(({ id, text, published, dates }) => {
    const times = readTimes(text, published);
    return dates
      .filter(({ from, to, open }) => (from !== null && to !== null) || open !== null)
      .map((gold) => {
        const said = times.find((one) => one.start < gold.end && gold.start < one.end) ?? null;
        return {
          id,
          words: text.slice(gold.start, gold.end),
          gold,
          said,
          right: said !== null && isSame(gold, said, times),
        };
      });
  });
}

function scoreGum(dataDir: string): EvalRow[] {
  const pairs = listGumPairs(dataDir);
  const matched = pairs.filter(({ said }) => said !== null);
  const task = 'times, GUM dates (not test)';
  return [
    {
      task,
      metric: 'value right, of those found',
      value: matched.filter(({ right }) => right).length / matched.length,
      size: matched.length,
    },
    { task, metric: 'found', value: matched.length / pairs.length, size: pairs.length },
  ];
}

/** Compared as stretches of days: TEI writes a decade as its first and last day. */
function isSame(
  { start, end, from, to, open }: GumDate,
  { value, edtf }: TimeExpression,
  times: readonly TimeExpression[],
): boolean {
  if (open !== null) return value === open || value.slice(4) === open.slice(4);
  const inside = times.filter((one) => one.start < end && start < one.end);
  const said = inside.length > 1 ? `${inside[0]?.edtf ?? ''}/${inside.at(-1)?.edtf ?? ''}` : (edtf ?? value);
  return spread(said).join('/') === [spread(from ?? '')[0], spread(to ?? '')[1]].join('/');
}

/** First and last day of an EDTF value, as far as they matter here. */
function spread(edtf: string): readonly [string, string] {
  const [from = '', to = from] = edtf.split('/');
  const first = from
    .replace(/T.*/u, '')
    .replace(/X/gu, '0')
    .replace(/^(\d{4})$/u, '$1-01')
    .replace(/^(\d{4}-\d\d)$/u, '$1-01');
  const year = to
    .replace(/T.*/u, '')
    .replace(/X/gu, '9')
    .replace(/^(\d{4})$/u, '$1-12');
  const month = /^(\d{4})-(\d\d)$/u.exec(year);
  const days = month ? new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate() : 0;
  return [first.replace(/^0000/u, '0000'), month ? `${year}-${String(days).padStart(2, '0')}` : year];
}
