import { z } from 'zod';
import { hostStateSchema, type HostState } from '../capture/watch/host-state.ts';
import { addFeed, NOTHING_WATCHED, pauseFeed, planVisits, removeFeed, watchStateSchema, type FeedState, type ReportState, type Visit, type WatchState } from '../capture/watch/watch-state.ts'; // prettier-ignore
import { nameWatched, WATCHED_COLUMNS } from './fact-tables.ts';
import { keyAddress } from './report-key.ts';
import { insertRows } from './store/insert-rows.ts';
import type { Queries, Store } from './store/store.ts';

/** A visit that is planned, with what is known from the ones before. */
export type PlannedVisit =
  | (Visit & { readonly kind: 'feed'; readonly state: FeedState })
  | (Visit & { readonly kind: 'report'; readonly state: ReportState });

export type WatchedFeed = FeedState & { readonly address: string };

/** Who watches with this ledger now. */
const runnerSchema = z.object({ machine: z.string(), pid: z.int(), until: z.number() });
export type Runner = z.infer<typeof runnerSchema>;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  readonly state: string;
}

/**
 * The plan of visits in a ledger. It is changed by the pure functions of `capture/watch/watch-state.ts`, each on the rows
 * that it is about and in one transaction: whoever is killed leaves the plan as it was before the visit.
 */
export class WatchPlan {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** @returns whether it was not watched before */
  addFeed(address: string, now: number, from: string | null): Promise<boolean> {
    return this.#store.write(async (queries) => {
      const before = await readRow(queries, nameWatched('feed', address));
      const after = addFeed(before, address, now, { from });
      await writeChanges(queries, before, after);
      return after !== before;
    });
  }

  /** With the sitemaps that it named. @returns whether it was watched */
  removeFeed(address: string): Promise<boolean> {
    return this.#store.write(async (queries) => {
      const all = await readRows(queries, `kind = 'feed'`, []);
      if (all.feeds[address] === undefined) return false;
      await writeChanges(queries, all, listFamily(all, address).reduce(removeFeed, all));
      return true;
    });
  }

  /** With the sitemaps that it named: not visited until it is resumed. @returns whether it is watched */
  pauseFeed(address: string, paused: boolean): Promise<boolean> {
    return this.#store.write(async (queries) => {
      const all = await readRows(queries, `kind = 'feed'`, []);
      if (all.feeds[address] === undefined) return false;
      await writeChanges(queries, all, listFamily(all, address).reduce((state, one) => pauseFeed(state, one, paused), all)); // prettier-ignore
      return true;
    });
  }

  /** What a person had watched, by address. */
  async feeds(): Promise<readonly WatchedFeed[]> {
    const { feeds } = await readRows(this.#store, `kind = 'feed'`, []);
    return Object.entries(feeds)
      .filter(([, { parent }]) => parent === null)
      .map(([address, feed]) => ({ ...feed, address }))
      .sort((a, b) => (a.address < b.address ? -1 : 1));
  }

  /** Reports that are to be read, and those that are to be visited again. */
  async countReports(): Promise<{ readonly unread: number; readonly read: number }> {
    const [row] = await this.#store.all<{ unread: number; n: number }>(
      `SELECT COUNT(*) AS n, COUNT(CASE WHEN state LIKE '%"firstRead":null%' THEN 1 END) AS unread FROM watched WHERE kind = 'report'`,
    );
    const unread = Number(row?.unread ?? 0);
    return { unread, read: Number(row?.n ?? 0) - unread };
  }

  async hosts(): Promise<Readonly<Record<string, HostState>>> {
    const rows = await this.#store.all<Row>(`SELECT id, kind, address, state FROM watched WHERE kind = 'host'`);
    return Object.fromEntries(rows.map(({ address, state }) => [address, hostStateSchema.parse(JSON.parse(state))]));
  }

  /** When each host has its next visit, the first one first. */
  async nextByHost(): Promise<readonly { readonly host: string; readonly dueAt: number }[]> {
    const rows = await this.#store.all<{ host: string; next: string }>(
      'SELECT host, MIN(due) AS "next" FROM watched WHERE due IS NOT NULL GROUP BY host ORDER BY MIN(due), host',
    );
    return rows.map(({ host, next }) => ({ host, dueAt: Date.parse(next) }));
  }

  /** The next visit to a host. */
  async nextOn(host: string): Promise<PlannedVisit | null> {
    const rows = await this.#store.all<Row>(
      'SELECT id, kind, address, state FROM watched WHERE host = ? AND due IS NOT NULL ORDER BY due, id LIMIT 1',
      [host],
    );
    const state = toState(rows);
    const [visit] = planVisits(state);
    if (visit === undefined) return null;
    const { address } = visit;
    const [feed, report] = [state.feeds[address], state.reports[address]];
    if (feed !== undefined) return { ...visit, kind: 'feed', state: feed };
    return report === undefined ? null : { ...visit, kind: 'report', state: report };
  }

  /**
   * Keeps what came of a visit. Reports that `change` adds and that are planned, held or forgotten already stay as they are.
   * @param change of the state that holds nothing but what was visited; one that was removed meanwhile is not there
   * @returns how many reports are planned that were not
   */
  record(
    { kind, address }: Visit,
    change: (state: WatchState) => WatchState,
    hosts: Readonly<Record<string, HostState>>,
  ): Promise<number> {
    return this.#store.write(async (queries) => {
      const before = await readRow(queries, nameWatched(kind, address));
      const added = await writeChanges(queries, before, change(before));
      for (const [host, state] of Object.entries(hosts))
        await putRow(queries, makeRow('host', host, host, null, state));
      return added;
    });
  }

  /** Who watches with this ledger, as far as is known; one that was killed is let go of some minutes later. */
  async runner(now: number): Promise<Runner | null> {
    const held = await readRunner(this.#store);
    return held !== null && held.until > now ? held : null;
  }

  /** Makes `runner` the one who watches with this ledger. @returns who does, where another one is at it */
  claim(runner: Runner, now: number, isAlive: (other: Runner) => boolean): Promise<Runner | null> {
    return this.#store.write(async (queries) => {
      const held = await readRunner(queries);
      const isOwn = held?.machine === runner.machine && held.pid === runner.pid;
      if (held !== null && !isOwn && held.until > now && isAlive(held)) return held;
      await queries.run(`DELETE FROM meta WHERE name = 'watching'`);
      await queries.run(`INSERT INTO meta (name, value) VALUES ('watching', ?)`, [JSON.stringify(runner)]);
      return null;
    });
  }

  async release({ machine, pid }: Pick<Runner, 'machine' | 'pid'>): Promise<void> {
    await this.#store.write(async (queries) => {
      const held = await readRunner(queries);
      if (held?.machine === machine && held.pid === pid) await queries.run(`DELETE FROM meta WHERE name = 'watching'`);
    });
  }
}

/** A feed, and the sitemaps that it named, and those that these named. */
function listFamily({ feeds }: WatchState, address: string): readonly string[] {
  const family = [address];
  for (const parent of family) family.push(...Object.entries(feeds).flatMap(([name, feed]) => (feed.parent === parent ? [name] : []))); // prettier-ignore
  return family;
}

async function readRunner(queries: Queries): Promise<Runner | null> {
  const [row] = await queries.all<{ value: string }>(`SELECT value FROM meta WHERE name = 'watching'`);
  return row === undefined ? null : (runnerSchema.safeParse(JSON.parse(row.value)).data ?? null);
}

/** Keys looked for at once. */
const AT_ONCE = 500;

/** Keys of those reports that are in the ledger, or were and are forgotten. */
async function findHeld(queries: Queries, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    const keys = addresses.slice(from, from + AT_ONCE).map(keyOf);
    const slots = keys.map(() => '?').join(', ');
    const sql = `SELECT id FROM reports WHERE id IN (${slots}) UNION SELECT report AS id FROM forgotten WHERE report IN (${slots})`;
    for (const { id } of await queries.all<{ id: string }>(sql, [...keys, ...keys])) held.add(id);
  }
  return held;
}

async function readRow(queries: Queries, id: string): Promise<WatchState> {
  return readRows(queries, 'id = ?', [id]);
}

async function readRows(queries: Queries, where: string, values: readonly string[]): Promise<WatchState> {
  return toState(await queries.all<Row>(`SELECT id, kind, address, state FROM watched WHERE ${where}`, values));
}

function toState(rows: readonly Row[]): WatchState {
  const of = (wanted: string): Record<string, unknown> =>
    Object.fromEntries(rows.flatMap(({ kind, address, state }) => (kind === wanted ? [[address, JSON.parse(state) as unknown]] : []))); // prettier-ignore
  return watchStateSchema.parse({ ...NOTHING_WATCHED, feeds: of('feed'), reports: of('report') });
}

/** @returns how many reports are planned that were not */
async function writeChanges(queries: Queries, before: WatchState, after: WatchState): Promise<number> {
  const due = new Map(planVisits(after).map(({ kind, address, dueAt }) => [`${kind} ${address}`, dueAt]));
  const dueOf = (kind: string, address: string): number | null => due.get(`${kind} ${address}`) ?? null;
  await writeKind(queries, 'feed', before.feeds, after.feeds, dueOf);
  return writeKind(queries, 'report', before.reports, after.reports, dueOf);
}

async function writeKind(
  queries: Queries,
  kind: 'feed' | 'report',
  old: Readonly<Record<string, object>>,
  now: Readonly<Record<string, object>>,
  dueOf: (kind: string, address: string) => number | null,
): Promise<number> {
  const row = (address: string, state: object) => makeRow(kind, address, hostOf(address), dueOf(kind, address), state);
  for (const address of Object.keys(old))
    if (now[address] === undefined) await queries.run('DELETE FROM watched WHERE id = ?', [nameWatched(kind, address)]);
  const changed = Object.entries(now).filter(([address, state]) => state !== old[address]);
  for (const [address, state] of changed) if (old[address] !== undefined) await putRow(queries, row(address, state));
  const fresh = changed.filter(([address]) => old[address] === undefined);
  const names = fresh.map(([address]) => address);
  const held = kind === 'report' ? await findHeld(queries, names) : new Set<string>();
  const rows = fresh.filter(([address]) => !held.has(keyOf(address))).map(([address, state]) => row(address, state));
  return insertRows(queries, 'watched', WATCHED_COLUMNS, rows);
}

function makeRow(kind: string, address: string, host: string, due: number | null, state: object): (string | null)[] {
  return [nameWatched(kind, address), kind, address, host, due === null ? null : new Date(due).toISOString(), JSON.stringify(state)]; // prettier-ignore
}

async function putRow(queries: Queries, row: readonly (string | null)[]): Promise<void> {
  await queries.run(
    `INSERT INTO watched (${WATCHED_COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET due = excluded.due, state = excluded.state`,
    row,
  );
}

function keyOf(address: string): string {
  return keyAddress(address) ?? address;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
