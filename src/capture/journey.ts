import type { CaptureResult } from './capture.ts';

/** How far an input may lead to others: a list to its addresses, a feed to its entries, a sitemap to further sitemaps. */
export interface Journey {
  /** Captures what is at an address that the input names. */
  readonly visit: (address: string, input: string, journey: Journey) => AsyncIterable<CaptureResult>;
  /** Whether a text of nothing but addresses is such a list: the user's own is, one from the web is a text. */
  readonly lists: boolean;
  /** Feeds and sitemaps that may still lead to each other: 0 where a page is due. */
  readonly levels: number;
  /** Whether the user named the addresses: what feeds and sitemaps name is asked for as a program should. */
  readonly isTyped: boolean;
  /** Sitemaps that were visited: one may name itself. */
  readonly seen: Set<string>;
}

/** An index, its sitemaps, and one more for those who nest them. */
const LEVELS = 3;

export function startJourney(visit: Journey['visit'], lists: boolean): Journey {
  return { visit, lists, levels: LEVELS, isTyped: true, seen: new Set() };
}
