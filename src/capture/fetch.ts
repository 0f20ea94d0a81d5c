import { HearsayError } from '../base/error.ts';
import { requestOnce, type Answer, type Validators } from './exchange.ts';
import { resolveHost, type ResolveOptions } from './resolve-host.ts';

const DEFAULT_MAX_BYTES = 20 * 2 ** 20;
const DEFAULT_TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const DEFAULT_USER_AGENT = 'Hearsay/0.1 (reads news reports for one person, on request; npm package "hearsay")';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface FetchOptions extends ResolveOptions {
  readonly userAgent?: string;
  readonly signal?: AbortSignal;
  /** Bytes of a body, as sent and as decompressed. Default 20 MiB. */
  readonly maxFetchBytes?: number;
  /** For one address, its redirects included. Default 20,000. */
  readonly timeoutMs?: number;
  /** When the answer came; it becomes the capture time. Absent: the capture has none. */
  readonly now?: () => Date;
  /** What is held already; an address that has nothing newer answers 304. */
  readonly held?: Validators;
}

/** What a server answered in the end, whatever its status. */
export interface Exchange {
  /** Where the redirects ended, without the fragment. */
  readonly url: string;
  readonly redirects: number;
  readonly answer: Answer;
}

/** The body of an address, decompressed, and what was said of it. */
export interface Fetched {
  /** Where the redirects ended, without the fragment. */
  readonly url: string;
  readonly redirects: number;
  readonly bytes: Uint8Array;
  /** Content-Type without parameters, lower case, or null. */
  readonly type: string | null;
  readonly charset: string | null;
  /** Memento-Datetime: when a web archive took it, as the archive writes it, or null. */
  readonly memento: string | null;
  /** ISO 8601 in UTC, or null without a clock. */
  readonly fetchedAt: string | null;
}

/**
 * The bytes behind an http(s) address. Only public addresses are reached unless `allowPrivate`; each redirect is
 * checked anew, and the connection goes to the very addresses that were checked, so a second answer of the name
 * server changes nothing.
 * @throws HearsayError `fetch.*`, or `page.browser-check` where the site says so itself
 */
export async function fetchAddress(address: string, options: FetchOptions): Promise<Fetched> {
  return describeExchange(await exchangeAddress(address, options), options);
}

/**
 * The same, whatever the status of the answer.
 * @throws HearsayError `fetch.*` where there is no answer
 */
export async function exchangeAddress(address: string, options: FetchOptions): Promise<Exchange> {
  options.signal?.throwIfAborted();
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const limit = new AbortController();
  const stop = () => {
    limit.abort(options.signal?.reason);
  };
  options.signal?.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => {
    limit.abort(describeTimeout(address, timeoutMs));
  }, timeoutMs);
  try {
    return await followRedirects(address, options, limit.signal);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
}

async function followRedirects(address: string, options: FetchOptions, signal: AbortSignal): Promise<Exchange> {
  let url = parseAddress(address, address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const checked = await resolveHost(url, options, signal);
    const answer = await requestOnce(url, {
      checked,
      signal,
      userAgent: options.userAgent ?? DEFAULT_USER_AGENT,
      maxBytes: options.maxFetchBytes ?? DEFAULT_MAX_BYTES,
      isRedirect: (status) => REDIRECTS.has(status),
      ...(options.held === undefined ? {} : { held: options.held }),
    });
    if (!REDIRECTS.has(answer.status)) return { url: url.href, redirects, answer };
    if (answer.location === null) {
      throw new HearsayError(
        'fetch.failed',
        `No page at ${url.href}`,
        `the server answered ${String(answer.status)} without saying where to go`,
        'open the address in a browser and save the page',
      );
    }
    url = parseAddress(answer.location, address, url);
  }
  throw new HearsayError(
    'fetch.too-many-redirects',
    `No page at ${address}`,
    `it redirects more than ${String(MAX_REDIRECTS)} times`,
    'open the address in a browser and give the one where it ends, or save the page',
  );
}

/** @throws HearsayError `fetch.bad-address` */
function parseAddress(address: string, asked: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  const why =
    url === null
      ? 'it is not an address'
      : url.protocol !== 'http:' && url.protocol !== 'https:'
        ? `it ${base === undefined ? 'starts with' : 'redirects to'} ${url.protocol}`
        : url.username !== '' || url.password !== ''
          ? 'it holds a user name or password'
          : null;
  if (url !== null && why === null) {
    url.hash = '';
    return url;
  }
  throw new HearsayError(
    'fetch.bad-address',
    `Cannot fetch ${asked}`,
    why ?? 'it is not an address',
    'give an address that starts with http:// or https:// and holds no user name',
  );
}

/**
 * What was fetched.
 * @throws HearsayError `fetch.status`, `page.browser-check`
 */
export function describeExchange({ url, redirects, answer }: Exchange, options: Pick<FetchOptions, 'now'>): Fetched {
  if (answer.status < 200 || answer.status > 299) throw describeStatus(url, answer);
  return {
    url,
    redirects,
    bytes: answer.body,
    type: answer.type,
    charset: answer.charset,
    memento: answer.memento,
    fetchedAt:
      options
        .now?.()
        .toISOString()
        .replace(/\.\d+Z$/u, 'Z') ?? null,
  };
}

function describeStatus(url: string, answer: Answer): HearsayError {
  const { status } = answer;
  if (answer.challenged) {
    return new HearsayError(
      'page.browser-check',
      `No page at ${url}`,
      'the site sends programs a "checking your browser" page',
      'open it in a browser and save it (as a complete page, SingleFile or MHTML)',
    );
  }
  const fix =
    status === 404 || status === 410
      ? 'check the address, or look for a copy in a web archive'
      : status >= 500 || status === 429
        ? 'try again later, or save the page from a browser'
        : 'open it in a browser and save it (as a complete page, SingleFile or MHTML)';
  return new HearsayError('fetch.status', `No page at ${url}`, `the server answered ${String(status)}`, fix);
}

function describeTimeout(address: string, timeoutMs: number): HearsayError {
  return new HearsayError(
    'fetch.timeout',
    `No page at ${address}`,
    `it was not there in full after ${String(timeoutMs / 1000)} seconds`,
    'try again later, or save the page from a browser',
  );
}
