import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHELLS, writeCompletion } from './completion.ts';
import { makeProgram } from './program.ts';

let folder = '';
const idle = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
const program = makeProgram({ ...idle, environment: {}, columns: null, live: false, watchInterrupt: () => new AbortController().signal }, () => undefined); // prettier-ignore

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-completion-'));
  writeFileSync(join(folder, 'bash'), writeCompletion(program, 'bash'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isHere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

/** What bash offers where this line ends. */
function complete(line: string): readonly string[] {
  const script = `source ${join(folder, 'bash')}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hearsay 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script, 'bash', ...line.split(' ')], { encoding: 'utf8', cwd: folder }).trim().split('\n'); // prettier-ignore
}

describe.runIf(isHere('bash'))('bash', () => {
  it.each([
    ['hearsay wat', ['watch']],
    ['hearsay watch ', ['add', 'remove', 'list', 'run']],
    ['hearsay watch add --fr', ['--from']],
    ['hearsay read --form', ['--format']],
    ['hearsay read --format ', ['text', 'json', 'jsonl', 'html']],
    ['hearsay completion ', ['bash', 'zsh', 'fish']],
    ['hearsay outcome 0123abc ', ['happened', 'did-not', 'cancelled', 'moved']],
    ['hearsay add ba', ['bash']],
    ['hearsay claims --ledger ba', ['bash']],
    ['hearsay claims --from ', ['']],
  ])('“%s” may go on with %j', (line, expected) => {
    expect(complete(line)).toEqual(expected);
  });
});

describe('every shell', () => {
  it.each(SHELLS)('%s knows each command and each of its options', (shell) => {
    const script = writeCompletion(program, shell);
    for (const command of program.commands) {
      expect(script).toContain(command.name());
      for (const { long } of command.options) expect(script).toContain(shell === 'fish' ? `-l ${(long ?? '').slice(2)}` : long); // prettier-ignore
    }
  });

  it.each(SHELLS.filter(isHere))('%s takes the script as well-formed', (shell) => {
    const file = join(folder, `checked.${shell}`);
    writeFileSync(file, writeCompletion(program, shell));
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
