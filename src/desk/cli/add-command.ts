import type { Settings } from '../../base/config.ts';
import type { Added, Told } from '../../ledger/ledger.ts';
import type { readInputs } from '../../pipeline.ts';
import type { identifyReader } from '../../reader.ts';
import { openSettled } from './ledger-location.ts';
import { Progress } from './progress.ts';
import { makeReadOptions } from './read-options.ts';
import { describeNote, describeProblem, writeOut, type Terminal } from './terminal.ts';

/** Reports that are written at once, and milliseconds that the first of them waits for the others at most. */
const BATCH = 16;
const PATIENCE_MS = 2000;

/** As shells have it for what Ctrl-C stopped. */
const INTERRUPTED = 130;

/**
 * `hearsay add`: reads the inputs into the ledger. A report is on disk before it is counted, so that after an interruption
 * the same command goes on where it was.
 * @returns the exit code: 0 done, 1 some inputs failed, 130 stopped by Ctrl-C
 */
export async function runAdd(
  inputs: readonly string[],
  settings: Settings,
  terminal: Terminal,
  engine: { readonly readInputs: typeof readInputs; readonly identifyReader: typeof identifyReader },
): Promise<number> {
  const options = makeReadOptions(inputs, settings, terminal);
  const stop = terminal.watchInterrupt();
  const ledger = await openSettled(settings, terminal);
  const by = engine.identifyReader();
  const counts: Record<Added['outcome'], number> = { new: 0, version: 0, held: 0, forgotten: 0 };
  const progress = new Progress(terminal, settings.quiet === 'yes', (failed) => describeCounts(counts, failed));
  const skip: typeof options.skip = async (capture) => {
    if (stop.aborted) return true;
    const held = await ledger.holds(capture, by);
    if (held) {
      counts.held++;
      await progress.countRead(capture.input);
    }
    return held;
  };
  const read: Told[] = [];
  let first = 0;
  const keep = async (): Promise<void> => {
    const batch = read.splice(0);
    if (batch.length === 0) return;
    for (const { outcome } of await ledger.addAll(batch, { later: true })) counts[outcome]++;
    for (const { reading } of batch) await progress.countRead(reading.input);
  };
  try {
    for await (const result of engine.readInputs(inputs, { ...options, signal: stop, skip })) {
      if ('reading' in result) {
        if (read.push(result) === 1) first = performance.now();
        if (read.length === BATCH || performance.now() - first > PATIENCE_MS) await keep();
      } else if (!stop.aborted) {
        progress.countFailed();
        await progress.clear();
        await writeOut(terminal.stderr, describeProblem(result.error, result.input));
        for (const note of result.notes ?? []) await writeOut(terminal.stderr, describeNote(note));
      }
      if (stop.aborted) break;
    }
    await keep();
    if (!stop.aborted) await ledger.settle();
  } catch (error) {
    await keep();
    if (!stop.aborted) throw error;
  } finally {
    await progress.finish();
    await ledger.close();
  }
  if (stop.aborted) {
    await writeOut(terminal.stderr, 'hearsay: stopped; the same command goes on from here\n');
    return INTERRUPTED;
  }
  return progress.failed > 0 ? 1 : 0;
}

function describeCounts(counts: Readonly<Record<Added['outcome'], number>>, failed: number): string {
  const told = [
    `${String(counts.new)} ${counts.new === 1 ? 'report' : 'reports'} added`,
    ...(counts.version > 0 ? [`${String(counts.version)} changed`] : []),
    ...(counts.held > 0 ? [`${String(counts.held)} held already`] : []),
    ...(counts.forgotten > 0 ? [`${String(counts.forgotten)} forgotten before and not kept`] : []),
    ...(failed > 0 ? [`${String(failed)} failed`] : []),
  ];
  return told.join(', ');
}
