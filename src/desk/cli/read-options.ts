import { HearsayError } from '../../base/error.ts';
import { countWorkers, type Settings } from '../../base/config.ts';
import type { ReadOptions } from '../../pipeline.ts';
import type { Terminal } from './terminal.ts';

/** What the settings say of how the inputs are read. @throws HearsayError `usage.bad-option` */
export function makeReadOptions(inputs: readonly string[], settings: Settings, terminal: Terminal): ReadOptions {
  const { published, outlet, url } = settings;
  if (url !== null && inputs.length > 1)
    throw new HearsayError(
      'usage.bad-option',
      '--url cannot be given with several inputs',
      'two reports do not stand at one address',
      'read them one at a time, or give a report table with a column url',
    );
  return {
    given: {
      ...(published === null ? {} : { published }),
      ...(outlet === null ? {} : { outlet }),
      ...(url === null ? {} : { url }),
    },
    ...(settings.columns === null ? {} : { columns: parseColumns(settings.columns) }),
    ...(settings.from === null ? {} : { from: settings.from }),
    ...(settings.to === null ? {} : { to: settings.to }),
    allowPrivate: settings['allow-private'] === 'yes',
    workers: countWorkers(settings),
    runtime: settings.runtime as 'auto' | 'native' | 'wasm',
    stdin: terminal.stdin,
    now: () => new Date(),
  };
}

/** “text=body,published=date” → `{ text: 'body', published: 'date' }`. */
export function parseColumns(typed: string): Record<string, string> {
  const known = ['id', 'url', 'outlet', 'title', 'published', 'modified', 'captured', 'section', 'authors', 'language', 'text', 'html']; // prettier-ignore
  const columns: Record<string, string> = {};
  for (const pair of typed.split(',')) {
    const [, ours = '', theirs = ''] = /^\s*([a-z]+)\s*=\s*(.+?)\s*$/u.exec(pair) ?? [];
    if (!known.includes(ours) || theirs === '' || ours in columns)
      throw new HearsayError(
        'usage.bad-option',
        `--columns cannot be “${typed}”`,
        `“${pair.trim()}” does not name one of our columns and one of yours`,
        `write it as text=body,published=date; ours are ${known.join(' ')}`,
      );
    columns[ours] = theirs;
  }
  return columns;
}
