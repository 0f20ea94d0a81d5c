import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MAIN = fileURLToPath(new URL('../dist/desk/cli/main.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Stop reading stdout after its first chunk, as `head` does. */
  readonly closeEarly?: boolean;
  /** Send SIGINT, as Ctrl-C does, once this file is there. */
  readonly interruptOnce?: string;
}

/** Runs the built command line as a user does, in a process of its own. */
export function runCli(words: readonly string[], options: RunOptions = {}): Promise<Run> {
  return runProcess(process.execPath, [MAIN, ...words], options);
}

export function runProcess(command: string, words: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: options.cwd ?? ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.environment },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk);
      if (options.closeEarly === true) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    const { interruptOnce } = options;
    const watch = setInterval(() => {
      if (interruptOnce === undefined || existsSync(interruptOnce)) clearInterval(watch);
      if (interruptOnce !== undefined && existsSync(interruptOnce)) child.kill('SIGINT');
    }, 10);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    // A command that does not want its input may close it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');
  });
}
