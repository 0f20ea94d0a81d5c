import type { Command } from 'commander';
import { Option } from 'commander';
import { checkValue, type SettingName } from '../../base/config.ts';
import { addOptions, collectSettings } from './command-options.ts';
import type { Terminal } from './terminal.ts';

const EXITS = '\nExit codes: 0 done; 1 it failed; 2 wrong usage; 3 the ledger could not be used.';
const RUN_SETTINGS: readonly SettingName[] = ['allow-private', 'workers', 'runtime', 'ledger', 'quiet'];

/** `watch add`, `remove`, `list` and `run`. */
export function defineWatch(program: Command, terminal: Terminal, finish: (code: number) => unknown): void {
  const watch = program
    .command('watch')
    .description(
      'Watch feeds and sitemaps: read what is new in them, and visit each report again a day and a week later.',
    )
    .helpCommand(false);

  const add = watch
    .command('add')
    .description('Have feeds or sitemaps watched. `watch run` visits them.')
    .argument('<FEED...>', 'the address of a feed (RSS, Atom, JSON Feed), a sitemap or a sitemap index')
    .option(
      '--from <DATE>',
      'nothing that is known to be published before DATE; without it all that a feed lists, and of a sitemap what is new since yesterday',
    ) // prettier-ignore
    .addHelpText('after', EXITS);
  addOptions(add, ['ledger', 'quiet']);
  add.action(async (feeds: string[]) => {
    const { from } = add.opts<{ from?: string }>();
    const { runWatchAdd } = await import('./watch-command.ts');
    finish(await runWatchAdd(checkFeeds(feeds), readFrom(from), collectSettings(add, terminal), terminal));
  });

  const remove = watch
    .command('remove')
    .description('Watch feeds no longer. The reports that were read stay, and are visited again as planned.')
    .argument('<FEED...>', 'addresses as `watch list` has them')
    .addHelpText('after', EXITS);
  addOptions(remove, ['ledger', 'quiet']);
  remove.action(async (feeds: string[]) => {
    const { runWatchRemove } = await import('./watch-command.ts');
    finish(await runWatchRemove(feeds, collectSettings(remove, terminal), terminal));
  });

  const list = watch
    .command('list')
    .description('List what is watched: when it was visited, when it will be, and what went wrong.')
    .addOption(new Option('--format <FORMAT>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXITS);
  addOptions(list, ['ledger']);
  list.action(async () => {
    const { format, ledger } = list.opts<{ format: 'text' | 'json'; ledger?: string }>();
    const { runWatchList } = await import('./watch-command.ts');
    finish(await runWatchList(format, ledger ?? null, terminal));
  });

  const run = watch
    .command('run')
    .description('Visit what is due, read what is new into the ledger, and go on until Ctrl-C.')
    .argument('[FEED...]', 'feeds or sitemaps to have watched from now on')
    .option('--once', 'visit what is due now, and end')
    .addHelpText(
      'after',
      `
Sites are visited as a program should: robots.txt is heard, one request a host at a time and a second apart or as the site
asks, longer and longer waits after failures, Retry-After, and nothing is sent again that has not changed. Feeds are visited
every half hour while they bring news, and every four hours while they bring none. What is found is read from its page, and
visited again a day and a week later for corrections; \`hearsay revisions\` shows them.

Stopped in any way, the same command goes on where it was.
Exit codes: 0 done; 1 with --once, some visits failed (each is named); 2 wrong usage; 3 the ledger could not be used;
130 stopped by Ctrl-C.`,
    );
  addOptions(run, RUN_SETTINGS);
  run.action(async (feeds: string[]) => {
    const { once = false } = run.opts<{ once?: true }>();
    const [{ runWatch }, { openEngine, SYSTEM_CLOCK }, { watchFeeds }] = await Promise.all([import('./watch-command.ts'), import('../../pipeline.ts'), import('../../watch.ts')]); // prettier-ignore
    const engine = { openEngine, watchFeeds, clock: SYSTEM_CLOCK };
    finish(await runWatch(checkFeeds(feeds), once, collectSettings(run, terminal), terminal, engine));
  });
}

function checkFeeds(feeds: readonly string[]): readonly string[] {
  return feeds.map((feed) => new URL(checkValue({ name: 'url', type: 'address' }, feed, 'FEED')).href);
}

function readFrom(from: string | undefined): string | null {
  return from === undefined ? null : checkValue({ name: 'from', type: 'day' }, from, '--from');
}
