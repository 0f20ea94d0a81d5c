import type { Added } from '../../../ledger/ledger.ts';

/** What a reading process is told to do. */
export interface Order {
  /** The ledger's place, password and all: it goes over the channel to the process, never onto its command line. */
  readonly ledger: string;
  readonly by: string;
  /** Web addresses, and files that the desk wrote itself. */
  readonly inputs: readonly string[];
  /** How each is called for people: a file's own name stands for the place where the desk put it. */
  readonly names: Readonly<Record<string, string>>;
  readonly given: { readonly published?: string; readonly outlet?: string; readonly url?: string };
}

/** What became of one report. */
export interface JobLine {
  readonly input: string;
  readonly outcome: Added['outcome'] | 'failed';
  /** The report's key; null: it failed. */
  readonly report: string | null;
  readonly title: string | null;
  readonly problem: { readonly what: string; readonly why: string; readonly fix: string } | null;
}

/** Reports that were read, and those that could not be. */
export function countLines(lines: readonly JobLine[]): { readonly reports: number; readonly failed: number } {
  const failed = lines.filter(({ outcome }) => outcome === 'failed').length;
  return { reports: lines.length - failed, failed };
}

export type Told = { readonly line: JobLine } | { readonly end: JobLine['problem'] };
