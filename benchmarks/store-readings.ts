import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { captureInputs, isCaptureFailure } from '../src/capture/capture-inputs.ts';
import { openReader } from '../src/reader.ts';

/**
 * `npx tsx benchmarks/store-readings.ts --readings FOLDER [--from N] [--most N] INPUT` (a table whose `date` says when
 * a report was published): reads once, in one thread, and keeps the
 * readings in parts of 100, so that the ledger's work can be measured again and again without reading. Started again, it goes
 * on where it was; several may work in one folder at once, from different places. Prints the processor time of each part.
 */
const { values, positionals } = parseArgs({
  options: {
    readings: { type: 'string' },
    from: { type: 'string', default: '0' },
    most: { type: 'string', default: '9000' },
  },
  allowPositionals: true,
});
const PART = 100;
const folder = values.readings ?? 'readings';
mkdirSync(folder, { recursive: true });
const pathOf = (part: number): string => join(folder, `part-${String(part).padStart(5, '0')}.jsonl.gz`);
const reader = await openReader({ runtime: 'auto' });

let [count, used] = [0, process.cpuUsage()];
let lines: string[] = [];
for await (const found of captureInputs(positionals, { columns: { published: 'date' } })) {
  const part = Math.floor(count++ / PART);
  if (count > Number(values.from) && !existsSync(pathOf(part))) {
    const line = isCaptureFailure(found) ? null : await reader.read(found).catch(() => null);
    if (line !== null) lines.push(JSON.stringify(line));
  }
  if (count <= Number(values.from)) continue;
  if (count % PART === 0 || count === Number(values.most)) keepPart(part);
  if (count === Number(values.most)) break;
}
if (lines.length > 0) keepPart(Math.floor((count - 1) / PART));

function keepPart(part: number): void {
  if (existsSync(pathOf(part))) return;
  writeFileSync(`${pathOf(part)}.new`, gzipSync(`${lines.join('\n')}\n`, { level: 6 }));
  renameSync(`${pathOf(part)}.new`, pathOf(part));
  const { user, system } = process.cpuUsage(used);
  console.log(`${String(count)} reports; ${((user + system) / 1000 / Math.max(1, lines.length)).toFixed(0)} ms of processor time a report`); // prettier-ignore
  [lines, used] = [[], process.cpuUsage()];
}
