import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../ledger/ledger.ts';
import { Team } from '../../ledger/team/team.ts';
import { runProgram } from './program.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-users-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(words: readonly string[], stdin = ''): Promise<{ code: number; out: string; said: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, said] = [text(stdout), text(stderr)];
  const stop = new AbortController();
  stop.abort();
  const terminal = { stdin: Readable.from(stdin === '' ? [] : [stdin]), stdout, stderr, environment: {}, columns: null, live: false, watchInterrupt: () => stop.signal }; // prettier-ignore
  const code = await runProgram([...words, '--ledger', join(folder, 'ledger.db')], terminal);
  stdout.end();
  stderr.end();
  return { code, out: await out, said: await said };
}

async function isPassword(name: string, password: string): Promise<boolean> {
  const ledger = await openLedger(join(folder, 'ledger.db'), { by: 'tester', now: () => new Date() });
  const isRight = await new Team(ledger.store, () => new Date()).isPassword(name, password);
  await ledger.close();
  return isRight;
}

describe('hearsay users', () => {
  it('serve --users is refused, with the reason, until there is an admin', async () => {
    const { code, said } = await run(['serve', '--users', '--port', '0']);
    expect([code, said]).toEqual([1, 'hearsay: The desk cannot be opened for users: there is no admin yet, so nobody could come in; make one: hearsay users add NAME --role admin [serve.no-admin]\n']); // prettier-ignore
    expect((await run(['users', 'list'])).said).toContain('Nobody signs in here yet');
  });

  it('adds an admin with a password that is printed once, and alone, on stdout', async () => {
    const { code, out, said } = await run(['users', 'add', 'Ada Venn', '--role', 'admin']);
    expect([code, said]).toEqual([0, 'Ada Venn is added, as admin.\nThe password, shown this once:\n']);
    expect(out).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\n$/u);
    expect(await isPassword('ada venn', out.trim())).toBe(true);
    expect((await run(['serve', '--users', '--port', '0'])).out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/u);
  });

  it('takes a password from standard input, and no bad one', async () => {
    expect((await run(['users', 'add', 'Bo', '--stdin'], 'marble kettle thrush ten\n')).out).toBe('');
    expect(await isPassword('Bo', 'marble kettle thrush ten')).toBe(true);
    expect((await run(['users', 'password', 'Bo', '--stdin'], 'short\n')).said).toContain('fewer than 12 characters');
    expect((await run(['users', 'password', 'Bo', '--stdin'])).code).toBe(2);
    expect(await isPassword('Bo', 'marble kettle thrush ten')).toBe(true);
    expect((await run(['users', 'password', 'Bo', '--stdin'], 'lantern gravel otter nine')).code).toBe(0);
    expect(await isPassword('Bo', 'lantern gravel otter nine')).toBe(true);
  });

  it('lists, changes roles, removes, and keeps an admin', async () => {
    expect((await run(['users', 'role', 'Bo', 'editor', '--why', 'two weeks in'])).said).toBe('Bo is editor from now on.\n'); // prettier-ignore
    expect((await run(['users', 'role', 'Bo', 'king'])).code).toBe(2);
    expect((await run(['users', 'add', 'Cy', '--no-password'])).code).toBe(0);
    const { out } = await run(['users', 'list']);
    expect(out.replaceAll(/\d{4}-\d\d-\d\d/gu, 'DAY')).toBe('Ada Venn  admin   since DAY\nBo        editor  since DAY\nCy        reader  since DAY  by the proxy alone\n'); // prettier-ignore
    const people = JSON.parse((await run(['users', 'list', '--format', 'json'])).out) as {
      name: string;
      role: string;
    }[];
    expect(people.map(({ name, role }) => [name, role])).toEqual([['Ada Venn', 'admin'], ['Bo', 'editor'], ['Cy', 'reader']]); // prettier-ignore
    expect((await run(['users', 'remove', 'Ada Venn'])).said).toContain('[team.last-admin]');
    expect((await run(['users', 'remove', 'Cy'])).code).toBe(0);
    expect((await run(['users', 'remove', 'Cy'])).said).toContain('[team.unknown-user]');
  });

  it.each([
    [['--proxy-user', 'X-Remote-User'], '--proxy-user cannot stand alone'],
    [['--proxy-from', 'everyone'], '“everyone” is no IP address'],
    [['--public-url', 'https://desk.example/hearsay'], 'the desk stands at the root of a host'],
    [['--no-users', '--host', '0.0.0.0'], 'it has no users'],
  ])('serve %j is refused: %s', async (words, why) => {
    const { code, said } = await run(['serve', '--users', '--port', '0', ...words]);
    expect([code > 0, said.includes(why)]).toEqual([true, true]);
  });
});
