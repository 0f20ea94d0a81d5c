import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTable } from '../src/desk/export/formats.ts';
import { gatherMaterial } from '../src/desk/export/material.ts';
import { TABLES } from '../src/desk/export/tables/all-tables.ts';
import { openLedger, type Ledger } from '../src/ledger/ledger.ts';
import { inventExportLedger, MADE_AT, TODAY } from '../test/invented-export.ts';
import { demandPython } from './demand.ts';

/**
 * `npm run verify`: the tables in Python, with pandas and pyarrow in an environment that this makes. Of an invented ledger
 * with emoji, or of `tsx scripts/verify-exports.ts LEDGER`.
 */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const VENV = join(ROOT, '.venv', 'verify-exports');
const LIBRARIES = ['pandas', 'pyarrow'];

function run(command: string, words: readonly string[]): void {
  const { status, error } = spawnSync(command, words, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${String(status ?? error?.message)}`);
}

function makePython(): string {
  const python = join(VENV, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (!existsSync(python)) run('python3', ['-m', 'venv', VENV]);
  if (spawnSync(python, ['-c', `import ${LIBRARIES.join(', ')}`]).status !== 0)
    run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...LIBRARIES]);
  return python;
}

async function writeTables(ledger: Ledger, folder: string): Promise<void> {
  await ledger.store.snapshot(async (queries) => {
    const material = await gatherMaterial(queries, { query: { all: true }, today: TODAY, at: MADE_AT });
    for (const format of ['csv', 'parquet'] as const) {
      await mkdir(join(folder, format));
      for (const table of TABLES)
        await writeFile(join(folder, format, `${table.name}.${format}`), writeTable(format, table, material));
    }
  });
}

demandPython('the tables were not opened in Python');
const folder = await mkdtemp(join(tmpdir(), 'hearsay-exports-'));
try {
  const [named] = process.argv.slice(2);
  const ledger = named === undefined ? await inventExportLedger(join(folder, 'ledger.db')) : await openLedger(named, { by: 'verify', now: () => new Date() }); // prettier-ignore
  await writeTables(ledger, folder);
  await ledger.close();
  run(makePython(), [fileURLToPath(new URL('verify-exports.py', import.meta.url)), folder, ...(named === undefined ? ['--emoji'] : [])]); // prettier-ignore
} finally {
  await rm(folder, { recursive: true, force: true });
}
