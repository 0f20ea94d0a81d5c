import { HearsayError } from '../../src/base/error.ts';
import { findAgency } from '../../src/page/agencies.ts';
import type { Article } from '../../src/page/article.ts';
import { extractArticle } from '../../src/page/extract-article.ts';
import { detectLanguage } from '../../src/page/language.ts';
import type { EvalRow } from '../row.ts';
import { type GoldPage, readGoldPages } from './gold.ts';
import { compareTexts, meanF1, type Overlap } from './shingles.ts';

export interface PageResult {
  readonly gold: GoldPage;
  readonly article: Article | null;
  /** The error's code where the page gave no article. */
  readonly error: string | null;
  readonly body: Overlap;
  readonly language: string | null;
}

// Turkish counts as European here, as in the figures that the targets were set by.
const NOT_EUROPEAN = new Set(['ja', 'ko', 'zh', 'hi', 'id', 'vi', 'sw', 'zu', 'xh', 'ar', 'he', 'th', 'und']);

/** Article body, title, publication day, authors and language on the fundus pages; no rows where the data is missing. */
export function evaluatePage(dataDir: string): Promise<EvalRow[]> {
  const results = readPages(dataDir);
  return Promise.resolve(results.length === 0 ? [] : countRows(results));
}

export function readPages(dataDir: string): PageResult[] {
  return [...readGoldPages(dataDir)].map((gold) => {
    const language = detectLanguage(gold.body);
    try {
      const article = extractArticle({
        input: gold.name,
        kind: 'html',
        bytes: gold.bytes,
        charset: null,
        given: gold.url === null ? {} : { url: gold.url },
      });
      return { gold, article, error: null, body: compareTexts(gold.body, article.text), language };
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      return { gold, article: null, error: error.code, body: { precision: 0, recall: 0 }, language };
    }
  });
}

/** The figures of these pages. */
export function countRows(results: readonly PageResult[]): EvalRow[] {
  const english = results.filter(({ language }) => language === 'en');
  const european = results.filter(({ language }) => language !== null && !NOT_EUROPEAN.has(language));
  const signed = results.filter(({ gold }) => gold.authors !== null);
  const share = (list: readonly PageResult[], right: (result: PageResult) => boolean): number =>
    list.filter(right).length / list.length;
  const row = (metric: string, value: number, list: readonly PageResult[]): EvalRow => ({ task: 'page', metric, value, size: list.length }); // prettier-ignore
  return [
    row('body 4-shingle F1, English', meanF1(english.map(({ body }) => body)), english),
    row('body 4-shingle F1, European languages', meanF1(european.map(({ body }) => body)), european),
    row('body 4-shingle F1, all', meanF1(results.map(({ body }) => body)), results),
    row('publication day', share(results, hasDay), results),
    row('authors exact, an agency counted where the gold does', share(signed, hasAuthors), signed),
    row('authors exact, without agencies on either side', share(signed, hasPeople), signed),
    row('title exact but for case and marks', share(results, hasTitle), results),
    row('English told from other languages', share(results, ({ article, language }) => (article?.language === 'en') === (language === 'en')), results), // prettier-ignore
  ];
}

/** The day in the gold's own offset: an instant is moved there, a bare day or local time is taken as it stands. */
export function hasDay({ article, gold }: PageResult): boolean {
  const published = article?.published ?? null;
  if (published === null) return false;
  const wanted = gold.published.slice(0, 10);
  if (!/(?:Z|[+-]\d{2}:\d{2})$/u.test(published)) return published.slice(0, 10) === wanted;
  const offset = /([+-])(\d{2}):(\d{2})$/u.exec(gold.published);
  if (offset === null) return published.slice(0, 10) === wanted;
  const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
  return new Date(Date.parse(published) + minutes * 60_000).toISOString().slice(0, 10) === wanted;
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const foldAll = (names: readonly string[]): string => names.map(fold).sort().join('|');
/** An agency goes by many names: each by its own. */
const agencyOrName = (name: string): string => findAgency(name) ?? name;

export function hasAuthors({ article, gold }: PageResult): boolean {
  const wanted = gold.authors ?? [];
  const credited = wanted.some((name) => findAgency(name) !== null) && article?.wire ? [article.wire] : [];
  return foldAll([...(article?.authors ?? []), ...credited]) === foldAll([...new Set(wanted.map(agencyOrName))]);
}

function hasPeople({ article, gold }: PageResult): boolean {
  const wanted = (gold.authors ?? []).filter((name) => findAgency(name) === null);
  return foldAll(article?.authors ?? []) === foldAll(wanted);
}

export function hasTitle({ article, gold }: PageResult): boolean {
  return fold(article?.title ?? '') === fold(gold.title);
}
