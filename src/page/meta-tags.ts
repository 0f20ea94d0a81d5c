import { listElements, type PageElement, tidyText } from './tree.ts';

/** What a page's `<meta>` elements say, by their name, property or itemprop in lower case; the first of a name holds. */
export function readMetaTags(root: PageElement): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const { tag, attributes } of listElements(root)) {
    if (tag !== 'meta') continue;
    const content = tidyText(attributes.get('content') ?? '');
    const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
    if (name === undefined || content === '') continue;
    const key = name.toLowerCase();
    tags.set(key, [...(tags.get(key) ?? []), content]);
  }
  return tags;
}

/** The first value of the first of these names that has one. */
export function firstTag(tags: ReadonlyMap<string, readonly string[]>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}
