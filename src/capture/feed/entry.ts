import { readHtmlText } from './xml.ts';

/** One entry of a feed, with what the feed says of it. */
export interface FeedEntry {
  /** `guid` or `id`, or null. */
  readonly id: string | null;
  /** Where the report stands: absolute, http(s), or null. */
  readonly address: string | null;
  readonly title: string | null;
  /** As the feed writes it, in one of a dozen forms; the page stage reads it. */
  readonly published: string | null;
  readonly modified: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  /** The most that the feed has of it, as HTML; null where there is nothing. */
  readonly html: string | null;
  /** The entry was larger than the limit, and what is in it was left out. */
  readonly isCut: boolean;
}

/** Fewer words are a teaser. Teasers run to some 60, the shortest news items that are published whole to some 150. */
const FULL_WORDS = 150;
const TEASER_END =
  /(?:\[?(?:…|\.\.\.|&hellip;)\]?|(?:read (?:more|on|the (?:full|rest|whole))|continue reading|full (?:story|article)|weiterlesen|mehr lesen|lire la suite|leer más|lees verder|leggi tutto)\b.{0,60})\W*$/iu;

/** Whether what the feed has of an entry is the whole report, so that it can be read without its page. */
export function isFullText(html: string): boolean {
  const text = readHtmlText(html);
  return text.split(' ').length >= FULL_WORDS && !TEASER_END.test(text);
}

/** `address` as an absolute http(s) address; null where it is none, or stands alone without a base. */
export function resolveAddress(address: string | null | undefined, base: string | null): string | null {
  const trimmed = address?.trim() ?? '';
  if (trimmed === '' || !URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  return /^https?:$/u.test(url.protocol) ? url.href : null;
}
