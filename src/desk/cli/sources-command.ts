import { checkValue } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import type { Settings } from '../../base/config.ts';
import { escapeJson } from '../format/harmless.ts';
import { formatSource, formatSourceLine } from '../format/source-text.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';
import { chooseTextOptions } from './text-options.ts';
import { thisDay } from './this-day.ts';

export interface SourcesFlags {
  readonly format: 'text' | 'json';
  readonly limit?: string;
  readonly on?: string;
}

/** `hearsay sources`. @throws HearsayError `ledger.unknown-source` */
export async function runSources(
  name: string,
  { format, limit, on }: SourcesFlags,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const count =
    limit === undefined ? undefined : Number(checkValue({ name: 'limit', type: 'count' }, limit, '--limit'));
  const today = checkValue({ name: 'on', type: 'day' }, on ?? thisDay(), '--on');
  const options = chooseTextOptions(settings, terminal);
  const ledger = await openSettled(settings, terminal);
  try {
    if (name === '') {
      const listed = await ledger.sources(count);
      if (format === 'json') await writeOut(terminal.stdout, printJson(listed));
      else for (const one of listed) await writeOut(terminal.stdout, formatSourceLine(one, options));
      return 0;
    }
    const found = await ledger.source(name, today);
    if (found.length === 0)
      throw new HearsayError(
        'ledger.unknown-source',
        `No report in the ledger credits ${name}`,
        'no source has this name or id',
        'see `hearsay sources` for those that are credited',
      );
    if (format === 'json') await writeOut(terminal.stdout, printJson(found));
    else await writeOut(terminal.stdout, found.map((one) => formatSource(one, options)).join('\n'));
    return 0;
  } finally {
    await ledger.close();
  }
}

function printJson(value: object): string {
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`;
}
