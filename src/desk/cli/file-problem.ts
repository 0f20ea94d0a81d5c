import { HearsayError } from '../../base/error.ts';

/** A file that a command could not write or read, for a person; what is a HearsayError stays. */
export function describeFileProblem(error: unknown, file: string): unknown {
  const { code } = error as { code?: string };
  if (error instanceof HearsayError || code === undefined) return error;
  const why = code === 'ENOSPC' ? 'the disk is full' : code === 'ENOENT' ? 'there is no such file or folder' : code;
  return new HearsayError('usage.bad-file', `Cannot use ${file}`, why, 'name another file, or make room', {
    cause: error,
  });
}
