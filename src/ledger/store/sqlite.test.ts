import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventReport } from '../../../test/invented-reports.ts';
import { HearsayError } from '../../base/error.ts';
import { renewDerived } from '../derive.ts';
import { openLedger } from '../ledger.ts';
import { openStore } from './open-store.ts';
import { describeSqliteError } from './sqlite-errors.ts';
import type { Store } from './store.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const options = { by: 'tester', now: () => new Date(0) };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-sqlite-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a file that cannot be a ledger', () => {
  it.each([
    ['text', 'no database, only words '.repeat(200), 'ledger.not-a-ledger'],
    ['a cut-off database', 'SQLite format 3\0', 'ledger.not-a-ledger'],
  ])('%s is refused and left as it was', async (name, content, code) => {
    await writeFile(at(name), content);
    await expect(openStore(at(name))).rejects.toMatchObject({ code });
    expect(await readFile(at(name), 'utf8')).toBe(content);
  });

  it('a database of another program is refused and left as it was', async () => {
    const store = await openStore(at('other.db'));
    await store.run('PRAGMA application_id = 1').catch(() => undefined);
    await store.close();
    const bytes = await readFile(at('other.db'));
    bytes.writeUInt32BE(1, 68); // the application id in SQLite's header
    await writeFile(at('other.db'), bytes);
    await expect(openStore(at('other.db'))).rejects.toMatchObject({ code: 'ledger.not-a-ledger' });
    expect((await readFile(at('other.db'))).equals(bytes)).toBe(true);
  });

  it.each([
    ['a folder', '.'],
    ['a file in a file', 'text/ledger.db'],
  ])('%s', async (_, name) => {
    await expect(openStore(at(name))).rejects.toMatchObject({ code: 'ledger.cannot-open' });
  });

  it('folders that are not there are made', async () => {
    const store = await openStore(at('a/b/c/ledger.db'));
    expect(await store.checkFile()).toEqual([]);
    await store.close();
  });
});

describe('a file that cannot be written', () => {
  it('is said to be so, to a user who may not', async () => {
    await (await openStore(at('locked/ledger.db'))).close();
    await chmod(folder, 0o755);
    await chmod(at('locked/ledger.db'), 0o444);
    await chmod(at('locked'), 0o555);
    // Root may write everywhere: it gives up its rights once everything is loaded, what an opening loads too.
    const script = `
      import { openStore } from ${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)};
      const [, warm, ...places] = process.argv;
      await (await openStore(warm)).close();
      if (process.getuid() === 0) process.setuid(65534);
      const told = [];
      for (const place of places)
        await openStore(place).then((store) => store.run("INSERT INTO meta VALUES ('a', 'b')")).catch(({ code }) => told.push(code));
      console.log(told.join(' '));`;
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        script,
        at('warm/ledger.db'),
        at('locked/ledger.db'),
        at('locked/new/ledger.db'),
      ],
      { encoding: 'utf8', cwd: new URL('../../../', import.meta.url) },
    );
    expect(run.stderr).toBe('');
    expect(run.stdout).toMatch(/^ledger\.(read-only|cannot-open) ledger\.read-only\n$/u);
  });

  it('of an older Hearsay is read as it is', async () => {
    const { reading, capture } = inventReport();
    const ledger = await openLedger(at('older.db'), options);
    await ledger.add(reading, capture);
    await ledger.store.run(`UPDATE meta SET value = '0' WHERE name = 'derivation'`);
    const refused = new HearsayError(
      'ledger.read-only',
      'The ledger cannot be used',
      'it cannot be written to',
      'none',
    );
    const store: Store = { ...ledger.store, dialect: ledger.store.dialect, all: (sql, values) => ledger.store.all(sql, values), write: () => Promise.reject(refused) }; // prettier-ignore
    const told: number[] = [];
    await renewDerived(store, (reports) => told.push(reports));
    expect(told).toEqual([]);
    expect(await ledger.reports()).toMatchObject([{ key: 'saltmere-courier.example/ferry' }]);
    await ledger.close();
  });
});

describe('a full disk', () => {
  it('loses the addition that did not fit, and nothing else', async () => {
    const ledger = await openLedger(at('full.db'), options);
    const small = inventReport();
    await ledger.add(small.reading, small.capture);
    const [{ page_count: pages = 0 } = {}] = await ledger.store.all<{ page_count: number }>('PRAGMA page_count');
    await ledger.store.write((queries) => queries.all(`PRAGMA max_page_count = ${String(pages + 1)}`));
    const words = Array.from({ length: 5000 }, (_, i) => `word${String(i * 7919)}`).join(' ');
    const large = inventReport({ url: 'https://a.example/large', more: words });
    await expect(ledger.add(large.reading, large.capture)).rejects.toMatchObject({ code: 'ledger.full' });
    await ledger.store.write((queries) => queries.all('PRAGMA max_page_count = 1000000'));
    expect(await ledger.store.all('SELECT id FROM reports')).toEqual([{ id: 'saltmere-courier.example/ferry' }]);
    expect((await ledger.check()).problems).toEqual([]);
    expect((await ledger.add(large.reading, large.capture)).outcome).toBe('new');
    await ledger.close();
  });
});

it('keeps its journal beside it, and waits for the disk', async () => {
  const store = await openStore(at('wal.db'));
  expect(await store.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(await store.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
  await store.close();
});

it.each([
  ['UNKNOWN_SQLITE_ERROR_1544', 'ledger.read-only'],
  ['UNKNOWN_SQLITE_ERROR_3338', 'ledger.disk'],
  ['UNKNOWN_SQLITE_ERROR_1', 'internal'],
])('an extended code that the driver does not name: %s is %s', (code, slug) => {
  expect(describeSqliteError(Object.assign(new Error('it failed'), { code }), 'a.db').code).toBe(slug);
});
