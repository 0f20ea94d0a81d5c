import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Finding } from './finding.ts';

/** Free bytes below which an addition of some thousand reports may end for want of room. */
const LITTLE = 500e6;

/** Whether there is room for a ledger's file, and whether this user may write there. */
export async function checkDisk(file: string, free = readFree): Promise<Finding> {
  const folder = nearestFolder(file);
  const told = { check: 'disk', optional: false } as const;
  try {
    await access(existsSync(file) ? file : folder, constants.W_OK);
  } catch {
    return { ...told, ok: false, found: `${existsSync(file) ? file : folder} cannot be written to by this user`, fix: 'change its permissions, or name another file with --ledger' }; // prettier-ignore
  }
  const bytes = await free(folder);
  const found = `${(bytes / 1e9).toFixed(1)} GB free in ${folder}`;
  if (bytes >= LITTLE) return { ...told, ok: true, found, fix: null };
  return {
    ...told,
    optional: true,
    ok: false,
    found,
    fix: 'make room before you add more: a report takes some 0.3 MB',
  };
}

async function readFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The folder of a file, or the nearest above it that is there. */
function nearestFolder(file: string): string {
  let folder = dirname(file);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
