/** What a column holds. Booleans are 0 and 1; dates are ISO 8601 text; JSON is text. */
export type Value = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * SQL that both databases understand: `?` stands for a value; no `?` in literals. Text compares by code point in both
 * (UTF-8 bytes), and holds no NUL: `␀` is stored in its place.
 */
export interface Queries {
  /** What differs between the two databases. */
  readonly dialect: Dialect;
  /** All rows. The shape is that of our own tables, and is not checked. */
  all<Shape = Row>(sql: string, values?: readonly Value[]): Promise<readonly Shape[]>;
  /** @returns how many rows were inserted, changed or deleted */
  run(sql: string, values?: readonly Value[]): Promise<number>;
}

/**
 * A database that several processes read and write at once. Its methods throw HearsayError `ledger.*` where the
 * database cannot do what is asked (full, read-only, damaged, out of reach).
 */
export interface Store extends Queries {
  /**
   * One after another over all processes: what `work` reads is the latest, and all that it writes is kept, or nothing
   * is. It is on disk when the promise resolves.
   */
  write<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** Reads from one moment, whatever is written meanwhile. */
  snapshot<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** What is wrong with the database file itself; none: it is sound. */
  checkFile(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The words that make one schema fit both, and the index of words, which each does in its own way. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  readonly text: string;
  readonly integer: string;
  readonly real: string;
  readonly bytes: string;
  /** What follows the closing parenthesis of a table. */
  readonly tableEnd: string;
  /** The same for a table that is little more than its primary key: rows stand in the order of the key, without another index. */
  readonly keyedTableEnd: string;
  readonly wordIndex: WordIndex;
}

/** Which words stand where. Words come folded and stemmed (`splitWords`), so that both databases find the same. */
export interface WordIndex {
  /** The tables and indexes. */
  readonly schema: readonly string[];
  /** Ids are unique in their `kind`; they must not be in the index already. */
  put(queries: Queries, kind: string, items: readonly IndexedWords[]): Promise<void>;
  drop(queries: Queries, kind: string, id: string): Promise<void>;
  clear(queries: Queries): Promise<void>;
  /** @returns ids, the best match first; which are found is the same in both databases, their order is not */
  find(queries: Queries, kind: string, query: WordQuery, limit: number): Promise<readonly string[]>;
}

interface IndexedWords {
  readonly id: string;
  readonly words: readonly string[];
}

/** Each phrase is one word or several that follow each other. `most`: the first of them, or two of the others. */
export interface WordQuery {
  readonly phrases: readonly (readonly string[])[];
  readonly match: 'all' | 'any' | 'most';
}

/** What must be found together: one of these lists, each phrase of it. */
export function alternativesOf({ phrases, match }: WordQuery): readonly WordQuery['phrases'][] {
  if (match === 'all') return [phrases];
  const [first, ...others] = phrases;
  if (match === 'any' || first === undefined || others.length < 2) return phrases.map((one) => [one]);
  return [[first], ...others.flatMap((one, i) => others.slice(i + 1).map((other) => [one, other]))];
}
