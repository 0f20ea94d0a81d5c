import { randomBytes } from 'node:crypto';
import { hashValue } from '../../base/canonical-json.ts';
import { HearsayError } from '../../base/error.ts';
import type { Claim } from '../claim.ts';
import { cutPage, readCursor } from '../cursor.ts';
import { readClaim } from '../read-claim.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Queries, Store, Value } from '../store/store.ts';
import { describeClaim, findFacts, type Fact, type NewsBody, type NewsKind } from './facts.ts';
import { putDeliveries } from './outbox.ts';

export const FOLLOW_KINDS = ['claim', 'search'] as const;

/** A claim, or a search, of which somebody wants to hear. */
export interface Follow {
  readonly id: string;
  readonly owner: string;
  readonly kind: (typeof FOLLOW_KINDS)[number];
  /** The id of a claim (or of an appearance of it), or what stands behind the question mark of a search. */
  readonly target: string;
  readonly name: string;
  /** ISO 8601 in UTC; `looked`: when it was first looked at, null: not yet. */
  readonly made: string;
  readonly looked: string | null;
}

export interface News extends NewsBody {
  readonly id: string;
  readonly follow: { readonly id: string; readonly name: string };
  /** When it was seen here: ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: NewsKind;
  readonly seen: boolean;
}

export interface NewsQuery {
  readonly follow?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Follows of one person. */
const MOST = 200;
const COLUMNS = 'id, owner, kind, target, name, made_at AS "made", looked';

/** What people follow, and what was new of it. */
export class Follows {
  readonly #store: Store;
  readonly #now: () => Date;

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** What is followed already stays as it is. @throws HearsayError `usage.bad-option` where there are too many */
  add(owner: string, { kind, target, name }: Pick<Follow, 'kind' | 'target' | 'name'>): Promise<Follow> {
    return this.#store.write(async (queries) => {
      const held = await queries.all<Follow>(`SELECT ${COLUMNS} FROM follows WHERE owner = ?`, [owner]);
      const same = held.find((one) => one.kind === kind && one.target === target);
      if (same !== undefined) return same;
      if (held.length >= MOST) throw new HearsayError('usage.bad-option', 'This cannot be followed', `you follow ${String(MOST)} claims and searches already`, 'leave one of them'); // prettier-ignore
      const follow: Follow = { id: randomBytes(9).toString('hex'), owner, kind, target, name, made: this.#now().toISOString(), looked: null }; // prettier-ignore
      await queries.run('INSERT INTO follows (id, owner, kind, target, name, made_at, looked) VALUES (?, ?, ?, ?, ?, ?, NULL)', [follow.id, owner, kind, target, name, follow.made]); // prettier-ignore
      return follow;
    });
  }

  /** With its news. @throws HearsayError `team.unknown-follow` */
  remove(owner: string, id: string): Promise<void> {
    return this.#store.write(async (queries) => {
      const gone = await queries.run('DELETE FROM follows WHERE owner = ? AND id = ?', [owner, id]);
      if (gone === 0) throw new HearsayError('team.unknown-follow', 'This is not followed', 'it was left already, or another person follows it', 'see what you follow'); // prettier-ignore
      await queries.run('DELETE FROM followed WHERE follow = ?', [id]);
      await queries.run('DELETE FROM news WHERE follow = ?', [id]);
    });
  }

  /** By when it was begun, the latest first. */
  list(owner: string): Promise<readonly Follow[]> {
    return this.#store.all<Follow>(`SELECT ${COLUMNS} FROM follows WHERE owner = ? ORDER BY made_at DESC, id`, [owner]);
  }

  /** Of all people. */
  all(): Promise<readonly Follow[]> {
    return this.#store.all<Follow>(`SELECT ${COLUMNS} FROM follows ORDER BY made_at, id`);
  }

  /** The latest first, page after page. @throws HearsayError `usage.bad-option` where the cursor is none of ours */
  async news(
    owner: string,
    { follow, limit = 50, cursor }: NewsQuery = {},
  ): Promise<{ readonly items: readonly News[]; readonly next: string | null }> {
    const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor);
    const parts: [string, ...Value[]][] = [['news.owner = ?', owner]];
    if (follow !== undefined) parts.push(['follow = ?', follow]);
    if (cursor !== undefined) parts.push(['(said_at < ? OR (said_at = ? AND news.id < ?))', at, at, id]);
    const rows = await this.#store.all<NewsRow>(
      `SELECT news.id AS id, follow, follows.name AS name, said_at, news.kind AS kind, body, seen FROM news
       JOIN follows ON follows.id = follow WHERE ${parts.map(([sql]) => sql).join(' AND ')}
       ORDER BY said_at DESC, news.id DESC LIMIT ?`,
      [...parts.flatMap(([, ...values]) => values), limit + 1],
    );
    return cutPage(rows.map(unpack), limit, (last) => [last.at, last.id, 'news']);
  }

  async countNew(owner: string): Promise<number> {
    const [row] = await this.#store.all<{ n: number }>('SELECT COUNT(*) AS n FROM news WHERE owner = ? AND seen = 0', [owner]); // prettier-ignore
    return Number(row?.n ?? 0);
  }

  /** All that a person was told until now, or one. @returns how many were not seen before */
  markSeen(owner: string, id: string | null = null): Promise<number> {
    return id === null
      ? this.#store.run('UPDATE news SET seen = 1 WHERE owner = ? AND seen = 0', [owner])
      : this.#store.run('UPDATE news SET seen = 1 WHERE owner = ? AND id = ? AND seen = 0', [owner, id]);
  }

  /**
   * Looks at what is followed: what was not so the last time is news, kept together with what is to be sent of it, or not at
   * all. The first look makes no news. Who looks at the same time as another finds the same, and it is kept once.
   * @param found ids of the claims that a search finds; not used for a claim
   * @param link the address of a claim in the desk
   * @returns how many news there are
   */
  async look(follow: Follow, found: readonly string[], link: (claim: string) => string): Promise<number> {
    const fresh = await this.#store.snapshot((queries) => findFresh(queries, follow, found));
    if (fresh.length === 0 && follow.looked !== null) return 0;
    return this.#store.write(async (queries) => keepFresh(queries, follow.id, fresh, link, this.#now().toISOString()));
  }
}

interface NewsRow {
  readonly id: string;
  readonly follow: string;
  readonly name: string;
  readonly said_at: string;
  readonly kind: NewsKind;
  readonly body: string;
  readonly seen: number;
}

function unpack({ id, follow, name, said_at: at, kind, body, seen }: NewsRow): News {
  return { id, follow: { id: follow, name }, at, kind, ...(JSON.parse(body) as NewsBody), seen: Number(seen) === 1 };
}

async function readKnown(queries: Queries, follow: string): Promise<ReadonlySet<string>> {
  const rows = await queries.all<{ fact: string }>('SELECT fact FROM followed WHERE follow = ?', [follow]);
  return new Set(rows.map(({ fact }) => fact));
}

/** Facts of which a name is not known yet. */
async function findFresh(queries: Queries, { id, kind, target }: Follow, found: readonly string[]): Promise<readonly Fact[]> {
  const known = await readKnown(queries, id);
  const fresh: Fact[] = [];
  for (const [i, one] of (kind === 'claim' ? [target] : found).entries()) {
    // A claim takes some milliseconds: others get their turn in between.
    if (i % 5 === 4) await new Promise((resolve) => setImmediate(resolve));
    const claim = await readClaim(queries, one);
    if (claim === null) continue;
    for (const fact of await findAll(queries, claim, kind, known))
      if (fact.names.some((name) => !known.has(name))) fresh.push(fact.names.some((name) => known.has(name)) ? { ...fact, news: null } : fact); // prettier-ignore
  }
  return fresh;
} // prettier-ignore

/** A claim that a search finds for the first time is one piece of news, with all that is known of it. */
async function findAll(queries: Queries, claim: Claim, kind: Follow['kind'], known: ReadonlySet<string>): Promise<readonly Fact[]> {
  const facts = await findFacts(queries, claim, known);
  if (kind === 'claim') return facts;
  const itself = describeClaim(claim);
  const isNew = !itself.names.some((name) => known.has(name));
  return [itself, ...(isNew ? facts.map(({ names }) => ({ names, news: null })) : facts)];
} // prettier-ignore

async function keepFresh(
  queries: Queries,
  id: string,
  fresh: readonly Fact[],
  link: (claim: string) => string,
  at: string,
): Promise<number> {
  const [follow] = await queries.all<Follow>(`SELECT ${COLUMNS} FROM follows WHERE id = ?`, [id]);
  if (follow === undefined) return 0;
  // Read again: another process may have been first.
  const known = new Set(await readKnown(queries, id));
  let count = 0;
  for (const { names, news } of fresh) {
    const isKnown = names.some((name) => known.has(name));
    await insertRows(queries, 'followed', ['follow', 'fact'], names.filter((name) => !known.has(name)).map((name) => [id, name])); // prettier-ignore
    for (const name of names) known.add(name);
    if (isKnown || news === null || follow.looked === null) continue;
    count += await keepNews(queries, follow, names[0] ?? '', news, link, at);
  }
  await queries.run('UPDATE follows SET looked = ? WHERE id = ?', [at, id]);
  return count;
}

async function keepNews(
  queries: Queries,
  follow: Follow,
  fact: string,
  { kind, ...body }: NewsBody & { readonly kind: NewsKind },
  link: (claim: string) => string,
  at: string,
): Promise<number> {
  // Who follows a claim and a search that finds it hears of it once.
  const id = hashValue({ owner: follow.owner, kind, fact });
  const row = [id, follow.id, follow.owner, at, kind, JSON.stringify(body), 0];
  const added = await insertRows(queries, 'news', ['id', 'follow', 'owner', 'said_at', 'kind', 'body', 'seen'], [row]);
  if (added > 0) {
    const data = { id, follow: { id: follow.id, name: follow.name }, ...body, claim: { ...body.claim, url: link(body.claim.id) } }; // prettier-ignore
    await putDeliveries(queries, follow.owner, id, { type: `news.${kind}`, timestamp: at, data });
  }
  return added;
}
