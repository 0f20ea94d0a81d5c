import type { Settings } from '../../base/config.ts';
import type { readInputs } from '../../pipeline.ts';
import { chooseFormat } from '../format/format.ts';
import { Progress } from './progress.ts';
import { makeReadOptions } from './read-options.ts';
import { describeNote, describeProblem, writeOut, type Terminal } from './terminal.ts';
import { chooseTextOptions } from './text-options.ts';

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
  const format = chooseFormat(settings.format ?? 'text', chooseTextOptions(settings, terminal));
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
