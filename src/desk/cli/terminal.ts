import type { Writable } from 'node:stream';
import { describeError } from '../../base/error.ts';
import type { Note } from '../../base/note.ts';
import { makeOneLine } from '../format/harmless.ts';

/** Where a command reads and writes: the process's own in `main.ts`, something smaller in a test. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Columns, or null where stdout is no terminal. */
  readonly columns: number | null;
  /** A signal that Ctrl-C aborts from now on, the first time; the second ends the process. */
  readonly watchInterrupt: () => AbortSignal;
  /** Is stderr a terminal, so that a line of progress may be rewritten? */
  readonly live: boolean;
}

/** Writes, and waits where the reader at the other end is slower: memory stays bounded. */
export async function writeOut(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (text.length === 0 || stream.destroyed || stream.write(text)) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      stream.off('drain', end).off('close', end);
      resolve();
    };
    // A reader that has gone away never drains.
    stream.once('drain', end).once('close', end);
  });
}

/** The one line that a person gets: what, why, how to mend it, and the code to look up in docs/errors.md. */
export function describeProblem(error: unknown, input?: string): string {
  const known = describeError(error, input ?? 'The command');
  const named = input === undefined || known.what.includes(input) ? '' : `${input}: `;
  return `hearsay: ${makeOneLine(`${named}${known.message}`)} [${known.code}]\n`;
}

/** A finding beside an input that failed, in the same form as the problem: `hearsay: what [code]`. */
export function describeNote(note: Note): string {
  return `hearsay: ${makeOneLine(note.what)} [${note.code}]\n`;
}

/** Colour only where a person looks on, and never against NO_COLOR (no-color.org): set and not empty. */
export function wantsColor(terminal: Terminal): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return terminal.columns !== null && TERM !== 'dumb';
}
