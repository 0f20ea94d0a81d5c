import { Argument, Command, CommanderError, Option } from 'commander';
import { resolveSettings, SETTINGS, type SettingName } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import { readVersion } from '../../base/version.ts';
import { OUTCOMES } from '../../ledger/outcomes.ts';
import { keyAddress } from '../../ledger/report-key.ts';
import { defineClaimCommands } from './claim-commands.ts';
import { SHELLS, writeCompletion, type Shell } from './completion.ts';
import { addOptions, collectSettings } from './command-options.ts';
import { defineDemo } from './demo-command.ts';
import { defineExport } from './export-definition.ts';
import { defineMcp } from './mcp-command.ts';
import type { OutcomeWords } from './outcome-command.ts';
import { defineServe } from './serve-command.ts';
import { defineSources } from './sources-definition.ts';
import { describeProblem, writeOut, type Terminal } from './terminal.ts';
import { defineUsers } from './users-commands.ts';
import { defineWatch } from './watch-commands.ts';
import { thisDay } from './this-day.ts';

const FOR_SERVING: readonly SettingName[] = ['public-url', 'proxy-from', 'proxy-user', 'requests'];
const NOT_FOR_READING: readonly SettingName[] = ['ledger', ...FOR_SERVING];
const NOT_FOR_ADDING: readonly SettingName[] = ['format', 'width', ...FOR_SERVING];
const READ_SETTINGS = SETTINGS.map(({ name }) => name).filter((name) => !NOT_FOR_READING.includes(name));
const ADD_SETTINGS = SETTINGS.map(({ name }) => name).filter((name) => !NOT_FOR_ADDING.includes(name));
const LEDGER_SETTINGS: readonly SettingName[] = ['ledger', 'quiet'];

const INPUTS_HELP = `
Inputs are told apart by their content: web pages (also as saved by browsers, SingleFile or MHTML), plain text,
Markdown, report tables (JSONL, CSV, Parquet), web archives (WARC, WACZ), feeds (RSS, Atom, JSON Feed), sitemaps, and
text files of nothing but addresses. Each may be compressed (.gz).

Of a feed, an entry whose whole text is in it is read as it is; of the others, and of a sitemap, the pages are fetched:
one request a host at a time, a second apart, and not what the site's robots.txt asks programs to leave alone.
`;
const LEDGER_EXITS = '\nExit codes: 0 done; 1 it failed; 2 wrong usage; 3 the ledger could not be used.';

/** Runs one command line. @returns the exit code, as the help says; it never throws. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = makeProgram(terminal, (result) => (code = result));
  try {
    if (words.length === 0) {
      await writeOut(terminal.stderr, program.helpInformation());
      return 2;
    }
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      await writeOut(terminal.stderr, describeProblem(explainUsage(error)));
      return 2;
    }
    await writeOut(terminal.stderr, describeProblem(error));
    return chooseExit(error);
  }
}

function chooseExit(error: unknown): number {
  if (!(error instanceof HearsayError)) return 1;
  if (error.code === 'usage.bad-option') return 2;
  return /^ledger\.(?!unknown-)/u.test(error.code) ? 3 : 1;
}

/**
 * The commands, for running and for docs/commands.md. What a command runs is imported when it runs: the others start without it,
 * and --help and doctor work where the network's library does not load.
 */
export function makeProgram(terminal: Terminal, finish: (code: number) => unknown): Command {
  const program = new Command('hearsay')
    .description('Who said it, on whose word: reads news reports into attributed claims, on your own machine.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: () => undefined,
      outputError: () => undefined,
    });

  const read = program
    .command('read')
    .description('Read reports and print who said what; nothing is stored.')
    .argument('<INPUT...>', 'a file, a folder, a web address, or - for standard input')
    .addHelpText(
      'after',
      `${INPUTS_HELP}
Readings go to stdout, everything else to stderr.
Exit codes: 0 done; 1 some inputs failed (each is named, the rest is done); 2 wrong usage.`,
    );
  addOptions(read, READ_SETTINGS);
  read.action(async (inputs: string[]) => {
    const settings = collectSettings(read, terminal);
    const [{ runRead }, { readInputs }] = await Promise.all([import('./read-command.ts'), import('../../pipeline.ts')]);
    finish(await runRead(inputs, settings, terminal, readInputs));
  });

  const add = program
    .command('add')
    .description('Read reports and keep them in the ledger, with all that their pages were.')
    .argument('<INPUT...>', 'a file, a folder, a web address, or - for standard input')
    .addHelpText(
      'after',
      `${INPUTS_HELP}
A file that is held already is passed over; an address that is held already is visited again. Stopped by Ctrl-C or
otherwise, the same command goes on where it was.
Exit codes: 0 done; 1 some inputs failed (each is named, the rest is done); 2 wrong usage; 3 the ledger could not be
used; 130 stopped by Ctrl-C.`,
    );
  addOptions(add, ADD_SETTINGS);
  add.action(async (inputs: string[]) => {
    const settings = collectSettings(add, terminal);
    const [{ runAdd }, { readInputs }, { identifyReader }] = await Promise.all([import('./add-command.ts'), import('../../pipeline.ts'), import('../../reader.ts')]); // prettier-ignore
    finish(await runAdd(inputs, settings, terminal, { readInputs, identifyReader }));
  });

  defineWatch(program, terminal, finish);
  defineClaimCommands(program, terminal, finish);
  defineSources(program, terminal, finish);
  defineDemo(program, terminal, finish);
  defineServe(program, terminal, finish);
  defineUsers(program, terminal, finish);

  defineExport(program, terminal, finish);
  defineMcp(program, terminal, finish);

  const load = program
    .command('import')
    .description('Add a ledger that `hearsay export ledger` wrote, whole or not at all.')
    .argument('<FILE>', 'the file, or - for standard input')
    .addHelpText('after', LEDGER_EXITS);
  addOptions(load, LEDGER_SETTINGS);
  load.action(async (file: string) => {
    const { runImport } = await import('./import-command.ts');
    finish(await runImport(file, collectSettings(load, terminal), terminal));
  });

  const forget = program
    .command('forget')
    .description("Take a report's saved copies and text out of the ledger; their hashes, the reason and the time stay.")
    .argument('<REPORT>', 'its address, or its key in the ledger')
    .requiredOption('--why <REASON>', 'why it is forgotten')
    .addHelpText('after', `\nA forgotten report is not taken in again.${LEDGER_EXITS}`);
  addOptions(forget, LEDGER_SETTINGS);
  forget.action(async (report: string) => {
    const { why } = forget.opts<{ why: string }>();
    const { runForget } = await import('./forget-command.ts');
    finish(await runForget(report, why, collectSettings(forget, terminal), terminal));
  });

  const outcome = program
    .command('outcome')
    .description('Keep what became of an expected event; who said so, when and why is kept with it.')
    .argument('<ID>', 'the claim: its id, the id of one of its appearances, or the beginning of either')
    .addArgument(new Argument('[OUTCOME]', 'what became of it').choices(OUTCOMES))
    .option('--evidence <URL>', 'the address of what shows it')
    .option('--why <REASON>', 'why you say so', '')
    .option('--undo', 'take the last outcome of this claim back')
    .addHelpText('after', LEDGER_EXITS);
  addOptions(outcome, LEDGER_SETTINGS);
  outcome.action(async (claim: string, told: (typeof OUTCOMES)[number] | undefined) => {
    const { evidence, why, undo } = outcome.opts<{ evidence?: string; why: string; undo?: true }>();
    const words = readOutcome(claim, told, evidence, why, undo === true);
    const { runOutcome } = await import('./outcome-command.ts');
    finish(await runOutcome(words, collectSettings(outcome, terminal), terminal));
  });

  const calendar = program
    .command('calendar')
    .description(
      'List expected events: what is overdue first, then what is still ahead, then what has become of the rest.',
    )
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--ics', 'write them as iCalendar, for a calendar program')
    .option('--on <DATE>', 'the day from which on what is past counts as overdue; without it today')
    .addHelpText('after', LEDGER_EXITS);
  addOptions(calendar, ['ledger', 'quiet']);
  calendar.action(async () => {
    const { format, ics, on } = calendar.opts<{ format: 'text' | 'json'; ics?: true; on?: string }>();
    const { ledger, quiet } = calendar.opts<{ ledger?: string; quiet?: true }>();
    const settings = resolveSettings({ ...(ledger === undefined ? {} : { ledger }), ...(quiet ? { quiet: 'yes' } : {}) }, terminal.environment); // prettier-ignore
    const day = on ?? thisDay();
    const { runCalendar } = await import('./calendar-command.ts');
    finish(await runCalendar(ics === true ? 'ics' : format, day, settings, terminal));
  });

  const revisions = program
    .command('revisions')
    .description('Print what changed, claim by claim, between the versions of one address.')
    .argument('<REPORT>', 'its address, or its key in the ledger')
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', LEDGER_EXITS);
  addOptions(revisions, ['ledger']);
  revisions.action(async (report: string) => {
    const { format, ledger } = revisions.opts<{ format: 'text' | 'json'; ledger?: string }>();
    const settings = resolveSettings(ledger === undefined ? {} : { ledger }, terminal.environment);
    const { runRevisions } = await import('./revisions-command.ts');
    finish(await runRevisions(report, format, settings, terminal));
  });

  const reread = program
    .command('reread')
    .description('Read again, from the saved copies, what an older Hearsay read, and print what changed.')
    .argument('[REPORT...]', 'addresses or keys of reports; without any, all that this version has not read')
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'jsonl']).default('text'))
    .addHelpText(
      'after',
      `
What people decided is kept. Stopped by Ctrl-C or otherwise, the same command goes on where it was.
Exit codes: 0 done; 1 some reports could not be read again (each is named); 2 wrong usage; 3 the ledger could not be used;
130 stopped by Ctrl-C.`,
    );
  addOptions(reread, ['workers', 'runtime', 'ledger', 'quiet']);
  reread.action(async (reports: string[]) => {
    const { format, ...flags } = reread.opts<{ format: 'text' | 'jsonl'; workers?: string; runtime?: string; ledger?: string; quiet?: true }>(); // prettier-ignore
    const settings = resolveSettings({ ...flags, quiet: flags.quiet ? 'yes' : undefined }, terminal.environment);
    const [{ runReread }, { openEngine }, { identifyReader }, { rereadReports }] = await Promise.all([import('./reread-command.ts'), import('../../pipeline.ts'), import('../../reader.ts'), import('../../reread.ts')]); // prettier-ignore
    finish(await runReread(reports, format, settings, terminal, { openEngine, identifyReader, rereadReports }));
  });

  const doctor = program
    .command('doctor')
    .description('Check Node, what runs the network, and the ledger, and say what to do.')
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well; 1 reports cannot be read here, or the ledger is damaged; 2 wrong usage.',
    );
  addOptions(doctor, ['ledger']);
  doctor.action(async () => {
    const { format, ledger } = doctor.opts<{ format: 'text' | 'json'; ledger?: string }>();
    const settings = resolveSettings(ledger === undefined ? {} : { ledger }, terminal.environment);
    const { runDoctor } = await import('./doctor-command.ts');
    finish(await runDoctor(format, settings, terminal));
  });

  program
    .command('completion')
    .description('Print what makes a shell complete the commands and options of hearsay.')
    .addArgument(new Argument('<SHELL>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
bash  eval "$(hearsay completion bash)"                                    in ~/.bashrc
zsh   eval "$(hearsay completion zsh)"                                     in ~/.zshrc, after compinit
fish  hearsay completion fish > ~/.config/fish/completions/hearsay.fish`,
    )
    .action(async (shell: Shell) => {
      await writeOut(terminal.stdout, writeCompletion(program, shell));
      finish(0);
    });
  return program;
}

function readOutcome(
  claim: string,
  outcome: (typeof OUTCOMES)[number] | undefined,
  evidence: string | undefined,
  why: string,
  undo: boolean,
): OutcomeWords {
  const wrong =
    undo === (outcome !== undefined)
      ? 'say what became of it, or --undo, and not both'
      : evidence !== undefined && keyAddress(evidence) === null
        ? `${evidence} is no web address`
        : null;
  if (wrong !== null) throw new HearsayError('usage.bad-option', 'This outcome cannot be kept', wrong, 'see `hearsay outcome --help`'); // prettier-ignore
  return { claim, outcome: outcome ?? null, evidence: evidence ?? null, why };
}

function explainUsage(error: CommanderError): HearsayError {
  const [first = ''] = error.message.replace(/^error: /u, '').split('\n');
  const hint = /\(Did you mean (.+?)\?\)/u.exec(error.message)?.[1];
  return new HearsayError(
    'usage.bad-option',
    'This command line cannot be understood',
    first,
    hint === undefined
      ? 'see `hearsay --help` and `hearsay read --help`'
      : `did you mean ${hint}? See \`hearsay read --help\``,
  );
}
