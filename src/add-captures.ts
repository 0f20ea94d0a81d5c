import { HearsayError } from './base/error.ts';
import { isCaptureFailure, type Capture, type CaptureResult } from './capture/capture.ts';
import type { Added, Ledger } from './ledger/ledger.ts';
import type { Reading } from './reading/reading.ts';

/** Reads what was captured; throws HearsayError `page.*` where there is no story. */
export type Read = (capture: Capture) => Promise<Reading>;

/** What came of an address: told when it is in the ledger. */
export type AddEvent =
  | { readonly kind: 'read'; readonly address: string; readonly outcome: Added['outcome'] }
  | { readonly kind: 'failed'; readonly address: string; readonly error: HearsayError };

/**
 * Reads what an address was captured as, into the ledger.
 * @throws HearsayError `ledger.*`: what is wrong with a page is an event
 */
export async function addCaptures(
  ledger: Ledger,
  read: Read,
  address: string,
  captures: AsyncIterable<CaptureResult>,
): Promise<readonly AddEvent[]> {
  const events: AddEvent[] = [];
  try {
    for await (const found of captures) events.push(await addOne(ledger, read, address, found));
  } catch (error) {
    if (!isFaultOfPage(error)) throw error;
    events.push({ kind: 'failed', address, error });
  }
  return events;
}

async function addOne(ledger: Ledger, read: Read, address: string, found: CaptureResult): Promise<AddEvent> {
  if (isCaptureFailure(found)) return { kind: 'failed', address, error: found.error };
  try {
    const { outcome } = await ledger.add(await read(found), found);
    return { kind: 'read', address, outcome };
  } catch (error) {
    if (!isFaultOfPage(error)) throw error;
    return { kind: 'failed', address, error };
  }
}

/** What is wrong with one page stops nothing; what is wrong with the ledger does. */
function isFaultOfPage(error: unknown): error is HearsayError {
  return error instanceof HearsayError && /^(?:page|input|fetch)\./u.test(error.code);
}
