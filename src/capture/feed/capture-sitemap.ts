import { HearsayError } from '../../base/error.ts';
import type { CaptureResult } from '../capture.ts';
import type { Skipped } from '../skipped.ts';
import { visitEntry, type FeedOptions } from './capture-feed.ts';
import { isOutside, isSitemapOutside } from './day-range.ts';
import type { SitemapEntry } from './sitemap.ts';

/** The pages of a sitemap, fetched one after the other as `INPUT:ENTRY`; sitemaps of an index as `INPUT:ENTRY:ENTRY`. */
export async function* captureSitemap(
  input: string,
  entries: AsyncIterable<SitemapEntry>,
  options: FeedOptions,
): AsyncGenerator<CaptureResult | Skipped> {
  const { journey } = options;
  const visited = new Set<string>();
  let number = 0;
  for await (const { kind, ...entry } of entries) {
    const name = `${input}:${String(++number)}`;
    const { address } = entry;
    const isSitemap = kind === 'sitemap';
    const known = isSitemap ? journey.seen : visited;
    if (address === null) yield { input: name, error: describeBadEntry(name) };
    else if (known.has(address)) yield { what: name, skipped: 'listed before' };
    else if (isSitemap ? isSitemapOutside(entry, options) : isOutside(entry, options))
      yield { what: name, skipped: 'outside the dates asked for' };
    else {
      known.add(address);
      const levels = isSitemap ? journey.levels - 1 : 0;
      yield* visitEntry(name, address, { ...journey, lists: false, isTyped: false, levels });
    }
  }
}

function describeBadEntry(name: string): HearsayError {
  return new HearsayError(
    'fetch.bad-address',
    `Cannot fetch ${name}`,
    'the sitemap gives no http(s) address for it',
    'give the address of the page itself',
  );
}
