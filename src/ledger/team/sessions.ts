import { createHash, randomBytes } from 'node:crypto';
import type { Queries } from '../store/store.ts';
import type { Role } from './role.ts';

/** A session ends so long after it was last used, and so long after it began, in milliseconds. */
export const [IDLE, ABSOLUTE] = [12 * 3_600_000, 14 * 24 * 3_600_000];
/** Its use is written down no more often: a write makes every page anew. */
const NOTED = 10 * 60_000;

/** Who is signed in. */
export interface Session {
  readonly user: string;
  readonly name: string;
  readonly role: Role;
}

/** @returns what the cookie is to hold; the ledger keeps only its hash */
export async function beginSession(queries: Queries, user: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = now.toISOString();
  await dropExpired(queries, now);
  await queries.run('INSERT INTO sessions (id, person, began, seen) VALUES (?, ?, ?, ?)', [hashToken(token), user, at, at]); // prettier-ignore
  return token;
}

/** Who is signed in with this; null: nobody, or nobody any more. `isStale`: its use is to be noted. */
export async function readSession(
  queries: Queries,
  token: string,
  now: Date,
): Promise<(Session & { readonly isStale: boolean }) | null> {
  const [row] = await queries.all<Session & { began: string; seen: string }>(
    'SELECT users.id AS "user", name, role, began, seen FROM sessions JOIN users ON users.id = person WHERE sessions.id = ?',
    [hashToken(token)],
  );
  if (row === undefined) return null;
  const { user, name, role, began, seen } = row;
  const [idle, age] = [now.getTime() - Date.parse(seen), now.getTime() - Date.parse(began)];
  return idle > IDLE || age > ABSOLUTE ? null : { user, name, role, isStale: idle > NOTED };
}

export async function noteSession(queries: Queries, token: string, now: Date): Promise<void> {
  await queries.run('UPDATE sessions SET seen = ? WHERE id = ?', [now.toISOString(), hashToken(token)]);
}

export async function endSession(queries: Queries, token: string): Promise<void> {
  await queries.run('DELETE FROM sessions WHERE id = ?', [hashToken(token)]);
}

/** All of a person's, but for the one that is kept. */
export async function endSessions(queries: Queries, user: string, kept: string | null = null): Promise<void> {
  await queries.run('DELETE FROM sessions WHERE person = ? AND id <> ?', [user, kept === null ? '' : hashToken(kept)]);
}

async function dropExpired(queries: Queries, now: Date): Promise<void> {
  const before = (age: number): string => new Date(now.getTime() - age).toISOString();
  await queries.run('DELETE FROM sessions WHERE seen < ? OR began < ?', [before(IDLE), before(ABSOLUTE)]);
}

/** Of 256 random bits a plain hash is enough: there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
