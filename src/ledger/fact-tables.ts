import { hashValue } from '../base/canonical-json.ts';
import { CAPTURE_COLUMNS, identifyReading, READING_COLUMNS } from './facts.ts';
import { keyAddress } from './report-key.ts';
import { ACT_COLUMNS } from './team/acts.ts';

/** A table of facts as `export ledger` writes it, one line a row. Blobs have a form of their own. */
export interface FactTable {
  /** What a line is called: `{"fact":"capture",…}`. */
  readonly fact: string;
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
  /** Columns that hold JSON: they are written as what they hold. */
  readonly json: readonly string[];
  /** The key that a row must have, from its other values; null where a person chose it. */
  identify(row: Readonly<Record<string, unknown>>): string | null;
}

export const CORRECTION_COLUMNS = ['id', 'kind', 'report', 'text', 'body', 'said_at', 'said_by', 'why'] as const;
export const WATCHED_COLUMNS = ['id', 'kind', 'address', 'host', 'due', 'state'] as const;
export const FORGOTTEN_COLUMNS = ['report', 'hashes', 'said_at', 'said_by', 'why'] as const;

/** The key of a row of `watched`: a report is the same under all its addresses. */
export function nameWatched(kind: string, address: string): string {
  return `${kind} ${kind === 'report' ? (keyAddress(address) ?? address) : address}`;
}

/** In the order in which they are written and read: each names only what stands before it. */
export const FACT_TABLES: readonly FactTable[] = [
  {
    fact: 'capture',
    table: 'captures',
    key: 'id',
    columns: CAPTURE_COLUMNS,
    json: ['given', 'notes'],
    identify: ({ bytes, kind, charset, given, notes }) => hashValue({ bytes, kind, charset, given, notes }),
  },
  {
    fact: 'reading',
    table: 'readings',
    key: 'id',
    columns: READING_COLUMNS,
    json: [],
    identify: ({ capture, hearsay, network, rules }) =>
      identifyReading(String(capture), { hearsay: String(hearsay), network: String(network), rules: String(rules) }),
  },
  {
    fact: 'correction',
    table: 'corrections',
    key: 'id',
    columns: CORRECTION_COLUMNS,
    json: ['body'],
    identify: ({ kind, report, text, body, said_at, said_by, why }) =>
      hashValue({ kind, report, text, body, said_at, said_by, why }),
  },
  {
    fact: 'forgotten',
    table: 'forgotten',
    key: 'report',
    columns: FORGOTTEN_COLUMNS,
    json: ['hashes'],
    identify: () => null,
  },
  {
    fact: 'act',
    table: 'acts',
    key: 'id',
    columns: ACT_COLUMNS,
    json: [],
    identify: ({ kind, about, said_at, said_by, why }) => hashValue({ kind, about, said_at, said_by, why }),
  },
  {
    // No fact but a plan: it moves with the ledger, and what is planned there already stays.
    fact: 'watched',
    table: 'watched',
    key: 'id',
    columns: WATCHED_COLUMNS,
    json: ['state'],
    identify: ({ kind, address }) => nameWatched(String(kind), String(address)),
  },
];
