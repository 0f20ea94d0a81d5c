import { readFileSync } from 'node:fs';
import type { Range } from '../../src/language/spans.ts';

/** One row of `gold.tsv`: a denial, and the statements that it answers in its report, each as good; empty: none there. */
export interface GoldDenial {
  readonly part: string;
  readonly document: string;
  readonly denial: Range;
  readonly answers: readonly Range[];
}

export function readGold(path = new URL('gold.tsv', import.meta.url)): readonly GoldDenial[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseRow);
}

function parseRow(line: string): GoldDenial {
  const [part = '', document = '', denial = '', answers = ''] = line.split('\t');
  return {
    part,
    document,
    denial: parseRange(denial),
    answers: answers === '-' ? [] : answers.split(';').map(parseRange),
  };
}

function parseRange(field: string): Range {
  const [start = 0, end = 0] = field.split('-').map(Number);
  return { start, end };
}
