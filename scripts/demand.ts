import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';

/** The path of a Chromium; where there is none the script ends with 1, for what is not looked at is not verified. */
export function demandChromium(unseen: string): string {
  return findChromium() ?? fail(unseen, 'there is no Chromium on this machine', 'install one (apt-get install chromium), or name it in HEARSAY_CHROMIUM'); // prettier-ignore
}

/** Ends the script with 1 where there is no Python 3.10 that can make an environment of its own. */
export function demandPython(unseen: string): void {
  const isNew = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0;
  if (!isNew) fail(unseen, 'there is no Python 3.10 or later on this machine', 'install one (apt-get install python3 python3-venv)'); // prettier-ignore
  // Debian parts `ensurepip` from the rest: only making an environment shows that it can be made.
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-python-'));
  const isMade = spawnSync('python3', ['-m', 'venv', join(folder, 'own')]).status === 0;
  rmSync(folder, { recursive: true, force: true });
  if (!isMade) fail(unseen, 'this Python cannot make an environment of its own', 'install its module for that (apt-get install python3-venv)'); // prettier-ignore
}

function fail(unseen: string, why: string, fix: string): never {
  console.error(`failed: ${unseen}\n  why: ${why}\n  fix: ${fix}, and run this again`);
  process.exit(1);
}
