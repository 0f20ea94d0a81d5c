import { HearsayError } from '../../base/error.ts';
import type { Queries, Store } from '../store/store.ts';
import { Turns } from '../store/turns.ts';
import { keepAct, listDone, type Act, type Done, type DoneQuery } from './acts.ts';
import { getUser, demandUser, dropUser, findUser, listUsers, putUser, setPassword, setRole, type User } from './users.ts'; // prettier-ignore
import { beginSession, endSession, endSessions, noteSession, readSession, type Session } from './sessions.ts';
import { listKeys, noteKey, putKey, readKey, revokeKey, type ApiKey, type WantedKey } from './keys.ts';
import { beginAnswer, dropAnswer, keepAnswer, type Before } from './kept-answers.ts';
import { checkPassword, hashPassword, verifyPassword } from './password.ts';
import { lesserRole, type Role } from './role.ts';

/** Whose keys and follows are those of the one person at a desk without users. */
export const LOCAL = 'local';

/** A person as others may see them. */
export type Person = Pick<User, 'name' | 'role' | 'made'> & { readonly hasPassword: boolean };

/** Who uses the desk on a ledger, with what they did. What changes something is kept with who did it and why. */
export class Team {
  readonly #store: Store;
  readonly #now: () => Date;
  /** Passwords one at a time: twenty people who sign in at once take no more memory than one. */
  readonly #turns = new Turns();

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  async people(): Promise<readonly Person[]> {
    return (await listUsers(this.#store)).map(showUser);
  }

  async hasAdmin(): Promise<boolean> {
    return (await listUsers(this.#store)).some(({ role }) => role === 'admin');
  }

  /** @throws HearsayError `usage.bad-option`, `team.name-taken` */
  async addUser(name: string, role: Role, password: string | null, by: string, why = ''): Promise<Person> {
    if (password !== null) checkPassword(password, name);
    const hash = password === null ? null : await this.#turns.take(() => hashPassword(password));
    return this.#write(by, async (queries, keep, at) => {
      const user = await putUser(queries, { name, role, password: hash }, by, at);
      await keep({ kind: 'user-added', about: `${user.name}, ${role}`, why });
      return showUser(user);
    });
  }

  /** @throws HearsayError `team.unknown-user`, `team.last-admin` */
  removeUser(name: string, by: string, why = ''): Promise<void> {
    return this.#write(by, async (queries, keep) => {
      const user = await demandUser(queries, name);
      await dropUser(queries, user);
      await keep({ kind: 'user-removed', about: user.name, why });
    });
  }

  /** @throws HearsayError `team.unknown-user`, `team.last-admin` */
  setRole(name: string, role: Role, by: string, why = ''): Promise<void> {
    return this.#write(by, async (queries, keep) => {
      const user = await demandUser(queries, name);
      await setRole(queries, user, role);
      await keep({ kind: 'role-changed', about: `${user.name}: ${user.role} → ${role}`, why });
    });
  }

  /** Ends their sessions, but for `kept`. @throws HearsayError `team.unknown-user`, `usage.bad-option` */
  async setPassword(name: string, password: string, by: string, kept: string | null = null): Promise<void> {
    checkPassword(password, name);
    const hash = await this.#turns.take(() => hashPassword(password));
    await this.#write(by, async (queries, keep) => {
      const user = await demandUser(queries, name);
      await setPassword(queries, user, hash);
      await endSessions(queries, user.id, kept);
      await keep({ kind: 'password-changed', about: user.name });
    });
  }

  /** Whether it is this user's password. */
  async isPassword(name: string, password: string): Promise<boolean> {
    const user = await findUser(this.#store, name);
    return this.#turns.take(() => verifyPassword(password, user?.password ?? null));
  }

  /** @returns what the cookie is to hold; null: name or password is wrong */
  async signIn(name: string, password: string, from: string): Promise<string | null> {
    const user = await findUser(this.#store, name);
    const isRight = await this.#turns.take(() => verifyPassword(password, user?.password ?? null));
    const who = user?.name ?? name.slice(0, 60);
    return this.#write(who, async (queries, keep) => {
      const isIn = user !== null && isRight;
      await keep({ kind: isIn ? 'signed-in' : 'sign-in-refused', about: `from ${from}` });
      return isIn ? beginSession(queries, user.id, this.#now()) : null;
    });
  }

  async signOut(token: string, by: string): Promise<void> {
    await this.#write(by, async (queries, keep) => {
      await endSession(queries, token);
      await keep({ kind: 'signed-out', about: '' });
    });
  }

  async session(token: string): Promise<Session | null> {
    const found = await readSession(this.#store, token, this.#now());
    if (found?.isStale === true) await this.#store.write((queries) => noteSession(queries, token, this.#now()));
    return found;
  }

  /** Whom a proxy named; null: there is no such user. */
  async named(name: string): Promise<Session | null> {
    const user = await findUser(this.#store, name);
    return user === null ? null : { user: user.id, name: user.name, role: user.role };
  }

  /** @returns the key, for the one time that it is shown */
  makeKey(owner: string, wanted: WantedKey, by: string): Promise<{ readonly key: string; readonly kept: ApiKey }> {
    return this.#write(by, async (queries, keep) => {
      const made = await putKey(queries, owner, wanted, this.#now());
      await keep({ kind: 'key-made', about: `${wanted.name} (${made.kept.id}), ${wanted.scope === 'feeds' ? 'feeds alone' : wanted.role}` }); // prettier-ignore
      return made;
    });
  }

  keys(owner: string): Promise<readonly ApiKey[]> {
    return listKeys(this.#store, owner);
  }

  /** @throws HearsayError `team.unknown-key` */
  revokeKey(owner: string, id: string, by: string): Promise<void> {
    return this.#write(by, async (queries, keep) => {
      if (!(await revokeKey(queries, owner, id, this.#now()))) throw new HearsayError('team.unknown-key', 'There is no such key', 'it is revoked already, or another person’s', 'see the list of your keys'); // prettier-ignore
      await keep({ kind: 'key-revoked', about: id });
    });
  }

  /** Whose key it is and what it may; null: it opens nothing. `local`: the name of the one person at a desk without users. */
  async key(key: string, local: string | null): Promise<(Session & { readonly key: ApiKey }) | null> {
    const found = await readKey(this.#store, key, this.#now());
    if (found === null) return null;
    const owner = found.owner === LOCAL ? null : await getUser(this.#store, found.owner);
    // Keys of the one person open nothing once there are users, and the other way round.
    if ((owner === null) !== (local !== null)) return null;
    if (found.isStale) await this.#store.write((queries) => noteKey(queries, found.id, this.#now()));
    const role = owner === null ? found.role : lesserRole(found.role, owner.role);
    return { user: found.owner, name: owner?.name ?? local ?? '', role, key: found };
  }

  /** Keeps that somebody did something of which the ledger has no other trace. */
  keepAct(act: Act, by: string): Promise<void> {
    return this.#write(by, (_, keep) => keep(act));
  }

  done(query: DoneQuery = {}): Promise<{ readonly items: readonly Done[]; readonly next: string | null }> {
    return this.#store.snapshot((queries) => listDone(queries, query));
  }

  beginAnswer(id: string, asked: string): Promise<Before> {
    return this.#store.write((queries) => beginAnswer(queries, id, asked, this.#now()));
  }

  keepAnswer(id: string, status: number, answer: string): Promise<void> {
    return this.#store.write((queries) => keepAnswer(queries, id, status, answer));
  }

  dropAnswer(id: string): Promise<void> {
    return this.#store.write((queries) => dropAnswer(queries, id));
  }

  #write<Result>(
    by: string,
    work: (queries: Queries, keep: (act: Act) => Promise<void>, at: string) => Promise<Result>,
  ): Promise<Result> {
    const at = this.#now().toISOString();
    return this.#store.write((queries) => work(queries, (act) => keepAct(queries, act, by, at), at));
  }
}

function showUser({ name, role, made, password }: User): Person {
  return { name, role, made, hasPassword: password !== null };
}
