import { randomBytes } from 'node:crypto';
import { HearsayError } from '../../base/error.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { Queries } from '../store/store.ts';
import { ROLES, type Role } from './role.ts';

/** A person who uses the desk. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Null: signed in by a proxy alone. */
  readonly password: string | null;
  /** ISO 8601 in UTC. */
  readonly made: string;
}

const SELECTED = 'SELECT id, name, role, password, made_at AS "made" FROM users';

/** By name. */
export function listUsers(queries: Queries): Promise<readonly User[]> {
  return queries.all<User>(`${SELECTED} ORDER BY folded`);
}

export async function findUser(queries: Queries, name: string): Promise<User | null> {
  const [user] = await queries.all<User>(`${SELECTED} WHERE folded = ?`, [foldUser(name)]);
  return user ?? null;
}

export async function getUser(queries: Queries, id: string): Promise<User | null> {
  const [user] = await queries.all<User>(`${SELECTED} WHERE id = ?`, [id]);
  return user ?? null;
}

/** @throws HearsayError `team.unknown-user` */
export async function demandUser(queries: Queries, name: string): Promise<User> {
  const user = await findUser(queries, name);
  if (user !== null) return user;
  throw new HearsayError('team.unknown-user', `Nobody here is called ${name}`, 'there is no such user', '`hearsay users list` names them all'); // prettier-ignore
}

/** @throws HearsayError `usage.bad-option`, `team.name-taken` */
export async function putUser(
  queries: Queries,
  { name: typed, role, password }: Pick<User, 'name' | 'role' | 'password'>,
  by: string,
  at: string,
): Promise<User> {
  const name = typed.normalize('NFC').trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@'’-]{0,59}$/u.test(name)) throw new HearsayError('usage.bad-option', 'This name cannot be taken', 'a name is of letters, digits, spaces and . _ @ - alone, 60 at most', 'give another name'); // prettier-ignore
  const id = randomBytes(12).toString('hex');
  const added = await insertRows(queries, 'users', ['id', 'name', 'folded', 'role', 'password', 'made_at', 'made_by'], [[id, name, foldUser(name), role, password, at, by]]); // prettier-ignore
  if (added === 0) throw new HearsayError('team.name-taken', `There is a user called ${name} already`, 'names are one person’s alone', 'give another name, or change what this user may with `hearsay users role`'); // prettier-ignore
  return { id, name, role, password, made: at };
}

/** @throws HearsayError `team.last-admin` */
export async function setRole(queries: Queries, user: User, role: Role): Promise<void> {
  if (role !== 'admin') await keepAdmin(queries, user);
  await queries.run('UPDATE users SET role = ? WHERE id = ?', [role, user.id]);
}

export async function setPassword(queries: Queries, user: User, password: string | null): Promise<void> {
  await queries.run('UPDATE users SET password = ? WHERE id = ?', [password, user.id]);
}

/** Whatever is theirs goes too; what they decided stays, with their name. @throws HearsayError `team.last-admin` */
export async function dropUser(queries: Queries, user: User): Promise<void> {
  await keepAdmin(queries, user);
  await queries.run('DELETE FROM followed WHERE follow IN (SELECT id FROM follows WHERE owner = ?)', [user.id]);
  for (const table of ['api_keys', 'follows', 'news', 'deliveries', 'hooks']) await queries.run(`DELETE FROM ${table} WHERE owner = ?`, [user.id]); // prettier-ignore
  await queries.run('DELETE FROM sessions WHERE person = ?', [user.id]);
  await queries.run('DELETE FROM users WHERE id = ?', [user.id]);
}

/** Somebody must be able to see to people. */
async function keepAdmin(queries: Queries, user: User): Promise<void> {
  if (user.role !== 'admin') return;
  const others = await queries.all(`SELECT 1 FROM users WHERE role = 'admin' AND id <> ?`, [user.id]);
  if (others.length === 0) throw new HearsayError('team.last-admin', `${user.name} must stay an admin`, 'there is no other, and nobody else could see to people', 'make another admin first'); // prettier-ignore
}

export function readRole(typed: string): Role {
  const role = ROLES.find((one) => one === typed);
  if (role !== undefined) return role;
  throw new HearsayError('usage.bad-option', `“${typed}” is no role`, `roles are ${ROLES.join(', ')}`, 'give one of these'); // prettier-ignore
}

/** As names are compared: `Åsa` in whatever way it is typed. */
export function foldUser(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
