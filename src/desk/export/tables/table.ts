import type { Material } from '../material.ts';

export type Cell = string | number | boolean | null;

export type ColumnType = 'text' | 'integer' | 'real' | 'yes-no';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One line of the codebook. */
  readonly what: string;
  /** Holds words of reports: `--no-text` leaves it out. */
  readonly isWords: boolean;
}

/** A flat table: keys are repeated, and nothing is nested. */
export interface Table {
  readonly name: string;
  readonly what: string;
  readonly columns: readonly Column[];
  /** Each with a cell for every column. */
  rows(material: Material): AsyncGenerator<Readonly<Record<string, Cell>>>;
}

type Columns = Readonly<Record<string, readonly [ColumnType | 'words', string]>>;

/** The columns in their order, each with its type (`words`: words of reports) and a line for the codebook. */
export function defineTable<Named extends Columns>(
  name: string,
  what: string,
  columns: Named,
  rows: (material: Material) => AsyncGenerator<Readonly<Record<keyof Named & string, Cell>>>,
): Table {
  return {
    name,
    what,
    columns: Object.entries(columns).map(([column, [type, meaning]]) => ({
      name: column,
      type: type === 'words' ? 'text' : type,
      what: meaning,
      isWords: type === 'words',
    })),
    rows,
  };
}

/** The table without what holds words of reports. */
export function withoutWords(table: Table): Table {
  return { ...table, columns: table.columns.filter(({ isWords }) => !isWords) };
}

/** Several names in one cell. */
export function joinNames(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join('; ');
}

/** Columns that several tables share. */
export const REPORT_KEY = [
  'text',
  'key of the report: its normalised address, or outlet and hash of the text',
] as const;
export const TEXT_HASH = ['text', 'sha256 of the text (UTF-8) that the offsets count in'] as const;
export const PART = ['text', 'text or title: what the offsets count in'] as const;
export const START = ['integer', 'first code point, from 0'] as const;
export const END = ['integer', 'code point after the last'] as const;
