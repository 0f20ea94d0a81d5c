import { randomBytes } from 'node:crypto';
import { HearsayError } from '../../base/error.ts';
import type { Queries } from '../store/store.ts';
import type { Role } from './role.ts';
import { hashToken } from './sessions.ts';

/** What a key opens: all that its role may, or feeds alone (its address holds it, where others may see it). */
export const SCOPES = ['api', 'feeds'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key for a program; the key itself was shown once, and only its hash is kept. */
export interface ApiKey {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  /** ISO 8601 in UTC; `ends` null: never; `used` null: never yet; `revoked` null: it is not. */
  readonly made: string;
  readonly ends: string | null;
  readonly used: string | null;
  readonly revoked: string | null;
}

/** Its use is written down no more often: a write makes every page anew. */
const NOTED = 10 * 60_000;
const MOST = 50;
const COLUMNS = 'id, owner, name, role, scope, made_at AS "made", ends, used, revoked';

export interface WantedKey {
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  /** Days; null: it never ends. */
  readonly days: number | null;
}

/** @returns the key, for the one time that it is shown */
export async function putKey(
  queries: Queries,
  owner: string,
  { name, role, scope, days }: WantedKey,
  now: Date,
): Promise<{ readonly key: string; readonly kept: ApiKey }> {
  const held = await queries.all('SELECT 1 FROM api_keys WHERE owner = ? AND revoked IS NULL', [owner]);
  if (held.length >= MOST) throw new HearsayError('usage.bad-option', 'No further key can be made', `there are ${String(MOST)} already`, 'revoke those that are not used any more'); // prettier-ignore
  const id = randomBytes(6).toString('hex');
  const key = `hearsay_${id}_${randomBytes(32).toString('base64url')}`;
  const made = now.toISOString();
  const ends = days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString();
  await queries.run(
    'INSERT INTO api_keys (id, owner, name, hash, role, scope, made_at, ends, used, revoked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)',
    [id, owner, name, hashToken(key), role, scope, made, ends],
  );
  return { key, kept: { id, owner, name, role, scope, made, ends, used: null, revoked: null } };
}

/** Those that can be used, and those that could, the latest made first. */
export function listKeys(queries: Queries, owner: string): Promise<readonly ApiKey[]> {
  return queries.all<ApiKey>(`SELECT ${COLUMNS} FROM api_keys WHERE owner = ? ORDER BY made_at DESC, id`, [owner]);
}

/** @returns whether there was one to revoke */
export async function revokeKey(queries: Queries, owner: string, id: string, now: Date): Promise<boolean> {
  return (await queries.run('UPDATE api_keys SET revoked = ? WHERE owner = ? AND id = ? AND revoked IS NULL', [now.toISOString(), owner, id])) > 0; // prettier-ignore
}

/** The key as it is kept; null: it is none, or none any more. `isStale`: its use is to be noted. */
export async function readKey(
  queries: Queries,
  key: string,
  now: Date,
): Promise<(ApiKey & { readonly isStale: boolean }) | null> {
  if (!key.startsWith('hearsay_')) return null;
  const [found] = await queries.all<ApiKey>(`SELECT ${COLUMNS} FROM api_keys WHERE id = ? AND hash = ? AND revoked IS NULL`, [key.slice(8, 20), hashToken(key)]); // prettier-ignore
  if (found === undefined || (found.ends !== null && Date.parse(found.ends) <= now.getTime())) return null;
  return { ...found, isStale: found.used === null || now.getTime() - Date.parse(found.used) > NOTED };
}

export async function noteKey(queries: Queries, id: string, now: Date): Promise<void> {
  await queries.run('UPDATE api_keys SET used = ? WHERE id = ?', [now.toISOString(), id]);
}
