import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { HearsayError } from '../../base/error.ts';
import { readVersion } from '../../base/version.ts';
import { answerWith } from '../../capture/exchange.ts';
import { resolveHost, type CheckedAddress } from '../../capture/resolve-host.ts';
import type { Delivery, Try } from '../../ledger/following/outbox.ts';

/** What an address has to answer in, in milliseconds (Standard Webhooks: 15 to 30 seconds). */
const PATIENCE = 15_000;

export interface SendOptions {
  /** Addresses in private networks may be told. */
  readonly allowPrivate: boolean;
  readonly now: () => Date;
  readonly patience?: number;
  /** Whoever sends ends. */
  readonly signal?: AbortSignal;
}

/** The three headers of Standard Webhooks 1.0: HMAC-SHA256 over id, time and body. `secret`: `whsec_` and base64. */
export function signMessage(id: string, seconds: number, body: string, secret: string): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${String(seconds)}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
} // prettier-ignore

/**
 * One attempt. It never throws: what went wrong is in what comes back, without a word of what the address answered, so that
 * nobody reads through the desk what only the desk can reach.
 */
export async function sendMessage(
  { id, address, body, secret }: Pick<Delivery, 'id' | 'address' | 'body'> & { readonly secret: string },
  { allowPrivate, now, patience = PATIENCE, signal }: SendOptions,
): Promise<Try & { readonly isGone: boolean }> {
  const at = now();
  const timeout = AbortSignal.timeout(patience);
  const limit = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  try {
    const url = new URL(address);
    // Looked up for each attempt, and connected to nothing else: a name may lead inside tomorrow.
    const checked = await resolveHost(url, { allowPrivate }, limit);
    const headers = signMessage(id, Math.floor(at.getTime() / 1000), body, secret);
    const status = await post(url, body, headers, checked, limit);
    const isDone = status >= 200 && status <= 299;
    return { at: at.toISOString(), status, problem: isDone ? null : describeStatus(status), isGone: status === 410 };
  } catch (error) {
    return { at: at.toISOString(), status: null, problem: describeFailure(error, timeout.aborted), isGone: false };
  }
}

/** @returns the status; of the answer's body nothing is read */
function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  checked: readonly CheckedAddress[],
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: answerWith(checked),
        signal,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': `Hearsay/${readVersion()}`,
          ...headers,
        },
      },
      (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function describeStatus(status: number): string {
  if (status >= 300 && status <= 399) return `it answered ${String(status)}, and redirects are not followed`;
  return `it answered ${String(status)}`;
}

function describeFailure(error: unknown, isLate: boolean): string {
  if (isLate) return 'it did not answer in time';
  if (error instanceof HearsayError) return error.why;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ECONNREFUSED'
    ? 'nothing listens there'
    : `it could not be reached${code === '' ? '' : ` (${code})`}`;
}
