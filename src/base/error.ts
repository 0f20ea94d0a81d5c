/** Every error a user can meet; each is explained in docs/errors.md (a test checks). */
export type ErrorCode =
  | 'input.not-found'
  | 'input.empty'
  | 'input.empty-folder'
  | 'input.no-report'
  | 'input.binary'
  | 'input.unreadable'
  | 'input.unsupported'
  | 'input.bad-row'
  | 'input.too-large'
  | 'fetch.bad-address'
  | 'fetch.private-address'
  | 'fetch.failed'
  | 'fetch.status'
  | 'fetch.robots'
  | 'fetch.later'
  | 'fetch.timeout'
  | 'fetch.too-large'
  | 'fetch.too-many-redirects'
  | 'page.no-story'
  | 'page.too-long'
  | 'page.too-deep'
  | 'page.consent-wall'
  | 'page.login'
  | 'page.paywall'
  | 'page.browser-check'
  | 'network.missing'
  | 'network.runtime'
  | 'model.missing'
  | 'model.damaged'
  | 'gazetteer.missing'
  | 'gazetteer.damaged'
  | 'ledger.busy'
  | 'ledger.cannot-open'
  | 'ledger.damaged'
  | 'ledger.disk'
  | 'ledger.full'
  | 'ledger.newer'
  | 'ledger.no-driver'
  | 'ledger.not-a-ledger'
  | 'ledger.read-only'
  | 'ledger.unreachable'
  | 'ledger.unknown-claim'
  | 'ledger.unknown-report'
  | 'ledger.watched'
  | 'ledger.unknown-source'
  | 'import.bad-line'
  | 'team.unknown-user'
  | 'team.unknown-key'
  | 'team.unknown-follow'
  | 'team.unknown-hook'
  | 'team.name-taken'
  | 'team.last-admin'
  | 'team.not-allowed'
  | 'team.too-often'
  | 'serve.not-local'
  | 'serve.no-admin'
  | 'serve.port-taken'
  | 'usage.bad-file'
  | 'usage.bad-option'
  | 'internal';

/** What went wrong, why, and how to fix it: three sentences for a person, and never a stack trace. */
export class HearsayError extends Error {
  override readonly name = 'HearsayError';
  constructor(
    readonly code: ErrorCode,
    readonly what: string,
    readonly why: string,
    readonly fix: string,
    options?: { cause?: unknown },
  ) {
    super(`${what}: ${why}; ${fix}`, options);
  }
}

/** Any thrown thing as a HearsayError: what we did not foresee is `internal`, in one line. */
export function describeError(error: unknown, input: string): HearsayError {
  if (error instanceof HearsayError) return error;
  const why = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
  return new HearsayError(
    'internal',
    `${input} could not be read`,
    why || 'an unforeseen failure',
    'this is a fault of Hearsay: please report it with the input',
    { cause: error },
  );
}
