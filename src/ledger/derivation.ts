import type { Queries } from './store/store.ts';

/**
 * One kind of derived table: made from the facts, and from the tables of the steps before it, for the reports that an
 * arrival touches. It must come out the same in whatever order the reports came (contract §2.5); `Ledger.rebuild` makes
 * it anew from nothing, and a test compares the two.
 */
export interface Derivation {
  /** Table → the columns of its primary key. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  clear(queries: Queries): Promise<void>;
  /**
   * Makes the rows of these reports afresh, and of all that they touch. A report of which no reading is left loses its
   * rows. `later`: what takes long may wait until a call without it.
   */
  derive(queries: Queries, reports: readonly string[], later: boolean): Promise<void>;
}
