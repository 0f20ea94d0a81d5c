import { findOutletNamed, nameOfHost } from '../../language/outlets.ts';
import type { Article } from '../../page/article.ts';
import type { ChainLink } from '../reading.ts';

export type Publisher = Pick<Article, 'outlet' | 'url' | 'wire' | 'authors'>;

/** Where every chain begins, at the reader's end: the report's outlet, then the agency that it credits. */
export function publisherLinks(article: Publisher): readonly ChainLink[] {
  const host = article.url === null ? null : nameOfHost(article.url);
  const bare = { kind: 'outlet', entity: null, mention: null } as const;
  const outlet: ChainLink =
    article.outlet !== null
      ? { ...bare, name: article.outlet, how: 'metadata' }
      : { ...bare, name: host ?? 'this report', how: 'inferred' };
  const { wire } = article;
  if (wire === null || isSameOutlet(wire, outlet.name)) return [outlet];
  const signed = article.authors.some((author) => author === wire || isSameOutlet(author, wire));
  return [outlet, { name: wire, kind: 'wire', how: signed ? 'byline' : 'metadata', entity: null, mention: null }];
}

export function isPublisher(link: ChainLink): boolean {
  return link.kind === 'outlet' || link.kind === 'wire';
}

/** "AP" and "The Associated Press" are one; so are the names that differ by a "the" or by case. */
export function isSameOutlet(one: string, other: string): boolean {
  const [a, b] = [withoutSection(one), withoutSection(other)];
  const known = findOutletNamed(a);
  return (
    foldName(a) === foldName(b) || lettersOf(a) === lettersOf(b) || (known !== null && known === findOutletNamed(b))
  );
}

/** "Tidewater Post (Web News)", "Tidewater Post - Opinion": how catalogues part an outlet's pages. */
function withoutSection(name: string): string {
  return name.replace(/\s\([^)]*\)$|\s-\s(?:News|Opinion|Editorial|Online)$/u, '');
}

/** "tidewater-post.example" and "The Tidewater Post" are one outlet by their letters. */
function lettersOf(name: string): string {
  return foldName(name)
    .replace(/^www\./u, '')
    .replace(/(?<=\p{L}{4})\.\p{L}+(?:\.\p{L}{2})?$/u, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^the(?=\p{L}{4})/u, '');
}

/** A name for comparing: no leading article, no case, no curly marks. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|a|an)\s+/u, '')
    .replace(/'s?$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
