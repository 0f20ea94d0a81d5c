import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HearsayError } from '../../base/error.ts';
import { escapeJson } from '../format/harmless.ts';
import type { App, Desk } from '../web/desk.ts';
import { answerExport } from '../web/export.ts';
import { findJob } from '../web/pages/job.tsx';
import { streamJob } from '../web/stream-job.ts';
import { demandRole } from './demand-role.ts';
import { defineFiles } from './files.ts';
import { answerOnce } from './once.ts';
import { answerProblem } from './problem.ts';
import { makeOpenApi, OTHERS } from './openapi.ts';
import { OPERATIONS } from './operations.ts';
import { hasBody, namesIn, type Operation } from './operation.ts';

/** Bytes of a JSON body (contract §3). */
const MOST_BODY = 2 * 2 ** 20;

/** `/api/v1` and `/openapi.json`: the same as the desk, for programs. */
export function defineApi(app: App, desk: Desk): void {
  const document = escapeJson(JSON.stringify(makeOpenApi(OPERATIONS), null, 2));
  app.get('/openapi.json', (c) => answerJson(c, document, 200));
  // Files come on a path of their own, with a limit of its own.
  defineFiles(app, desk);
  app.use('/api/v1/*', bodyLimit({ maxSize: MOST_BODY, onError: (c) => answerProblem(c, 413, 'input.too-large', 'The body is too large', 'it may have 2 MB', 'send less, or send files to /api/v1/files') })); // prettier-ignore
  app.get('/api/v1/export/:format', (c) => answerExport(c, desk));
  app.get('/api/v1/additions/:id/events', (c) => {
    demandRole(c, 'editor');
    const { id } = findJob(desk, c.req.param('id'));
    return streamJob(c, desk, id, (job) => Promise.resolve(escapeJson(JSON.stringify(job))));
  });
  for (const operation of OPERATIONS)
    app.on(operation.method.toUpperCase(), operation.path.replace(/\{(\w+)\}/gu, ':$1'), (c) => answer(c, desk, operation)); // prettier-ignore
  app.all('/api/v1/*', (c) => refuseMethod(c) ?? answerProblem(c, 404, 'usage.bad-option', 'There is no such address', 'no operation has this path', 'see /openapi.json')); // prettier-ignore
}

async function answer(c: Context, desk: Desk, operation: Operation): Promise<Response> {
  demandRole(c, operation.role);
  const { viewer } = c.var;
  const path = Object.fromEntries(namesIn(operation.path).map((name) => [name, c.req.param(name) ?? '']));
  if (operation.method === 'get') {
    const input = readInput(operation, { ...c.req.query(), ...path });
    return answerJson(c, write(await operation.run(desk, input, viewer)), operation.status);
  }
  const type = c.req.header('content-type');
  const asked = hasBody(operation) ? await c.req.text() : '';
  // A browser that was lured sends forms, and these are no JSON. Where nothing has to be said, nothing need be sent.
  if (hasBody(operation) && !/^application\/json\b/iu.test(type ?? '') && (type !== undefined || asked !== '')) return answerProblem(c, 415, 'usage.bad-option', 'The body is no JSON', 'its content type is not application/json', 'send JSON'); // prettier-ignore
  const given = hasBody(operation) ? parseBody(asked) : c.req.query();
  const input = readInput(operation, { ...given, ...path });
  const run = async (): Promise<string> => write(await operation.run(desk, input, viewer));
  const key = c.req.header('idempotency-key');
  if (key === undefined) return answerJson(c, await run(), operation.status);
  return answerOnce(c, desk, { key, path: `${operation.method} ${c.req.path}`, asked: JSON.stringify([asked, given]), status: operation.status }, run, answerJson); // prettier-ignore
}

/** 405 with what is allowed, where another method has this path; null: none has. */
function refuseMethod(c: Context): Response | null {
  const fits = (path: string): boolean => new RegExp(`^${path.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(c.req.path); // prettier-ignore
  const all = [...OPERATIONS, ...Object.entries(OTHERS).flatMap(([path, told]) => Object.keys(told).map((method) => ({ path, method })))]; // prettier-ignore
  const methods = all.filter(({ path }) => fits(path)).map(({ method }) => method.toUpperCase());
  if (methods.length === 0) return null;
  c.header('allow', [...new Set(methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])))].join(', '));
  return answerProblem(c, 405, 'usage.bad-option', 'This cannot be done here', `the path takes ${methods.join(' and ')}`, 'see /openapi.json'); // prettier-ignore
}

function readInput({ input }: Operation, given: unknown): Record<string, unknown> {
  const parsed = input.strict().safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new HearsayError('usage.bad-option', 'This cannot be answered', [...(first?.path ?? []).map(String), first?.message ?? 'something in it is wrong'].join(': '), 'see /openapi.json'); // prettier-ignore
}

function parseBody(text: string): Record<string, unknown> {
  // Where nothing has to be said, nothing may be sent.
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new HearsayError('usage.bad-option', 'The body cannot be read', 'it is no JSON object', 'send one as /openapi.json describes it'); // prettier-ignore
}

function write(value: unknown): string {
  return escapeJson(JSON.stringify(value));
}

/** With an ETag: who has this answer already gets no second one. */
function answerJson(c: Context, body: string, status: 200 | 201 | 202): Response {
  c.header('cache-control', 'private, no-cache');
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    c.header('etag', etag);
    const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//u, ''));
    if (known.includes(etag)) return c.body(null, 304);
  }
  return c.body(body, status, { 'content-type': 'application/json; charset=utf-8' });
}
