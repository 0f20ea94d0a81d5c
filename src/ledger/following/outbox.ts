import { randomBytes } from 'node:crypto';
import { hashValue } from '../../base/canonical-json.ts';
import { HearsayError } from '../../base/error.ts';
import { cutPage, readCursor } from '../cursor.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Queries, Store, Value } from '../store/store.ts';

/** An address that is told what is new. */
export interface Hook {
  readonly id: string;
  readonly owner: string;
  readonly address: string;
  readonly made: string;
  /** Why nothing is sent any more; null: it is. */
  readonly trouble: string | null;
}

/** One attempt to deliver. */
export interface Try {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** What the address answered; null: it did not. */
  readonly status: number | null;
  /** Why it failed; null: it did not. */
  readonly problem: string | null;
}

/** One message to one address. Its id is the `webhook-id`, however often it is sent. */
export interface Delivery {
  readonly id: string;
  readonly hook: string;
  readonly address: string;
  readonly made: string;
  /** What is sent: JSON. */
  readonly body: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  /** When it is tried next; null: not any more. */
  readonly due: string | null;
  readonly tries: readonly Try[];
}

/** What a message says (Standard Webhooks). */
export interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: unknown;
}

/** After each failure it is tried again so many seconds later, as Standard Webhooks advises: three days in all. */
export const RETRIES = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Whoever takes a delivery has so long to send it, in milliseconds; who is killed meanwhile leaves it to the next. */
const LEASE = 120_000;
/** Addresses of one person. */
const MOST = 20;
/** What was delivered is remembered so long, in milliseconds. */
const REMEMBERED = 30 * 86_400_000;

const HOOK = 'id, owner, address, made_at AS "made", trouble';
const DELIVERY = 'deliveries.id AS id, hook, address, said_at AS "made", body, state, due, tries';

/** Puts a message into the outbox for each address of a person: in the transaction that it is news of. */
export async function putDeliveries(queries: Queries, owner: string, news: string, message: Message): Promise<void> {
  const hooks = await queries.all<{ id: string }>('SELECT id FROM hooks WHERE owner = ? AND trouble IS NULL', [owner]);
  for (const hook of hooks) await putDelivery(queries, owner, hook.id, `${news} ${hook.id}`, message);
}

async function putDelivery(queries: Queries, owner: string, hook: string, unique: string, message: Message): Promise<string> {
  const id = `msg_${hashValue(unique).slice(0, 32)}`;
  const at = message.timestamp;
  await insertRows(queries, 'deliveries', ['id', 'hook', 'owner', 'said_at', 'body', 'state', 'due', 'tries'], [[id, hook, owner, at, JSON.stringify(message), 'waiting', at, '[]']]); // prettier-ignore
  return id;
} // prettier-ignore

/** Addresses that are told what is new, and what is still to be told. */
export class Outbox {
  readonly #store: Store;
  readonly #now: () => Date;

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** @returns the secret, for the one time that it is shown */
  addHook(owner: string, address: string): Promise<{ readonly hook: Hook; readonly secret: string }> {
    return this.#store.write(async (queries) => {
      const held = await queries.all('SELECT 1 FROM hooks WHERE owner = ?', [owner]);
      if (held.length >= MOST) throw new HearsayError('usage.bad-option', 'No further address can be told', `there are ${String(MOST)} already`, 'remove one of them'); // prettier-ignore
      const hook: Hook = { id: randomBytes(9).toString('hex'), owner, address, made: this.#now().toISOString(), trouble: null }; // prettier-ignore
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      await queries.run('INSERT INTO hooks (id, owner, address, secret, made_at, trouble) VALUES (?, ?, ?, ?, ?, NULL)', [hook.id, owner, address, secret, hook.made]); // prettier-ignore
      return { hook, secret };
    });
  }

  hooks(owner: string): Promise<readonly Hook[]> {
    return this.#store.all<Hook>(`SELECT ${HOOK} FROM hooks WHERE owner = ? ORDER BY made_at, id`, [owner]);
  }

  /** With its log. @returns its address @throws HearsayError `team.unknown-hook` */
  removeHook(owner: string, id: string): Promise<string> {
    return this.#store.write(async (queries) => {
      const { address } = await demandHook(queries, owner, id);
      await queries.run('DELETE FROM deliveries WHERE hook = ?', [id]);
      await queries.run('DELETE FROM hooks WHERE id = ?', [id]);
      return address;
    });
  }

  /** A message that says nothing, to see whether it arrives. @returns its id @throws HearsayError `team.unknown-hook` */
  test(owner: string, id: string): Promise<string> {
    return this.#store.write(async (queries) => {
      const hook = await demandHook(queries, owner, id);
      await queries.run('UPDATE hooks SET trouble = NULL WHERE id = ?', [id]);
      const timestamp = this.#now().toISOString();
      return putDelivery(queries, owner, hook.id, `test ${randomBytes(12).toString('hex')}`, { type: 'test', timestamp, data: { what: 'This is a test. Nothing is new.' } }); // prettier-ignore
    });
  }

  /** What was sent and is to be sent, the latest first, page after page. */
  async deliveries(
    owner: string,
    { hook, limit = 50, cursor }: { readonly hook?: string | undefined; readonly limit?: number | undefined; readonly cursor?: string | undefined } = {},
  ): Promise<{ readonly items: readonly Delivery[]; readonly next: string | null }> {
    const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor);
    const parts: [string, ...Value[]][] = [['deliveries.owner = ?', owner]];
    if (hook !== undefined) parts.push(['hook = ?', hook]);
    if (cursor !== undefined) parts.push(['(said_at < ? OR (said_at = ? AND deliveries.id < ?))', at, at, id]);
    const rows = await this.#store.all<DeliveryRow>(
      `SELECT ${DELIVERY} FROM deliveries JOIN hooks ON hooks.id = hook
       WHERE ${parts.map(([sql]) => sql).join(' AND ')} ORDER BY said_at DESC, deliveries.id DESC LIMIT ?`,
      [...parts.flatMap(([, ...values]) => values), limit + 1],
    );
    return cutPage(rows.map(unpack), limit, ({ made, id: last }) => [made, last, 'delivery']);
  } // prettier-ignore

  /** The same message once more, under the same id. @throws HearsayError `team.unknown-hook` */
  async redeliver(owner: string, id: string): Promise<void> {
    const now = this.#now().toISOString();
    const isThere = await this.#store.write(async (queries) => {
      // Whoever sends it again wants the address to be told again.
      await queries.run('UPDATE hooks SET trouble = NULL WHERE id IN (SELECT hook FROM deliveries WHERE owner = ? AND id = ?)', [owner, id]); // prettier-ignore
      return queries.run(`UPDATE deliveries SET state = 'waiting', due = ? WHERE owner = ? AND id = ?`, [
        now,
        owner,
        id,
      ]);
    });
    if (isThere > 0) return;
    throw new HearsayError('team.unknown-hook', 'There is no such message', 'its address was removed, or it is another person’s', 'see the log of what was sent'); // prettier-ignore
  }

  /** Takes what is due, each for a while: nobody else sends it meanwhile. */
  take(limit: number): Promise<readonly (Delivery & { readonly secret: string })[]> {
    return this.#store.write(async (queries) => {
      const now = this.#now();
      await queries.run(`DELETE FROM deliveries WHERE due IS NULL AND said_at < ?`, [new Date(now.getTime() - REMEMBERED).toISOString()]); // prettier-ignore
      const rows = await queries.all<DeliveryRow & { secret: string }>(
        `SELECT ${DELIVERY}, secret FROM deliveries JOIN hooks ON hooks.id = hook
         WHERE due IS NOT NULL AND due <= ? AND trouble IS NULL ORDER BY due, deliveries.id LIMIT ?`,
        [now.toISOString(), limit],
      );
      const until = new Date(now.getTime() + LEASE).toISOString();
      for (const { id } of rows) await queries.run('UPDATE deliveries SET due = ? WHERE id = ?', [until, id]);
      return rows.map((row) => ({ ...unpack(row), secret: row.secret }));
    });
  }

  /** When something is due next; null: nothing is. */
  async nextDue(): Promise<string | null> {
    const [row] = await this.#store.all<{ due: string | null }>('SELECT MIN(due) AS due FROM deliveries JOIN hooks ON hooks.id = hook WHERE trouble IS NULL'); // prettier-ignore
    return row?.due ?? null;
  }

  /** Keeps what came of an attempt. `isGone`: the address asked not to be told any more (410). */
  keepTry({ id, hook }: Pick<Delivery, 'id' | 'hook'>, attempt: Try, isGone: boolean): Promise<void> {
    return this.#store.write(async (queries) => {
      const [row] = await queries.all<{ tries: string }>('SELECT tries FROM deliveries WHERE id = ?', [id]);
      if (row === undefined) return; // the address was removed meanwhile
      const before = JSON.parse(row.tries) as readonly Try[];
      const failures = before.filter(({ problem }) => problem !== null).length;
      const wait = attempt.problem === null || isGone ? undefined : RETRIES[failures];
      const due = wait === undefined ? null : new Date(Date.parse(attempt.at) + wait * 1000).toISOString();
      const state = attempt.problem === null ? 'delivered' : due === null ? 'failed' : 'waiting';
      await queries.run('UPDATE deliveries SET state = ?, due = ?, tries = ? WHERE id = ?', [state, due, JSON.stringify([...before, attempt]), id]); // prettier-ignore
      if (isGone) await queries.run('UPDATE hooks SET trouble = ? WHERE id = ?', ['it answered 410: it is gone', hook]);
    });
  }
}

interface DeliveryRow extends Omit<Delivery, 'tries'> {
  readonly tries: string;
}

function unpack({ id, hook, address, made, body, state, due, tries }: DeliveryRow): Delivery {
  return { id, hook, address, made, body, state, due, tries: JSON.parse(tries) as readonly Try[] };
}

async function demandHook(queries: Queries, owner: string, id: string): Promise<Hook> {
  const [hook] = await queries.all<Hook>(`SELECT ${HOOK} FROM hooks WHERE owner = ? AND id = ?`, [owner, id]);
  if (hook !== undefined) return hook;
  throw new HearsayError('team.unknown-hook', 'There is no such address', 'it was removed already, or it is another person’s', 'see the list of your addresses'); // prettier-ignore
}
