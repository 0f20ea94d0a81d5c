import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../src/language/spans.ts';
import { actOf } from '../../src/reading/acts.ts';
import { weighTale } from '../../src/reading/expected.ts';
import { namesOfContent } from '../../src/reading/expected/features.ts';
import { readExpectedGold } from '../../evals/expected/gold.ts';
import { readPolnear } from '../../evals/triples/polnear.ts';

/** A marked content as the head sees it. */
export interface Example {
  readonly document: string;
  readonly names: readonly string[];
  readonly ahead: boolean;
}

interface Marked {
  readonly id: string;
  readonly text: string;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly ahead: boolean;
}

/** Everything that may be fitted on: marks.tsv here, and the development halves of the two golds in evals/expected. */
export function readExamples(dataDir: string): Example[] {
  const golds = (['gold.tsv', 'fresh.tsv'] as const).flatMap((file) => readExpectedGold(dataDir, file));
  return [...readMarks(dataDir), ...golds.filter(({ half }) => half === 'dev')].map(toExample);
}

function toExample({ id, text, cue, content, ahead }: Marked): Example {
  const act = actOf(cue.map(({ start, end }) => text.slice(start, end)).join(' '));
  const weighed = weighTale({ text, cue, content, act, published: null, when: [], where: [], entities: [] });
  return { document: id, names: namesOfContent(weighed), ahead };
}

function readMarks(dataDir: string): Marked[] {
  const files = new Map(readPolnear(join(dataDir, 'polnear/train')).flatMap(({ text, files }) => files.map(({ name, marked }) => [name, { text, marked }] as const))); // prettier-ignore
  const lines = readFileSync(new URL('marks.tsv', import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [, id = '', spans = '', verdict] = line.split('\t');
    const file = files.get(id);
    const one = file?.marked.find(({ content }) => content.map(({ start, end }) => `${String(start)}-${String(end)}`).join(';') === spans); // prettier-ignore
    if (!file || !one) throw new RangeError(`marks.tsv names ${id} ${spans}, which the data do not hold`);
    return { id, text: file.text, cue: one.cue, content: one.content, ahead: verdict === 'yes' };
  });
}
