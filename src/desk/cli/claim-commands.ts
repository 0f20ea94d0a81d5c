import { Option, type Command } from 'commander';
import { checkValue } from '../../base/config.ts';
import type { ClaimQuery } from '../../ledger/ledger.ts';
import type { ClaimFormat } from './claims-command.ts';
import { addOptions, collectSettings } from './command-options.ts';
import type { Terminal } from './terminal.ts';

const EXITS = '\nExit codes: 0 done; 1 it was not found; 2 wrong usage; 3 the ledger could not be used.';

export interface FilterFlags {
  readonly source?: string;
  readonly outlet?: string;
  readonly place?: string;
  readonly from?: string;
  readonly to?: string;
  readonly minOrigins?: string;
  readonly all?: true;
}

interface ClaimFlags extends FilterFlags {
  readonly format: ClaimFormat;
  readonly why?: true;
  readonly add?: true;
}

/** `claims`, `claim` and `trace`. */
export function defineClaimCommands(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const claims = program
    .command('claims')
    .description(
      'List the claims in the ledger, each with whom it is traced to; those that most reports carry and lead with come first.',
    ) // prettier-ignore
    .argument('[WORDS...]', 'words, "phrases", or a whole sentence: nearest by meaning, then by words')
    .addHelpText('after', EXITS);
  addFilterOptions(claims);
  addClaimOptions(claims);
  claims.action(async (words: string[]) => {
    const flags = claims.opts<ClaimFlags>();
    const { runClaims } = await import('./claims-command.ts');
    finish(await runClaims(readClaimQuery(words, flags), flags.format, collectSettings(claims, terminal), terminal));
  });

  const claim = program
    .command('claim')
    .description('Show one claim in full: whom it is traced to, where it is seen, who speaks against it.')
    .argument('<ID>', 'its id, or that of any appearance in it; the first six signs will do')
    .option('--why', 'the facts behind each count')
    .addHelpText('after', EXITS);
  addClaimOptions(claim);
  claim.action(async (id: string) => {
    const { format, why = false } = claim.opts<ClaimFlags>();
    const { runClaim } = await import('./claims-command.ts');
    finish(await runClaim(id, why, format, collectSettings(claim, terminal), terminal));
  });

  const trace = program
    .command('trace')
    .description(
      'Show whom the reports of a claim have it from, and whom those have it from, as far as it is seen here.',
    )
    .argument('<ID|URL|TEXT...>', 'the id of a claim, the address of a report in the ledger, or what is claimed')
    .option('--add', 'read what is named, has a link and is not in the ledger into it, and trace again')
    .addHelpText(
      'after',
      `
Reports that are named and not in the ledger come with their link, or with what to search for. With --add those with a link
are listed and fetched, as a program should (robots.txt, a second between two requests to a host), then those that they name,
and so on; what could not be fetched is named with why.
Exit codes: 0 done; 1 it was not found, or with --add something could not be fetched; 2 wrong usage; 3 the ledger could not
be used; 130 stopped by Ctrl-C.`,
    );
  addClaimOptions(trace, ['width', 'allow-private', 'runtime', 'ledger', 'quiet']);
  trace.action(async (what: string[]) => {
    const { format, add = false } = trace.opts<ClaimFlags>();
    const settings = collectSettings(trace, terminal);
    if (!add) {
      const { runTrace } = await import('./claims-command.ts');
      finish(await runTrace(what.join(' '), format, settings, terminal));
      return;
    }
    const [{ runTraceAdd }, { openEngine, SYSTEM_CLOCK }, { traceUpstream }] = await Promise.all([import('./trace-add-command.ts'), import('../../pipeline.ts'), import('../../trace-upstream.ts')]); // prettier-ignore
    const engine = { openEngine, traceUpstream, clock: SYSTEM_CLOCK };
    finish(await runTraceAdd(what.join(' '), format, settings, terminal, engine));
  });
}

/** What narrows the claims down. */
export function addFilterOptions(command: Command): void {
  command
    .option('--source <NAME>', 'only those that are from this source, or that it speaks against')
    .option('--outlet <NAME>', 'only those that this outlet carries')
    .option('--place <NAME>', 'only those with this place in them')
    .option('--from <DATE>', 'only those published on or after this day, month or year')
    .option('--to <DATE>', 'only those published on or before it')
    .option('--min-origins <N>', 'only those with as many known origins')
    .option('--all', 'also what one report alone says in its own words');
}

/** `--format`, `--width`, `--ledger` and `--quiet` of what prints claims. */
export function addClaimOptions(
  command: Command,
  settings: Parameters<typeof addOptions>[1] = ['width', 'ledger'],
): void {
  // prettier-ignore
  command.addOption(new Option('--format <FORMAT>', 'how to print: text, json (an array), jsonl (one line each)').choices(['text', 'json', 'jsonl']).default('text')); // prettier-ignore
  addOptions(command, settings);
}

/** @throws HearsayError `usage.bad-option` */
export function readClaimQuery(words: readonly string[], flags: FilterFlags): ClaimQuery {
  const { source, outlet, place, from, to, minOrigins, all } = flags;
  const day = (name: 'from' | 'to', typed: string): string => checkValue({ name, type: 'day' }, typed, `--${name}`);
  return {
    ...(words.length === 0 ? {} : { words: words.join(' ') }),
    ...(source === undefined ? {} : { source }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from: day('from', from) }),
    ...(to === undefined ? {} : { to: day('to', to) }),
    ...(minOrigins === undefined ? {} : { minOrigins: Number(checkValue({ name: 'min-origins', type: 'count' }, minOrigins, '--min-origins')) }), // prettier-ignore
    ...(all === undefined ? {} : { all }),
  };
}
