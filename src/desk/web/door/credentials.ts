import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

/** Methods that change nothing. */
const READS = new Set(['GET', 'HEAD']);

export function isRead(c: Context): boolean {
  return READS.has(c.req.method);
}

export function bearerOf(c: Context): string | undefined {
  return /^Bearer\s+(\S+)$/iu.exec(c.req.header('authorization') ?? '')?.[1];
}

/** What a form brings back: only who knows the secret can make it. */
export function makeCsrf(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url');
}

/** In a time that tells nothing of how much is right. */
export function equal(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** Feeds and calendars: what other programs fetch by an address alone. */
const FEEDS = /^\/(?:(?:search|following)\.(?:atom|json)|calendar\.ics)$/u;

/** The key for feeds alone that stands in an address: readers of feeds cannot send it otherwise. */
export function feedKeyOf(c: Context): string | undefined {
  return FEEDS.test(c.req.path) && isRead(c) ? c.req.query('key') : undefined;
}
