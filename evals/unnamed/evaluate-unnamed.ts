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

/** "This report rests a statement on an unnamed source who spoke": F1 over the reports marked by hand, in both halves. */
export async function evaluateUnnamed(
  dataDir: string,
  read: (article: Article) => Promise<readonly Attribution[]>,
): Promise<EvalRow[]> {
  const tallies = [false, true].map((unseen) => ({ unseen, hit: 0, said: 0, gold: 0, size: 0 }));
  for (const { article, has } of readMarked(dataDir)) {
    const tally = tallies.find(({ unseen }) => unseen === isUnseen(article.id ?? ''));
    const said = countAudit(await read(article)).unnamed > 0;
    if (!tally) continue;
    tally.size++;
    if (said) tally.said++;
    if (has) tally.gold++;
    if (said && has) tally.hit++;
  }
  return tallies.map(({ unseen, hit, said, gold, size }) => ({
    task: `unnamed, ${unseen ? 'unseen half' : 'rules’ half'}`,
    metric: 'report has an unnamed source: F1',
    value: (2 * hit) / Math.max(1, said + gold),
    size,
  }));
}

/** The marked reports. */
function readMarked(dataDir: string): Marked[] {
  const lines = readFileSync(new URL('gold.tsv', import.meta.url), 'utf8').split('\n');
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
