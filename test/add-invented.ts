import { openLedger } from '../src/ledger/ledger.ts';
import { inventStream } from './invented-stream.ts';

/**
 * A process of its own that adds invented reports to a ledger, for the tests that kill it or run several at once:
 * PLACE COUNT FROM STEP. It names each report once it is acknowledged.
 */
const [place = '', count = '0', from = '0', step = '1'] = process.argv.slice(2);
const ledger = await openLedger(place, { by: 'tester', now: () => new Date(0) });
const reports = inventStream(Number(count));
for (let i = 0; i < reports.length; i++) {
  const at = (Number(from) + i * Number(step)) % reports.length;
  const report = reports[at];
  if (report === undefined) continue;
  await ledger.add(report.reading, report.capture);
  process.stdout.write(`${String(at)}\n`);
}
await ledger.close();
