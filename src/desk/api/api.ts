import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HearsayError } from '../../base/error.ts';
import { escapeJson } from '../format/harmless.ts';
import type { App, Desk } from '../web/desk.ts';
import { answerProblem } from './problem.ts';
import { makeOpenApi } from './openapi.ts';
import { OPERATIONS } from './operations.ts';
import { namesIn, type Operation } from './operation.ts';

/** Bytes of a JSON body (contract §3). */
const MOST_BODY = 2 * 2 ** 20;
/** Answers to writes with a key that are remembered. */
const REMEMBERED = 1000;

interface Remembered {
  readonly asked: string;
  readonly answer: Promise<unknown>;
}

/** `/api/v1` and `/openapi.json`: the same as the desk, for programs. */
export function defineApi(app: App, desk: Desk): void {
  const document = escapeJson(JSON.stringify(makeOpenApi(OPERATIONS), null, 2));
  app.get('/openapi.json', (c) => answerJson(c, document, 200));
  app.use('/api/v1/*', bodyLimit({ maxSize: MOST_BODY, onError: (c) => answerProblem(c, 413, 'input.too-large', 'The body is too large', 'it may have 2 MB', 'send less, or add files in the terminal') })); // prettier-ignore
  const remembered = new Map<string, Remembered>();
  for (const operation of OPERATIONS) {
    const path = operation.path.replace(/\{(\w+)\}/gu, ':$1');
    if (operation.method === 'get')
      app.get(path, async (c) => {
        const answer = await operation.run(desk, readInput(operation, { ...c.req.query(), ...pathOf(c, operation) }));
        return answerJson(c, write(answer), operation.status);
      });
    else
      app.post(path, async (c) => {
        if (!/^application\/json\b/iu.test(c.req.header('content-type') ?? '')) return answerProblem(c, 415, 'usage.bad-option', 'The body is no JSON', 'its content type is not application/json', 'send JSON'); // prettier-ignore
        const asked = await c.req.text();
        const input = readInput(operation, { ...(parseBody(asked) as Record<string, unknown>), ...pathOf(c, operation) }); // prettier-ignore
        const key = c.req.header('idempotency-key');
        if (key === undefined) return answerJson(c, write(await operation.run(desk, input)), operation.status);
        const known = remembered.get(`${path} ${key}`);
        if (known !== undefined && known.asked !== asked) return answerProblem(c, 422, 'usage.bad-option', 'This key was used already', 'it came with another request', 'take a new key for each request'); // prettier-ignore
        const answer = known?.answer ?? operation.run(desk, input);
        remembered.set(`${path} ${key}`, { asked, answer });
        for (const old of [...remembered.keys()].slice(0, -REMEMBERED)) remembered.delete(old);
        // What failed may be asked again with the same key.
        answer.catch(() => remembered.delete(`${path} ${key}`));
        return answerJson(c, write(await answer), operation.status);
      });
  }
  for (const [path, allowed] of listMethods())
    app.all(path, (c) => {
      c.header('allow', allowed);
      return answerProblem(c, 405, 'usage.bad-option', 'This address does not take that method', `it takes ${allowed}`, 'see /openapi.json'); // prettier-ignore
    });
  app.all('/api/v1/*', (c) => answerProblem(c, 404, 'usage.bad-option', 'There is no such address', 'no operation has this path and method', 'see /openapi.json')); // prettier-ignore
}

/** `GET, HEAD` by path, as routes have it. */
function listMethods(): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  for (const { path, method } of OPERATIONS) {
    const route = path.replace(/\{(\w+)\}/gu, ':$1');
    const known = methods.get(route);
    methods.set(route, [...(known === undefined ? [] : [known]), method === 'get' ? 'GET, HEAD' : method.toUpperCase()].join(', ')); // prettier-ignore
  }
  return methods;
}

function pathOf(c: Context, { path }: Operation): Record<string, string> {
  return Object.fromEntries(namesIn(path).map((name) => [name, c.req.param(name) ?? '']));
}

function readInput({ input }: Operation, given: unknown): Record<string, unknown> {
  const parsed = input.strict().safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new HearsayError('usage.bad-option', 'This cannot be answered', [...(first?.path ?? []).map(String), first?.message ?? 'something in it is wrong'].join(': '), 'see /openapi.json'); // prettier-ignore
}

function parseBody(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new HearsayError('usage.bad-option', 'The body cannot be read', 'it is no JSON object', 'send one as /openapi.json describes it'); // prettier-ignore
}

function write(answer: unknown): string {
  return escapeJson(JSON.stringify(answer));
}

/** With an ETag: who has this answer already gets no second one. */
function answerJson(c: Context, body: string, status: 200 | 202): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  c.header('etag', etag);
  c.header('cache-control', 'private, no-cache');
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//u, ''));
  if (status === 200 && c.req.method === 'GET' && known.includes(etag)) return c.body(null, 304);
  return c.body(body, status, { 'content-type': 'application/json; charset=utf-8' });
}
