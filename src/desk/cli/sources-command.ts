import type { Command } from 'commander';
import { Option } from 'commander';
import { checkValue } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import type { Settings } from '../../base/config.ts';
import { escapeJson } from '../format/harmless.ts';
import { formatSource, formatSourceLine } from '../format/source-text.ts';
import { addOptions, collectSettings } from './command-options.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';
import { chooseTextOptions } from './text-options.ts';
import { thisDay } from './this-day.ts';

interface SourcesFlags {
  readonly format: 'text' | 'json';
  readonly limit?: string;
  readonly on?: string;
}

/** `sources [NAME]`. */
export function defineSources(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const sources = program
    .command('sources')
    .description('List who is credited by most reports; of one source, what it said, on what, when.')
    .argument('[NAME...]', 'a person, a body, an office or an outlet, by any of its names; or the id of a source')
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--limit <N>', 'how many are listed without a name (default: 50)')
    .option('--on <DATE>', 'the day from which on what is past counts as overdue; without it today')
    .addHelpText(
      'after',
      `
Two of one name who hold other offices, parties or places stay two; each is shown. An outlet comes with what its own
reports rest on, whom it copies and who copies it.
Exit codes: 0 done; 1 it was not found; 2 wrong usage; 3 the ledger could not be used.`,
    );
  addOptions(sources, ['ledger', 'width']);
  sources.action(async (name: string[]) => {
    const flags = sources.opts<SourcesFlags>();
    finish(await runSources(name.join(' '), flags, collectSettings(sources, terminal), terminal));
  });
}

/** @throws HearsayError `ledger.unknown-source` */
async function runSources(
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
