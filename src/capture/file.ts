import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { HearsayError } from '../base/error.ts';
import { openJourney } from './address.ts';
import type { CaptureResult } from './capture.ts';
import { captureContents } from './capture-contents.ts';
import type { CaptureOptions } from './options.ts';
import { peekBytes } from './peeked-bytes.ts';
import { openFileBytes, type RandomBytes } from './random-bytes.ts';

const READ_AT_ONCE = 256 * 1024;

/**
 * The reports in a file. `input` is its name as given, `path` where it is.
 * @throws HearsayError `input.*`, `page.too-long`
 */
export async function* captureFile(
  input: string,
  path: string,
  options: CaptureOptions,
): AsyncGenerator<CaptureResult> {
  const stream = createReadStream(path, {
    highWaterMark: READ_AT_ONCE,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  try {
    yield* captureStream(input, basename(path), stream, options, () => openFileBytes(path));
  } catch (error) {
    throw describeFileError(input, error);
  } finally {
    stream.destroy();
  }
}

/** The reports in a stream of bytes: a file, or the standard input, which has no name. */
export async function* captureStream(
  input: string,
  name: string | null,
  stream: AsyncIterable<Uint8Array | string>,
  options: CaptureOptions,
  open: (() => Promise<RandomBytes>) | null = null,
): AsyncGenerator<CaptureResult> {
  yield* captureContents(
    {
      input,
      bytes: await peekBytes(stream),
      name,
      type: null,
      charset: null,
      given: {},
      notes: [],
      open,
      journey: openJourney(options, true),
    },
    options,
  );
}

/** An error of the file system as one for a person; every other as it is. */
export function describeFileError(input: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof HearsayError || code === '' || code === 'ABORT_ERR') return error;
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code)) {
    const looksLikeAddress =
      /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/u.test(input) && !/\.(?:txt|md|html?|jsonl)$/iu.test(input);
    return new HearsayError(
      'input.not-found',
      `No file "${input}"`,
      'nothing has this name here',
      looksLikeAddress ? `check the name, or write https://${input} for an address` : 'check the name and the folder',
      { cause: error },
    );
  }
  const why = code === 'EACCES' || code === 'EPERM' ? 'you may not read it' : `the system says ${code}`;
  return new HearsayError('input.unreadable', `Cannot read ${input}`, why, 'check the file and who may read it', {
    cause: error,
  });
}
