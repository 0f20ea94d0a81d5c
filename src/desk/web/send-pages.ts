import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import type { Desk } from './desk.ts';
import { fillMarks, type Own } from './fill-marks.ts';
import type { KeptPage } from './page-cache.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Shorter pages gain nothing from packing. */
const LEAST = 1024;
/** Packed forms of one kept page: each viewer has their own. */
const MOST_VIEWERS = 50;
/** Bytes of packed pages that are not kept. */
const MOST = 4 * 2 ** 20;

/**
 * Sends pages: fills in what is the viewer's own, and packs. Packing a page anew for each reader would cost more than all the
 * rest of an answer from the page cache, so what a page came to for a viewer is sent again as it is, without its text being
 * touched. What is sent as a file or piece by piece stays with `compress`.
 */
export function sendPages(desk: Desk): MiddlewareHandler {
  const packOnce = makePacker();
  return async (c, next) => {
    await next();
    const { headers, status } = c.res;
    const type = headers.get('content-type') ?? '';
    if (!/^(?:text\/html|application\/(?:json|atom\+xml|feed\+json))\b/u.test(type)) return;
    if (headers.has('content-encoding') || headers.has('content-disposition')) return;
    const kept = c.var.kept as KeptPage | undefined;
    const bare = kept === undefined ? await c.res.text() : null;
    const hasFollow = kept?.hasFollow ?? bare?.includes(desk.marks.follow) === true;
    const own = type.startsWith('text/html') ? await readOwn(desk, c, hasFollow) : null;
    const fill = (): string => {
      const page = bare ?? kept?.body.toString() ?? '';
      return own === null ? page : fillMarks(page, desk.marks, own);
    };
    const isTaken = status === 200 && c.req.method === 'GET' && /\bgzip\b/u.test(c.req.header('accept-encoding') ?? '');
    const pack = kept === undefined ? packOnce : packKept(kept, own);
    const packed = isTaken ? pack(fill) : null;
    const sent = new Headers(headers);
    sent.delete('content-length');
    if (isTaken) sent.append('vary', 'accept-encoding');
    if (packed !== null) sent.set('content-encoding', 'gzip');
    c.res = new Response(packed ?? fill(), { status, headers: sent });
  };
}

async function readOwn(desk: Desk, c: Context, hasFollow: boolean): Promise<Own> {
  const viewer = c.var.viewer as typeof c.var.viewer | undefined;
  if (viewer === undefined) return { csrf: '', name: '', news: 0, follows: [] };
  const { user, name, csrf } = viewer;
  const follows = hasFollow ? await desk.follows.list(user) : [];
  return { csrf: csrf ?? '', name, news: await desk.follows.countNew(user), follows: follows.map(({ id, kind, target }) => ({ id, kind, target })) }; // prettier-ignore
}

/** A page in its packed form; null: it is too short to gain from it. */
type Pack = (fill: () => string) => Bytes | null;

/** What is one person's own in a page is never another's: all of it is in the key. */
function packKept({ packed }: KeptPage, own: Own | null): Pack {
  const viewer = JSON.stringify(own);
  return (fill) => {
    const known = packed.get(viewer);
    if (known !== undefined) return known;
    const page = fill();
    if (page.length < LEAST) return null;
    const made = new Uint8Array(gzipSync(page));
    if (packed.size >= MOST_VIEWERS) packed.clear();
    packed.set(viewer, made);
    return made;
  };
}

/** Keeps what pages were packed to by what they hold, for those that are made anew each time and come to the same. */
function makePacker(): Pack {
  const kept = new Map<string, Bytes>();
  let size = 0;
  return (fill) => {
    const page = fill();
    if (page.length < LEAST) return null;
    const key = createHash('sha256').update(page).digest('base64');
    const packed = kept.get(key) ?? new Uint8Array(gzipSync(page));
    if (!kept.has(key)) size += packed.length;
    // The last used stands last.
    kept.delete(key);
    kept.set(key, packed);
    for (const [old, { length }] of kept) {
      if (size <= MOST) break;
      kept.delete(old);
      size -= length;
    }
    return packed;
  };
}
