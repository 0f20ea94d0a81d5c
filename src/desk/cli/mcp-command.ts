import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Settings } from '../../base/config.ts';
import { Turns } from '../../ledger/store/turns.ts';
import type { readInputs } from '../../pipeline.ts';
import { addOptions, collectSettings } from './command-options.ts';
import { openSettled } from './ledger-location.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
For programs that speak the Model Context Protocol: they start it and talk to it over stdin and stdout. Tools: read, add,
search_claims, claim, trace, calendar. Reports are given by address or as text, never as files; addresses in private
networks are refused. Words of reports are marked as data, and never as instructions.

Exit codes: 0 the client has gone; 2 wrong usage; 3 the ledger could not be used.`;

/** `mcp`. */
export function defineMcp(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const command = program
    .command('mcp')
    .description('Serve the ledger to a program over MCP (stdio).')
    .option('--read-only', 'without the tool that adds reports')
    .addHelpText('after', HELP);
  addOptions(command, ['runtime', 'ledger']);
  command.action(async () => {
    const { readOnly } = command.opts<{ readOnly?: true }>();
    const { readInputs: read } = await import('../../pipeline.ts');
    finish(await runMcp(readOnly !== true, collectSettings(command, terminal), terminal, read));
  });
}

/** Serves one client until it closes stdin. @returns the exit code */
async function runMcp(
  canAdd: boolean,
  settings: Settings,
  terminal: Terminal,
  read: typeof readInputs,
): Promise<number> {
  // Imported here: no other command needs the protocol.
  const [{ StdioServerTransport }, { openMcpServer }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/stdio.js'),
    import('../mcp/mcp-server.ts'),
  ]);
  const ledger = await openSettled(settings, terminal);
  const stdin = Readable.from(terminal.stdin);
  const server = openMcpServer({
    ...{ ledger, readInputs: read, canAdd, now: () => new Date(), turns: new Turns() },
    runtime: settings.runtime as 'auto' | 'native' | 'wasm',
  });
  try {
    const ended = finished(stdin, { writable: false });
    await server.connect(new StdioServerTransport(stdin, terminal.stdout));
    await ended;
    return 0;
  } finally {
    await server.close();
    await ledger.close();
  }
}
