import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { escapeJson } from '../format/harmless.ts';

/** Whether a program asks: it gets problems as JSON. */
export function isForPrograms(c: Context): boolean {
  return c.req.path.startsWith('/api/') || c.req.path === '/openapi.json' || c.req.path === '/mcp';
}

/** A problem by RFC 9457. */
export function answerProblem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  what: string,
  why: string,
  fix: string,
): Response {
  const body = escapeJson(JSON.stringify({ type: `urn:hearsay:error:${code}`, title: what, status, detail: why, fix }));
  return c.body(body, status, { 'content-type': 'application/problem+json' });
}
