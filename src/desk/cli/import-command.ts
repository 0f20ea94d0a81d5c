import { createReadStream } from 'node:fs';
import type { Settings } from '../../base/config.ts';
import { splitLines } from '../../capture/lines.ts';
import { describeFileProblem } from './file-problem.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** `hearsay import`: adds what `export ledger` wrote to the ledger, whole or not at all. */
export async function runImport(file: string, settings: Settings, terminal: Terminal): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    const { facts, added } = await ledger.import(readLines(file === '-' ? terminal.stdin : createReadStream(file)));
    if (settings.quiet !== 'yes')
      await writeOut(terminal.stderr, `${String(facts)} facts read, ${String(added)} of them new\n`);
    return 0;
  } catch (error) {
    throw describeFileProblem(error, file);
  } finally {
    await ledger.close();
  }
}

async function* readLines(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  for await (const { bytes } of splitLines(toBytes(source), Infinity))
    if (bytes !== null) yield Buffer.from(bytes).toString('utf8');
}

async function* toBytes(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
}
