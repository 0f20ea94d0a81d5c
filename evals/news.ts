import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../src/page/article.ts';
import type { Reading } from '../src/reading/reading.ts';
import { wrapText } from './triples/wrap.ts';

export interface NewsRow {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

export function readNews(dataDir: string): readonly NewsRow[] {
  const lines = gunzipSync(readFileSync(join(dataDir, 'news/reports.jsonl.gz'))).toString('utf8').trim().split('\n'); // prettier-ignore
  return lines.map((line) => JSON.parse(line) as NewsRow);
}

/** These reports of `news` read whole, with their outlets, titles and days; by their ids, in the order of the data. */
export async function readNewsWhole(
  dataDir: string,
  ids: ReadonlySet<string>,
  read: (article: Article) => Promise<Reading>,
): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (const { id, text, outlet, title, date } of readNews(dataDir).filter((row) => ids.has(row.id)))
    readings.set(id, await read({ ...wrapText(id, text), outlet, title, published: date === '' ? null : date }));
  return readings;
}
