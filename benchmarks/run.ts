import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openEncoder } from '../src/language/encoder.ts';
import { openRuntime, type Runtime, type RuntimeName } from '../src/language/runtime.ts';
import { openReader } from '../src/reader.ts';

/** `npm run bench [-- --data DIR] [--most N]`: speed and memory of `read`, printed, never asserted. */
const { values } = parseArgs({ options: { data: { type: 'string' }, most: { type: 'string', default: '1000' } } });
const dataDir = values.data ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const source = join(dataDir, 'news/reports.jsonl.gz');
const main = fileURLToPath(new URL('../dist/desk/cli/main.js', import.meta.url));
const workers = Math.min(availableParallelism(), 4);

if (!existsSync(source)) {
  console.error(`not measured: ${source} is missing; pass --data DIR with news/reports.jsonl.gz`);
  process.exit(1);
}
const reports = gunzipSync(readFileSync(source)).toString('utf8').split('\n').filter(Boolean);
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
try {
  console.log(`node ${process.version}, ${String(workers)} workers, reports of ${source.split('/').at(-1) ?? ''}\n`);
  for (const runtime of ['native', 'wasm'] as const) {
    for (const count of [1, 100, Number(values.most)]) {
      if (runtime === 'wasm' && count > 100) continue;
      measureCommand(runtime, count);
    }
    await measureStages(runtime, runtime === 'native' ? 100 : 20);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The built command on `count` reports in a process of its own: start-up, throughput, peak memory of all its threads. */
function measureCommand(runtime: RuntimeName, count: number): void {
  const chosen = reports.slice(0, count);
  const file = join(folder, 'reports.jsonl');
  writeFileSync(file, chosen.join('\n'));
  const words = chosen.reduce((sum, row) => sum + countWords((JSON.parse(row) as { text: string }).text), 0);
  const told = "data:text/javascript,process.on('exit',()=>console.error('peak-kib='+process.resourceUsage().maxRSS))";
  const began = performance.now();
  const done = spawnSync(
    process.execPath,
    ['--import', told, main, 'read', file, '--format', 'jsonl', '--workers', String(workers), '--quiet'],
    { env: { ...process.env, HEARSAY_RUNTIME: runtime }, maxBuffer: 2 ** 31 - 1 },
  );
  const seconds = (performance.now() - began) / 1000;
  const peak = Number(/peak-kib=(\d+)/.exec(done.stderr.toString())?.[1] ?? NaN) / 1024;
  const readings = done.stdout.toString().split('\n').filter(Boolean).length;
  console.log(
    `${runtime.padEnd(7)} ${String(count).padStart(5)} reports, ${String(readings)} read: ${seconds.toFixed(1)} s, ` +
      `${String(Math.round(words / seconds))} words/s, ${(words / 600 / seconds).toFixed(1)} reports of 600 words/s, peak ${peak.toFixed(0)} MiB`,
  );
}

/** One thread over `count` reports: what part of the time the network takes, and its own throughput on the same windows. */
async function measureStages(runtime: RuntimeName, count: number): Promise<void> {
  const spent = { windows: 0, pieces: 0, ms: 0 };
  const open = (options: Parameters<typeof openEncoder>[0]): ReturnType<typeof openEncoder> =>
    openEncoder(options, async (model, runtimeOptions) => countRuns(await openRuntime(model, runtimeOptions), spent));
  const reader = await openReader({ runtime }, open);
  const began = performance.now();
  for (const row of reports.slice(0, count)) {
    const { text, ...rest } = JSON.parse(row) as { text: string; url: string; outlet: string; date: string };
    const given = { url: rest.url, outlet: rest.outlet, published: rest.date };
    const bytes = new TextEncoder().encode(text);
    await reader.read({ input: 'bench', kind: 'text', bytes, charset: 'utf-8', given }).catch(() => undefined);
  }
  const total = performance.now() - began;
  console.log(
    `${runtime.padEnd(7)} one thread, ${String(count)} reports: network ${String(Math.round((spent.pieces / spent.ms) * 1000))} pieces/s alone, ` +
      `${String(spent.windows)} windows; read reaches ${((100 * spent.ms) / total).toFixed(0)} % of it; ` +
      `the rest ${((total - spent.ms) / count).toFixed(1)} ms a report`,
  );
}

function countRuns(runtime: Runtime, spent: { windows: number; pieces: number; ms: number }): Runtime {
  return {
    name: runtime.name,
    async run(ids, shapes) {
      const began = performance.now();
      const logp = await runtime.run(ids, shapes);
      spent.ms += performance.now() - began;
      spent.pieces += ids.length;
      spent.windows++;
      return logp;
    },
  };
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}
