import type { Command } from 'commander';
import { HearsayError } from '../../base/error.ts';
import { resolveSettings } from '../../base/config.ts';
import { addOptions } from './command-options.ts';
import { locateLedger, nameUser, openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** The desk's own, so that an address that was kept stays good. */
export const DESK_PORT = 4729;

/** `serve`: the desk in the browser, for one person on this machine. */
export function defineServe(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const serve = program
    .command('serve')
    .description('Open the desk: the ledger in your browser, on this machine alone.')
    .option('--port <N>', 'the port; 0 takes one that is free', String(DESK_PORT))
    .option('--host <ADDRESS>', 'the address of this machine to answer at: 127.0.0.1, ::1 or localhost', '127.0.0.1')
    .addHelpText('after', '\nIt prints an address with a token: only who opens that address gets in. Ctrl-C ends it.\nExit codes: 0 ended by Ctrl-C; 1 the port cannot be used; 2 wrong usage; 3 the ledger could not be used.'); // prettier-ignore
  addOptions(serve, ['ledger', 'quiet']);
  serve.action(async () => {
    const { port, host, ledger, quiet } = serve.opts<{ port: string; host: string; ledger?: string; quiet?: true }>();
    const settings = resolveSettings(ledger === undefined ? {} : { ledger }, terminal.environment);
    const location = locateLedger(settings, terminal.environment);
    finish(await runServe({ location, port: readPort(port), host, quiet: quiet === true }, settings, terminal));
  });
}

interface Wanted {
  readonly location: string;
  readonly port: number;
  readonly host: string;
  readonly quiet: boolean;
}

export async function runServe(
  { location, port, host, quiet }: Wanted,
  settings: Parameters<typeof openSettled>[0],
  terminal: Terminal,
): Promise<number> {
  const stop = terminal.watchInterrupt();
  const ledger = await openSettled(settings, terminal);
  const isDatabase = /^postgres(ql)?:\/\//u.test(location);
  const now = (): Date => new Date();
  const [{ openDesk }, { openJobs }] = await Promise.all([import('../web/serve.ts'), import('../web/jobs/jobs.ts')]);
  const jobs = openJobs({ ledger: location, by: nameUser(), now });
  try {
    const place = isDatabase ? location.replace(/\/\/[^@/]*@/u, '//') : location;
    const desk = await openDesk({ ledger, jobs, place, file: isDatabase ? null : location, port, host, now });
    await writeOut(terminal.stdout, `${desk.address}\n`);
    if (!quiet) await writeOut(terminal.stderr, 'The desk is open at this address. Ctrl-C ends it.\n');
    await new Promise<void>((resolve) => {
      if (stop.aborted) resolve();
      stop.addEventListener('abort', () => { resolve(); }); // prettier-ignore
    });
    await desk.close();
    return 0;
  } finally {
    jobs.close();
    await ledger.close();
  }
}

function readPort(typed: string): number {
  const port = /^\d{1,5}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (port <= 65_535) return port;
  throw new HearsayError('usage.bad-option', `--port cannot be “${typed}”`, 'it is no port', 'give a number from 0 to 65535'); // prettier-ignore
}
