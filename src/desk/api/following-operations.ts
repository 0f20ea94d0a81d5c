import { z } from 'zod';
import { NEWS_KINDS } from '../../ledger/following/facts.ts';
import { FOLLOW_KINDS, type Follow } from '../../ledger/following/follows.ts';
import type { Hook } from '../../ledger/following/outbox.ts';
import { startFollowing } from '../web/follow.ts';
import { makeHook } from '../web/hook.ts';
import { address, shortId } from './inputs.ts';
import { makeOperation, type Operation } from './operation.ts';
import { pageOf, paging } from './page-of.ts';

const next = z.string().nullable();
const nothing = z.strictObject({});

const follow = z.strictObject({
  id: z.string(),
  kind: z.enum(FOLLOW_KINDS),
  target: z.string(),
  name: z.string(),
  made: z.string(),
});

const news = z.strictObject({
  id: z.string(),
  follow: z.strictObject({ id: z.string(), name: z.string() }),
  at: z.string(),
  kind: z.enum(NEWS_KINDS),
  claim: z.strictObject({ id: z.string(), text: z.string() }),
  what: z.string(),
  report: z
    .strictObject({
      url: z.string().nullable(),
      outlet: z.string().nullable(),
      title: z.string().nullable(),
      published: z.string().nullable(),
    }) // prettier-ignore
    .nullable(),
  seen: z.boolean(),
});

const hook = z.strictObject({ id: z.string(), address: z.string(), made: z.string(), trouble: z.string().nullable() });

const delivery = z.strictObject({
  /** The `webhook-id`. */
  id: z.string(),
  hook: z.string(),
  address: z.string(),
  made: z.string(),
  body: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  due: z.string().nullable(),
  tries: z.array(z.strictObject({ at: z.string(), status: z.int().nullable(), problem: z.string().nullable() })),
});

function showFollow({ id, kind, target, name, made }: Follow): z.infer<typeof follow> {
  return { id, kind, target, name, made };
}

function showHook({ id, address: told, made, trouble }: Hook): z.infer<typeof hook> {
  return { id, address: told, made, trouble };
}

/** What one follows, what was new, and where it is told. */
export const FOLLOWING_OPERATIONS: readonly Operation[] = [
  makeOperation({
    ...{ id: 'listFollows', method: 'get', path: '/api/v1/follows', status: 200, role: 'reader' },
    summary: 'The claims and searches that you follow.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(follow), next }),
    run: async (desk, page, { user }) => pageOf((await desk.follows.list(user)).map(showFollow), ({ id }) => id, page),
  }),
  makeOperation({
    ...{ id: 'follow', method: 'post', path: '/api/v1/follows', status: 201, role: 'reader' },
    summary:
      'Follows a claim (by its id) or a search (what stands behind the question mark of /search: `q=ferry&outlet=…`).',
    input: z.object({ kind: z.enum(FOLLOW_KINDS), target: z.string().max(4000) }),
    answer: follow,
    run: async (desk, { kind, target }, { user }) => showFollow(await startFollowing(desk, user, kind, target)),
  }),
  makeOperation({
    ...{ id: 'leave', method: 'delete', path: '/api/v1/follows/{id}', status: 200, role: 'reader' },
    summary: 'Follows it no longer; its news go too.',
    input: z.object({ id: shortId }),
    answer: nothing,
    async run(desk, { id }, { user }) {
      await desk.follows.remove(user, id);
      return {};
    },
  }),
  makeOperation({
    ...{ id: 'listNews', method: 'get', path: '/api/v1/news', status: 200, role: 'reader' },
    summary:
      'What was new of what you follow: a claim, an origin, a denial, an outcome, a correction; the latest first.',
    input: z.object({ follow: shortId.optional(), ...paging }),
    answer: z.strictObject({ items: z.array(news), next }),
    async run(desk, query, { user }) {
      const { items, next: more } = await desk.follows.news(user, query);
      return { items: [...items], next: more };
    },
  }),
  makeOperation({
    ...{ id: 'markSeen', method: 'post', path: '/api/v1/news/seen', status: 200, role: 'reader' },
    summary: 'Marks one piece of news as seen, or all.',
    input: z.object({ id: shortId.optional() }),
    answer: z.strictObject({ seen: z.int() }),
    run: async (desk, { id }, { user }) => ({ seen: await desk.follows.markSeen(user, id ?? null) }),
  }),
  makeOperation({
    ...{ id: 'listHooks', method: 'get', path: '/api/v1/webhooks', status: 200, role: 'reader' },
    summary: 'Addresses that are told what is new.',
    input: z.object(paging),
    answer: z.strictObject({ items: z.array(hook), next }),
    async run(desk, page, { user }) {
      const hooks = (await desk.outbox.hooks(user)).map(showHook);
      return pageOf(hooks, ({ id }) => id, page);
    },
  }),
  makeOperation({
    ...{ id: 'addHook', method: 'post', path: '/api/v1/webhooks', status: 201, role: 'reader' },
    summary: 'Has an address told what is new, signed as Standard Webhooks has it. The secret comes back this once.',
    input: z.object({ address }),
    answer: hook.extend({ secret: z.string() }),
    async run(desk, { address: told }, viewer) {
      const { hook: made, secret } = await makeHook(desk, viewer, told);
      return { ...showHook(made), secret };
    },
  }),
  makeOperation({
    ...{ id: 'removeHook', method: 'delete', path: '/api/v1/webhooks/{id}', status: 200, role: 'reader' },
    summary: 'Tells an address no longer; its log goes too.',
    input: z.object({ id: shortId }),
    answer: nothing,
    async run(desk, { id }, { user, name }) {
      await desk.team.keepAct({ kind: 'hook-removed', about: await desk.outbox.removeHook(user, id) }, name);
      return {};
    },
  }),
  makeOperation({
    ...{ id: 'testHook', method: 'post', path: '/api/v1/webhooks/{id}/test', status: 202, role: 'reader' },
    summary: 'Sends a message that says nothing, to see whether it arrives. The id of the message comes back.',
    input: z.object({ id: shortId }),
    answer: z.strictObject({ id: z.string() }),
    run: async (desk, { id }, { user }) => ({ id: await desk.outbox.test(user, id) }),
  }),
  makeOperation({
    ...{ id: 'listDeliveries', method: 'get', path: '/api/v1/deliveries', status: 200, role: 'reader' },
    summary: 'What was sent and is to be sent, with each try, the latest first.',
    input: z.object({ hook: shortId.optional(), ...paging }),
    answer: z.strictObject({ items: z.array(delivery), next }),
    async run(desk, query, { user }) {
      const { items, next: more } = await desk.outbox.deliveries(user, query);
      return { items: items.map((one) => ({ ...one, tries: [...one.tries] })), next: more };
    },
  }),
  makeOperation({
    ...{ id: 'redeliver', method: 'post', path: '/api/v1/deliveries/{id}/redeliver', status: 202, role: 'reader' },
    summary: 'Sends the same message once more, under the same webhook-id.',
    input: z.object({ id: shortId }),
    answer: nothing,
    async run(desk, { id }, { user }) {
      await desk.outbox.redeliver(user, id);
      return {};
    },
  }),
];
