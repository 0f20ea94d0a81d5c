import { z } from 'zod';
import { resolveAddress, type FeedEntry } from './entry.ts';
import { writeHtml } from './xml.ts';

const text = z.string().nullish().catch(null);
const authorSchema = z.object({ name: text }).catch({ name: null });
/** JSON Feed 1.0 and 1.1. What is of a wrong type is absent: one bad date loses no entry. */
const itemSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  language: text,
  author: authorSchema.nullish(),
  authors: z.array(authorSchema).nullish().catch(null),
});
const feedSchema = z.object({
  home_page_url: text,
  feed_url: text,
  language: text,
  items: z.array(z.unknown()),
});

/** The entries of a JSON Feed; null where the text is none. */
export function readJsonFeed(json: string, address: string | null): readonly FeedEntry[] | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const feed = feedSchema.safeParse(value);
  if (!feed.success) return null;
  const base = address ?? feed.data.feed_url ?? feed.data.home_page_url ?? null;
  return feed.data.items.map((item) => readItem(item, base, feed.data.language ?? null));
}

function readItem(item: unknown, base: string | null, language: string | null): FeedEntry {
  const found = itemSchema.safeParse(item);
  const entry = found.success ? found.data : itemSchema.parse({});
  const plain = entry.content_text ?? entry.summary ?? null;
  const authors = [...(entry.authors ?? []), ...(entry.author == null ? [] : [entry.author])];
  return {
    id: entry.id == null ? null : String(entry.id),
    address: resolveAddress(entry.url ?? entry.external_url ?? String(entry.id ?? ''), base),
    title: entry.title?.trim() ?? null,
    published: entry.date_published ?? null,
    modified: entry.date_modified ?? null,
    authors: [...new Set(authors.flatMap(({ name }) => (name == null || name.trim() === '' ? [] : [name.trim()])))],
    language: entry.language ?? language,
    html: entry.content_html ?? (plain === null ? null : writeParagraphs(plain)),
    isCut: false,
  };
}

function writeParagraphs(plain: string): string {
  return plain
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${writeHtml([paragraph])}</p>`)
    .join('');
}
