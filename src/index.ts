import { HearsayError } from './base/error.ts';
import { readInputs, type ReadOptions } from './pipeline.ts';
import type { Reading } from './reading/reading.ts';

export { HearsayError, type ErrorCode } from './base/error.ts';
export { claimSchema, openLedger, sourceSchema, traceSchema, type ClaimPage, type ClaimQuery, type Ledger, type LedgerOptions, type ListedSource, type Reviews, type ShownClaim, type ShownSource, type TracedClaim } from './ledger/ledger.ts'; // prettier-ignore
export { openEngine, readInputs, SYSTEM_CLOCK, type Engine, type ReadOptions, type ReadResult } from './pipeline.ts';
export { WatchPlan } from './ledger/watched.ts';
export { rereadReports, type RereadEvent, type RereadOptions } from './reread.ts';
export { traceUpstream, type UpstreamEvent, type UpstreamOptions } from './trace-upstream.ts';
export { watchFeeds, type WatchEvent, type WatchOptions } from './watch.ts';
export { readingSchema, type Act, type Attribution, type ChainLink, type Reading } from './reading/reading.ts';

/**
 * Reads one report: a file, an address, or `-` for standard input. The same object as `hearsay read --format json` prints.
 * Throws HearsayError; `usage.bad-option` where the input holds several reports (`readInputs` gives them all).
 */
export async function read(input: string, options: ReadOptions = {}): Promise<Reading> {
  let found: Reading | null = null;
  for await (const result of readInputs([input], options)) {
    if ('error' in result) throw result.error;
    if (found) {
      throw new HearsayError(
        'usage.bad-option',
        `${input} holds several reports`,
        'read() gives one',
        'use readInputs()',
      );
    }
    found = result.reading;
  }
  if (!found)
    throw new HearsayError('input.empty', `${input} holds no report`, 'nothing was found in it', 'give a report');
  return found;
}
