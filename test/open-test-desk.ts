import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '../src/desk/web/app.tsx';
import { makeCsrf } from '../src/desk/web/door/credentials.ts';
import { makeDesk } from '../src/desk/web/make-desk.ts';
import { openJobs, type Jobs } from '../src/desk/web/jobs/jobs.ts';
import { openLedger, type Ledger, type ShownClaim } from '../src/ledger/ledger.ts';
import type { InventedReport } from './invented-reports.ts';

export const ORIGIN = 'http://127.0.0.1:4729';
export const TOKEN = 'a-token-for-the-tests';
export const CSRF = makeCsrf(TOKEN);

export interface TestDesk {
  readonly ledger: Ledger;
  readonly jobs: Jobs;
  /** The ledger's file. */
  readonly file: string;
  /** A request as the desk's own page makes it, with the token. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** A form of the desk, sent as a browser does. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** A request with nothing added but the host. */
  knock(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The desk on a ledger of its own with these reports; no server, no port. */
export async function openTestDesk(
  reports: readonly InventedReport[],
  now = '2031-06-01T12:00:00Z',
): Promise<TestDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-desk-test-'));
  const file = join(folder, 'ledger.db');
  const clock = (): Date => new Date(now);
  const ledger = await openLedger(file, { by: 'tester', now: clock });
  for (const { reading, capture } of reports) await ledger.add(reading, capture);
  const jobs = openJobs({ ledger: file, now: clock, execArgv: ['--import', 'tsx'] });
  const app = makeApp(makeDesk({ ledger, jobs, now: clock, place: file }), { door: { token: TOKEN, name: 'tester', port: 4729 }, file }); // prettier-ignore
  const knock: TestDesk['knock'] = async (path, { headers, ...init } = {}) =>
    app.request(ORIGIN + path, {
      ...init,
      headers: { host: '127.0.0.1:4729', ...(headers as Record<string, string>) },
    });
  const ask: TestDesk['ask'] = (path, { headers, ...init } = {}) =>
    knock(path, { ...init, headers: { authorization: `Bearer ${TOKEN}`, ...(headers as Record<string, string>) } });
  return {
    ...{ ledger, file, jobs, knock, ask },
    send: (path, fields) => ask(path, { method: 'POST', headers: { origin: ORIGIN }, body: new URLSearchParams({ csrf: CSRF, ...fields }) }), // prettier-ignore
    async close() {
      jobs.close();
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first claim that two reports carry. Throws where there is none. */
export async function readSharedClaim({ ledger }: TestDesk): Promise<ShownClaim> {
  const claim = (await ledger.claims()).items.find(({ basis }) => basis.reports > 1);
  if (claim === undefined) throw new Error('no claim is shared');
  return claim;
}
