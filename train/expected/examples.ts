import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../../src/language/encoder.ts';
import type { Range } from '../../src/language/spans.ts';
import { actOf } from '../../src/reading/acts.ts';
import { weighTale } from '../../src/reading/expected.ts';
import { namesOfContent, type Weighed } from '../../src/reading/expected/features.ts';
import { readExpectedGold } from '../../evals/expected/gold.ts';
import { readSenseCells } from '../../evals/expected/sense-cells.ts';
import { readPolnear } from '../../evals/triples/polnear.ts';

/** A marked content as the head sees it. */
export interface Example {
  /** The article's name, without its annotator's. */
  readonly article: string;
  readonly names: readonly string[];
  readonly sense: Weighed['sense'];
  readonly ahead: boolean;
  readonly rule: boolean;
}

interface Marked {
  readonly id: string;
  readonly text: string;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly ahead: boolean;
}

/** Everything that may be fitted on: marks.tsv here, and the development halves of the two golds in evals/expected. */
export async function readExamples(dataDir: string, encoder: Encoder): Promise<Example[]> {
  const golds = (['gold.tsv', 'fresh.tsv'] as const).flatMap((file) => readExpectedGold(dataDir, file));
  const all: Marked[] = [...readMarks(dataDir), ...golds.filter(({ half }) => half === 'dev')];
  const cells = await readSenseCells(encoder, all.map(({ text }) => text)); // prettier-ignore
  return all.map((one) => toExample(one, cells.get(one.text) ?? null));
}

function toExample({ id, text, cue, content, ahead }: Marked, sense: Int8Array | null): Example {
  const act = actOf(cue.map(({ start, end }) => text.slice(start, end)).join(' '));
  const weighed = weighTale({ text, cue, content, act, published: null, when: [], where: [], entities: [], sense });
  return { article: id.slice(0, id.lastIndexOf('_')), names: namesOfContent(weighed), sense: weighed.sense, ahead, rule: weighed.rule !== null }; // prettier-ignore
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
