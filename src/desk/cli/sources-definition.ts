import type { Command } from 'commander';
import { Option } from 'commander';
import { addOptions, collectSettings } from './command-options.ts';
import type { SourcesFlags } from './sources-command.ts';
import type { Terminal } from './terminal.ts';

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
    const { runSources } = await import('./sources-command.ts');
    finish(await runSources(name.join(' '), flags, collectSettings(sources, terminal), terminal));
  });
}
