import type { MiddlewareHandler } from 'hono';
import { reaches, type Role } from '../../../ledger/team/role.ts';
import { refuse } from '../problem-page.tsx';
import { isRead } from './credentials.ts';

/** Pages where admins see to people and to what was done. */
const ADMIN = /^\/(?:people|audit)(?:\/|$)/u;
/** What everybody does for themselves: it changes nothing of the ledger. */
const OWN = /^\/(?:sign-in|sign-out|account|following|mcp)(?:\/|$)/u;
/** Pages that are there to decide or add something. */
const DECIDING = /^\/(?:add(?:\/|$)|review(?:\/|$)|claims\/[^/]+\/(?:check|answers)$)/u;
/** Each operation of the API has a role of its own. */
const API = '/api/v1/';

/** The role that a request needs: what is not named here is read by all, and changed by editors. */
export function roleFor(method: string, path: string): Role {
  if (ADMIN.test(path)) return 'admin';
  if (path.startsWith(API) || OWN.test(path)) return 'reader';
  return method === 'GET' || method === 'HEAD' ? (DECIDING.test(path) ? 'editor' : 'reader') : 'editor';
}

/** Refuses what the viewer's role may not do; whoever the door let in without one may ask for nothing that needs one. */
export const guardRoles: MiddlewareHandler = async (c, next) => {
  const viewer = c.var.viewer as typeof c.var.viewer | undefined;
  const needed = roleFor(c.req.method, c.req.path);
  if (viewer === undefined || reaches(viewer.role, needed)) return next();
  const what = isRead(c) ? 'This page is not for you' : 'You may not do this';
  return refuse(c, 403, what, `it is for ${needed}s, and ${viewer.name} is a ${viewer.role}`, 'ask an admin of this desk'); // prettier-ignore
};
