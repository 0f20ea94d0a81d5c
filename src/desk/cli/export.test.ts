import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventExportLedger } from '../../../test/invented-export.ts';
import { runProgram } from './program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-export-cli-'));
  await (await inventExportLedger(join(folder, 'ledger.db'))).close();
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(
  words: readonly string[],
  columns: number | null = null,
): Promise<{ code: number; out: Buffer; said: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, said] = [buffer(stdout), buffer(stderr)];
  const terminal = { stdin: new PassThrough(), stdout, stderr, environment: {}, columns, live: false, watchInterrupt: () => new AbortController().signal }; // prettier-ignore
  const code = await runProgram([...words, '--ledger', join(folder, 'ledger.db')], terminal);
  stdout.end();
  stderr.end();
  return { code, out: await out, said: (await said).toString() };
}

describe('hearsay export', () => {
  it.each(['jsonl', 'csv', 'parquet', 'claimreview', 'webannotation', 'ics', 'gqg', 'html', 'ledger'])('%s to stdout is what -o FILE writes', async (format) => {
    const { code, out } = await run(['export', format, '--on', '2031-05-01']);
    expect([code, out.length > 100]).toEqual([0, true]);
    if (format === 'csv' || format === 'parquet') return; // there -o is a folder
    const file = join(folder, `one.${format}`);
    expect((await run(['export', format, '--on', '2031-05-01', '-o', file])).code).toBe(0);
    const plain = (bytes: Buffer): string => bytes.toString().replaceAll(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z|DTSTAMP:\S+|\d+ \w+ 20\d\d, \d\d:\d\d UTC/gu, ''); // when it was made
    expect(plain(await readFile(file))).toBe(plain(out));
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  }); // prettier-ignore

  it.each(['csv', 'parquet'])('%s -o FOLDER writes every table and a codebook, over those that were there', async (format) => {
    const tables = join(folder, 'deep', format);
    for (let i = 0; i < 2; i++) expect((await run(['export', format, '-o', tables])).code).toBe(0);
    const names = ['appearances', 'attributions', 'claims', 'corrections', 'denials', 'entities', 'events', 'links', 'origins', 'reports', 'spans']; // prettier-ignore
    expect((await readdir(tables)).sort()).toEqual([...names.map((name) => `${name}.${format}`), 'codebook.md'].sort());
    const { out } = await run(['export', format]);
    expect((await readFile(join(tables, `appearances.${format}`))).equals(out)).toBe(format === 'csv'); // Parquet says when it was made
  }); // prettier-ignore

  it.each([
    [['elephants'], 'No claim is found: what is written holds none.\n'],
    [['ferry'], ''],
    [[], ''],
  ])('says so where no claim is found: %j', async (words, told) => {
    expect(await run(['export', 'html', ...words])).toMatchObject({ code: 0, said: told });
  });

  it.each([
    [['export', 'html', '--no-text'], null, 'usage.bad-option'],
    [['export', 'ledger', 'ferry'], null, 'usage.bad-option'],
    [['export', 'ledger', '--outlet', 'Quay'], null, 'usage.bad-option'],
    [['export', 'parquet'], 80, 'usage.bad-option'],
    [['export', 'ics', '--on', 'someday'], null, 'usage.bad-option'],
    [['export', 'pdf'], null, 'usage.bad-option'],
  ])('%j is refused and nothing is written', async (words, columns, code) => {
    const { code: exit, out, said } = await run(words, columns);
    expect([exit, out.length]).toEqual([2, 0]);
    expect(said).toMatch(new RegExp(`^hearsay: .+: .+; .+ \\[${code}\\]\\n$`, 'u'));
  });

  it('a folder in the place of a file, and a file in the place of a folder, are named', async () => {
    const file = join(folder, 'in-the-way');
    await writeFile(file, '');
    for (const words of [['export', 'html', '-o', folder], ['export', 'csv', '-o', file]]) {
      const { code, said } = await run(words);
      expect([code, said.includes('[usage.bad-file]')]).toEqual([1, true]);
    }
  }); // prettier-ignore
});
