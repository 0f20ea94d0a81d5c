import type { RuntimeName } from '../../language/runtime.ts';
import { describeError } from '../../base/error.ts';
import { readVersion } from '../../base/version.ts';
import { writeOut, type Terminal } from './terminal.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** Reading works without it, slower. */
  readonly optional: boolean;
  readonly found: string;
  /** What to do; null where nothing is to be done. */
  readonly fix: string | null;
}

const OLDEST_NODE = [20, 19] as const;

/**
 * `hearsay doctor`: checks what a reading needs and says what to do.
 * @returns the exit code: 0 reports can be read, 1 they cannot
 */
export async function runDoctor(format: 'text' | 'json', terminal: Terminal): Promise<number> {
  const native = await checkRuntime('native');
  const findings = [checkNode(process.versions.node), native, await checkRuntime('wasm')];
  const usable = findings[0]?.ok === true && findings.slice(1).some(({ ok }) => ok);
  if (format === 'json')
    await writeOut(terminal.stdout, `${JSON.stringify({ hearsay: readVersion(), usable, findings }, null, 2)}\n`);
  else {
    const lines = findings.map(
      ({ check, ok, optional, found, fix }) =>
        `${ok ? 'good' : optional && usable ? 'note' : 'bad '}  ${check}: ${found}${fix === null ? '' : `\n      ${fix}`}`,
    );
    lines.push('', verdict(usable, native.ok));
    await writeOut(terminal.stdout, `Hearsay ${readVersion()}\n\n${lines.join('\n')}\n`);
  }
  return usable ? 0 : 1;
}

function verdict(usable: boolean, native: boolean): string {
  if (!usable) return 'Reports cannot be read here until the above is mended.';
  return native
    ? 'All is well: reports are read with the native runtime.'
    : 'Reports can be read, with the slower WASM runtime.';
}

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const fix = ok ? null : `install Node ${OLDEST_NODE.join('.')} or later from https://nodejs.org`;
  return { check: 'Node', ok, optional: false, found: version, fix };
}

async function checkRuntime(name: RuntimeName): Promise<Finding> {
  const check = name === 'native' ? 'network, native runtime' : 'network, WASM runtime';
  try {
    // Imported here: doctor must be able to say that it does not load.
    const { openEncoder } = await import('../../language/encoder.ts');
    const { hash } = await openEncoder({ runtime: name, threads: 1 });
    return { check, ok: true, optional: true, found: `loads, network ${hash.slice(0, 19)}…`, fix: null };
  } catch (error) {
    const { why, fix } = describeError(error, check);
    const help = name === 'native' ? 'install again without --omit=optional for the faster runtime' : fix;
    return { check, ok: false, optional: true, found: `does not load (${why})`, fix: help };
  }
}
