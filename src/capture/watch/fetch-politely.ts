import type { Clock } from '../../base/clock.ts';
import { HearsayError } from '../../base/error.ts';
import { exchangeAddress, type FetchOptions } from '../fetch.ts';
import type { CaptureOptions } from '../options.ts';
import { PoliteFetcher } from './polite-fetcher.ts';

/** How `read` fetches what its inputs list: politely, and what cannot be had now is an error. */
export function fetchPolitely(options: FetchOptions, clock: Clock): NonNullable<CaptureOptions['visitFetch']> {
  const fetcher = new PoliteFetcher({ exchange: exchangeAddress, clock, fetchOptions: options });
  return async (address, isTyped) => {
    const outcome = await fetcher.visit(address, undefined, isTyped);
    if (outcome.kind === 'fetched') return outcome.fetched;
    throw outcome.kind === 'refused' || outcome.kind === 'failed'
      ? outcome.error
      : describeLater(address, outcome.kind === 'later' ? outcome : null);
  };
}

function describeLater(address: string, later: { readonly at: number; readonly why: string } | null): HearsayError {
  const fix =
    later === null ? 'try again' : `try again after ${new Date(later.at).toISOString().replace(/\.\d+Z$/u, 'Z')}`;
  return new HearsayError(
    'fetch.later',
    `Did not fetch ${address}`,
    later === null
      ? 'the site says that it is unchanged, though nothing is held'
      : `the site is to be left alone: ${later.why}`,
    fix,
  );
}
