import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { serve, type ServerType } from '@hono/node-server';
import { HearsayError } from '../../base/error.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { Team } from '../../ledger/team/team.ts';
import { openLookout } from '../following/lookout.ts';
import { makeApp } from './app.tsx';
import type { Trusted } from './door/peer.ts';
import { findFollowed } from './follow.ts';
import type { Jobs } from './jobs/jobs.ts';
import { makeDesk } from './make-desk.ts';
import { claimPath } from './parts/words.tsx';

/** How people come in at a desk with users. */
export interface UsersOptions {
  /** The address under which people reach it; null: whatever they typed. */
  readonly publicUrl: URL | null;
  /** The header in which a reverse proxy names whom it signed in. */
  readonly proxyUser: string | null;
  readonly isProxy: Trusted;
  /** Requests a minute that one user or key may make. */
  readonly requests: number;
}

export interface ServeOptions {
  readonly ledger: Ledger;
  readonly jobs: Jobs;
  /** Who the one person is, at a desk without users. */
  readonly by: string;
  /** Null: one person on this machine, with a token. */
  readonly users: UsersOptions | null;
  /** Webhooks may lead to private networks. */
  readonly allowPrivate: boolean;
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
  /** The address: with the token (contract §3), or, where there are users, that which they open. */
  readonly address: string;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** What a slow client may take for its request, and to take what it is sent, in milliseconds. */
const [HEADERS_TIME, REQUEST_TIME, IDLE_TIME] = [10_000, 120_000, 120_000];
/** How long a connection without a request is kept: longer than any page takes, so that none is closed as its next request comes. */
const KEPT_TIME = 65_000;
/** Connections that are open at once; further ones wait until one is closed. */
const CONNECTIONS = 2000;
/** Bytes of an address and its headers: the longest sentence that may be asked for, with every letter escaped. */
const MOST_HEADERS = 64 * 1024;

/**
 * Opens the desk.
 * @throws HearsayError `serve.not-local`, `serve.no-admin`, `serve.port-taken`
 */
export async function openDesk(options: ServeOptions): Promise<RunningDesk> {
  const { ledger, jobs, place, file, host, now, users, by, allowPrivate, token = randomBytes(24).toString('base64url') } = options; // prettier-ignore
  if (users === null && !LOOPBACK.has(host))
    throw new HearsayError(
      'serve.not-local',
      `The desk cannot be opened on ${host}`,
      'it has no users: everyone on the network could read and change the ledger',
      'make an admin (hearsay users add NAME --role admin) and pass --users; or leave --host out, and reach it through a tunnel (ssh -L)',
    );
  if (users !== null && !(await new Team(ledger.store, now).hasAdmin()))
    throw new HearsayError('serve.no-admin', 'The desk cannot be opened for users', 'there is no admin yet, so nobody could come in', 'make one: hearsay users add NAME --role admin'); // prettier-ignore
  // The port is known only when it is open; until then nothing is answered.
  let handle: Handle = () => new Response(null, { status: 503 });
  const server = await listen((request, bindings) => handle(request, bindings), host, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  // All addresses of this machine are no address to open.
  const named = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const own = `http://${named.includes(':') ? `[${named}]` : named}:${String(port)}`;
  const publicUrl = users?.publicUrl?.origin ?? null;
  const desk = makeDesk({ ledger, jobs, place, now, hasUsers: users !== null, allowPrivate, publicUrl });
  const door = users === null ? { token, name: by, port } : { ...users, secret: token };
  const app = makeApp(desk, { door, file });
  handle = (request, bindings) => app.fetch(request, bindings);
  const lookout = openLookout({
    ...{ follows: desk.follows, outbox: desk.outbox, allowPrivate, now },
    stamp: () => ledger.stamp(),
    find: (follow) => findFollowed(desk, follow),
    link: (claim) => (publicUrl ?? own) + claimPath(claim),
  });
  return {
    address: users === null ? `${own}/?token=${token}` : `${publicUrl ?? own}/`,
    async close() {
      await lookout.close();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

type Handle = (request: Request, bindings: object) => Response | Promise<Response>;

function listen(fetch: Handle, host: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const make = ((...args: Parameters<typeof createServer>): Server => {
      const server = createServer(...args);
      // Who takes nothing of what is sent holds a snapshot of the ledger: not for ever.
      server.setTimeout(IDLE_TIME);
      server.maxConnections = CONNECTIONS;
      return server;
    }) as typeof createServer;
    const server = serve({ fetch, hostname: host, port, createServer: make, serverOptions: { headersTimeout: HEADERS_TIME, requestTimeout: REQUEST_TIME, keepAliveTimeout: KEPT_TIME, maxHeaderSize: MOST_HEADERS } }, () => { resolve(server); }); // prettier-ignore
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new HearsayError('serve.port-taken', `Port ${String(port)} cannot be used`, error.code === 'EACCES' ? 'this user may not open it' : 'another program, perhaps another desk, uses it', 'give another one with --port; --port 0 takes one that is free') // prettier-ignore
          : error,
      );
    });
  });
}
