import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { refuse } from './problem-page.tsx';

/** Who may come in: one person on this machine, with the token that `serve` printed (contract §3). */
export interface DoorOptions {
  readonly token: string;
  /** The port that requests come in at; a cookie is sent to every port of a host, so its name tells them apart. */
  readonly port: number;
}

/** Methods that change nothing. */
const READS = new Set(['GET', 'HEAD']);

/** What a form brings back: only who knows the token can make it. */
export function makeCsrf(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url');
}

/**
 * Refuses what was not addressed to this machine by its own name (a rebound DNS name), what another page sent, and who
 * has no token.
 */
export function guardDoor({ token, port }: DoorOptions): MiddlewareHandler {
  const hosts = new Set(['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${String(port)}`));
  const cookie = `hearsay-${String(port)}`;
  const session = createHmac('sha256', token).update('session').digest('base64url');
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!hosts.has(host)) return refuse(c, 421, 'This desk does not answer under that name', 'the request was addressed to another host than this machine', 'open the address that `hearsay serve` printed'); // prettier-ignore
    const origin = c.req.header('origin');
    const isOurs = origin === `http://${host}`;
    if (origin !== undefined && !isOurs) return refuse(c, 403, 'Another page sent this', 'a page of another site asked for it', 'open the desk itself, and do it there'); // prettier-ignore
    const bearer = /^Bearer\s+(.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1];
    const typed = c.req.path === '/' && READS.has(c.req.method) ? c.req.query('token') : undefined;
    const isTyped = typed !== undefined && equal(typed, token);
    const isKnown = isTyped || (bearer !== undefined && equal(bearer, token)) || equal(getCookie(c, cookie) ?? '', session); // prettier-ignore
    if (!isKnown) return refuse(c, 401, 'The desk is locked', 'this browser has not opened the address with the token, or the desk was started anew since', 'open the address that `hearsay serve` printed in the terminal'); // prettier-ignore
    // A browser names where a form comes from; a program that brings the token itself need not.
    if (!READS.has(c.req.method) && !isOurs && bearer === undefined) return refuse(c, 403, 'It is not known which page sent this', 'the browser did not say where the form comes from', 'open the desk itself, and do it there'); // prettier-ignore
    await next();
    if (isTyped) setCookie(c, cookie, session, { path: '/', httpOnly: true, sameSite: 'Strict' });
  };
}

/** In a time that tells nothing of how much is right. */
export function equal(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
