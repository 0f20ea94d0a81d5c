import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HearsayError, type ErrorCode } from '../../../base/error.ts';
import type { Capture } from '../../../capture/capture.ts';
import { collectBytes } from '../../../capture/peeked-bytes.ts';
import type { readInputs, ReadOptions, ReadResult } from '../../../pipeline.ts';
import type { Reading } from '../../../reading/reading.ts';

/** What a reading process is told to do; over a channel, never on its command line. */
export interface ApartOrder {
  readonly inputs: readonly string[];
  /** Stands for `-`. */
  readonly text: string | null;
  readonly given: NonNullable<ReadOptions['given']>;
  readonly runtime: NonNullable<ReadOptions['runtime']> | null;
}

interface Failed {
  readonly code: ErrorCode;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export type ApartTold =
  | { readonly result: { readonly reading: Reading; readonly capture: Capture } | { readonly input: string; readonly failed: Failed } } // prettier-ignore
  | { readonly end: Failed | null };

/** Bytes of a text: `page.too-long` says the rest. */
const MOST = 20 * 2 ** 20;

/** `readInputs`, in a process that ends with it: what it costs in memory goes with it. Whoever has seen enough ends it. */
export const readApart: typeof readInputs = async function* (inputs, options = {}) {
  const { stdin, given = {}, runtime = null } = options;
  const text = stdin === undefined ? null : Buffer.from(await collectBytes(bytesOf(stdin), MOST, () => new HearsayError('input.too-large', 'The text is too large', 'it has more than 20 MB', 'send less'))).toString('utf8'); // prettier-ignore
  const path = fileURLToPath(new URL(`./read-process${extname(import.meta.url)}`, import.meta.url));
  const child = fork(path, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  const told: ApartTold[] = [];
  let wake: (() => void) | null = null;
  const hear = (message: ApartTold): void => {
    told.push(message);
    wake?.();
  };
  child.on('message', hear);
  child.once('error', () => undefined);
  child.once('close', () => { hear({ end: { code: 'internal', what: 'The reading stopped', why: 'its process ended', fix: 'ask again' } }); }); // prettier-ignore
  child.send({ inputs: [...inputs], text, given, runtime } satisfies ApartOrder);
  try {
    for (;;) {
      const next = told.shift();
      if (next === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else if ('result' in next) yield unpack(next.result);
      else if (next.end === null) return;
      else throw revive(next.end);
    }
  } finally {
    child.kill();
  }
};

function unpack(result: Extract<ApartTold, { result: unknown }>['result']): ReadResult {
  return 'failed' in result ? { input: result.input, error: revive(result.failed) } : result;
}

function revive({ code, what, why, fix }: Failed): HearsayError {
  return new HearsayError(code, what, why, fix);
}

async function* bytesOf(stream: NonNullable<ReadOptions['stdin']>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
}
