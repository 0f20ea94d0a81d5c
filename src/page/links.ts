import type { Link } from './article.ts';
import type { Block } from './block.ts';

/** The story's text, its paragraphs parted by one blank line, and the links in it with their places. */
export function composeText(blocks: readonly Block[], base: string | null): { text: string; links: Link[] } {
  const parts: string[] = [];
  const links: Link[] = [];
  let length = 0;
  for (const block of blocks) {
    if (parts.length > 0) length += 2;
    for (const { start, end, href } of block.links) {
      const address = resolveAddress(href, base);
      if (address === null) continue;
      links.push({ start: length + start, end: length + end, text: block.text.slice(start, end), href: address });
    }
    parts.push(block.text);
    length += block.text.length;
  }
  return { text: parts.join('\n\n'), links };
}

/** The absolute address, http and https only; null for anything else a page may link to. */
export function resolveAddress(href: string, base: string | null): string | null {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  try {
    const address = base === null ? new URL(trimmed) : new URL(trimmed, base);
    return address.protocol === 'http:' || address.protocol === 'https:' ? address.href : null;
  } catch {
    return null;
  }
}
