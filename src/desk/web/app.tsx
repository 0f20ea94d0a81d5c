import { existsSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HearsayError } from '../../base/error.ts';
import { isCurrent } from '../../ledger/derive.ts';
import { defineApi } from '../api/api.ts';
import { answerProblem, isForPrograms } from '../api/problem.ts';
import { escapeJson } from '../format/harmless.ts';
import { defineDecide } from './decide.ts';
import { defineDecideSources } from './decide-sources.ts';
import type { App, Desk } from './desk.ts';
import { guardRoles } from './door/gate.ts';
import { guardByToken, type TokenDoor } from './door/token-door.ts';
import { guardUsers, nameSessionCookie, type UsersDoor } from './door/users-door.ts';
import { defineExport } from './export.ts';
import { defineMcp } from './mcp.ts';
import { cachePages } from './page-cache.ts';
import { defineAccount } from './pages/account.tsx';
import { defineAudit } from './pages/audit.tsx';
import { defineFollowing } from './pages/following.tsx';
import { defineHooks } from './pages/hooks.tsx';
import { definePeople } from './pages/people.tsx';
import { defineSignIn } from './pages/sign-in.tsx';
import { defineFollowingFeeds } from './following-feeds.ts';
import { defineAdd } from './pages/add.tsx';
import { defineAnswers } from './pages/answers.tsx';
import { defineCalendar } from './pages/calendar.tsx';
import { defineCheck } from './pages/check.tsx';
import { defineClaim, findClaim } from './pages/claim.tsx';
import { defineFeeds } from './pages/feeds.tsx';
import { defineJob } from './pages/job.tsx';
import { describeFailure, ProblemView, statusOf } from './pages/problem.tsx';
import { definePrograms } from './pages/programs.tsx';
import { defineReport } from './pages/report.tsx';
import { defineReview } from './pages/review.tsx';
import { defineSearch } from './pages/search.tsx';
import { defineSource } from './pages/source.tsx';
import { defineSources } from './pages/sources.tsx';
import { defineToday } from './pages/today.tsx';
import { defineWords } from './pages/words.tsx';
import { setPolicy } from './policy.ts';
import { refuse } from './problem-page.tsx';
import { respond } from './respond.tsx';
import { defineSearchFeeds } from './search-feeds.ts';
import { sendPages } from './send-pages.ts';

export interface AppOptions {
  /** One person with a token, or users. */
  readonly door: TokenDoor | UsersDoor;
  /** The ledger's file, to be told when it is moved away; null: it is in a database. */
  readonly file: string | null;
}

/** Bytes of a form without files. */
const MOST_FORM = 2 * 2 ** 20;

/** The desk as one function from a request to an answer. */
export function makeApp(desk: Desk, options: AppOptions): App {
  const app: App = new Hono();
  app.use(setPolicy);
  const { door } = options;
  app.use('token' in door ? guardByToken(door, desk.team) : guardUsers(door, desk.team, desk.now));
  app.use(guardRoles);
  app.use(compress());
  app.use(sendPages(desk));
  app.get('/assets/:name', (c) => {
    const asset = desk.assets.byPath.get(c.req.path);
    if (asset === undefined) return c.notFound();
    c.header('content-type', asset.type);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(asset.bytes);
  });
  const limit = bodyLimit({ maxSize: MOST_FORM, onError: (c) => refuse(c, 413, 'This form is too large', 'a form may have 2 MB', 'say it in fewer words') }); // prettier-ignore
  // Files and the API have limits of their own.
  app.use((c, next) => (/^\/(?:add$|api\/)/u.test(c.req.path) ? next() : limit(c, next)));
  app.use(async (_, next) => {
    await findLedger(desk, options.file);
    await next();
  });
  if (!('token' in door)) defineSignIn(app, desk, door, nameSessionCookie(door));
  app.use(cachePages(desk));
  defineApi(app, desk);
  defineToday(app, desk);
  app.get('/claims/:id{.+\\.json}', async (c) => {
    const claim = await findClaim(desk, c.req.param('id').replace(/\.json$/u, ''));
    c.header('content-type', 'application/json; charset=utf-8');
    return c.body(escapeJson(JSON.stringify(claim, null, 2)));
  });
  for (const define of [defineCheck, defineAnswers, defineClaim, defineReport, defineSearch, defineSearchFeeds, defineExport, defineCalendar, defineSources, defineSource, defineReview, defineAdd, defineJob, defineFeeds, defineWords, definePrograms, defineDecide, defineDecideSources, defineAccount, definePeople, defineAudit, defineFollowing, defineFollowingFeeds, defineHooks, defineMcp]) define(app, desk); // prettier-ignore
  app.notFound((c) =>
    respond(c, desk, {
      ...{ title: 'No such page', section: null, status: 404 },
      body: <ProblemView what="There is no such page" why="the address is mistyped, or of something that is not here" fix="begin at Today, or search" />, // prettier-ignore
    }),
  );
  app.onError((error, c) => {
    const problem = describeFailure(error);
    const status = statusOf(problem);
    if (status === 503) c.header('retry-after', '5');
    if (problem.code === 'internal') console.error(error);
    if (isForPrograms(c)) return answerProblem(c, status, problem.code, problem.what, problem.why, problem.fix);
    return respond(c, desk, { title: problem.what, section: null, status, body: <ProblemView what={problem.what} why={problem.why} fix={problem.fix} /> }); // prettier-ignore
  });
  return app;
}

/** @throws HearsayError where the ledger was moved away or belongs to a newer program by now */
async function findLedger(desk: Desk, file: string | null): Promise<void> {
  // SQLite would make an empty file in its place.
  if (file !== null && !existsSync(file)) throw new HearsayError('ledger.cannot-open', 'The ledger is not where it was', `${file} was moved or deleted while the desk was open`, 'put it back, or start the desk anew with --ledger'); // prettier-ignore
  await isCurrent(desk.ledger.store);
}
