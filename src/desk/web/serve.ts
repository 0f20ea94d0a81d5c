import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { serve, type ServerType } from '@hono/node-server';
import { HearsayError } from '../../base/error.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { makeApp } from './app.tsx';
import { loadAssets } from './assets.ts';
import { makeCsrf } from './door.ts';
import type { Jobs } from './jobs/jobs.ts';

export interface ServeOptions {
  readonly ledger: Ledger;
  readonly jobs: Jobs;
  /** Where the ledger is, for people: without a password. */
  readonly place: string;
  /** The ledger's file; null: a database. */
  readonly file: string | null;
  /** 0: one that is free. */
  readonly port: number;
  readonly host: string;
  readonly now: () => Date;
  readonly token?: string;
}

export interface RunningDesk {
  /** The address with the token (contract §3). */
  readonly address: string;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** What a slow client may take for its request, in milliseconds. */
const [HEADERS_TIME, REQUEST_TIME] = [10_000, 120_000];
/** Bytes of an address and its headers: the longest sentence that may be asked for, with every letter escaped. */
const MOST_HEADERS = 64 * 1024;

/**
 * Opens the desk on this machine.
 * @throws HearsayError `serve.not-local`, `serve.port-taken`
 */
export async function openDesk(options: ServeOptions): Promise<RunningDesk> {
  const { ledger, jobs, place, file, host, now, token = randomBytes(24).toString('base64url') } = options;
  if (!LOOPBACK.has(host))
    throw new HearsayError(
      'serve.not-local',
      `The desk cannot be opened on ${host}`,
      'it has no users with passwords yet: everyone on the network could read and change the ledger',
      'leave --host out, and reach it from elsewhere through a tunnel (ssh -L)',
    );
  // The port is known only when it is open; until then nothing is answered.
  let handle: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = await listen((request) => handle(request), host, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const app = makeApp({ ledger, jobs, place, now, assets: loadAssets(), csrf: makeCsrf(token) }, { token, port, file });
  handle = (request) => app.fetch(request);
  return {
    address: `http://${host === '::1' ? '[::1]' : host}:${String(port)}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const make = ((...args: Parameters<typeof createServer>): Server => createServer(...args)) as typeof createServer;
    const server = serve({ fetch, hostname: host, port, createServer: make, serverOptions: { headersTimeout: HEADERS_TIME, requestTimeout: REQUEST_TIME, maxHeaderSize: MOST_HEADERS } }, () => { resolve(server); }); // prettier-ignore
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new HearsayError('serve.port-taken', `Port ${String(port)} cannot be used`, error.code === 'EACCES' ? 'this user may not open it' : 'another program, perhaps another desk, uses it', 'give another one with --port; --port 0 takes one that is free') // prettier-ignore
          : error,
      );
    });
  });
}
