import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Article } from '../../src/page/article.ts';
import { countAudit } from '../../src/reading/audit.ts';
import type { Attribution } from '../../src/reading/reading.ts';
import { splitSet, type GoldPart, type GoldSet } from '../gold-sets.ts';
import type { EvalRow } from '../row.ts';
import { wrapText } from '../triples/wrap.ts';

const report = z.looseObject({ id: z.string(), outlet: z.string().nullable(), url: z.string().nullable(), text: z.string() }); // prettier-ignore

interface Marked {
  readonly article: Article;
  /** The reader found an unnamed source who spoke. */
  readonly has: boolean;
}

interface Judged {
  readonly id: string;
  readonly has: boolean;
  /** `read` found one. */
  readonly said: boolean;
}

const SETS: readonly GoldSet[] = [
  { file: 'gold.tsv', name: 'unnamed', read: 'half' },
  { file: 'fresh.tsv', name: 'unnamed, second set', read: 'all' },
  { file: 'third.tsv', name: 'unnamed, third set', read: 'all' },
  { file: 'fourth.tsv', name: 'unnamed, fourth set', read: 'nothing' },
];

/** "This report rests a statement on an unnamed source who spoke": F1 over the reports marked by hand. */
export async function evaluateUnnamed(
  dataDir: string,
  read: (article: Article) => Promise<readonly Attribution[]>,
): Promise<EvalRow[]> {
  const rows: EvalRow[] = [];
  for (const set of SETS) {
    const judged: Judged[] = [];
    for (const { article, has } of readMarked(dataDir, set.file))
      judged.push({ id: article.id ?? '', has, said: countAudit(article.text, await read(article)).unnamed > 0 });
    rows.push(...splitSet(set, judged, ({ id }) => id).flatMap(countRows));
  }
  return rows;
}

function countRows({ task, rows }: GoldPart<Judged>): EvalRow[] {
  const gold = rows.filter(({ has }) => has).length;
  const said = rows.filter(({ said }) => said).length;
  const hit = rows.filter(({ has, said }) => has && said).length;
  const count = (metric: string, value: number): EvalRow => ({ task, metric: `report has an unnamed source: ${metric}`, value, size: rows.length }); // prettier-ignore
  return [
    count('F1', (2 * hit) / Math.max(1, said + gold)),
    count('precision', hit / Math.max(1, said)),
    count('recall', hit / Math.max(1, gold)),
  ];
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
