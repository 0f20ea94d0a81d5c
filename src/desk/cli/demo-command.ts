import { homedir } from 'node:os';
import { mkdir, readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { readVersion } from '../../base/version.ts';
import { addClaimOptions } from './claim-commands.ts';
import type { ClaimFormat } from './claims-command.ts';
import { collectSettings } from './command-options.ts';
import { DESK_PORT, runServe } from './serve-command.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** The story as it lies in the package. */
const STORY = fileURLToPath(new URL('../../../examples/story/', import.meta.url));

/** `demo`: reads the example story into a ledger of its own, and lists its claims or opens the desk on them. */
export function defineDemo(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const demo = program
    .command('demo')
    .description('Read the invented story that comes with Hearsay into a ledger of its own, and list its claims, or open the desk on them.')
    .addHelpText('after', '\nYour ledger is not touched. The first time takes about a minute; then the story is held.\nExit codes: 0 done; 1 it failed; 2 wrong usage; 3 the ledger could not be used.'); // prettier-ignore
  demo.option('--serve', 'open the desk on it, instead of listing');
  addClaimOptions(demo, ['width', 'quiet']);
  demo.action(async () => {
    const { format, serve } = demo.opts<{ format: ClaimFormat; serve?: true }>();
    const folder = findCacheFolder(terminal.environment);
    await mkdir(folder, { recursive: true });
    const ledger = join(folder, `demo-${readVersion()}.db`);
    const settings = { ...collectSettings(demo, terminal), ledger, published: null, outlet: null, url: null, columns: null }; // prettier-ignore
    const tell = (text: string): Promise<void> => settings.quiet === 'yes' ? Promise.resolve() : writeOut(terminal.stderr, text); // prettier-ignore
    await tell('An invented example: seventeen pages about the sale of a shipyard that never was.\n');
    const [{ runAdd }, { readInputs }, { identifyReader }] = await Promise.all([import('./add-command.ts'), import('../../pipeline.ts'), import('../../reader.ts')]); // prettier-ignore
    const code = await runAdd(await listPages(), settings, terminal, { readInputs, identifyReader });
    if (code !== 0) {
      finish(code);
      return;
    }
    if (serve === true) {
      finish(await runServe({ location: ledger, port: DESK_PORT, host: '127.0.0.1', users: null }, settings, terminal)); // prettier-ignore
      return;
    }
    if (format === 'text') await writeOut(terminal.stdout, 'Invented example: the Hollin yard\n\n');
    const { runClaims } = await import('./claims-command.ts');
    const shown = await runClaims({}, format, settings, terminal);
    await tell(`\nAn invented example. Ask it more: hearsay claims --ledger ${quote(ledger)}\n`);
    finish(shown);
  });
}

async function listPages(): Promise<readonly string[]> {
  const names = await readdir(STORY);
  return names.filter((name) => name.endsWith('.html')).sort().map((name) => join(STORY, name)); // prettier-ignore
}

/** The folder that the system has for what can be made again. */
function findCacheFolder(environment: Terminal['environment'], platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'hearsay', 'Cache'); // prettier-ignore
  const { XDG_CACHE_HOME: set } = environment;
  if (set !== undefined && isAbsolute(set)) return join(set, 'hearsay');
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches', 'hearsay') : join(homedir(), '.cache', 'hearsay');
}

function quote(path: string): string {
  return /^[\w./\\:-]+$/u.test(path) ? path : `"${path}"`;
}
