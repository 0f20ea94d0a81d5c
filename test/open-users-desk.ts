import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '../src/desk/web/app.tsx';
import { makeCsrf } from '../src/desk/web/door/credentials.ts';
import { readTrusted } from '../src/desk/web/door/peer.ts';
import type { App, Desk } from '../src/desk/web/desk.ts';
import { openJobs } from '../src/desk/web/jobs/jobs.ts';
import { makeDesk } from '../src/desk/web/make-desk.ts';
import { openLedger, type Ledger } from '../src/ledger/ledger.ts';
import type { Role } from '../src/ledger/team/role.ts';
import type { InventedReport } from './invented-reports.ts';

export const HOST = 'desk.example';
export const PASSWORD = 'lantern gravel otter nine';

export interface UsersDesk {
  readonly ledger: Ledger;
  readonly desk: Desk;
  readonly app: App;
  /** Moves the clock on. */
  pass(milliseconds: number): void;
  /** A request over http://desk.example from a machine. */
  knock(path: string, init?: RequestInit, peer?: string): Promise<Response>;
  /** Signs in. @returns the cookie, as a browser sends it */
  signIn(name: string, password?: string, peer?: string): Promise<string>;
  /** A request of whoever has this cookie. */
  ask(cookie: string, path: string, init?: RequestInit): Promise<Response>;
  /** A form of the desk, as a browser sends it. */
  send(cookie: string, path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

interface Wanted {
  readonly people: Readonly<Record<string, Role>>;
  readonly reports?: readonly InventedReport[];
  readonly publicUrl?: string;
  readonly proxyUser?: string;
  readonly requests?: number;
}

/** A desk with users, on a ledger of its own; no server, no port. */
export async function openUsersDesk({ people, reports = [], publicUrl, proxyUser, requests = 10_000 }: Wanted): Promise<UsersDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-users-test-'));
  const file = join(folder, 'ledger.db');
  let time = Date.parse('2031-06-01T12:00:00Z');
  const now = (): Date => new Date(time);
  const ledger = await openLedger(file, { by: 'tester', now });
  for (const { reading, capture } of reports) await ledger.add(reading, capture);
  const jobs = openJobs({ ledger: file, now, execArgv: ['--import', 'tsx'] });
  const url = publicUrl === undefined ? null : new URL(publicUrl);
  const desk = makeDesk({ ledger, jobs, now, place: file, hasUsers: true, publicUrl: url?.origin ?? null });
  for (const [name, role] of Object.entries(people)) await desk.team.addUser(name, role, PASSWORD, 'tester');
  const door = { publicUrl: url, proxyUser: proxyUser ?? null, isProxy: readTrusted('10.0.0.0/8'), requests, secret: 'of the tests' }; // prettier-ignore
  const app = makeApp(desk, { door, file });
  const origin = url?.origin ?? `http://${HOST}`;
  const knock: UsersDesk['knock'] = async (path, { headers, ...init } = {}, peer = '192.0.2.7') =>
    app.request(origin + path, { ...init, headers: { host: HOST, ...(headers as Record<string, string>) } }, { incoming: { socket: { remoteAddress: peer } } }); // prettier-ignore
  const ask: UsersDesk['ask'] = (cookie, path, { headers, ...init } = {}) => knock(path, { ...init, headers: { cookie, ...(headers as Record<string, string>) } }); // prettier-ignore
  return {
    ...{ ledger, desk, app, knock, ask },
    pass: (milliseconds) => (time += milliseconds),
    async signIn(name, password = PASSWORD, peer = '192.0.2.7') {
      const answer = await knock('/sign-in', { method: 'POST', headers: { origin }, body: new URLSearchParams({ name, password, to: '/' }) }, peer); // prettier-ignore
      if (answer.status !== 303) throw new Error(`not signed in: ${String(answer.status)}`);
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    },
    send: (cookie, path, fields) => ask(cookie, path, { method: 'POST', headers: { origin }, body: new URLSearchParams({ csrf: makeCsrf(cookie.split('=')[1] ?? ''), ...fields }) }), // prettier-ignore
    async close() {
      jobs.close();
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
} // prettier-ignore
