import type { Settings } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import { makePassword } from '../../ledger/team/password.ts';
import type { Role } from '../../ledger/team/role.ts';
import { Team } from '../../ledger/team/team.ts';
import { readRole } from '../../ledger/team/users.ts';
import { makeOneLine } from '../format/harmless.ts';
import { nameUser, openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** Where a password comes from. */
type From = 'made' | 'stdin' | 'none';

interface Added {
  readonly name: string;
  readonly role: Role;
  readonly from: From;
  readonly why: string;
}

export async function runUsersAdd({ name, role, from, why }: Added, settings: Settings, terminal: Terminal): Promise<number> {
  const password = await choosePassword(from, terminal);
  return withTeam(settings, terminal, async (team, by, tell) => {
    const person = await team.addUser(name, role, password, by, why);
    await tell(`${person.name} is added, as ${role}.\n`);
    if (from === 'made') await printPassword(password, tell, terminal);
  });
} // prettier-ignore

export function runUsersPassword(name: string, from: Exclude<From, 'none'>, settings: Settings, terminal: Terminal): Promise<number> {
  return withTeam(settings, terminal, async (team, by, tell) => {
    const password = (await choosePassword(from, terminal)) ?? '';
    await team.setPassword(name, password, by);
    await tell(`${name} has another password, and is signed out everywhere.\n`);
    if (from === 'made') await printPassword(password, tell, terminal);
  });
} // prettier-ignore

export function runUsersRole(name: string, role: string, why: string, settings: Settings, terminal: Terminal): Promise<number> {
  const chosen = readRole(role);
  return withTeam(settings, terminal, async (team, by, tell) => {
    await team.setRole(name, chosen, by, why);
    await tell(`${name} is ${chosen} from now on.\n`);
  });
} // prettier-ignore

export function runUsersRemove(name: string, why: string, settings: Settings, terminal: Terminal): Promise<number> {
  return withTeam(settings, terminal, async (team, by, tell) => {
    await team.removeUser(name, by, why);
    await tell(`${name} is removed. What they decided stays, with their name.\n`);
  });
}

export function runUsersList(format: 'text' | 'json', settings: Settings, terminal: Terminal): Promise<number> {
  return withTeam(settings, terminal, async (team) => {
    const people = await team.people();
    if (format === 'json') {
      await writeOut(terminal.stdout, `${JSON.stringify(people, null, 2)}\n`);
      return;
    }
    if (people.length === 0) await writeOut(terminal.stderr, 'Nobody signs in here yet. Add an admin: hearsay users add NAME --role admin\n'); // prettier-ignore
    const wide = Math.max(0, ...people.map(({ name }) => name.length));
    for (const { name, role, made, hasPassword } of people)
      await writeOut(terminal.stdout, `${makeOneLine(name).padEnd(wide)}  ${role.padEnd(6)}  since ${made.slice(0, 10)}${hasPassword ? '' : '  by the proxy alone'}\n`); // prettier-ignore
  });
}

/** Words go to stderr; the password alone goes to stdout, so that it can be taken from there. */
async function printPassword(password: string | null, tell: (text: string) => Promise<void>, terminal: Terminal): Promise<void> {
  await tell('The password, shown this once:\n');
  await writeOut(terminal.stdout, `${password ?? ''}\n`);
} // prettier-ignore

async function choosePassword(from: From, terminal: Terminal): Promise<string | null> {
  if (from === 'none') return null;
  if (from === 'made') return makePassword();
  let text = '';
  for await (const chunk of terminal.stdin) {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    if (text.includes('\n')) break;
  }
  const password = text.split(/\r?\n/u)[0] ?? '';
  if (password === '') throw new HearsayError('usage.bad-option', 'There is no password', 'standard input is empty', 'send it there, as one line'); // prettier-ignore
  return password;
}

async function withTeam(
  settings: Settings,
  terminal: Terminal,
  work: (team: Team, by: string, tell: (text: string) => Promise<void>) => Promise<void>,
): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  const tell = (text: string): Promise<void> => settings.quiet === 'yes' ? Promise.resolve() : writeOut(terminal.stderr, text); // prettier-ignore
  try {
    await work(new Team(ledger.store, () => new Date()), nameUser(), tell);
    return 0;
  } finally {
    await ledger.close();
  }
}
