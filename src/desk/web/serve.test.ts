import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger, type Ledger } from '../../ledger/ledger.ts';
import { openJobs } from './jobs/jobs.ts';
import { openDesk, type RunningDesk } from './serve.ts';

describe('the desk on a port', () => {
  let folder: string;
  let ledger: Ledger;
  let desk: RunningDesk;
  const now = (): Date => new Date(0);
  const open = (port: number, host = '127.0.0.1'): Promise<RunningDesk> => {
    const file = join(folder, 'ledger.db');
    return openDesk({
      ledger,
      jobs: openJobs({ ledger: file, now }),
      by: 'tester',
      users: null,
      allowPrivate: true,
      place: file,
      file,
      port,
      host,
      now,
    });
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-serve-'));
    ledger = await openLedger(join(folder, 'ledger.db'), { by: 'tester', now });
    desk = await open(0);
  });
  afterAll(async () => {
    await desk.close();
    await ledger.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers at the address that it gives, and nowhere without the token', async () => {
    expect((await fetch(desk.address)).status).toBe(200);
    expect((await fetch(new URL('/', desk.address))).status).toBe(401);
    expect(new URL(desk.address).searchParams.get('token')).toMatch(/^[\w-]{32}$/u);
  });

  it('says that its port is taken', async () => {
    await expect(open(Number(new URL(desk.address).port))).rejects.toMatchObject({ code: 'serve.port-taken' });
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'desk.example'])('is not opened on %s, and says why', async (host) => {
    await expect(open(0, host)).rejects.toMatchObject({ code: 'serve.not-local', why: expect.stringContaining('no users') as string }); // prettier-ignore
  });

  it('gives each start a token of its own', async () => {
    const other = await open(0);
    expect(new URL(other.address).searchParams.get('token')).not.toBe(new URL(desk.address).searchParams.get('token'));
    await other.close();
  });
});
