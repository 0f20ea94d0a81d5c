import { createRequire } from 'node:module';
import type Pg from 'pg';
import { describePostgresError } from './postgres-errors.ts';
import { postgresWords } from './postgres-words.ts';
import type { Dialect, Queries, Row, Store, Value } from './store.ts';

/** The lock that makes writers wait for each other, whichever ledger of the database they write to: “HRSY”. */
const WRITER_LOCK = 0x48525359;
/** What int8 and numeric come as: counts, all below 2^53. */
const NUMBERS = [20, 1700];

export const postgresDialect: Dialect = {
  name: 'postgres',
  text: 'TEXT COLLATE "C"',
  integer: 'BIGINT',
  real: 'DOUBLE PRECISION',
  bytes: 'BYTEA',
  tableEnd: '',
  keyedTableEnd: '',
  wordIndex: postgresWords,
};

/**
 * A ledger in a PostgreSQL database (14 or later), in the first schema of its search path.
 * @param address `postgres://user:password@host:port/database`
 * @throws HearsayError `ledger.*`
 */
export async function openPostgres(address: string): Promise<Store> {
  try {
    const pg = createRequire(import.meta.url)('pg') as typeof Pg;
    const parsers = {
      getTypeParser: (oid: number) =>
        NUMBERS.includes(oid) ? Number : (pg.types.getTypeParser(oid) as (text: string) => unknown),
    };
    const pool = new pg.Pool({ connectionString: address, max: 4, types: parsers, connectionTimeoutMillis: 20_000 });
    // A connection that breaks while idle is replaced; one that breaks in use says so where it is used.
    pool.on('error', () => undefined);
    await pool.query('SELECT 1').catch(async (error: unknown) => {
      await pool.end();
      throw error;
    });
    return new PostgresStore(address, pool);
  } catch (error) {
    throw describePostgresError(error, address);
  }
}

class PostgresStore implements Store {
  readonly dialect = postgresDialect;
  readonly #address: string;
  readonly #pool: Pg.Pool;

  constructor(address: string, pool: Pg.Pool) {
    this.#address = address;
    this.#pool = pool;
  }

  all<Shape = Row>(sql: string, values: readonly Value[] = []): Promise<readonly Shape[]> {
    return this.#queries(this.#pool).all<Shape>(sql, values);
  }

  run(sql: string, values: readonly Value[] = []): Promise<number> {
    return this.write((queries) => queries.run(sql, values));
  }

  /** Writers wait for each other as in SQLite: a component of claims is clustered by one of them at a time. */
  write<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    return this.#transact('BEGIN', work, `SELECT pg_advisory_xact_lock(${String(WRITER_LOCK)})`);
  }

  snapshot<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    return this.#transact('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** PostgreSQL checks its pages as it reads them. */
  checkFile(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #transact<Result>(begin: string, work: (queries: Queries) => Promise<Result>, lock?: string): Promise<Result> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw describePostgresError(error, this.#address);
    });
    const queries = this.#queries(client);
    let broken = false;
    try {
      await queries.run(begin);
      if (lock !== undefined) await queries.all(lock);
      const result = await work(queries);
      await queries.run('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  #queries(client: Pick<Pg.ClientBase, 'query'>): Queries {
    const ask = async (sql: string, values: readonly Value[] = []): Promise<Pg.QueryResult<Row>> => {
      try {
        return await client.query<Row>(numberValues(sql), values.map(bind));
      } catch (error) {
        throw describePostgresError(error, this.#address);
      }
    };
    return {
      dialect: this.dialect,
      all: async <Shape>(sql: string, values?: readonly Value[]) => (await ask(sql, values)).rows as Shape[],
      run: async (sql, values) => (await ask(sql, values)).rowCount ?? 0,
    };
  }
}

/** `a = ? AND b = ?` → `a = $1 AND b = $2`. */
function numberValues(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => `$${String(++count)}`);
}

function bind(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '␀');
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}
