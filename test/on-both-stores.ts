import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

/** Runs a suite against a real SQLite and a real PostgreSQL. `newPlace` gives where an empty ledger may be made. */
export function describeOnBoth(name: string, suite: (newPlace: () => Promise<string>) => void): void {
  describe(`${name}, in SQLite`, () => {
    let folder: string;
    let made = 0;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'hearsay-store-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));
    suite(() => Promise.resolve(join(folder, `${String(++made)}.db`)));
  });
  describe(`${name}, in PostgreSQL`, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    }, 180_000);
    afterAll(() => server.stop(), 180_000);
    suite(() => server.makeSchema());
  });
}
