import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HearsayError } from '../../../base/error.ts';

/** Any failure as what a person can use; what was not foreseen says no more than that. */
export function describeFailure(error: unknown): HearsayError {
  if (error instanceof HearsayError) return error;
  return new HearsayError('internal', 'This page could not be made', 'something unforeseen went wrong', 'load it again; if it stays, report it with what the terminal says', { cause: error }); // prettier-ignore
}

export function statusOf({ code }: HearsayError): ContentfulStatusCode {
  if (/^(?:ledger|team)\.unknown-/u.test(code)) return 404;
  if (code === 'team.not-allowed') return 403;
  if (code === 'team.too-often') return 429;
  if (code.startsWith('team.')) return 409;
  if (code === 'fetch.private-address') return 400;
  if (code.startsWith('usage.')) return 400;
  if (code === 'ledger.full') return 507;
  return code.startsWith('ledger.') ? 503 : 500;
}

export function ProblemView({ what, why, fix }: { what: string; why: string; fix: string }) {
  const sentence = (words: string): string =>
    `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/u.test(words) ? '' : '.'}`;
  return (
    <div class="narrow problem-page" role="alert">
      <h1>{what}</h1>
      <p>{sentence(why)}</p>
      <p>
        <strong>What helps:</strong> {sentence(fix)}
      </p>
      <p class="actions">
        <a class="button" href="/">
          Today
        </a>
        <a class="button" href="/search">
          Search
        </a>
      </p>
    </div>
  );
}
