import type { Command } from 'commander';
import { Option } from 'commander';
import { ROLES, type Role } from '../../ledger/team/role.ts';
import { addOptions, collectSettings } from './command-options.ts';
import type { Terminal } from './terminal.ts';

const EXITS = '\nExit codes: 0 done; 1 it failed; 2 wrong usage; 3 the ledger could not be used.';
const PASSWORD = `
A password is made and printed once; with --stdin it is the first line of standard input (12 characters or more). It is
never an argument: other users of a machine can see those.
`;

/** `users add`, `list`, `role`, `password` and `remove`. */
export function defineUsers(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const users = program
    .command('users')
    .description('People who sign in at the desk of this ledger, and what they may.')
    .helpCommand(false);
  const role = (): Option => new Option('--role <ROLE>', 'readers look; editors also decide, add and watch; admins also see to people').choices(ROLES); // prettier-ignore

  const add = users
    .command('add')
    .description('Add a person. The first one should be an admin.')
    .argument('<NAME>', 'as it will stand beside what they decide')
    .addOption(role().default('reader'))
    .option('--stdin', 'take the password from standard input')
    .option('--no-password', 'they come in by a proxy that signs them in (`serve --proxy-user`)')
    .option('--why <REASON>', 'why, for the record')
    .addHelpText('after', PASSWORD + EXITS);
  addOptions(add, ['ledger', 'quiet']);
  add.action(async (name: string) => {
    const { role: chosen, stdin = false, password, why = '' } = add.opts<{ role: Role; stdin?: true; password: boolean; why?: string }>(); // prettier-ignore
    const from = password ? (stdin ? 'stdin' : 'made') : 'none';
    const { runUsersAdd } = await import('./users-command.ts');
    finish(await runUsersAdd({ name, role: chosen, from, why }, collectSettings(add, terminal), terminal));
  });

  const list = users
    .command('list')
    .description('List who signs in here.')
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXITS);
  addOptions(list, ['ledger']);
  list.action(async () => {
    const { format } = list.opts<{ format: 'text' | 'json' }>();
    const { runUsersList } = await import('./users-command.ts');
    finish(await runUsersList(format, collectSettings(list, terminal), terminal));
  });

  const change = users
    .command('role')
    .description('Change what a person may. It holds at once.')
    .argument('<NAME>', 'as `users list` has it')
    .argument('<ROLE>', ROLES.join(', '))
    .option('--why <REASON>', 'why, for the record')
    .addHelpText('after', EXITS);
  addOptions(change, ['ledger', 'quiet']);
  change.action(async (name: string, typed: string) => {
    const { why = '' } = change.opts<{ why?: string }>();
    const { runUsersRole } = await import('./users-command.ts');
    finish(await runUsersRole(name, typed, why, collectSettings(change, terminal), terminal));
  });

  const password = users
    .command('password')
    .description('Give a person another password, and end their sessions.')
    .argument('<NAME>', 'as `users list` has it')
    .option('--stdin', 'take the password from standard input')
    .addHelpText('after', PASSWORD + EXITS);
  addOptions(password, ['ledger', 'quiet']);
  password.action(async (name: string) => {
    const { stdin = false } = password.opts<{ stdin?: true }>();
    const { runUsersPassword } = await import('./users-command.ts');
    finish(await runUsersPassword(name, stdin ? 'stdin' : 'made', collectSettings(password, terminal), terminal));
  });

  const remove = users
    .command('remove')
    .description('Remove a person, with their sessions, keys and follows. What they decided stays, with their name.')
    .argument('<NAME>', 'as `users list` has it')
    .option('--why <REASON>', 'why, for the record')
    .addHelpText('after', EXITS);
  addOptions(remove, ['ledger', 'quiet']);
  remove.action(async (name: string) => {
    const { why = '' } = remove.opts<{ why?: string }>();
    const { runUsersRemove } = await import('./users-command.ts');
    finish(await runUsersRemove(name, why, collectSettings(remove, terminal), terminal));
  });
}
