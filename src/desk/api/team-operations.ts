import { z } from 'zod';
import { HearsayError } from '../../base/error.ts';
import { makePassword } from '../../ledger/team/password.ts';
import { ROLES } from '../../ledger/team/role.ts';
import { SCOPES, type ApiKey } from '../../ledger/team/keys.ts';
import { makeKey } from '../web/pages/account.tsx';
import { DONE_KINDS } from '../web/pages/audit.tsx';
import type { Desk } from '../web/desk.ts';
import { shortId, why } from './inputs.ts';
import { makeOperation, type Operation } from './operation.ts';
import { pageOf, paging } from './page-of.ts';

const next = z.string().nullable();
const role = z.enum(ROLES);
const person = z.strictObject({ name: z.string(), role, made: z.string(), hasPassword: z.boolean() });
const name = z.string().trim().min(1).max(60);
const nothing = z.strictObject({});

const key = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  scope: z.enum(SCOPES),
  made: z.string(),
  ends: z.string().nullable(),
  used: z.string().nullable(),
  revoked: z.string().nullable(),
});

const done = z.strictObject({
  id: z.string(),
  what: z.enum(DONE_KINDS),
  kind: z.string(),
  about: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  why: z.string(),
});

function showKey({ id, name: called, role: may, scope, made, ends, used, revoked }: ApiKey): z.infer<typeof key> {
  return { id, name: called, role: may, scope, made, ends, used, revoked };
}

/** People are seen to at a desk with users alone. */
function demandUsers({ hasUsers }: Desk): void {
  if (!hasUsers) throw new HearsayError('team.not-allowed', 'This desk has no users', 'it is for one person on this machine', 'start it with --users'); // prettier-ignore
}

/** Who uses the desk, their keys, and what they did. */
export const TEAM_OPERATIONS: readonly Operation[] = [
  makeOperation({
    ...{ id: 'whoAmI', method: 'get', path: '/api/v1/me', status: 200, role: 'reader' },
    summary: 'Who asks, and what they may.',
    input: z.object({}),
    answer: z.strictObject({ name: z.string(), role, via: z.enum(['token', 'session', 'proxy', 'key']) }),
    run: (_, __, { name: own, role: may, via }) => Promise.resolve({ name: own, role: may, via }),
  }),
  makeOperation({
    ...{ id: 'listPeople', method: 'get', path: '/api/v1/people', status: 200, role: 'admin' },
    summary: 'Who signs in here.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(person), next }),
    run: async (desk, page) => pageOf(await desk.team.people(), (one) => one.name, page),
  }),
  makeOperation({
    ...{ id: 'addPerson', method: 'post', path: '/api/v1/people', status: 201, role: 'admin' },
    summary:
      'Adds a person. Without a password one is made, and comes back this once; with null a proxy signs them in.',
    input: z.object({ name, role, password: z.string().max(512).nullable().optional(), why }),
    answer: person.extend({ password: z.string().nullable() }),
    async run(desk, { name: wanted, role: chosen, password, why: reason = '' }, { name: by }) {
      demandUsers(desk);
      const made = password === undefined ? makePassword() : password;
      const added = await desk.team.addUser(wanted, chosen, made, by, reason);
      return { ...added, password: password === undefined ? made : null };
    },
  }),
  makeOperation({
    ...{ id: 'changePerson', method: 'patch', path: '/api/v1/people/{name}', status: 200, role: 'admin' },
    summary: 'Changes what a person may, or gives them another password (their sessions end).',
    input: z.object({ name, role: role.optional(), password: z.string().max(512).optional(), why }),
    answer: person,
    async run(desk, { name: whom, role: chosen, password, why: reason = '' }, { name: by }) {
      demandUsers(desk);
      if (chosen !== undefined) await desk.team.setRole(whom, chosen, by, reason);
      if (password !== undefined) await desk.team.setPassword(whom, password, by);
      const known = await desk.team.named(whom);
      const found = (await desk.team.people()).find((one) => one.name === known?.name);
      if (found === undefined) throw new HearsayError('team.unknown-user', `Nobody here is called ${whom}`, 'there is no such user', 'see /api/v1/people'); // prettier-ignore
      return found;
    },
  }),
  makeOperation({
    ...{ id: 'removePerson', method: 'delete', path: '/api/v1/people/{name}', status: 200, role: 'admin' },
    summary: 'Removes a person, with their sessions, keys and follows. What they decided stays.',
    input: z.object({ name, why }),
    answer: nothing,
    async run(desk, { name: whom, why: reason = '' }, { name: by }) {
      demandUsers(desk);
      await desk.team.removeUser(whom, by, reason);
      return {};
    },
  }),
  makeOperation({
    ...{ id: 'listDone', method: 'get', path: '/api/v1/audit', status: 200, role: 'admin' },
    summary: 'Who did what and why, the latest first: acts, decisions, reports forgotten.',
    input: z.object({ by: z.string().min(1).max(200).optional(), what: z.enum(DONE_KINDS).optional(), ...paging }),
    answer: z.strictObject({ items: z.array(done), next }),
    async run(desk, query) {
      const { items, next: more } = await desk.team.done(query);
      return { items: [...items], next: more };
    },
  }),
  makeOperation({
    ...{ id: 'listKeys', method: 'get', path: '/api/v1/keys', status: 200, role: 'reader' },
    summary: 'Your keys for programs, those that open nothing any more too.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(key), next }),
    async run(desk, page, { user }) {
      const keys = (await desk.team.keys(user)).map(showKey);
      return pageOf(keys, ({ id }) => id, page);
    },
  }),
  makeOperation({
    ...{ id: 'makeKey', method: 'post', path: '/api/v1/keys', status: 201, role: 'reader' },
    summary:
      'Makes a key, which comes back this once. It may do no more than you; with the scope "feeds" it opens feeds alone.',
    input: z.object({
      name: z.string().trim().min(1).max(80),
      role: role.default('reader'),
      scope: z.enum(SCOPES).default('api'),
      days: z.int().min(1).max(3650).nullable().default(90),
    }),
    answer: key.extend({ key: z.string() }),
    async run(desk, { name: wanted, role: chosen, scope, days }, viewer) {
      const asked = { name: wanted, role: scope === 'feeds' ? 'reader' : chosen, scope, days } as const;
      const { key: secret, kept } = await makeKey(desk, viewer, asked);
      return { ...showKey(kept), key: secret };
    },
  }),
  makeOperation({
    ...{ id: 'revokeKey', method: 'delete', path: '/api/v1/keys/{id}', status: 200, role: 'reader' },
    summary: 'Revokes one of your keys.',
    input: z.object({ id: shortId }),
    answer: nothing,
    async run(desk, { id }, { user, name: by }) {
      await desk.team.revokeKey(user, id, by);
      return {};
    },
  }),
];
