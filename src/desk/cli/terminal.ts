import type { Writable } from 'node:stream';
import { HearsayError } from '../../base/error.ts';
import { makeOneLine } from '../format/harmless.ts';

/** Where a command reads and writes: the process's own in `main.ts`, something smaller in a test. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Columns, or null where stdout is no terminal. */
  readonly columns: number | null;
  /** Is stderr a terminal, so that a line of progress may be rewritten? */
  readonly live: boolean;
}

/** Writes, and waits where the reader at the other end is slower: memory stays bounded. */
export async function writeOut(stream: Writable, text: string): Promise<void> {
  if (text === '' || stream.destroyed || stream.write(text)) return;
  await new Promise<void>((resolve) => {
    // A reader that has gone away never drains.
    stream.once('drain', resolve).once('close', resolve);
  });
}

/** The one line that a person gets: what, why, how to mend it, and the code to look up in docs/errors.md. */
export function describeProblem(error: unknown, input?: string): string {
  const known = asHearsayError(error);
  const named = input === undefined || known.what.includes(input) ? '' : `${input}: `;
  return `hearsay: ${makeOneLine(`${named}${known.message}`)} [${known.code}]\n`;
}

/** Anything that is not one of our own errors is a fault of ours: it says so, without a stack trace. */
export function asHearsayError(error: unknown): HearsayError {
  if (error instanceof HearsayError) return error;
  return new HearsayError(
    'internal',
    'Hearsay met something that it does not understand',
    error instanceof Error ? `${error.name}: ${error.message.split('\n')[0] ?? ''}` : String(error),
    'please report it, with the input if you can share it',
    { cause: error },
  );
}

/** Colour only where a person looks on, and never against NO_COLOR (no-color.org): set and not empty. */
export function wantsColor(terminal: Terminal): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return terminal.columns !== null && TERM !== 'dumb';
}
