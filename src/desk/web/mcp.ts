import { reaches } from '../../ledger/team/role.ts';
import { Turns } from '../../ledger/store/turns.ts';
import type { App, Desk } from './desk.ts';
import { readApart } from './jobs/read-apart.ts';

/**
 * `/mcp`: MCP over streamable HTTP, behind the same door and keys as the rest. Readers have no tool that adds; what is added is
 * kept under the name of whose key it is. Its library is loaded with the first call.
 */
export function defineMcp(app: App, desk: Desk): void {
  const turns = new Turns();
  app.all('/mcp', async (c) => {
    const { answerMcp } = await import('../mcp/mcp-http.ts');
    const { name, role } = c.var.viewer;
    const ledger: Desk['ledger'] = { ...desk.ledger, add: (reading, capture) => desk.ledger.add(reading, capture, name) };
    return answerMcp({ ledger, readInputs: readApart, now: desk.now, turns, canAdd: reaches(role, 'editor') }, c.req.raw); // prettier-ignore
  });
} // prettier-ignore
