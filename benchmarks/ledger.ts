import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Capture } from '../src/capture/capture.ts';
import { openLedger, type Ledger, type Told } from '../src/ledger/ledger.ts';
import type { Reading } from '../src/reading/reading.ts';
import { inventStories } from './invented-stories.ts';

/**
 * `npm run bench:ledger -- [--readings FILE] [--most N] [--ledger PLACE] [--every N]`: the ledger's own work, apart from
 * reading, printed and never asserted. Readings come from `hearsay read --format jsonl`; without a file they are invented.
 */
const { values } = parseArgs({
  options: {
    readings: { type: 'string' },
    most: { type: 'string', default: '1000' },
    every: { type: 'string', default: '100' },
    ledger: { type: 'string' },
  },
});
/** As `hearsay add` does, so many at once. */
const BATCH = 16;
const [most, every] = [Number(values.most), Number(values.every)];
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const ledger = await openLedger(values.ledger ?? join(folder, 'ledger.db'), { by: 'bench', now: () => new Date() });
try {
  console.log(`node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  await measureAdding(ledger);
  await measureQuestions(ledger);
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true });
}

async function* listReadings(): AsyncGenerator<Reading> {
  if (values.readings === undefined) yield* inventStories();
  else for await (const line of createInterface({ input: createReadStream(values.readings) })) yield JSON.parse(line) as Reading; // prettier-ignore
}

/** Processor time of all threads (compression has its own), by some `every` additions. */
async function measureAdding(to: Ledger): Promise<void> {
  const spent = { count: 0, user: 0, system: 0, wall: 0 };
  let count = 0;
  const batch: Told[] = [];
  for await (const reading of listReadings()) {
    batch.push({ reading, capture: captureOf(reading) });
    if (batch.length < BATCH && count + batch.length < most) continue;
    const [used, began] = [process.cpuUsage(), performance.now()];
    await to.addAll(batch);
    const { user, system } = process.cpuUsage(used);
    spent.user += user / 1000;
    spent.system += system / 1000;
    spent.wall += performance.now() - began;
    spent.count += batch.length;
    count += batch.splice(0).length;
    if (spent.count >= every || count >= most) {
      const mean = (sum: number): string => (sum / spent.count).toFixed(1);
      console.log(`${String(count).padStart(6)} reports: ${mean(spent.user + spent.system)} ms a report (${mean(spent.system)} in the system, ${mean(spent.wall)} by the clock), ${String(Math.round(process.memoryUsage().rss / 2 ** 20))} MiB`); // prettier-ignore
      Object.assign(spent, { count: 0, user: 0, system: 0, wall: 0 });
    }
    if (count >= most) break;
  }
}

/** What a JSONL table gave: the text alone, and beside it the rest. */
function captureOf({ input, report: { text, url, outlet, published, title } }: Reading): Capture {
  const given = Object.entries({ url, outlet, published, title }).filter(([, value]) => value !== null);
  return { input, kind: 'text', bytes: Buffer.from(text), charset: 'utf-8', given: Object.fromEntries(given) };
}

/** Words and sentences of the claims that are held, each asked for once warm; the slowest tells. */
async function measureQuestions(of: Ledger): Promise<void> {
  const [size] = await of.store.all<Record<string, number>>('SELECT (SELECT COUNT(*) FROM reports) AS reports, (SELECT COUNT(*) FROM appearances) AS appearances, (SELECT COUNT(*) FROM claims) AS claims'); // prettier-ignore
  console.log(JSON.stringify(size));
  const { items } = await of.claims({ limit: 20 });
  const sizes = await of.store.all<{ id: string }>('SELECT id FROM claims ORDER BY LENGTH(body) DESC, id LIMIT 5');
  const questions: readonly (readonly [string, () => Promise<unknown>][])[] = [
    [['the list without words', () => of.claims()]],
    items.map(({ text }) => ['a sentence', () => of.claims({ words: text })]),
    items.map(({ text }) => ['three words', () => of.claims({ words: text.split(' ').slice(0, 3).join(' '), all: true })]), // prettier-ignore
    items.map(({ id }) => ['the page of a claim of the list', () => of.claim(id)]),
    sizes.map(({ id }) => ['the page of one of the five largest', () => of.claim(id)]),
  ];
  for (const asked of questions) {
    const times: number[] = [];
    for (const [, ask] of asked) {
      await ask();
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    console.log(`${asked[0]?.[0] ?? ''}: median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`); // prettier-ignore
  }
}
