import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../src/language/spans.ts';
import { readPolnear } from '../triples/polnear.ts';

/** One content that a reader judged, with the cue that PolNeAR's annotator marked for it. */
export interface JudgedContent {
  readonly half: 'dev' | 'unseen';
  readonly id: string;
  readonly text: string;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly ahead: boolean;
  readonly kind: string;
  readonly window: string;
}

/** gold.tsv joined with the texts. Throws RangeError where the data are others than those that were judged. */
export function readExpectedGold(dataDir: string): readonly JudgedContent[] {
  const parts = new Map((['dev', 'train'] as const).map((set) => [set as string, readPolnear(join(dataDir, 'polnear', set))]));
  return readRows().map(([half = '', set = '', id = '', spans = '', verdict, kind = '', window = '']) => {
    const article = parts.get(set)?.find(({ files }) => files.some(({ name }) => name === id));
    const content = spans.split(';').map((pair) => {
      const [start = 0, end = 0] = pair.split('-').map(Number);
      return { start, end };
    });
    const key = JSON.stringify(content);
    const marked = article?.files.find(({ name }) => name === id)?.marked.find((one) => JSON.stringify(one.content) === key);
    if (!article || !marked) throw new RangeError(`gold.tsv names ${id} ${spans}, which the data do not hold`);
    return { half: half === 'dev' ? 'dev' : 'unseen', id, text: article.text, cue: marked.cue, content, ahead: verdict === 'yes', kind, window }; // prettier-ignore
  });
}

function readRows(): readonly (readonly string[])[] {
  const lines = readFileSync(new URL('gold.tsv', import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}
