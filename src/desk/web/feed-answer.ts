import { createHash } from 'node:crypto';
import { makeHarmless } from '../format/harmless.ts';
import type { Page } from './desk.ts';

/** A feed, with an ETag: readers ask every few minutes, and mostly nothing is new. */
export function answerFeed(c: Page, type: string, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  c.header('etag', etag);
  c.header('cache-control', 'private, no-cache');
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//u, ''));
  if (known.includes(etag)) return c.body(null, 304);
  return c.body(body, 200, { 'content-type': `${type}; charset=utf-8` });
}

export function escapeXml(text: string): string {
  return makeHarmless(text).replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign); // prettier-ignore
}
