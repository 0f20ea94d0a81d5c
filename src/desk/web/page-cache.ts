import type { MiddlewareHandler } from 'hono';
import { todayOf, type Desk } from './desk.ts';

/** What a page came to, while nothing in the ledger changes. */
export interface KeptPage {
  /** UTF-8, with marks for what is the viewer's own: outside of the heap, which it would otherwise be copied about in. */
  readonly body: Buffer;
  readonly type: string;
  /** Whether it holds something that may be followed. */
  readonly hasFollow: boolean;
  /** What it came to, filled in and packed (`send-pages.ts`), by what is the viewer's own. */
  readonly packed: Map<string, Uint8Array<ArrayBuffer>>;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The page that is sent; the answer itself is then empty. */
    kept: KeptPage;
  }
}

/** Bytes of all pages kept. */
const MOST = 16 * 2 ** 20;

/** What shows more than the ledger, has a memory of its own, or may be large. */
const LIVE =
  /^\/(?:account|add|assets|api|audit|export|feeds|following(?:\.(?:atom|json))?|mcp|openapi\.json|people|search\.(?:atom|json)|sign-in)(?:\/|$)/u;

/** A page is a function of the ledger, the day, its address and the role of who looks: it is made again only when one of them has changed. */
export function cachePages(desk: Desk): MiddlewareHandler {
  const kept = new Map<string, KeptPage>();
  let size = 0;
  let known = '';
  const drop = (key: string, page: KeptPage): void => {
    kept.delete(key);
    size -= page.body.length;
  };
  return async (c, next) => {
    const { pathname, search, searchParams } = new URL(c.req.url);
    if (c.req.method !== 'GET' || LIVE.test(pathname) || searchParams.has('token')) return next();
    const now = `${await desk.ledger.stamp()} ${todayOf(desk)}`;
    if (now !== known) {
      kept.clear();
      size = 0;
      known = now;
    }
    // All of one role see the same; what is their own is filled in as it is sent.
    const key = `${c.var.viewer.role} ${pathname}${search}`;
    const found = kept.get(key);
    if (found !== undefined) {
      // The last used stands last.
      kept.delete(key);
      kept.set(key, found);
      c.set('kept', found);
      return c.body(null, 200, { 'content-type': found.type });
    }
    await next();
    const type = c.res.headers.get('content-type') ?? '';
    if (c.res.status !== 200 || !/html|xml|json/u.test(type)) return;
    const body = Buffer.from(await c.res.clone().arrayBuffer());
    if (body.length > MOST / 8 || now !== known) return;
    const page = { body, type, hasFollow: body.includes(desk.marks.follow), packed: new Map() };
    kept.set(key, page);
    c.set('kept', page);
    size += body.length;
    for (const [old, one] of kept) {
      if (size <= MOST) break;
      drop(old, one);
    }
  };
}
