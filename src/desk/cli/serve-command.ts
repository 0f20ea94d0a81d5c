import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import { HearsayError } from '../../base/error.ts';
import type { SettingName, Settings } from '../../base/config.ts';
import type { UsersOptions } from '../web/serve.ts';
import { addOptions, collectSettings } from './command-options.ts';
import { locateLedger, nameUser, openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** The desk's own, so that an address that was kept stays good. */
export const DESK_PORT = 4729;

const SERVE_SETTINGS: readonly SettingName[] = ['public-url', 'proxy-from', 'proxy-user', 'requests', 'allow-private', 'ledger', 'quiet']; // prettier-ignore

const HELP = `
Without users it is for one person on this machine: it prints an address with a token, and only who opens that address
gets in. With --users, which is the default for a ledger in PostgreSQL, people sign in with names and passwords, as
\`hearsay users\` adds them, and are readers, editors or admins; then --host may be any address of this machine. Put it
behind a proxy with https, and name the address that people open with --public-url.

--allow-private lets webhooks lead to this machine and to private networks. Ctrl-C ends it.
Exit codes: 0 ended by Ctrl-C; 1 the port cannot be used, or there is no admin; 2 wrong usage; 3 the ledger could not be
used.`;

/** `serve`: the desk in the browser. */
export function defineServe(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const serve = program
    .command('serve')
    .description('Open the desk: the ledger in your browser, for you on this machine alone, or for a team.')
    .option('--port <N>', 'the port; 0 takes one that is free', String(DESK_PORT))
    .option(
      '--host <ADDRESS>',
      'the address of this machine to answer at; without users 127.0.0.1, ::1 or localhost',
      '127.0.0.1',
    ) // prettier-ignore
    .option('--users', 'people sign in')
    .option('--no-users', 'one person on this machine, also with a ledger in PostgreSQL')
    .addHelpText('after', HELP);
  addOptions(serve, SERVE_SETTINGS);
  serve.action(async () => {
    const { port, host, users } = serve.opts<{ port: string; host: string; users?: boolean }>();
    const settings = collectSettings(serve, terminal);
    const location = locateLedger(settings, terminal.environment);
    const hasUsers = users ?? isDatabase(location);
    finish(await runServe({ location, port: readPort(port), host, users: hasUsers ? await readUsers(settings) : null }, settings, terminal)); // prettier-ignore
  });
}

interface Wanted {
  readonly location: string;
  readonly port: number;
  readonly host: string;
  readonly users: UsersOptions | null;
}

export async function runServe(
  { location, port, host, users }: Wanted,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const stop = terminal.watchInterrupt();
  keepHeapSmall();
  const ledger = await openSettled(settings, terminal);
  // An addition that was killed may have left claims to be made.
  await ledger.settle();
  const now = (): Date => new Date();
  const [{ openDesk }, { openJobs }] = await Promise.all([import('../web/serve.ts'), import('../web/jobs/jobs.ts')]);
  const jobs = openJobs({ ledger: location, now });
  try {
    const place = isDatabase(location) ? location.replace(/\/\/[^@/]*@/u, '//') : location;
    const allowPrivate = settings['allow-private'] === 'yes';
    const desk = await openDesk({ ledger, jobs, by: nameUser(), users, allowPrivate, place, file: isDatabase(location) ? null : location, port, host, now }); // prettier-ignore
    await writeOut(terminal.stdout, `${desk.address}\n`);
    if (settings.quiet !== 'yes') await writeOut(terminal.stderr, `${describe(users, host)} Ctrl-C ends it.\n`);
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

/**
 * Lets the heap grow by two fifths over what is in use before it is collected; left alone V8 lets it grow to a multiple. Answers
 * live just long enough to be kept through two small collections: at 20 people 430 MB became 270.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=40');
}

function describe(users: UsersOptions | null, host: string): string {
  if (users === null) return 'The desk is open at this address.';
  const isLocal = /^(?:127\.|::1$|localhost$)/u.test(host);
  const warning = users.publicUrl?.protocol === 'https:' || isLocal ? '' : ' Without https, passwords and sessions can be read on the way: put it behind a proxy, and name its address with --public-url.'; // prettier-ignore
  return `The desk is open at this address; people sign in.${warning}`;
}

function isDatabase(location: string): boolean {
  return /^postgres(ql)?:\/\//u.test(location);
}

/** @throws HearsayError `usage.bad-option` */
async function readUsers(settings: Settings): Promise<UsersOptions> {
  const { readTrusted } = await import('../web/door/peer.ts');
  const { 'public-url': publicUrl, 'proxy-user': proxyUser, 'proxy-from': proxyFrom, requests } = settings;
  if (proxyUser !== null && proxyFrom === null) throw new HearsayError('usage.bad-option', '--proxy-user cannot stand alone', 'whoever reaches the desk could send that header', 'name the addresses of the proxy with --proxy-from'); // prettier-ignore
  if (proxyUser !== null && !/^[\w-]{1,100}$/u.test(proxyUser)) throw new HearsayError('usage.bad-option', `--proxy-user cannot be “${proxyUser}”`, 'it is no name of a header', 'give one such as X-Remote-User'); // prettier-ignore
  const url = publicUrl === null ? null : new URL(publicUrl);
  if (url !== null && (url.pathname !== '/' || url.search !== '')) throw new HearsayError('usage.bad-option', `--public-url cannot be “${publicUrl ?? ''}”`, 'the desk stands at the root of a host', 'give an address such as https://desk.example'); // prettier-ignore
  return { publicUrl: url, proxyUser, isProxy: readTrusted(proxyFrom), requests: Number(requests) };
}

function readPort(typed: string): number {
  const port = /^\d{1,5}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (port <= 65_535) return port;
  throw new HearsayError('usage.bad-option', `--port cannot be “${typed}”`, 'it is no port', 'give a number from 0 to 65535'); // prettier-ignore
}
