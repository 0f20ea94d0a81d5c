import { gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

/** Characters of all pages whose packed form is kept. */
const MOST = 16 * 2 ** 20;
/** Shorter ones gain nothing. */
const LEAST = 1024;

/**
 * Packs pages, and keeps what each came to: packing a page anew for each reader would cost more than all the rest of an
 * answer from the page cache. By the whole page, so that what is one person's own in it is never another's. What is sent
 * as a file or piece by piece stays with `compress`.
 */
export function packPages(): MiddlewareHandler {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  let size = 0;
  return async (c, next) => {
    await next();
    const { headers, status } = c.res;
    const type = headers.get('content-type') ?? '';
    const isPage = status === 200 && /^(?:text\/html|application\/(?:json|atom\+xml|feed\+json))\b/u.test(type);
    const isTaken = /\bgzip\b/u.test(c.req.header('accept-encoding') ?? '') && c.req.method === 'GET';
    if (!isPage || !isTaken || headers.has('content-encoding') || headers.has('content-disposition')) return;
    const body = await c.res.text();
    const packed = kept.get(body) ?? (body.length < LEAST ? null : new Uint8Array(gzipSync(body)));
    const sent = new Headers(headers);
    sent.delete('content-length');
    sent.append('vary', 'accept-encoding');
    if (packed === null) {
      c.res = new Response(body, { status, headers: sent });
      return;
    }
    if (!kept.has(body)) size += body.length;
    // The last used stands last.
    kept.delete(body);
    kept.set(body, packed);
    for (const old of kept.keys()) {
      if (size <= MOST) break;
      kept.delete(old);
      size -= old.length;
    }
    sent.set('content-encoding', 'gzip');
    c.res = new Response(packed, { status, headers: sent });
  };
}
