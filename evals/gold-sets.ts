import { isUnseen } from './unseen.ts';

/** A file of gold, and how much of it those who wrote the rules have read: all, the half of its documents by hash, nothing. */
export interface GoldSet {
  readonly file: string;
  readonly name: string;
  readonly read: 'all' | 'half' | 'nothing';
}

/** Some rows of a set that are counted together, under the name of their figures. */
export interface GoldPart<Row> {
  readonly task: string;
  readonly rows: readonly Row[];
}

/** The parts of a set that are counted apart: what the rules were written on, and what was kept from them. */
export function splitSet<Row>(
  { name, read }: GoldSet,
  rows: readonly Row[],
  documentOf: (row: Row) => string,
): GoldPart<Row>[] {
  if (read === 'all') return [{ task: `${name}, rules’`, rows }];
  if (read === 'nothing') return [{ task: `${name}, unseen`, rows }];
  return [
    { task: `${name}, rules’ half`, rows: rows.filter((row) => !isUnseen(documentOf(row))) },
    { task: `${name}, unseen half`, rows: rows.filter((row) => isUnseen(documentOf(row))) },
  ];
}
