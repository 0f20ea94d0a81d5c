import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { HearsayError } from '../base/error.ts';
import { isPublicAddress } from './public-address.ts';

/** An IP address that may be connected to. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface ResolveOptions {
  /** Let addresses through that are not in the public internet. */
  readonly allowPrivate?: boolean;
  /** All IP addresses of a name. Default: the operating system's resolver. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  /** Which IP addresses may be reached without `allowPrivate`. Default: those of the public internet. */
  readonly isAllowed?: (address: string) => boolean;
}

/**
 * The IP addresses of a URL's host, each of them allowed. One that is not refuses them all: a name that leads inside
 * as well as outside is an attack or a mistake.
 * @throws HearsayError `fetch.private-address`, `fetch.failed`, or the signal's reason
 */
export async function resolveHost(
  url: URL,
  options: ResolveOptions,
  signal: AbortSignal,
): Promise<readonly CheckedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const addresses = isIP(host) > 0 ? [host] : await resolveName(host, options, signal);
  const isAllowed = options.isAllowed ?? isPublicAddress;
  const refused = options.allowPrivate === true ? undefined : addresses.find((address) => !isAllowed(address));
  if (refused !== undefined) {
    throw new HearsayError(
      'fetch.private-address',
      `Did not fetch ${url.href}`,
      refused === host
        ? `${host} is not a public address`
        : `${host} leads to ${refused}, which is not a public address`,
      'pass --allow-private if this machine or network is meant',
    );
  }
  return addresses.map((address) => ({ address, family: isIP(address) === 6 ? 6 : 4 }));
}

async function resolveName(name: string, options: ResolveOptions, signal: AbortSignal): Promise<readonly string[]> {
  const resolve = options.resolve ?? resolveBySystem;
  const addresses = await raceSignal(resolve(name), signal).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw describeUnknown(name, cause);
  });
  const usable = addresses.filter((address) => isIP(address) > 0);
  if (usable.length === 0) throw describeUnknown(name);
  return usable;
}

async function resolveBySystem(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true, verbatim: true })).map((found) => found.address);
}

/** A promise cut short by a signal: the resolver of the operating system cannot be stopped, but need not be waited for. */
async function raceSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

function describeUnknown(name: string, cause?: unknown): HearsayError {
  return new HearsayError(
    'fetch.failed',
    `No answer from ${name}`,
    'no address is known under this name',
    'check the address and the connection to the internet',
    { cause },
  );
}
