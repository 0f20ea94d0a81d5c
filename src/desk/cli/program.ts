import { Command, CommanderError, Option } from 'commander';
import { resolveSettings, SETTINGS, type Setting, type SettingName, type Settings } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import { readVersion } from '../../base/version.ts';
import { runDoctor } from './doctor-command.ts';
import { runRead } from './read-command.ts';
import { describeProblem, writeOut, type Terminal } from './terminal.ts';

const READ_SETTINGS: readonly SettingName[] = SETTINGS.map(({ name }) => name);

/** Runs one command line. @returns the exit code: 0 done, 1 some inputs failed, 2 wrong usage; it never throws. */
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
    return error instanceof HearsayError && error.code === 'usage.bad-option' ? 2 : 1;
  }
}

/** The commands, for running and for docs/commands.md. */
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
      `
Inputs are told apart by their content: web pages (also as saved by browsers, SingleFile or MHTML), plain text,
Markdown, report tables (JSONL, CSV, Parquet), web archives (WARC, WACZ), feeds (RSS, Atom, JSON Feed), sitemaps, and
text files of nothing but addresses. Each may be compressed (.gz).

Of a feed, an entry whose whole text is in it is read as it is; of the others, and of a sitemap, the pages are fetched:
one request a host at a time, a second apart, and not what the site's robots.txt asks programs to leave alone.

Readings go to stdout, everything else to stderr.
Exit codes: 0 done; 1 some inputs failed (each is named, the rest is done); 2 wrong usage.`,
    );
  addOptions(read, READ_SETTINGS);
  read.action(async (inputs: string[]) => {
    const settings = collectSettings(read, terminal);
    // Imported here, so that --help and doctor work where the network's library does not load.
    const { readInputs } = await import('../../pipeline.ts');
    finish(await runRead(inputs, settings, terminal, readInputs));
  });

  const doctor = program
    .command('doctor')
    .description('Check Node and what runs the network, and say what to do.')
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExit codes: 0 reports can be read here; 1 they cannot; 2 wrong usage.');
  doctor.action(async () => {
    finish(await runDoctor(doctor.opts<{ format: 'text' | 'json' }>().format, terminal));
  });
  return program;
}

function addOptions(command: Command, names: readonly SettingName[]): void {
  for (const setting of SETTINGS as readonly Setting[]) {
    if (setting.secret || !names.some((name) => name === setting.name)) continue;
    const flag = `--${setting.name}${setting.placeholder === undefined ? '' : ` <${setting.placeholder}>`}`;
    const byDefault = setting.default === null || setting.type === 'yes-no' ? '' : ` (default: ${setting.default})`;
    command.addOption(new Option(flag, setting.help + byDefault));
  }
}

function collectSettings(command: Command, terminal: Terminal): Settings {
  const flags: Record<string, string> = {};
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (value === true) flags[option.name()] = 'yes';
    else if (typeof value === 'string') flags[option.name()] = value;
  }
  return resolveSettings(flags, terminal.environment);
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
