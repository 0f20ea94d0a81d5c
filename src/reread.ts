import type { Read } from './add-captures.ts';
import { describeError, type HearsayError } from './base/error.ts';
import type { Capture } from './capture/capture.ts';
import type { KeptDecision, Ledger } from './ledger/ledger.ts';
import { compareVersions, type Revision } from './ledger/revisions.ts';
import type { Reading } from './reading/reading.ts';

export interface RereadOptions {
  readonly read: Read;
  /** Who reads with `read`. */
  readonly by: Reading['by'];
  /** Reports by key, or all. */
  readonly reports?: readonly string[];
  /** Reports that are read at the same time. Default 1. */
  readonly workers?: number;
  /** Ends it between two reports, as Ctrl-C does; the next time it goes on there. */
  readonly signal?: AbortSignal;
}

/** What came of a report. */
export type RereadEvent =
  | {
      readonly kind: 'reread';
      readonly report: string;
      readonly url: string | null;
      /** The latest version as it was read, against as it is read now. */
      readonly change: Revision;
      /** What people said of it that had effect, and cannot be bound to how it is read now. */
      readonly lost: readonly KeptDecision[];
    }
  | { readonly kind: 'failed'; readonly report: string; readonly error: HearsayError };

/**
 * Reads again from their captures the reports that another reader read. What people said of them holds where it can be
 * bound to what is read now (contract §2.9).
 * @throws HearsayError `ledger.*`
 */
export async function* rereadReports(ledger: Ledger, options: RereadOptions): AsyncGenerator<RereadEvent> {
  const { read, by, reports, workers = 1, signal } = options;
  const wanted = reports === undefined ? null : new Set(reports);
  const stale = (await ledger.stale(by)).filter(({ report }) => wanted?.has(report) ?? true);
  const ahead: Promise<readonly Reread[]>[] = [];
  let next = 0;
  for (const { report } of stale) {
    while (next < stale.length && ahead.length < workers) {
      const reading = readAll(ledger, stale[next++]?.captures ?? [], read);
      reading.catch(() => undefined); // it is thrown where it is waited for
      ahead.push(reading);
    }
    const found = (await ahead.shift()) ?? [];
    if (signal?.aborted === true) break;
    yield* keep(ledger, report, found);
  }
  await Promise.allSettled(ahead);
}

type Reread =
  | { readonly capture: Capture; readonly reading: Reading }
  | { readonly capture: Capture; readonly error: HearsayError };

async function readAll(ledger: Ledger, captures: readonly string[], read: Read): Promise<readonly Reread[]> {
  const found: Reread[] = [];
  for (const id of captures) {
    const capture = await ledger.capture(id);
    if (capture === null) continue; // it was forgotten meanwhile
    try {
      found.push({ capture, reading: await read(capture) });
    } catch (error) {
      found.push({ capture, error: describeError(error, capture.input) });
    }
  }
  return found;
}

async function* keep(ledger: Ledger, report: string, found: readonly Reread[]): AsyncGenerator<RereadEvent> {
  const [before, held] = [await ledger.reading(report), await ledger.decisions(report)];
  let now = report;
  for (const one of found) {
    if ('error' in one) yield { kind: 'failed', report, error: one.error };
    else now = (await ledger.add(one.reading, one.capture)).report;
  }
  const after = (await ledger.reading(report)) ?? (await ledger.reading(now));
  if (before === null || after === null || found.every((one) => 'error' in one)) return;
  const hadEffect = new Set(held.flatMap(({ id, state }) => (state === 'holds' || state === 'carried' ? [id] : [])));
  const lost = (await ledger.decisions(report)).filter(({ id, state }) => state === 'waits' && hadEffect.has(id));
  yield { kind: 'reread', report, url: after.report.url, change: compareVersions(before, after), lost };
}
