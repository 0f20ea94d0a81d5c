import type { Context } from 'hono';
import { HearsayError } from '../../base/error.ts';
import { reaches, type Role } from '../../ledger/team/role.ts';

/** @throws HearsayError `team.not-allowed` */
export function demandRole(c: Context, needed: Role): void {
  const { role, name } = c.var.viewer;
  if (!reaches(role, needed)) throw new HearsayError('team.not-allowed', 'You may not do this', `it is for ${needed}s, and ${name} is a ${role} here`, 'ask an admin of this desk, or use another key'); // prettier-ignore
}
