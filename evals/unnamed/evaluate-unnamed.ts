import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Article } from '../../src/page/article.ts';
import { countAudit } from '../../src/reading/audit.ts';
import type { Attribution } from '../../src/reading/reading.ts';
import type { EvalRow } from '../row.ts';
import { wrapText } from '../triples/wrap.ts';
import { isUnseen } from '../unseen.ts';

const report = z.looseObject({ id: z.string(), outlet: z.string().nullable(), url: z.string().nullable(), text: z.string() }); // prettier-ignore

interface Marked {
  readonly article: Article;
  /** The reader found an unnamed source who spoke. */
  readonly has: boolean;
}

const SETS = [
  { file: 'gold.tsv', name: 'unnamed' },
  { file: 'fresh.tsv', name: 'unnamed, second set' },
  { file: 'third.tsv', name: 'unnamed, third set' },
];

/** "This report rests a statement on an unnamed source who spoke": F1 over the reports marked by hand, in both halves. */
export async function evaluateUnnamed(
  dataDir: string,
  read: (article: Article) => Promise<readonly Attribution[]>,
): Promise<EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const { file, name } of SETS) {
    const tallies = [false, true].map((unseen) => ({ unseen, hit: 0, said: 0, gold: 0, size: 0 }));
    for (const { article, has } of readMarked(dataDir, file)) {
      const tally = tallies.find(({ unseen }) => unseen === isUnseen(article.id ?? ''));
      const said = countAudit(await read(article)).unnamed > 0;
      if (!tally) continue;
      tally.size++;
      if (said) tally.said++;
      if (has) tally.gold++;
      if (said && has) tally.hit++;
    }
    for (const { unseen, hit, said, gold, size } of tallies) {
      const task = `${name}, ${unseen ? 'unseen half' : 'rules’ half'}`;
      const share = (metric: string, value: number): EvalRow => ({ task, metric: `report has an unnamed source: ${metric}`, value, size }); // prettier-ignore
      rows.push(share('F1', (2 * hit) / Math.max(1, said + gold)));
      rows.push(share('precision', hit / Math.max(1, said)), share('recall', hit / Math.max(1, gold)));
    }
  }
  return rows;
}

/** The marked reports. */
function readMarked(dataDir: string, file: string): Marked[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  const gold = new Map(lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1] === 'yes'])); // prettier-ignore
  const reports = gunzipSync(readFileSync(join(dataDir, 'news/reports.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return reports.filter(Boolean).flatMap((line) => {
    const { id, outlet, url, text } = report.parse(JSON.parse(line));
    const has = gold.get(id);
    return has === undefined ? [] : [{ article: { ...wrapText(id, text), outlet, url }, has }];
  });
}
