import { randomBytes } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { describeOnBoth } from '../../../test/on-both-stores.ts';
import { splitWords, readQuery } from '../words.ts';
import { insertRows } from './insert-rows.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { openStore } from './open-store.ts';
import type { Queries, Store, Value, WordQuery } from './store.ts';

describeOnBoth('the store', (newPlace) => {
  const open: Store[] = [];
  const opened = async (place: string): Promise<Store> => {
    const store = await openStore(place);
    open.push(store);
    return store;
  };
  const things = async (place?: string): Promise<Store> => {
    const store = await opened(place ?? (await newPlace()));
    const { text, integer, real, bytes, tableEnd } = store.dialect;
    await store.run(
      `CREATE TABLE things (name ${text} PRIMARY KEY, number ${integer}, share ${real}, data ${bytes})${tableEnd}`,
    );
    return store;
  };
  const put = (queries: Queries, ...rows: readonly (readonly Value[])[]): Promise<number> =>
    insertRows(queries, 'things', ['name', 'number', 'share', 'data'], rows);
  const names = async (queries: Queries): Promise<string[]> =>
    (await queries.all<{ name: string }>('SELECT name FROM things ORDER BY name')).map(({ name }) => name);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });

  it('gives back each kind of value as it was given', async () => {
    const store = await things();
    const data = randomBytes(70_000);
    await put(
      store,
      ['all', 2 ** 53 - 1, 0.1, data],
      ['none', null, null, null],
      ['empty', 0, -1.5, new Uint8Array(0)],
    );
    const rows = await store.all<{ data: Uint8Array | null }>('SELECT * FROM things ORDER BY name');
    expect(rows.map((row) => ({ ...row, data: row.data === null ? null : Buffer.from(row.data) }))).toEqual([
      { name: 'all', number: 2 ** 53 - 1, share: 0.1, data },
      { name: 'empty', number: 0, share: -1.5, data: Buffer.alloc(0) },
      { name: 'none', number: null, share: null, data: null },
    ]);
  });

  it('gives counts and sums as numbers, and a lone value as one', async () => {
    const store = await things();
    await put(store, ['a', 3, null, null], ['b', 4, null, null]);
    expect(await store.all('SELECT COUNT(*) AS n, SUM(number) AS sum FROM things')).toEqual([{ n: 2, sum: 7 }]);
    expect(await store.all('SELECT name FROM things WHERE number = ?', [4])).toEqual([{ name: 'b' }]);
    const data = Buffer.from('x');
    await store.run('UPDATE things SET data = ?', [data]);
    expect(await store.all('SELECT COUNT(*) AS n FROM things WHERE data = ?', [data])).toEqual([{ n: 2 }]);
  });

  it('orders text by its bytes, and shows NUL instead of cutting there', async () => {
    const store = await things();
    const given = ['a', 'B', 'é', 'z', 'Z', '10', '9', '\u{1F600}', '\uFFFD', '-a', 'a\0b', ''];
    await put(store, ...given.map((name) => [name, null, null, null]));
    expect(await names(store)).toEqual(
      given.map((name) => name.replace('\0', '␀')).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
  });

  it('inserts thousands of rows at once, and says how many are new', async () => {
    const store = await things();
    const rows = Array.from({ length: 20_000 }, (_, i) => [`row ${String(i)}`, i, null, null]);
    expect(await put(store, ...rows)).toBe(20_000);
    expect(await put(store, ...rows.slice(0, 10), ['new', 0, null, null])).toBe(1);
  });

  it('keeps all of a write, or nothing of it', async () => {
    const store = await things();
    await expect(
      store.write(async (queries) => {
        await put(queries, ['a', null, null, null]);
        await queries.run('INSERT INTO nowhere VALUES (1)');
      }),
    ).rejects.toMatchObject({ code: 'internal' });
    await expect(
      store.write(async (queries) => {
        await put(queries, ['b', null, null, null]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await names(store)).toEqual([]);
    await store.write((queries) => put(queries, ['c', null, null, null]));
    expect(await names(store)).toEqual(['c']);
  });

  it('lets many read and write at once, and none overwrites what another read', async () => {
    const place = await newPlace();
    const first = await things(place);
    await put(first, ['count', 0, null, null]);
    const stores = [first, await opened(place), await opened(place)];
    const raise = (store: Store): Promise<number> =>
      store.write(async (queries) => {
        const [row] = await queries.all<{ number: number }>('SELECT number FROM things');
        return queries.run('UPDATE things SET number = ?', [(row?.number ?? 0) + 1]);
      });
    await Promise.all(stores.flatMap((store) => Array.from({ length: 20 }, () => raise(store))));
    expect(await first.all('SELECT number FROM things')).toEqual([{ number: 60 }]);
  });

  it('reads from one moment while others write', async () => {
    const store = await things();
    await put(store, ['before', null, null, null]);
    await store.snapshot(async (queries) => {
      expect(await names(queries)).toEqual(['before']);
      await put(store, ['meanwhile', null, null, null]);
      expect(await names(queries)).toEqual(['before']);
    });
    expect(await names(store)).toEqual(['before', 'meanwhile']);
  });

  it('finds words and phrases, folded and by their stems', async () => {
    const store = await opened(await newPlace());
    const index = store.dialect.wordIndex;
    const texts = {
      ferry: 'The ferry moves to Port Ansel in April. The Café is closed',
      quay: "The quay isn't moving: ferries moved before",
      lake: 'A lake; port. Ansel “April” 小説は面白い',
    };
    await store.write(async (queries) => {
      await index.put(queries, 'report', Object.entries(texts).map(([id, text]) => ({ id, words: splitWords(text) }))); // prettier-ignore
      await index.put(queries, 'other', [{ id: 'ferry', words: splitWords('lake quay') }]);
    });
    const find = async (typed: string, match: WordQuery['match'] = 'all'): Promise<readonly string[]> => {
      const query = readQuery(typed, match);
      return query === null ? [] : [...(await index.find(store, 'report', query, 10))].sort();
    };
    expect(await find('FERRY moving')).toEqual(['ferry', 'quay']);
    expect(await find('cafe')).toEqual(['ferry']);
    expect(await find('ansel port april')).toEqual(['ferry', 'lake']);
    expect(await find('"port ansel"')).toEqual(['ferry', 'lake']);
    expect(await find('"ansel port"')).toEqual([]);
    expect(await find('cafe lake', 'any')).toEqual(['ferry', 'lake']);
    // The first, or two of the others.
    expect(await find('cafe lake ansel april', 'most')).toEqual(['ferry', 'lake']);
    expect(await find('小説は面白い quay ferry', 'most')).toEqual(['lake', 'quay']);
    expect(await find('the')).toEqual(['ferry', 'quay']);
    expect(await find(`'); DROP TABLE search; -- " OR *`)).toEqual([]);
    expect(await find('')).toEqual([]);
    await store.write((queries) => index.drop(queries, 'report', 'ferry'));
    expect(await find('ferry')).toEqual(['quay']);
    await store.write((queries) => index.clear(queries));
    expect(await find('ferry')).toEqual([]);
    expect(splitWords('a '.repeat(20_000))).toHaveLength(16_000);
  });

  it('takes the longest text and the strangest words', async () => {
    const store = await opened(await newPlace());
    const words = splitWords(Array.from({ length: 17_000 }, (_, i) => `w${'é漢'.repeat(10)}${String(i)}`).join(' '));
    await store.write((queries) => store.dialect.wordIndex.put(queries, 'report', [{ id: 'long', words }]));
    const found = { phrases: [[words[9000] ?? '']], match: 'all' as const };
    expect(await store.dialect.wordIndex.find(store, 'report', found, 5)).toEqual(['long']);
  });

  it('takes each step of the schema once, and is refused untouched by a program that lacks one', async () => {
    const store = await opened(await newPlace());
    const next = { number: 999, name: 'later', statements: () => ['CREATE TABLE later (n INTEGER)'] };
    await migrate(store, 'here', [...MIGRATIONS, next]);
    await migrate(store, 'here', [...MIGRATIONS, next]);
    await expect(migrate(store, 'here')).rejects.toMatchObject({ code: 'ledger.newer' });
    expect(await store.all('SELECT number FROM migrations ORDER BY number')).toEqual(
      [...MIGRATIONS, next].map(({ number }) => ({ number })),
    );
  });

  it('takes the steps once where several open it at the same moment', async () => {
    const place = await newPlace();
    const stores = await Promise.all([opened(place), opened(place), opened(place)]);
    expect(await stores[0]?.all('SELECT COUNT(*) AS n FROM migrations')).toEqual([{ n: MIGRATIONS.length }]);
  });

  it('is brought from each older step to the newest, keeping what it holds', async () => {
    for (const older of MIGRATIONS.slice(0, -1).map((_, i) => MIGRATIONS.slice(0, i + 1))) {
      const place = await newPlace();
      const { openSqlite } = await import('./sqlite.ts');
      const { openPostgres } = await import('./postgres.ts');
      const bare = place.includes('://') ? await openPostgres(place) : await openSqlite(place);
      await migrate(bare, place, older);
      await bare.run(`INSERT INTO meta (name, value) VALUES ('kept', 'yes')`);
      await bare.close();
      const store = await opened(place);
      expect(await store.all('SELECT value FROM meta')).toEqual([{ value: 'yes' }]);
      expect(await store.all('SELECT COUNT(*) AS n FROM migrations')).toEqual([{ n: MIGRATIONS.length }]);
    }
  });
});
