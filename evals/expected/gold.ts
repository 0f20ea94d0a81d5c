import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../src/language/spans.ts';
import { readPolnear } from '../triples/polnear.ts';
import { isUnseen } from '../unseen.ts';

/** One content that a reader judged, with the cue that PolNeAR's annotator marked for it. */
export interface JudgedContent {
  readonly half: 'dev' | 'unseen';
  readonly id: string;
  readonly text: string;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly ahead: boolean;
  readonly kind: string;
}

/** A gold joined with the texts. Throws RangeError where the data are others than those that were judged. */
export function readExpectedGold(dataDir: string, file: 'gold.tsv' | 'fresh.tsv' = 'gold.tsv'): readonly JudgedContent[] {
  const parts = new Map((['dev', 'train'] as const).map((set) => [set as string, readPolnear(join(dataDir, 'polnear', set))]));
  return readRows(file).map(({ half, set, id, spans, verdict, kind }) => {
    const article = parts.get(set)?.find(({ files }) => files.some(({ name }) => name === id));
    const content = spans.split(';').map((pair) => {
      const [start = 0, end = 0] = pair.split('-').map(Number);
      return { start, end };
    });
    const key = JSON.stringify(content);
    const marked = article?.files.find(({ name }) => name === id)?.marked.find((one) => JSON.stringify(one.content) === key);
    if (!article || !marked) throw new RangeError(`${file} names ${id} ${spans}, which the data do not hold`);
    return { half, id, text: article.text, cue: marked.cue, content, ahead: verdict === 'yes', kind };
  });
}

interface Row extends Pick<JudgedContent, 'half' | 'id' | 'kind'> {
  readonly set: string;
  readonly spans: string;
  readonly verdict: string;
}

/** `gold.tsv` names its half; of `fresh.tsv` it is the hash of the document's. */
function readRows(file: string): readonly Row[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const cells = line.split('\t');
    const own = file === 'gold.tsv' ? cells.slice(1) : cells;
    const [set = '', id = '', spans = '', verdict = '', kind = ''] = own;
    const half = file === 'gold.tsv' ? (cells[0] === 'dev' ? 'dev' : 'unseen') : isUnseen(id) ? 'unseen' : 'dev';
    return { half, set, id, spans, verdict, kind };
  });
}
