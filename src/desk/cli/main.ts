#!/usr/bin/env node
import { closePools } from '../../pool.ts';
import { runProgram } from './program.ts';
import { describeProblem } from './terminal.ts';

let leaving: Promise<void> | null = null;

function leave(code: number): void {
  leaving ??= closePools().finally(() => process.exit(code));
}

// A reader that has seen enough (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') leave(0);
    else leave(1);
  });

const stop = (error: unknown): void => {
  process.stderr.write(describeProblem(error));
  leave(1);
};
process.on('uncaughtException', stop);
process.on('unhandledRejection', stop);

process.exitCode = await runProgram(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  live: process.stderr.isTTY,
  watchInterrupt: () => {
    const stop = new AbortController();
    // A service manager stops `watch run` with SIGTERM.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        stop.abort();
      });
    return stop.signal;
  },
});
