import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { HearsayError } from '../base/error.ts';
import { decodeBody } from './body-encoding.ts';
import { readContentType } from './content-type.ts';
import { collectBytes } from './peeked-bytes.ts';
import type { CheckedAddress } from './resolve-host.ts';

export interface RequestOptions {
  /** The only IP addresses that may be connected to. */
  readonly checked: readonly CheckedAddress[];
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** Of the body, as sent and as decompressed. */
  readonly maxBytes: number;
  readonly isRedirect: (status: number) => boolean;
  /** What is held of the address already: the server need not send it again (RFC 9110 §13). */
  readonly held?: Validators;
}

/** What a server gave to tell versions apart by; each as it wrote it, or null. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a server answered to one request. Only a 2xx has a body. */
export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly type: string | null;
  readonly charset: string | null;
  readonly memento: string | null;
  readonly validators: Validators;
  /** When to come back, as the server wrote it (`Retry-After`), or null. */
  readonly retryAfter: string | null;
  /** Seconds for which nothing new is to be expected (`Cache-Control: max-age`), or null. */
  readonly maxAge: number | null;
  /** The server says itself that this is a check for browsers (Cloudflare's `cf-mitigated`). */
  readonly challenged: boolean;
  readonly body: Uint8Array;
}

/** @throws HearsayError `fetch.failed`, `fetch.too-large`, or the signal's reason */
export async function requestOnce(url: URL, options: RequestOptions): Promise<Answer> {
  try {
    const response = await sendRequest(url, options);
    try {
      return await readAnswer(url, response, options);
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    throw error instanceof HearsayError ? error : describeFailure(url, error);
  }
}

function sendRequest(url: URL, options: RequestOptions): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        agent: false, // a connection kept open would be to an address checked for an earlier request
        lookup: answerWith(options.checked),
        signal: options.signal,
        headers: {
          'user-agent': options.userAgent,
          accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.8',
          'accept-encoding': 'gzip, deflate, br',
          ...(options.held?.etag == null ? {} : { 'if-none-match': options.held.etag }),
          ...(options.held?.lastModified == null ? {} : { 'if-modified-since': options.held.lastModified }),
        },
      },
      resolve,
    );
    request.on('error', reject);
    request.end();
  });
}

/** A `lookup` that asks no name server but hands out what was checked. */
export function answerWith(checked: readonly CheckedAddress[]): LookupFunction {
  return (_name, wanted, done) => {
    const fitting = checked.filter(({ family }) => !wanted.family || wanted.family === family);
    const first = fitting[0];
    if (wanted.all === true) done(null, [...fitting]);
    else if (first !== undefined) done(null, first.address, first.family);
    else done(new Error('no address of this family'), '');
  };
}

async function readAnswer(url: URL, response: http.IncomingMessage, options: RequestOptions): Promise<Answer> {
  const { headers, statusCode: status = 0 } = response;
  const hasBody = status >= 200 && status <= 299 && !options.isRedirect(status);
  return {
    status,
    location: headers.location ?? null,
    ...readContentType(headers['content-type'] ?? ''),
    memento: firstHeader(headers['memento-datetime']),
    validators: { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null },
    retryAfter: headers['retry-after'] ?? null,
    maxAge: readMaxAge(headers['cache-control'] ?? ''),
    challenged: firstHeader(headers['cf-mitigated']) === 'challenge',
    body: hasBody ? await readBody(url, response, options.maxBytes) : new Uint8Array(),
  };
}

function readMaxAge(cacheControl: string): number | null {
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})/iu.exec(cacheControl)?.[1];
  return seconds === undefined ? null : Number(seconds);
}

async function readBody(url: URL, response: http.IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new HearsayError(
      'fetch.too-large',
      `Did not read ${url.href}`,
      `it is larger than ${String(Math.round(maxBytes / 2 ** 20))} MiB`,
      'save the story itself from a browser and give the file',
    );
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  // As sent, then as decompressed: a few kilobytes may unpack to gigabytes.
  const sent = Readable.from(limitBytes(response, maxBytes, tooLarge));
  const encoding = response.headers['content-encoding'] ?? '';
  return collectBytes(await decodeBody(sent, encoding, url.href), maxBytes, tooLarge);
}

async function* limitBytes(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  tooLarge: () => HearsayError,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    yield chunk;
  }
}

function firstHeader(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection broke off before the page was there in full',
  EHOSTUNREACH: 'the machine cannot be reached from here',
  ENETUNREACH: 'the network cannot be reached from here',
  ETIMEDOUT: 'the machine did not answer',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself only',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by itself only',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  Z_BUF_ERROR: 'its compressed body ends too early',
  Z_DATA_ERROR: 'its compressed body is damaged',
};

function describeFailure(url: URL, cause: unknown): HearsayError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why = REASONS[code] ?? `the exchange with the server failed${code === '' ? '' : ` (${code})`}`;
  return new HearsayError(
    'fetch.failed',
    `No page at ${url.href}`,
    why,
    'check the address, or save the page from a browser',
    { cause },
  );
}
