import { createHash } from 'node:crypto';
import type { Reading } from '../reading/reading.ts';

/** What stands in addresses to count readers and says nothing of the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|cmpid?|ocid|ref|ref_src|smid|igshid|spm)$/iu;

/**
 * A report's key (contract §1): its normalised address; without one, outlet and sha256 of the text. The same page under
 * http and https, with "www.", a fragment or a reader's tag is one report.
 */
export function keyOfReport({ url, outlet, sha256 }: Pick<Reading['report'], 'url' | 'outlet' | 'sha256'>): string {
  return (url === null ? null : normaliseAddress(url)) ?? `${outlet ?? ''}#${sha256}`;
}

/** The address without what does not tell pages apart; null for what is no address. */
export function normaliseAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname, searchParams } = new URL(url);
  const kept = [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
  const host = hostname.replace(/^www\./u, '') + (port === '' ? '' : `:${port}`);
  const scheme = protocol === 'http:' ? 'https:' : protocol;
  return `${scheme}//${host}${pathname.replace(/\/+$/u, '')}${query}`;
}

/** The first 32 hex digits of the sha256 of the parts, which a zero byte parts. */
export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
