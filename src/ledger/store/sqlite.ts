import { createRequire } from 'node:module';
import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type Libsql from 'libsql';
import { HearsayError } from '../../base/error.ts';
import { Recent } from '../../base/recent.ts';
import { describeSqliteError } from './sqlite-errors.ts';
import { sqliteWords } from './sqlite-words.ts';
import type { Dialect, Queries, Row, Store, Value } from './store.ts';
import { Turns } from './turns.ts';

/** “HRSY”: tells a ledger from any other SQLite file. */
const APPLICATION_ID = 0x48525359;
/** How long a writer waits for others before it gives up: longer than any batch takes. */
const PATIENCE_MS = 120_000;
/** SQLite waits without letting anything else run, so it does so in short stretches, and we between them. */
const STRETCH_MS = 200;

/** Connections kept open for the next snapshot. */
const IDLE = 4;
/** Pages that a connection keeps at hand, in KiB: for who writes, the inner pages of all indexes of a large ledger. */
const WRITING_KIB = 65_536;
const READING_KIB = 8_192;
/** Statements kept prepared: lists of values come in many lengths. */
const STATEMENTS = 500;

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  text: 'TEXT',
  integer: 'INTEGER',
  real: 'REAL',
  bytes: 'BLOB',
  tableEnd: ' STRICT',
  keyedTableEnd: ' STRICT, WITHOUT ROWID',
  wordIndex: sqliteWords,
};

/**
 * A ledger in one file; made where there is none, its folders too. A file of something else is left untouched.
 * @throws HearsayError `ledger.*`
 */
export async function openSqlite(path: string): Promise<Store> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const isNew = !existsSync(path) || statSync(path).size === 0;
    const writer = new Connection(path, WRITING_KIB);
    try {
      await prepareFile(writer, path, isNew);
    } catch (error) {
      writer.close();
      throw error;
    }
    return new SqliteStore(path, writer);
  } catch (error) {
    throw describeSqliteError(error, path);
  }
}

async function prepareFile(writer: Connection, path: string, isNew: boolean): Promise<void> {
  if (!isNew && writer.pragma('application_id') !== APPLICATION_ID)
    throw new HearsayError(
      'ledger.not-a-ledger',
      `${path} is no ledger`,
      'it is a database of another program',
      'name another file with --ledger',
    );
  if (writer.all(`SELECT 1 FROM sqlite_schema LIMIT 1`, []).length > 0) return;
  // The name first: who is killed between the two leaves a file that the next one knows.
  await waitForOthers(path, () => {
    writer.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
    writer.exec('PRAGMA journal_mode = WAL');
  });
}

async function waitForOthers(path: string, work: () => void): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      const told = describeSqliteError(error, path);
      if (told.code !== 'ledger.busy' || Date.now() > end) throw told;
    }
    await wait(Math.random() * 20);
  }
}

class SqliteStore implements Store {
  readonly dialect = sqliteDialect;
  readonly #path: string;
  readonly #writer: Connection;
  #reader: Connection | null = null;
  /** Connections of snapshots that are over. */
  readonly #idle: Connection[] = [];
  #closed = false;
  readonly #turns = new Turns();

  constructor(path: string, writer: Connection) {
    this.#path = path;
    this.#writer = writer;
  }

  all<Shape = Row>(sql: string, values: readonly Value[] = []): Promise<readonly Shape[]> {
    return this.#guard(() => {
      this.#reader ??= new Connection(this.#path);
      return this.#reader.all<Shape>(sql, values);
    });
  }

  run(sql: string, values: readonly Value[] = []): Promise<number> {
    return this.write((queries) => queries.run(sql, values));
  }

  write<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    return this.#turns.take(async () => {
      await this.#begin();
      try {
        const result = await work(this.#queries(this.#writer));
        await this.#guard(() => {
          this.#writer.exec('COMMIT');
        });
        return result;
      } catch (error) {
        this.#writer.rollBack();
        throw error;
      }
    });
  }

  /** One that looked before looks again: its pages and statements are at hand. */
  async snapshot<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    const connection = this.#idle.pop() ?? (await this.#guard(() => new Connection(this.#path)));
    try {
      await this.#guard(() => {
        connection.exec('BEGIN');
      });
      return await work(this.#queries(connection));
    } finally {
      connection.rollBack();
      if (this.#closed || this.#idle.length >= IDLE) connection.close();
      else this.#idle.push(connection);
    }
  }

  async checkFile(): Promise<readonly string[]> {
    const found = await this.all<{ readonly integrity_check: string }>('PRAGMA integrity_check');
    return found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  }

  close(): Promise<void> {
    return this.#turns.take(async () => {
      this.#closed = true;
      for (const connection of this.#idle.splice(0)) connection.close();
      this.#reader?.close();
      this.#writer.close();
      await Promise.resolve();
    });
  }

  /** Immediate: a deferred one that reads and then writes fails at once beside another writer, whatever the timeout. */
  #begin(): Promise<void> {
    return waitForOthers(this.#path, () => {
      this.#writer.exec('BEGIN IMMEDIATE');
    });
  }

  #queries(connection: Connection): Queries {
    return {
      dialect: this.dialect,
      all: (sql, values = []) => this.#guard(() => connection.all(sql, values)),
      run: (sql, values = []) => this.#guard(() => connection.run(sql, values)),
    };
  }

  async #guard<Result>(work: () => Result): Promise<Result> {
    try {
      return await Promise.resolve(work());
    } catch (error) {
      throw describeSqliteError(error, this.#path);
    }
  }
}

type Statement = Libsql.Statement<[readonly Value[]]>;

/** libsql behind what it can do safely: values in one array, none that it dies of, bytes as Uint8Array. */
class Connection {
  readonly #database: Libsql.Database;
  readonly #statements = new Recent<Statement>(STATEMENTS);

  /** @param cache KiB of pages that are kept at hand */
  constructor(path: string, cache = READING_KIB) {
    // CommonJS, and native: it is loaded where a ledger is opened, so that reading works where it does not load.
    const Database = createRequire(import.meta.url)('libsql') as typeof Libsql;
    this.#database = new Database(path, { timeout: STRETCH_MS });
    this.exec('PRAGMA synchronous = FULL'); // what was acknowledged outlives a power cut too
    this.exec('PRAGMA foreign_keys = ON');
    this.exec(`PRAGMA cache_size = -${String(cache)}`);
    this.exec('PRAGMA wal_autocheckpoint = 8192'); // 32 MiB: a page that many additions change is written back once
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  all<Shape>(sql: string, values: readonly Value[]): readonly Shape[] {
    const rows = this.#prepare(sql).all(bind(values)) as Record<string, unknown>[];
    for (const row of rows) {
      for (const name in row) {
        const value = row[name];
        if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
      }
    }
    return rows as Shape[];
  }

  run(sql: string, values: readonly Value[]): number {
    return this.#prepare(sql).run(bind(values)).changes;
  }

  pragma(name: string): Value | undefined {
    return this.all<Row>(`PRAGMA ${name}`, [])[0]?.[name];
  }

  rollBack(): void {
    // A full disk makes SQLite roll back by itself.
    if (this.#database.inTransaction) this.exec('ROLLBACK');
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare<[readonly Value[]]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function bind(values: readonly Value[]): readonly Value[] {
  return values.map((value) => (typeof value === 'string' ? value.replaceAll('\0', '␀') : value));
}
