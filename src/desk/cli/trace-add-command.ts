import type { Clock } from '../../base/clock.ts';
import type { Settings } from '../../base/config.ts';
import type { TracedClaim } from '../../ledger/ledger.ts';
import type { openEngine } from '../../pipeline.ts';
import type { traceUpstream } from '../../trace-upstream.ts';
import { makeOneLine } from '../format/harmless.ts';
import { formatTrace } from '../format/trace-text.ts';
import { openPrinter, type ClaimFormat } from './claims-command.ts';
import { openLazily } from './lazy-engine.ts';
import { openSettled } from './ledger-location.ts';
import { describeProblem, writeOut, type Terminal } from './terminal.ts';
import { chooseTextOptions } from './text-options.ts';

/** As shells have it for what Ctrl-C stopped. */
const INTERRUPTED = 130;

/**
 * `hearsay trace --add`: fetches what is named upstream into the ledger, says what came of each, and prints the trace.
 * @returns the exit code: 0 done, 1 something could not be fetched, 130 stopped by Ctrl-C
 * @throws HearsayError `ledger.unknown-claim`
 */
export async function runTraceAdd(
  what: string,
  format: ClaimFormat,
  settings: Settings,
  terminal: Terminal,
  engine: {
    readonly openEngine: typeof openEngine;
    readonly traceUpstream: typeof traceUpstream;
    readonly clock: Clock;
  },
): Promise<number> {
  const signal = terminal.watchInterrupt();
  const ledger = await openSettled(settings, terminal);
  const reader = openLazily(() => engine.openEngine(1, settings.runtime as 'auto' | 'native' | 'wasm'));
  const fetchOptions = { allowPrivate: settings['allow-private'] === 'yes', signal };
  const tell = (text: string): Promise<void> => settings.quiet === 'yes' ? Promise.resolve() : writeOut(terminal.stderr, text); // prettier-ignore
  let failed = 0;
  try {
    for await (const event of engine.traceUpstream(ledger, what, {
      read: reader.read,
      clock: engine.clock,
      fetchOptions,
    })) {
      if (event.kind === 'found')
        await tell(`To fetch:\n${event.addresses.map((address) => `  ${makeOneLine(address)}\n`).join('')}`); // prettier-ignore
      else if (event.kind === 'read') await tell(`${makeOneLine(event.address)}: ${OUTCOMES[event.outcome]}\n`);
      else if (event.kind === 'failed') {
        failed++;
        await writeOut(terminal.stderr, describeProblem(event.error, event.address));
      } else {
        await tell(describeUnlinked(event.unlinked));
        const print = openPrinter(format, terminal);
        await print.one(event.traced, () => formatTrace(event.traced, chooseTextOptions(settings, terminal)));
        await print.close();
      }
    }
    return failed > 0 ? 1 : 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    await writeOut(terminal.stderr, 'hearsay: stopped; what was read is in the ledger\n');
    return INTERRUPTED;
  } finally {
    await reader.close();
    await ledger.close();
  }
}

const OUTCOMES = {
  new: 'read',
  version: 'read, and another text than is held',
  held: 'read, and its text is held',
  forgotten: 'forgotten before and not kept',
} as const;

function describeUnlinked(unlinked: TracedClaim['cited']): string {
  return unlinked.map(({ outlet, search }) => `${makeOneLine(outlet)}: not fetched, nobody links to it; look there for: ${makeOneLine(search)}\n`).join(''); // prettier-ignore
}
