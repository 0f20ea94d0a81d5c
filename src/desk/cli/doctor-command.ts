import { existsSync } from 'node:fs';
import type { Settings } from '../../base/config.ts';
import type { Capture } from '../../capture/capture.ts';
import type { RuntimeName } from '../../language/runtime.ts';
import { describeError } from '../../base/error.ts';
import { readVersion } from '../../base/version.ts';
import { checkDisk } from './doctor-disk.ts';
import type { Finding } from './finding.ts';
import { locateLedger, openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

const OLDEST_NODE = [20, 19] as const;

/**
 * `hearsay doctor`: checks what a reading needs, and the ledger, and says what to do.
 * @returns the exit code: 0 all is well, 1 reports cannot be read or the ledger cannot be relied on
 */
export async function runDoctor(format: 'text' | 'json', settings: Settings, terminal: Terminal): Promise<number> {
  const node = checkNode(process.versions.node);
  const native = await checkRuntime('native');
  const wasm = await checkRuntime('wasm');
  const ledger = await checkLedger(settings, terminal);
  const tables = native.ok || wasm.ok ? [await checkTables(native.ok ? 'native' : 'wasm')] : [];
  const where = locateLedger(settings, terminal.environment);
  const disk = where.includes('://') ? [] : [await checkDisk(where)];
  const findings = [node, native, wasm, ...tables, ledger, ...disk];
  const isKept = [ledger, ...disk].every(({ ok, optional }) => ok || optional);
  const usable = node.ok && (native.ok || wasm.ok) && tables.every(({ ok }) => ok);
  if (format === 'json')
    await writeOut(terminal.stdout, `${JSON.stringify({ hearsay: readVersion(), usable, findings }, null, 2)}\n`);
  else {
    const lines = findings.map(
      ({ check, ok, optional, found, fix }) =>
        `${ok ? 'good' : optional && usable ? 'note' : 'bad '}  ${check}: ${found}${fix === null ? '' : `\n      ${fix}`}`,
    );
    lines.push('', verdict(usable, native.ok, isKept));
    await writeOut(terminal.stdout, `Hearsay ${readVersion()}\n\n${lines.join('\n')}\n`);
  }
  return usable && isKept ? 0 : 1;
}

function verdict(usable: boolean, native: boolean, ledger: boolean): string {
  if (!usable) return 'Reports cannot be read here until the above is mended.';
  if (!ledger) return 'Reports can be read; the ledger cannot be relied on until the above is mended.';
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

/** A line whose reading opens every table: names, a pronoun, a place, a date, what is ahead and how surely. */
const LINE: Capture = {
  input: 'doctor',
  kind: 'text',
  bytes: Buffer.from('Jo Hale, the mayor of Vienna, said on Tuesday that she may visit Paris next week.'),
  charset: 'utf-8',
  given: { published: '2031-03-05' },
};

async function checkTables(runtime: RuntimeName): Promise<Finding> {
  const told = { check: 'gazetteer, word lists, weights', optional: false } as const;
  try {
    const { openReader } = await import('../../reader.ts');
    const reader = await openReader({ runtime });
    await reader.read(LINE);
    return { ...told, ok: true, found: 'a line was read with them', fix: null };
  } catch (error) {
    const { what, why, fix } = describeError(error, told.check);
    return { ...told, ok: false, found: `${what}: ${why}`, fix };
  }
}

/** A ledger that is not there yet is not made by looking for it. */
async function checkLedger(settings: Settings, terminal: Terminal): Promise<Finding> {
  const where = locateLedger(settings, terminal.environment);
  const told = { check: 'ledger', optional: false } as const;
  if (!where.includes('://') && !existsSync(where))
    return { ...told, ok: true, found: `none yet; \`hearsay add\` makes ${where}`, fix: null };
  try {
    const ledger = await openSettled(settings, terminal);
    try {
      const { reports, captures, bytes, problems } = await ledger.check();
      const held = `${String(reports)} reports, ${String(captures)} saved copies, ${(bytes / 1e6).toFixed(1)} MB`;
      if (problems.length === 0) return { ...told, ok: true, found: `sound: ${held}`, fix: null };
      const fix = 'restore it from a copy, or `hearsay export ledger` and `hearsay import` what is whole';
      return { ...told, ok: false, found: `${held}; ${problems.slice(0, 20).join(' ')}`, fix };
    } finally {
      await ledger.close();
    }
  } catch (error) {
    const { what, why, fix } = describeError(error, where);
    return { ...told, ok: false, found: `${what}: ${why}`, fix };
  }
}

async function checkRuntime(name: RuntimeName): Promise<Finding> {
  const check = name === 'native' ? 'network, native runtime' : 'network, WASM runtime';
  try {
    // Imported here: doctor must be able to say that it does not load.
    const { openEncoder } = await import('../../language/encoder.ts');
    const { hash } = await openEncoder({ runtime: name });
    return { check, ok: true, optional: true, found: `loads, network ${hash.slice(0, 19)}…`, fix: null };
  } catch (error) {
    const { why, fix } = describeError(error, check);
    const help = name === 'native' ? 'install again without --omit=optional for the faster runtime' : fix;
    return { check, ok: false, optional: true, found: `does not load (${why})`, fix: help };
  }
}
