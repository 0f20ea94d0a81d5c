import { HearsayError } from '../../base/error.ts';
import type { Settings } from '../../base/config.ts';
import type { ReadOptions, readInputs } from '../../pipeline.ts';
import { chooseFormat } from '../format/format.ts';
import { Progress } from './progress.ts';
import { describeNote, describeProblem, wantsColor, writeOut, type Terminal } from './terminal.ts';

/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 100;
const PIPE_WIDTH = 80;

/**
 * `hearsay read`: prints the readings in the order of the inputs and names each input that failed.
 * @returns the exit code: 0 done, 1 some inputs failed
 */
export async function runRead(
  inputs: readonly string[],
  settings: Settings,
  terminal: Terminal,
  read: typeof readInputs,
): Promise<number> {
  const options = makeReadOptions(inputs, settings, terminal);
  const width = settings.width === null ? Math.min(terminal.columns ?? PIPE_WIDTH, WIDEST) : Number(settings.width);
  const format = chooseFormat(settings.format ?? 'text', { width, color: wantsColor(terminal) });
  const progress = new Progress(terminal, settings.quiet === 'yes');
  const print = async (text: string): Promise<void> => {
    await progress.clear();
    await writeOut(terminal.stdout, text);
  };
  await print(format.open());
  try {
    for await (const result of read(inputs, options)) {
      if (terminal.stdout.destroyed) return 0;
      if ('reading' in result) {
        await print(format.print(result.reading, progress.read));
        await progress.countRead(result.reading.input);
      } else {
        progress.countFailed();
        await progress.clear();
        await writeOut(terminal.stderr, describeProblem(result.error, result.input));
        for (const note of result.notes ?? []) await writeOut(terminal.stderr, describeNote(note));
      }
    }
  } catch (error) {
    // What was printed stays whole: an array is closed even where the rest could not be read.
    progress.countFailed();
    await progress.clear();
    await writeOut(terminal.stderr, describeProblem(error));
  }
  await print(format.close(progress.read));
  await progress.finish();
  return progress.failed > 0 ? 1 : 0;
}

function makeReadOptions(inputs: readonly string[], settings: Settings, terminal: Terminal): ReadOptions {
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
    workers: Number(settings.workers),
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
