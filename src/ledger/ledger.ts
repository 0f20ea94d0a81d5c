import { readVersion } from '../base/version.ts';
import type { Capture } from '../capture/capture.ts';
import type { Reading } from '../reading/reading.ts';
import { addReading, type Added } from './add-reading.ts';
import { identifyCapture, identifyReading } from './facts.ts';
import { getReading } from './read-back.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

export type { Added } from './add-reading.ts';

export interface LedgerOptions {
  /** Who adds and corrects: written beside each fact. */
  readonly by: string;
  /** The time of each act. */
  readonly now: () => Date;
}

/** What was read, kept: `openLedger` opens one. Methods throw HearsayError `ledger.*` where the database fails. */
export interface Ledger {
  /** For what stands on it; the tables are listed in docs/decisions/0008-the-ledger-s-store.md. */
  readonly store: Store;
  /** Keeps a reading and the capture that it is of; on disk when it resolves. Twice is once. */
  add(reading: Reading, capture: Capture): Promise<Added>;
  /** Whether this capture was read by this reader already, so that it need not be read again. */
  holds(capture: Capture, by: Reading['by']): Promise<boolean>;
  /** A reading by its id, or a report's latest by its key; null where there is none. */
  reading(id: string): Promise<Reading | null>;
  close(): Promise<void>;
}

/**
 * Opens the ledger at `postgres://…` or in a file, which is made where there is none.
 * @throws HearsayError `ledger.*`
 */
export async function openLedger(location: string, options: LedgerOptions): Promise<Ledger> {
  const store = await openStore(location);
  const program = `hearsay ${readVersion()}`;
  const stamp = (from: string) => ({ at: options.now().toISOString(), by: options.by, with: program, from });
  return {
    store,
    add: (reading, capture) => addReading(store, reading, capture, stamp(reading.input)),
    async holds(capture, by) {
      const id = identifyReading(identifyCapture(capture), by);
      return (await store.all('SELECT 1 FROM readings WHERE id = ?', [id])).length > 0;
    },
    async reading(id) {
      const [report] = await store.all<{ reading: string }>('SELECT reading FROM reports WHERE id = ?', [id]);
      return getReading(store, report?.reading ?? id);
    },
    close: () => store.close(),
  };
}
