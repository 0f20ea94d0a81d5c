import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../src/ledger/ledger.ts';
import { killWhileAdding } from '../test/adding-processes.ts';
import { inventStream } from '../test/invented-stream.ts';
import { drawLedger } from '../test/ledger-picture.ts';
import { startPostgres } from '../test/postgres-server.ts';

/** Part of `npm run verify`: a hundred kills of a process that adds, in each store; every ledger must open and end whole. */
const KILLS = 100;
// An addition takes some 100 ms with its claims: twelve are enough to be killed in the middle of.
const COUNT = 12;
const OPTIONS = { by: 'tester', now: () => new Date(0) };

async function finish(place: string): Promise<string> {
  const ledger = await openLedger(place, OPTIONS);
  for (const { reading, capture } of inventStream(COUNT)) await ledger.add(reading, capture);
  const picture = await drawLedger(ledger);
  await ledger.close();
  return picture;
}

/** @returns what went wrong, or null */
async function killOnce(place: string, expected: string): Promise<string | null> {
  const after = Math.floor(Math.random() * COUNT);
  const told = await killWhileAdding(place, COUNT, after, Math.random() * 200);
  const ledger = await openLedger(place, OPTIONS);
  const { problems } = await ledger.check();
  const reports = inventStream(COUNT);
  const lost: number[] = [];
  for (const i of told) {
    const report = reports[i];
    if (!report || !(await ledger.holds(report.capture, report.reading.by))) lost.push(i);
  }
  await ledger.close();
  if (problems.length > 0) return problems.join(' ');
  if (lost.length > 0) return `acknowledged and lost: ${lost.join(' ')}`;
  return (await finish(place)) === expected ? null : 'another ledger than without the kill';
}

const folder = await mkdtemp(join(tmpdir(), 'hearsay-kills-'));
const server = await startPostgres();
let failed = 0;
try {
  const expected = await finish(join(folder, 'whole.db'));
  for (const [name, newPlace] of [
    ['SQLite', (i: number) => Promise.resolve(join(folder, `${String(i)}.db`))],
    ['PostgreSQL', () => server.makeSchema()],
  ] as const) {
    let whole = 0;
    for (let i = 0; i < KILLS; i++) {
      const problem = await killOnce(await newPlace(i), expected);
      if (problem === null) whole++;
      else console.error(`${name}, kill ${String(i)}: ${problem}`);
    }
    console.log(`${name}: ${String(whole)} of ${String(KILLS)} killed ledgers opened and ended whole`);
    failed += KILLS - whole;
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
