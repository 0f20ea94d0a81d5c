import { Argument, type Command } from 'commander';
import { checkValue } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import { EXPORT_FORMATS } from '../export/format-names.ts';
import { addFilterOptions, readClaimQuery, type FilterFlags } from './claim-commands.ts';
import { addOptions, collectSettings } from './command-options.ts';
import type { ExportWords } from './export-command.ts';
import type { Terminal } from './terminal.ts';
import { thisDay } from './this-day.ts';

interface ExportFlags extends FilterFlags {
  readonly output?: string;
  readonly on?: string;
  /** `--no-text` was not given. */
  readonly text: boolean;
}

const HELP = `
Formats: jsonl (a claim a line), csv and parquet (flat tables), claimreview (schema.org JSON-LD), webannotation (W3C
JSON-LD), ics (expected events), gqg (quotations as in GDELT's Global Quotation Graph), html (a dossier to send to an
editor), ledger (the whole ledger, for \`hearsay import\`). docs/exports/ has a page for each.

csv and parquet write the table of appearances to stdout; with -o, all tables into that folder, with a codebook. The
other formats take a file. WORDS may be the id of one claim.
Exit codes: 0 done; 1 it failed; 2 wrong usage; 3 the ledger could not be used.`;

/** `export`. */
export function defineExport(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const command = program
    .command('export')
    .description('Write claims, with all that they rest on, in a form that other programs and people take.')
    .addArgument(new Argument('<FORMAT>', 'what to write').choices([...EXPORT_FORMATS, 'ledger']))
    .argument('[WORDS...]', 'only the claims that `hearsay claims WORDS` finds, and their reports')
    .option('-o, --output <PATH>', 'the file to write, or of csv and parquet the folder; without it stdout')
    .option('--no-text', 'tables without words of reports: offsets, hashes and addresses are left')
    .option('--on <DATE>', 'the day as of which what is past is overdue; without it today')
    .addHelpText('after', HELP);
  addFilterOptions(command);
  addOptions(command, ['ledger']);
  command.action(async (format: ExportWords['format'], words: string[]) => {
    const flags = command.opts<ExportFlags>();
    const query = readClaimQuery(words, flags);
    checkUse(format, query, flags);
    const today = flags.on === undefined ? thisDay() : checkValue({ name: 'on', type: 'day' }, flags.on, '--on'); // prettier-ignore
    const asked = { format, query, today, words: flags.text, output: flags.output ?? null };
    // Imported here: no other command needs the libraries of the formats.
    const { runExport } = await import('./export-command.ts');
    finish(await runExport(asked, collectSettings(command, terminal), terminal));
  });
}

/** @throws HearsayError `usage.bad-option` where a flag would be passed over in silence */
function checkUse(format: ExportWords['format'], query: object, { text }: ExportFlags): void {
  const wrong =
    format === 'ledger' && Object.keys(query).length > 0
      ? ['A part of a ledger cannot be moved', 'export ledger writes all of it', 'leave the words and filters out']
      : !text && format !== 'csv' && format !== 'parquet'
        ? [`--no-text is not for ${format}`, 'it would leave nothing', 'use it with csv or parquet']
        : null;
  if (wrong !== null) throw new HearsayError('usage.bad-option', wrong[0] ?? '', wrong[1] ?? '', wrong[2] ?? '');
}
