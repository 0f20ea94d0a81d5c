import { addCaptures, type AddEvent, type Read } from './add-captures.ts';
import type { Clock } from './base/clock.ts';
import { captureVisited } from './capture/address.ts';
import type { CaptureResult } from './capture/capture.ts';
import type { FetchOptions } from './capture/fetch.ts';
import { fetchPolitely } from './capture/watch/fetch-politely.ts';
import type { PoliteOptions } from './capture/watch/polite-fetcher.ts';
import type { Ledger, TracedClaim } from './ledger/ledger.ts';
import { keyAddress } from './ledger/report-key.ts';

export interface UpstreamOptions {
  readonly read: Read;
  readonly clock: Clock;
  /** How one request is made. Default: over the network. */
  readonly exchange?: PoliteOptions['exchange'];
  readonly fetchOptions?: FetchOptions;
}

export type UpstreamEvent =
  /** Addresses that are fetched next: what is named upstream, has a link, and is not held. */
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  | AddEvent
  /** The end: the claim as it is traced now, and the outlets named of which there is no link. */
  | { readonly kind: 'traced'; readonly traced: TracedClaim; readonly unlinked: TracedClaim['cited'] };

/** Steps upstream: an outlet that cites an outlet that cites … No story is known with more. */
const MOST_ROUNDS = 8;

/**
 * Traces a claim, reads into the ledger what is named upstream and not held, and traces it again, until nothing is left
 * that can be fetched. Sites are asked as a program should: robots.txt is heard, one request a host at a time.
 * @throws HearsayError `ledger.*`, and the signal's reason
 */
export async function* traceUpstream(
  ledger: Ledger,
  what: string,
  { read, clock, exchange, fetchOptions = {} }: UpstreamOptions,
): AsyncGenerator<UpstreamEvent> {
  const settings = { now: () => new Date(clock.now()), ...fetchOptions };
  const fetch = fetchPolitely(settings, clock, exchange);
  const tried = new Set<string>();
  let traced = await ledger.trace(what);
  // Of the nearest claim to a text, another may be the nearest once more is read: the one that was found is meant.
  const again = keyAddress(what) === null ? traced.claim.firstAppearance.id : what;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const addresses = listUnread(traced).filter((address) => !tried.has(keyAddress(address) ?? address));
    if (addresses.length === 0) break;
    yield { kind: 'found', addresses };
    for (const address of addresses) tried.add(keyAddress(address) ?? address);
    // Hosts are asked side by side, each one thing at a time; what comes is told in the order in which it was listed.
    const added = addresses.map((address) => addCaptures(ledger, read, address, fetchPage(address, fetch, settings)));
    for (const events of added) events.catch(() => undefined); // it is thrown where it is waited for
    for (const events of added) yield* await events;
    traced = await ledger.trace(again);
  }
  yield { kind: 'traced', traced, unlinked: traced.cited.filter(({ state, href }) => state === 'unread' && href === null) }; // prettier-ignore
}

function listUnread({ cited }: TracedClaim): readonly string[] {
  const links = cited.flatMap(({ state, href }) => (state === 'unread' && href !== null ? [href] : []));
  return [...new Map(links.map((href) => [keyAddress(href) ?? href, href])).values()];
}

async function* fetchPage(
  address: string,
  fetch: ReturnType<typeof fetchPolitely>,
  options: FetchOptions,
): AsyncGenerator<CaptureResult> {
  yield* captureVisited(address, await fetch(address, false), options);
}
