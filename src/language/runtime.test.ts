import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'hearsay-home-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('the native library', () => {
  it('keeps no record of this machine and its sessions, to be sent to who made it', () => {
    const environment: NodeJS.ProcessEnv = { ...process.env, HOME: home };
    delete environment.ORT_DISABLE_TELEMETRY;
    delete environment.XDG_CACHE_HOME;
    const index = new URL('../index.ts', import.meta.url).href;
    const script = `import { read } from ${JSON.stringify(index)}; const { attributions } = await read('examples/saltmere-ferry.html'); console.log(attributions.length > 0);`;
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8', cwd: new URL('../../', import.meta.url), env: environment }); // prettier-ignore
    expect([run.stdout, readdirSync(home, { recursive: true }).map(String).filter((name) => /microsoft|onnxruntime/iu.test(name))]).toEqual(['true\n', []]); // prettier-ignore
  }, 30_000);
});
