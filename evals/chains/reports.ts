import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Article } from '../../src/page/article.ts';
import { readGum } from '../nesting/gum.ts';
import { wrapText } from '../triples/wrap.ts';
import type { GoldChain } from './gold.ts';

const OUTLETS: Readonly<Record<string, string>> = {
  'breitbart': 'Breitbart News',
  'huff-post': 'HuffPost',
  'nyt': 'The New York Times',
  'politico': 'Politico',
  'usa-today': 'USA Today',
  'wash-post': 'The Washington Post',
  'west-journal': 'Western Journalism',
}; // prettier-ignore

/** The report of a gold row, with the outlet, wire and byline that the corpus gives apart from its text. */
export function readReport(dataDir: string, { set, document }: Pick<GoldChain, 'set' | 'document'>): Article {
  if (set === 'gum') return { ...wrapText(document, readGum(dataDir, document).text), outlet: 'Wikinews' };
  if (set === 'news') return readNews(dataDir, document);
  const id = document.slice(0, document.lastIndexOf('_'));
  const part = set === 'train' ? 'train' : 'dev';
  const text = readFileSync(join(dataDir, 'polnear', part, 'text', `${id}.txt`), 'utf8');
  const known = readMetadata(dataDir).get(id);
  if (!known) throw new RangeError(`${id} is missing from polnear/metadata.tsv`);
  return { ...wrapText(id, text), ...known };
}

const row = z.looseObject({
  id: z.string(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  date: z.string().nullable(),
  text: z.string(),
});
let news: ReadonlyMap<string, Article> | null = null;

function readNews(dataDir: string, id: string): Article {
  news ??= new Map(
    gunzipSync(readFileSync(join(dataDir, 'news/reports.jsonl.gz')))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => row.parse(JSON.parse(line)))
      .map((one) => [one.id, { ...wrapText(one.id, one.text), outlet: one.outlet, url: one.url, title: one.title, published: one.date }]), // prettier-ignore
  );
  const report = news.get(id);
  if (!report) throw new RangeError(`${id} is missing from news/reports.jsonl.gz`);
  return report;
}

type Known = Pick<Article, 'outlet' | 'wire' | 'authors' | 'title' | 'published'>;

function readMetadata(dataDir: string): ReadonlyMap<string, Known> {
  const [head = '', ...lines] = readFileSync(join(dataDir, 'polnear/metadata.tsv'), 'utf8').split('\n');
  const columns = head.split('\t');
  const known = new Map<string, Known>();
  for (const line of lines.filter(Boolean)) {
    const cells = line.split('\t');
    const get = (column: string): string | null => {
      const cell = cells[columns.indexOf(column)] ?? '';
      return cell === '' || cell === 'None' || cell === 'NA' ? null : cell;
    };
    const author =
      get('author')
        ?.replace(/^By /u, '')
        .replace(/\.? Email: .*$/u, '') ?? null;
    known.set(get('filename') ?? '', {
      outlet: OUTLETS[get('publisher') ?? ''] ?? get('publisher'),
      wire: get('wire') ?? get('credit'),
      authors: author === null ? [] : author.split(/, | and /u),
      title: get('title'),
      published: get('publication_date'),
    });
  }
  return known;
}
