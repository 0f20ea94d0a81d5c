import type { Settings } from '../../base/config.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

/** `hearsay forget`: takes a report's captures and text out of the ledger, and leaves their hashes, the reason and the time. */
export async function runForget(report: string, why: string, settings: Settings, terminal: Terminal): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    const forgotten = await ledger.forget(report, why);
    const { captures, texts } = forgotten.hashes;
    if (settings.quiet !== 'yes')
      await writeOut(
        terminal.stderr,
        `${forgotten.report} is forgotten: ${String(captures.length)} saved ${captures.length === 1 ? 'copy' : 'copies'}, ${String(texts.length)} ${texts.length === 1 ? 'text' : 'texts'}\n`,
      );
    return 0;
  } finally {
    await ledger.close();
  }
}
