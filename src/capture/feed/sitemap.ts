import { resolveAddress } from './entry.ts';
import { listChildren, readChild, readXmlParts } from './xml.ts';

/** A line of a sitemap: a page, or of a sitemap index: another sitemap. */
export interface SitemapEntry {
  readonly kind: 'page' | 'sitemap';
  /** Absolute, http(s); null where it is none. */
  readonly address: string | null;
  /** When the page was published, by the news extension. As written, or null. */
  readonly published: string | null;
  /** When it last changed (`lastmod`). As written, or null. */
  readonly modified: string | null;
}

/** The entries of a sitemap or sitemap index (sitemaps.org, with Google's news extension), as they come. */
export async function* readSitemap(
  text: AsyncIterable<string>,
  address: string | null,
  limit: number,
): AsyncGenerator<SitemapEntry> {
  for await (const part of readXmlParts(text, limit)) {
    if ('opens' in part || (part.element.name !== 'url' && part.element.name !== 'sitemap')) continue;
    const { element } = part;
    const news = listChildren(element, 'news:news')[0];
    yield {
      kind: element.name === 'sitemap' ? 'sitemap' : 'page',
      address: resolveAddress(readChild(element, 'loc'), address),
      published: news === undefined ? null : readChild(news, 'news:publication_date'),
      modified: readChild(element, 'lastmod'),
    };
  }
}
