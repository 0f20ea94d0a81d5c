import { HearsayError, type ErrorCode } from '../../base/error.ts';

/** What SQLite's result codes mean to a person: [begins with, code, why, fix]. */
const MEANINGS: readonly (readonly [string, ErrorCode, string, string])[] = [
  ['SQLITE_BUSY', 'ledger.busy', 'another program has been writing to it for minutes', 'wait for it to end, or stop it'],
  ['SQLITE_LOCKED', 'ledger.busy', 'another program has been writing to it for minutes', 'wait for it to end, or stop it'],
  ['SQLITE_READONLY', 'ledger.read-only', 'the file or its folder cannot be written to', 'change their permissions, or name another file with --ledger'],
  ['SQLITE_PERM', 'ledger.read-only', 'the file or its folder cannot be written to', 'change their permissions, or name another file with --ledger'],
  ['SQLITE_FULL', 'ledger.full', 'the disk is full', 'make room and do the same again: what was there before is untouched'],
  ['SQLITE_NOTADB', 'ledger.not-a-ledger', 'the file is no SQLite database', 'name another file with --ledger'],
  ['SQLITE_CORRUPT', 'ledger.damaged', 'the database is damaged', 'restore the file from a copy, or save what can be read with `hearsay export ledger`'],
  ['SQLITE_IOERR', 'ledger.disk', 'the disk did not do what it was asked', 'check the disk, and do the same again: what was there before is untouched'],
  ['SQLITE_CANTOPEN', 'ledger.cannot-open', 'the file cannot be opened', 'check the path and the permissions of the file and its folder'],
]; // prettier-ignore

/** Any thrown thing as a HearsayError; what is one already stays. */
export function describeSqliteError(error: unknown, path: string): HearsayError {
  if (error instanceof HearsayError) return error;
  const message = error instanceof Error ? error.message : String(error);
  // libsql has no code for what fails while opening: `…Unable to open connection to local database FILE: 14`.
  const opening = /Unable to open connection.*: (\d+)/u.exec(message)?.[1];
  const { code = '' } = error as { code?: string };
  const name = opening === undefined ? nameSystemError(code) : 'SQLITE_CANTOPEN';
  const [, slug, why, fix] = MEANINGS.find(([start]) => name.startsWith(start)) ?? [];
  if (slug === undefined || why === undefined || fix === undefined) {
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED')
      return new HearsayError(
        'ledger.no-driver',
        `The ledger ${path} cannot be opened`,
        'the SQLite library does not load on this machine',
        'install Hearsay again with optional packages, or use a PostgreSQL ledger',
        { cause: error },
      );
    return new HearsayError(
      'internal',
      `The ledger ${path} failed`,
      message,
      'this is a fault of Hearsay: please report it',
      { cause: error },
    );
  }
  return new HearsayError(slug, `The ledger ${path} cannot be used`, why, fix, { cause: error });
}

/** SQLite's result codes by number, for libsql names only some of the extended ones. */
const NUMBERED: ReadonlyMap<number, string> = new Map([[3, 'SQLITE_PERM'], [5, 'SQLITE_BUSY'], [6, 'SQLITE_LOCKED'], [8, 'SQLITE_READONLY'], [10, 'SQLITE_IOERR'], [11, 'SQLITE_CORRUPT'], [13, 'SQLITE_FULL'], [14, 'SQLITE_CANTOPEN'], [26, 'SQLITE_NOTADB']]); // prettier-ignore

/** Making the folder may fail before SQLite is asked. */
function nameSystemError(code: string): string {
  const numbered = /^UNKNOWN_SQLITE_ERROR_(\d+)$/u.exec(code)?.[1];
  // An extended code holds the plain one in its lowest byte: 1544 is a read-only folder.
  if (numbered !== undefined) return NUMBERED.get(Number(numbered) & 255) ?? code;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return 'SQLITE_READONLY';
  if (code === 'ENOSPC') return 'SQLITE_FULL';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'SQLITE_CANTOPEN';
  return code;
}
