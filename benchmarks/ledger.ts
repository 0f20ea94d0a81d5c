import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { Capture } from '../src/capture/capture.ts';
import type * as Built from '../src/ledger/ledger.ts';
import type { Ledger, Told } from '../src/ledger/ledger.ts';
import type { Reading } from '../src/reading/reading.ts';
import { inventStories } from './invented-stories.ts';
import { askLedger } from './ledger-questions.ts';
import { turnWords } from './other-words.ts';

/**
 * `npm run bench:ledger -- [--readings FILE or FOLDER] [--most N] [--ledger PLACE] [--every N] [--batch N] [--turn N]`: the ledger's
 * own work, apart from reading, printed and never asserted. Readings come from `hearsay read --format jsonl` or
 * `store-readings.ts`; when they are all added they come again in other words; without any they are invented. A ledger at
 * PLACE is added to, and kept.
 */
const { values } = parseArgs({
  options: {
    readings: { type: 'string' },
    most: { type: 'string', default: '1000' },
    every: { type: 'string', default: '100' },
    turn: { type: 'string', default: '0' }, // 1: in other words from the first, for a ledger that holds them already
    batch: { type: 'string', default: '16' }, // as `hearsay add` does, so many at once
    ledger: { type: 'string' },
    built: { type: 'string', default: new URL('../dist/', import.meta.url).href },
  },
});
const [most, every, size] = [Number(values.most), Number(values.every), Number(values.batch)];
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
// As it is published: what runs the sources costs a tenth more.
const { openLedger } = (await import(new URL('ledger/ledger.js', values.built).href)) as typeof Built; // prettier-ignore
const place = values.ledger ?? join(folder, 'ledger.db');
const ledger = await openLedger(place, { by: 'bench', now: () => new Date() });
try {
  console.log(`node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  if (most > 0) await measureAdding(ledger);
  if (!place.includes('://')) console.log(`${String(Math.round(statSync(place).size / 2 ** 20))} MiB on disk`);
  await askLedger(ledger);
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true });
}

async function* listReadings(): AsyncGenerator<Reading> {
  if (values.readings === undefined) yield* inventStories();
  else
    for (let turn = Number(values.turn); ; turn++)
      for await (const reading of readStored(values.readings)) yield turnWords(reading, turn);
}

async function* readStored(stored: string): AsyncGenerator<Reading> {
  const files = statSync(stored).isDirectory() ? readdirSync(stored).sort().map((name) => join(stored, name)) : [stored]; // prettier-ignore
  for (const file of files) {
    const bytes = createReadStream(file);
    const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
    for await (const line of createInterface({ input })) yield JSON.parse(line) as Reading;
  }
}

/** Processor time of all threads (compression has its own), by some `every` additions. */
async function measureAdding(to: Ledger): Promise<void> {
  const spent = { count: 0, user: 0, system: 0, wall: 0, slowest: 0 };
  let count = 0;
  const batch: Told[] = [];
  for await (const reading of listReadings()) {
    batch.push({ reading, capture: captureOf(reading) });
    if (batch.length < size && count + batch.length < most) continue;
    const [used, began] = [process.cpuUsage(), performance.now()];
    await to.addAll(batch, { later: true });
    const { user, system } = process.cpuUsage(used);
    spent.user += user / 1000;
    spent.system += system / 1000;
    spent.wall += performance.now() - began;
    spent.slowest = Math.max(spent.slowest, (user + system) / 1000);
    spent.count += batch.length;
    count += batch.splice(0).length;
    if (spent.count >= every || count >= most) {
      const mean = (sum: number): string => (sum / spent.count).toFixed(1);
      console.log(`${String(count).padStart(6)} reports: ${mean(spent.user + spent.system)} ms a report (${mean(spent.system)} in the system, ${mean(spent.wall)} by the clock), the slowest ${String(size)} ${spent.slowest.toFixed(0)} ms; ${String(Math.round(process.memoryUsage().rss / 2 ** 20))} MiB`); // prettier-ignore
      Object.assign(spent, { count: 0, user: 0, system: 0, wall: 0, slowest: 0 });
    }
    if (count >= most) break;
  }
  const used = process.cpuUsage();
  await to.settle();
  const { user, system } = process.cpuUsage(used);
  console.log(`then what waited: ${((user + system) / 1000 / Math.max(1, count)).toFixed(1)} ms a report`);
}

/** What a JSONL table gave: the text alone, and beside it the rest. */
function captureOf({ input, report: { text, url, outlet, published, title } }: Reading): Capture {
  const given = Object.entries({ url, outlet, published, title }).filter(([, value]) => value !== null);
  return { input, kind: 'text', bytes: Buffer.from(text), charset: 'utf-8', given: Object.fromEntries(given) };
}
