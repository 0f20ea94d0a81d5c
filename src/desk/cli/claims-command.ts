import { HearsayError } from '../../base/error.ts';
import type { Settings } from '../../base/config.ts';
import type { ClaimQuery, Ledger } from '../../ledger/ledger.ts';
import { formatClaim, formatClaimLine } from '../format/claim-text.ts';
import { escapeJson } from '../format/harmless.ts';
import { judgeClaim } from '../format/judge-claim.ts';
import { formatTrace } from '../format/trace-text.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';
import { chooseTextOptions } from './text-options.ts';
import { thisDay } from './this-day.ts';

export type ClaimFormat = 'text' | 'json' | 'jsonl';

/** `hearsay claims`: prints page after page, so that a large ledger needs the memory of one. */
export async function runClaims(
  query: ClaimQuery,
  format: ClaimFormat,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const [options, today] = [chooseTextOptions(settings, terminal), thisDay()];
  const ledger = await openSettled(settings, terminal);
  const print = openPrinter(format, terminal);
  try {
    for (let cursor: string | null | undefined; cursor !== null && !terminal.stdout.destroyed;) {
      const { items, next }: Awaited<ReturnType<Ledger['claims']>> = await ledger.claims({ ...query, ...(cursor === undefined ? {} : { cursor }) }); // prettier-ignore
      for (const claim of items) await print.one(claim, () => formatClaimLine(judgeClaim(claim, today), options));
      cursor = next;
    }
    await print.close();
    if (print.count === 0 && format === 'text') await writeOut(terminal.stderr, nothingFound(query));
    return 0;
  } finally {
    await ledger.close();
  }
}

/** `hearsay claim ID`. @throws HearsayError `ledger.unknown-claim` */
export async function runClaim(
  id: string,
  why: boolean,
  format: ClaimFormat,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    const claim = await ledger.claim(id);
    if (claim === null) throw new HearsayError('ledger.unknown-claim', `The ledger has no claim ${id}`, 'no id of a claim or an appearance begins so, or several do', 'see `hearsay claims`, which prints the ids'); // prettier-ignore
    const print = openPrinter(format, terminal);
    await print.one(claim, () => formatClaim(judgeClaim(claim, thisDay()), why, chooseTextOptions(settings, terminal)));
    await print.close();
    return 0;
  } finally {
    await ledger.close();
  }
}

/** `hearsay trace`. @throws HearsayError `ledger.unknown-claim` */
export async function runTrace(
  what: string,
  format: ClaimFormat,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    const traced = await ledger.trace(what);
    const print = openPrinter(format, terminal);
    await print.one(traced, () =>
      formatTrace({ ...traced, claim: judgeClaim(traced.claim, thisDay()) }, chooseTextOptions(settings, terminal)),
    );
    await print.close();
    return 0;
  } finally {
    await ledger.close();
  }
}

export interface Printer {
  readonly count: number;
  one(value: object, asText: () => string): Promise<void>;
  close(): Promise<void>;
}

/** One thing after another as text, as lines of JSON, or as an array of JSON. */
export function openPrinter(format: ClaimFormat, terminal: Terminal): Printer {
  let count = 0;
  const write = (text: string): Promise<void> => writeOut(terminal.stdout, text);
  return {
    get count() {
      return count;
    },
    async one(value, asText) {
      const first = count++ === 0;
      if (format === 'text') await write((first ? '' : '\n') + asText());
      else if (format === 'jsonl') await write(`${escapeJson(JSON.stringify(value))}\n`);
      else await write(`${first ? '[\n' : ',\n'}${escapeJson(JSON.stringify(value, null, 2))}`);
    },
    async close() {
      if (format === 'json') await write(count === 0 ? '[]\n' : '\n]\n');
    },
  };
}

function nothingFound({ words, ...filters }: ClaimQuery): string {
  return words === undefined && Object.keys(filters).length === 0
    ? 'No claims yet: `hearsay add` puts reports into the ledger.\n'
    : 'No claim is found; `--all` looks also at what one report alone says in its own words.\n';
}
