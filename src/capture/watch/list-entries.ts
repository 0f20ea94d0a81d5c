import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { hashBytes } from '../../base/canonical-json.ts';
import { HearsayError } from '../../base/error.ts';
import { isGzip, pipeInto } from '../body-encoding.ts';
import { describeTooLarge } from '../content-errors.ts';
import { isOutside, isSitemapOutside } from '../feed/day-range.ts';
import type { FeedEntry } from '../feed/entry.ts';
import { readJsonFeed } from '../feed/json-feed.ts';
import { readSitemap, type SitemapEntry } from '../feed/sitemap.ts';
import { decodeXml } from '../feed/xml-charset.ts';
import { readXmlFeed } from '../feed/xml-feed.ts';
import type { Fetched } from '../fetch.ts';
import { tellKind } from '../kind.ts';
import { collectBytes, peekBytes, type PeekedBytes } from '../peeked-bytes.ts';

/** One entry of what is watched. */
export type ListedEntry =
  | { readonly kind: 'page'; readonly key: string; readonly address: string; readonly isDated: boolean }
  /** Another sitemap, which is to be watched too. */
  | { readonly kind: 'sitemap'; readonly key: string; readonly address: string }
  /** What has no address: all that there is of it stands in the feed. */
  | { readonly kind: 'text'; readonly key: string; readonly entry: FeedEntry };

export interface Listing {
  readonly kind: 'feed' | 'sitemap';
  readonly entries: readonly ListedEntry[];
  /** Entries that can be told to lie before the first day that is asked for. */
  readonly outside: number;
  /** Entries with neither an address nor a text. */
  readonly empty: number;
}

/** Days (ISO 8601) before which nothing is wanted, of a feed and of a sitemap; null: all. */
export interface ListRange {
  readonly feedFrom: string | null;
  readonly sitemapFrom: string | null;
}

const MAX_BYTES = 64 * 2 ** 20;

/**
 * What stands in a feed or sitemap that was fetched, in its order.
 * @throws HearsayError `input.no-report` where it is neither
 */
export async function listEntries(fetched: Fetched, { feedFrom, sitemapFrom }: ListRange): Promise<Listing> {
  const bytes = await unpack(await peekBytes(Readable.from([fetched.bytes])));
  const kind = tellKind(bytes.head, bytes.whole, { name: null, type: fetched.type });
  return kind === 'sitemap'
    ? listSitemap(readSitemap(decodeXml(bytes, fetched.charset), fetched.url, MAX_BYTES), sitemapFrom)
    : listFeed(readFeed(kind, bytes, fetched), feedFrom);
}

async function listSitemap(all: AsyncIterable<SitemapEntry>, from: string | null): Promise<Listing> {
  const entries: ListedEntry[] = [];
  const range = { from, to: null };
  let [outside, empty] = [0, 0];
  for await (const entry of all) {
    const { kind, address, published, modified } = entry;
    if (address === null) empty++;
    else if (kind === 'sitemap' ? isSitemapOutside(entry, range) : isOutside(entry, range)) outside++;
    else if (kind === 'sitemap') entries.push({ kind, key: keyOf(address), address });
    else entries.push({ kind, key: keyOf(address), address, isDated: (published ?? modified) !== null });
  }
  return { kind: 'sitemap', entries, outside, empty };
}

async function listFeed(all: AsyncIterable<FeedEntry>, from: string | null): Promise<Listing> {
  const entries: ListedEntry[] = [];
  let [outside, empty] = [0, 0];
  for await (const entry of all) {
    const { id, address, html, published } = entry;
    if (isOutside(entry, { from, to: null })) outside++;
    else if (address !== null)
      entries.push({ kind: 'page', key: keyOf(address), address, isDated: published !== null });
    else if (html === null) empty++;
    else entries.push({ kind: 'text', key: keyOf(id ?? html), entry });
  }
  return { kind: 'feed', entries, outside, empty };
}

/** 60 bits: fifty thousand of them stand in one row. */
function keyOf(name: string): string {
  return hashBytes(name).slice(0, 15);
}

async function* readFeed(kind: string, bytes: PeekedBytes, fetched: Fetched): AsyncGenerator<FeedEntry> {
  if (kind === 'feed') {
    yield* readXmlFeed(decodeXml(bytes, fetched.charset), fetched.url, MAX_BYTES);
    return;
  }
  const all = await collectBytes(bytes.all, MAX_BYTES, () => describeTooLarge(fetched.url, MAX_BYTES));
  const text = new TextDecoder().decode(all);
  const entries = kind === 'json-feed' ? readJsonFeed(text, fetched.url) : null;
  if (entries === null) throw describeNoFeed(fetched.url, kind === 'html' ? findFeeds(text, fetched.url) : []);
  yield* entries;
}

async function unpack(bytes: PeekedBytes): Promise<PeekedBytes> {
  return isGzip(bytes.head) ? peekBytes(pipeInto(Readable.from(bytes.all), createGunzip())) : bytes;
}

/** Feeds that a page names in its head: `<link rel="alternate" type="application/rss+xml" href="…">`. */
function findFeeds(html: string, base: string): readonly string[] {
  const links = html.match(/<link\b[^>]*>/giu) ?? [];
  const attribute = (link: string, name: string): string | undefined =>
    new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'iu').exec(link)?.[1]?.replaceAll('&amp;', '&');
  return links.flatMap((link) => {
    const href = attribute(link, 'href');
    const isFeed = /^application\/(?:rss\+xml|atom\+xml|feed\+json)$/iu.test(attribute(link, 'type') ?? '');
    return isFeed && href !== undefined && URL.canParse(href, base) ? [new URL(href, base).href] : [];
  });
}

function describeNoFeed(address: string, feeds: readonly string[]): HearsayError {
  const [first, ...others] = feeds;
  return new HearsayError(
    'input.no-report',
    `Nothing can be watched at ${address}`,
    'it is neither a feed nor a sitemap',
    first === undefined
      ? 'give the address of a feed or sitemap'
      : `watch a feed that the page names: ${[first, ...others.slice(0, 2)].join(', ')}`,
  );
}
