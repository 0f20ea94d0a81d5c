import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const id = document.slice(0, document.lastIndexOf('_'));
  const text = readFileSync(join(dataDir, 'polnear/dev/text', `${id}.txt`), 'utf8');
  const known = readMetadata(dataDir).get(id);
  if (!known) throw new RangeError(`${id} is missing from polnear/metadata.tsv`);
  return { ...wrapText(id, text), ...known };
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
