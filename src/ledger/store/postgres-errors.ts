import { HearsayError, type ErrorCode } from '../../base/error.ts';

const OUT_OF_REACH = 'check the address, the user and the password, and that the server runs';

/** What SQLSTATE classes and system errors mean to a person: [begins with, code, fix]. */
const MEANINGS: readonly (readonly [string, ErrorCode, string])[] = [
  ['25006', 'ledger.read-only', 'connect to the server that is written to'],
  ['42501', 'ledger.read-only', 'ask for the right to create tables in this database and to write to them'],
  ['53100', 'ledger.full', 'make room on the server and do the same again: what was there before is untouched'],
  ['53', 'ledger.busy', 'the server is out of resources: wait, and do the same again'],
  ['55P03', 'ledger.busy', 'wait for the other program to end, or stop it'],
  ['08', 'ledger.unreachable', OUT_OF_REACH],
  ['28', 'ledger.unreachable', OUT_OF_REACH],
  ['3D', 'ledger.unreachable', 'create the database, or name another'],
  ['57P', 'ledger.unreachable', 'wait until the server is up again, and do the same again'],
  ['58', 'ledger.disk', "check the server's disk"],
  ['XX', 'ledger.damaged', 'restore the database from a copy'],
  ['ECONN', 'ledger.unreachable', OUT_OF_REACH],
  ['ENOTFOUND', 'ledger.unreachable', OUT_OF_REACH],
  ['EAI_', 'ledger.unreachable', OUT_OF_REACH],
  ['ETIMEDOUT', 'ledger.unreachable', OUT_OF_REACH],
];

/** Any thrown thing as a HearsayError; what is one already stays. */
export function describePostgresError(error: unknown, address: string): HearsayError {
  if (error instanceof HearsayError) return error;
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const message = first instanceof Error ? first.message : String(first);
  const { code = '' } = first as { code?: string };
  const [, slug, fix] = MEANINGS.find(([start]) => code.startsWith(start)) ?? [];
  const what = `The ledger ${hidePassword(address)} cannot be used`;
  if (slug !== undefined && fix !== undefined) return new HearsayError(slug, what, message, fix, { cause: error });
  // node-postgres has no code for a connection that ends or a server that takes too long to answer.
  if (/connection|timeout/iu.test(message))
    return new HearsayError('ledger.unreachable', what, message, OUT_OF_REACH, { cause: error });
  return new HearsayError('internal', what, message, 'this is a fault of Hearsay: please report it', { cause: error });
}

/** `postgres://user:secret@host/name` without the secret. */
export function hidePassword(address: string): string {
  return address.replace(/^(\w+:\/\/[^:@/]*):.*@/u, '$1:…@').replace(/([?&]password=)[^&]*/giu, '$1…');
}
