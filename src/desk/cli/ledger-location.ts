import { homedir, userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Settings } from '../../base/config.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Terminal } from './terminal.ts';

/** Where the ledger is: as set, else `ledger.db` in the folder that the system has for a user's data. */
export function locateLedger(
  settings: Pick<Settings, 'ledger'>,
  environment: Terminal['environment'],
  platform: NodeJS.Platform = process.platform,
): string {
  const { ledger } = settings;
  if (ledger !== null) return /^postgres(ql)?:\/\//u.test(ledger) ? ledger : resolve(ledger);
  return join(findDataFolder(environment, platform), 'hearsay', 'ledger.db');
}

/** XDG base directories on Unix; an unset or relative variable counts as not there, as that standard has it. */
function findDataFolder(environment: Terminal['environment'], platform: NodeJS.Platform): string {
  const home = homedir();
  if (platform === 'win32') return environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const { XDG_DATA_HOME: set } = environment;
  return set !== undefined && isAbsolute(set) ? set : join(home, '.local', 'share');
}

/** The ledger that the settings name. @throws HearsayError `ledger.*` */
export async function openSettled(settings: Settings, terminal: Terminal): Promise<Ledger> {
  // Imported here: `read`, and whatever only prints help, need no ledger and start without its hundred files.
  const { openLedger } = await import('../../ledger/ledger.ts');
  const onRebuild = (reports: number): void => {
    const count = reports === 1 ? 'its report is' : `its ${String(reports)} reports are`;
    terminal.stderr.write(`The ledger is from an older Hearsay: what ${count} said to claim is made anew. Done once, it may take minutes.\n`); // prettier-ignore
  };
  return openLedger(locateLedger(settings, terminal.environment), { by: nameUser(), now: () => new Date(), onRebuild });
}

export function nameUser(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container, a user may have a number and no name.
    return `user ${String(process.getuid?.() ?? 'unknown')}`;
  }
}
