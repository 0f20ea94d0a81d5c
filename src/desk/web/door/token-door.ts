import { createHmac } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { LOCAL, type Team } from '../../../ledger/team/team.ts';
import { refuse } from '../problem-page.tsx';
import type { Viewer } from '../viewer.ts';
import { bearerOf, equal, feedKeyOf, isRead, makeCsrf } from './credentials.ts';

/** Who may come in: one person on this machine, with the token that `serve` printed (contract §3), or with a key of theirs. */
export interface TokenDoor {
  readonly token: string;
  /** Who that person is. */
  readonly name: string;
  /** The port that requests come in at; a cookie is sent to every port of a host, so its name tells them apart. */
  readonly port: number;
}

/**
 * Refuses what was not addressed to this machine by its own name (a rebound DNS name), what another page sent, and who
 * has neither token nor key.
 */
export function guardByToken({ token, name, port }: TokenDoor, team: Team): MiddlewareHandler {
  const hosts = new Set(['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${String(port)}`));
  const cookie = `hearsay-${String(port)}`;
  const session = createHmac('sha256', token).update('session').digest('base64url');
  const owner: Viewer = { user: LOCAL, name, role: 'admin', via: 'token', csrf: makeCsrf(token), session: null, key: null }; // prettier-ignore
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!hosts.has(host)) return refuse(c, 421, 'This desk does not answer under that name', 'the request was addressed to another host than this machine', 'open the address that `hearsay serve` printed'); // prettier-ignore
    const origin = c.req.header('origin');
    const isOurs = origin === `http://${host}`;
    if (origin !== undefined && !isOurs) return refuse(c, 403, 'Another page sent this', 'a page of another site asked for it', 'open the desk itself, and do it there'); // prettier-ignore
    const bearer = bearerOf(c);
    const typed = c.req.path === '/' && isRead(c) ? c.req.query('token') : undefined;
    const isTyped = typed !== undefined && equal(typed, token);
    const isKnown = isTyped || (bearer !== undefined && equal(bearer, token)) || equal(getCookie(c, cookie) ?? '', session); // prettier-ignore
    const key = isKnown ? null : await findKey(team, bearer, feedKeyOf(c), name);
    if (!isKnown && key === null) return refuse(c, 401, 'The desk is locked', 'this browser has not opened the address with the token, or the desk was started anew since', 'open the address that `hearsay serve` printed in the terminal'); // prettier-ignore
    // A browser names where a form comes from; a program that brings the token itself need not.
    if (!isRead(c) && !isOurs && bearer === undefined) return refuse(c, 403, 'It is not known which page sent this', 'the browser did not say where the form comes from', 'open the desk itself, and do it there'); // prettier-ignore
    c.set('viewer', key ?? owner);
    await next();
    if (isTyped) setCookie(c, cookie, session, { path: '/', httpOnly: true, sameSite: 'Strict' });
  };
}

/** Who comes with a key: `Authorization: Bearer`, or, for feeds alone, in the address. */
export async function findKey(
  team: Team,
  bearer: string | undefined,
  inAddress: string | undefined,
  local: string | null,
): Promise<Viewer | null> {
  const given = bearer ?? inAddress;
  const found = given === undefined ? null : await team.key(given, local);
  // What opens more than feeds may stand in no address, and what opens feeds alone opens them by their address.
  if (found === null || (found.key.scope === 'feeds') !== (bearer === undefined)) return null;
  const { user, name, role, key } = found;
  return { user, name, role: key.scope === 'feeds' ? 'reader' : role, via: 'key', csrf: null, session: null, key: key.id }; // prettier-ignore
}
