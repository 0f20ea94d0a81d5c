import { readFileSync } from 'node:fs';
import type { Range } from '../../src/language/spans.ts';

/** One row of `gold.tsv`: a name in a report, and who it is. */
export interface GoldName {
  readonly report: string;
  readonly place: Range;
  /** Names that may be taken for one another. */
  readonly group: string;
  readonly who: string;
}

export function readGold(path = new URL('gold.tsv', import.meta.url)): readonly GoldName[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseRow);
}

function parseRow(line: string): GoldName {
  const [report = '', offsets = '', group = '', who = ''] = line.split('\t');
  const [start = 0, end = 0] = offsets.split('-').map(Number);
  return { report, place: { start, end }, group, who };
}
