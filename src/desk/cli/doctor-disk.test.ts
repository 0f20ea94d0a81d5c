import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkDisk } from './doctor-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-disk-'));
const file = join(folder, 'not', 'there', 'ledger.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  [20e9, true, null],
  [100e6, false, 'make room before you add more: a report takes some 0.3 MB'],
])('with %d bytes free all is well: %s', async (bytes, ok, fix) => {
  const found = await checkDisk(file, () => Promise.resolve(bytes));
  expect(found).toMatchObject({ check: 'disk', ok, fix, found: `${(bytes / 1e9).toFixed(1)} GB free in ${folder}` });
});

it('asks the system of the nearest folder that is there', async () => {
  expect((await checkDisk(file)).found).toMatch(/^\d+\.\d GB free in /u);
});
