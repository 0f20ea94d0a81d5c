import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Team } from '../../../ledger/team/team.ts';
import { isForPrograms } from '../../api/problem.ts';
import { refuse } from '../problem-page.tsx';
import { RateLimit } from '../rate-limit.ts';
import type { Viewer } from '../viewer.ts';
import { bearerOf, feedKeyOf, isRead, makeCsrf } from './credentials.ts';
import { clientOf, peerOf, type Trusted } from './peer.ts';
import { findKey } from './token-door.ts';

/** Who may come in: users who signed in, whom a proxy signed in, or with a key of theirs. */
export interface UsersDoor {
  /** The address under which people reach the desk; null: whatever they typed. */
  readonly publicUrl: URL | null;
  /** The header in which the reverse proxy names who it signed in; null: none does. */
  readonly proxyUser: string | null;
  readonly isProxy: Trusted;
  /** Requests a minute that one user or key may make. */
  readonly requests: number;
  /** Of this process alone: what forms bring back of those whom a proxy signed in. */
  readonly secret: string;
}

/** Paths that whoever is not signed in may ask for: there is nothing of the ledger in them. */
const OPEN = /^\/(?:sign-in$|assets\/)/u;
/** Requests a minute from one machine of which nobody knows who asks. */
const STRANGERS = 300;

/** `__Host-`: browsers take it from encrypted answers of this very host alone. */
export function nameSessionCookie({ publicUrl }: UsersDoor): string {
  return publicUrl?.protocol === 'https:' ? '__Host-hearsay' : 'hearsay-session';
}

export function guardUsers(door: UsersDoor, team: Team, now: () => Date): MiddlewareHandler {
  const { publicUrl } = door;
  const clock = (): number => now().getTime();
  const limits = { known: new RateLimit({ limit: door.requests, seconds: 60 }, clock), strangers: new RateLimit({ limit: STRANGERS, seconds: 60 }, clock) }; // prettier-ignore
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (publicUrl !== null && host !== publicUrl.host && !isLoopback(host)) return refuse(c, 421, 'This desk does not answer under that name', 'the request was addressed to another host', `open ${publicUrl.href}`); // prettier-ignore
    const origin = c.req.header('origin');
    const isOurs = origin !== undefined && (origin === publicUrl?.origin || (origin === `http://${host}` && (publicUrl === null || isLoopback(host)))); // prettier-ignore
    if (publicUrl === null && origin === `https://${host}`) return refuse(c, 403, 'The desk does not know its own address', 'it is reached by https and was started without --public-url', `start it with --public-url https://${host}`); // prettier-ignore
    if (origin !== undefined && !isOurs) return refuse(c, 403, 'Another page sent this', 'a page of another site asked for it', 'open the desk itself, and do it there'); // prettier-ignore
    const viewer = await findViewer(c, door, team);
    const limit = viewer === null ? limits.strangers : limits.known;
    const taken = limit.take(viewer === null ? clientOf(c, door.isProxy) : (viewer.key ?? viewer.user));
    const { limit: most, seconds } = limit.rate;
    const tell = (): void => {
      // draft-ietf-httpapi-ratelimit-headers
      c.header('ratelimit-policy', `"requests";q=${String(most)};w=${String(seconds)}`);
      c.header('ratelimit', `"requests";r=${String(taken.left)};t=${String(Math.max(1, taken.wait))}`);
    };
    if (!taken.isAllowed) {
      tell();
      c.header('retry-after', String(taken.wait));
      return refuse(c, 429, 'Too many requests', `more than ${String(most)} came within a minute`, `wait ${String(taken.wait)} seconds`); // prettier-ignore
    }
    if (viewer !== null) c.set('viewer', viewer);
    else if (!OPEN.test(c.req.path)) return lock(c);
    // Only a browser's cookie, or a proxy behind it, is sent without the sender's doing: a form must say where it comes from.
    const isSent = viewer?.via !== 'key';
    if (!isRead(c) && isSent && !isOurs) return refuse(c, 403, 'It is not known which page sent this', 'the browser did not say where the form comes from', 'open the desk itself, and do it there'); // prettier-ignore
    await next();
    if (isForPrograms(c)) tell();
    if (publicUrl?.protocol === 'https:') c.header('strict-transport-security', 'max-age=31536000');
  };
}

/** Programs are told, people are shown the way in; either way it is 401 or leads to one page. */
function lock(c: Context): Response | Promise<Response> {
  c.header('www-authenticate', 'Bearer realm="hearsay"');
  if (isForPrograms(c) || !isRead(c) || !(c.req.header('accept') ?? '').includes('text/html')) return refuse(c, 401, 'Nobody is signed in', 'the request has no session and no key', 'sign in, or send a key as Authorization: Bearer'); // prettier-ignore
  const { pathname, search } = new URL(c.req.url);
  const to = pathname + search;
  return c.redirect(to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`, 303);
}

async function findViewer(c: Context, door: UsersDoor, team: Team): Promise<Viewer | null> {
  const bearer = bearerOf(c);
  const inAddress = feedKeyOf(c);
  // What is sent on purpose goes before what is sent always.
  if (bearer !== undefined || inAddress !== undefined) return findKey(team, bearer, inAddress, null);
  const header = door.proxyUser === null || !door.isProxy(peerOf(c) ?? '') ? undefined : c.req.header(door.proxyUser);
  // Headers come byte for byte; names are UTF-8.
  const named = header === undefined ? undefined : Buffer.from(header, 'latin1').toString('utf8');
  if (named !== undefined && named !== '') {
    const found = await team.named(named);
    return found === null ? null : { ...found, via: 'proxy', csrf: makeCsrf(`${door.secret} ${found.user}`), session: null, key: null }; // prettier-ignore
  }
  const cookie = getCookie(c, nameSessionCookie(door));
  const found = cookie === undefined ? null : await team.session(cookie);
  if (found === null || cookie === undefined) return null;
  const { user, name, role } = found;
  return { user, name, role, via: 'session', csrf: makeCsrf(cookie), session: cookie, key: null };
}

function isLoopback(host: string): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u.test(host);
}
