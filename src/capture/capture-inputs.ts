import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HearsayError } from '../base/error.ts';
import { captureAddress } from './address.ts';
import type { CaptureResult } from './capture.ts';
import { captureFile, captureStream, describeFileError } from './file.ts';
import { captureFolder } from './folder.ts';
import type { CaptureOptions } from './options.ts';
import { checkColumns } from './row.ts';

export { isCaptureFailure, type Capture, type CaptureResult } from './capture.ts';
export type { CaptureOptions } from './options.ts';

/**
 * The reports in the inputs, in their order: files, folders, http(s) addresses, `-` for the standard input. Kinds are
 * told by content. What cannot be captured is a failure in its place, and the others are captured all the same.
 * @throws HearsayError `usage.bad-option`, and the signal's reason: nothing else
 */
export async function* captureInputs(
  inputs: readonly string[],
  options: CaptureOptions,
): AsyncGenerator<CaptureResult, void, undefined> {
  checkColumns(options.columns ?? {});
  for (const input of inputs) {
    options.signal?.throwIfAborted();
    try {
      yield* captureInput(input, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      yield { input, error: error instanceof HearsayError ? error : describeInternal(input, error) };
    }
  }
}

async function* captureInput(input: string, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  if (input === '-') yield* captureStdin(options);
  else if (/^[a-z][a-z\d+.-]+:\/\//iu.test(input)) yield* captureAddress(input, input, options);
  else yield* capturePath(input, options);
}

async function* captureStdin(options: CaptureOptions): AsyncGenerator<CaptureResult> {
  yield* captureStream('-', null, options.stdin ?? emptyStream(), options);
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {
  // Nothing was handed over: an empty input, and an error that says so.
}

async function* capturePath(input: string, options: CaptureOptions): AsyncGenerator<CaptureResult> {
  const path = options.cwd === undefined || input === '' ? input : resolve(options.cwd, input); // '' is no name
  const found = await stat(path).catch((error: unknown) => {
    throw describeFileError(input, error);
  });
  if (found.isDirectory()) yield* captureFolder(input, path, options);
  else yield* captureFile(input, path, options);
}

function describeInternal(input: string, cause: unknown): HearsayError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new HearsayError('internal', `Cannot read ${input}`, why, 'please report this with the input', { cause });
}
