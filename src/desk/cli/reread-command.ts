import { countWorkers, type Settings } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import type { KeptDecision } from '../../ledger/ledger.ts';
import { keyAddress } from '../../ledger/report-key.ts';
import type { openEngine } from '../../pipeline.ts';
import type { identifyReader } from '../../reader.ts';
import type { RereadEvent, rereadReports } from '../../reread.ts';
import { escapeJson, makeOneLine } from '../format/harmless.ts';
import { describeRevision } from '../format/revision-text.ts';
import { openLazily } from './lazy-engine.ts';
import { openSettled } from './ledger-location.ts';
import { Progress } from './progress.ts';
import { describeProblem, writeOut, type Terminal } from './terminal.ts';

/** As shells have it for what Ctrl-C stopped. */
const INTERRUPTED = 130;

/** What reads: loaded when it is needed, so that the help works without the network's library. */
export interface RereadEngine {
  readonly openEngine: typeof openEngine;
  readonly identifyReader: typeof identifyReader;
  readonly rereadReports: typeof rereadReports;
}

/**
 * `hearsay reread`: reads again what an older reader read, and prints what changed, report by report.
 * @returns the exit code: 0 done, 1 some reports could not be read again, 130 stopped by Ctrl-C
 */
export async function runReread(
  typed: readonly string[],
  format: 'text' | 'jsonl',
  settings: Settings,
  terminal: Terminal,
  engine: RereadEngine,
): Promise<number> {
  const signal = terminal.watchInterrupt();
  const ledger = await openSettled(settings, terminal);
  const workers = countWorkers(settings);
  const reader = openLazily(() => engine.openEngine(workers, settings.runtime as 'auto' | 'native' | 'wasm'));
  const progress: Progress = new Progress(terminal, settings.quiet === 'yes', (failed) =>
    [`${String(progress.read)} read again`, ...(failed > 0 ? [`${String(failed)} failed`] : [])].join(', '),
  );
  try {
    const reports = typed.map((one) => keyAddress(one) ?? one);
    for (const [i, report] of reports.entries())
      if ((await ledger.reading(report)) === null) throw describeUnknown(typed[i] ?? report);
    const options = { read: reader.read, by: engine.identifyReader(), workers, signal };
    for await (const event of engine.rereadReports(ledger, reports.length === 0 ? options : { ...options, reports }))
      await tell(event, format, progress, terminal);
  } finally {
    await progress.finish();
    await reader.close();
    await ledger.close();
  }
  if (progress.read + progress.failed === 0 && !signal.aborted && settings.quiet !== 'yes')
    await writeOut(terminal.stderr, 'Nothing to read again: all was read by this reader.\n');
  if (!signal.aborted) return progress.failed > 0 ? 1 : 0;
  await writeOut(terminal.stderr, 'hearsay: stopped; the same command goes on from here\n');
  return INTERRUPTED;
}

async function tell(
  event: RereadEvent,
  format: 'text' | 'jsonl',
  progress: Progress,
  terminal: Terminal,
): Promise<void> {
  const name = event.kind === 'reread' ? (event.url ?? event.report) : event.report;
  if (event.kind === 'failed') {
    progress.countFailed();
    await progress.clear();
    await writeOut(terminal.stderr, describeProblem(event.error, name));
    return;
  }
  const { report, url, change, lost } = event;
  const text =
    format === 'jsonl'
      ? `${escapeJson(JSON.stringify({ report, url, ...change, lost }))}\n`
      : describeRevision(name, change, lost.length === 0 ? null : 'no claim changed') + lost.map(describeLost).join('');
  if (text !== '') {
    await progress.clear();
    await writeOut(terminal.stdout, text);
  }
  await progress.countRead(name);
}

function describeLost({ kind, by, at, why }: KeptDecision): string {
  return `  not carried: ${makeOneLine(`${kind} by ${by} on ${at.slice(0, 10)}${why === '' ? '' : `: ${why}`}`)}\n`;
}

function describeUnknown(report: string): HearsayError {
  return new HearsayError(
    'ledger.unknown-report',
    `The ledger holds no report ${report}`,
    'it was never added, or is forgotten',
    'give the address that the report was added with',
  );
}
