import type { Clock } from '../../base/clock.ts';
import { HearsayError } from '../../base/error.ts';
import { exchangeAddress, type FetchOptions } from '../fetch.ts';
import type { CaptureOptions } from '../options.ts';
import type { PoliteOptions } from './polite-fetcher.ts';

/** How `read` fetches what its inputs list: politely, and what cannot be had now is an error. */
export function fetchPolitely(
  options: FetchOptions,
  clock: Clock,
  exchange: PoliteOptions['exchange'] = exchangeAddress,
): NonNullable<CaptureOptions['visitFetch']> {
  // Imported with the first address: files need none of it.
  const open = async () => {
    const { describeMissed, PoliteFetcher } = await import('./polite-fetcher.ts');
    return { describeMissed, fetcher: new PoliteFetcher({ exchange, clock, fetchOptions: options }) };
  };
  let opened: ReturnType<typeof open> | null = null;
  return async (address, isTyped) => {
    const { describeMissed, fetcher } = await (opened ??= open());
    const outcome = await fetcher.visit(address, undefined, isTyped);
    if (outcome.kind === 'fetched') return outcome.fetched;
    throw describeMissed(address, outcome) ?? describeUnsent(address);
  };
}

function describeUnsent(address: string): HearsayError {
  const why = 'the site says that it is unchanged, though nothing is held';
  return new HearsayError('fetch.later', `Did not fetch ${address}`, why, 'try again');
}
