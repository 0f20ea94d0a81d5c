import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Settings } from '../../base/config.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { describeFileProblem } from './file-problem.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** `hearsay export ledger`: the whole ledger as JSONL, to stdout or to a file that is there whole or not at all. */
export async function runExport(file: string | null, settings: Settings, terminal: Terminal): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    if (file === null) await ledger.export((line) => writeOut(terminal.stdout, line));
    else await exportTo(ledger, file);
    return 0;
  } finally {
    await ledger.close();
  }
}

async function exportTo(ledger: Ledger, file: string): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}.part`;
  const stream = createWriteStream(unfinished);
  const ending = finished(stream);
  ending.catch(() => undefined);
  try {
    await Promise.race([ending, ledger.export((line) => writeOut(stream, line))]);
    stream.end();
    await ending;
    await rename(unfinished, file);
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    throw describeFileProblem(error, file);
  }
}
