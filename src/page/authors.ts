import { findAgency } from './agencies.ts';
import { isThing, type LdThing, readString } from './json-ld.ts';
import { listElements, type PageElement, readNames, readText, tidyText } from './tree.ts';

export interface Bylines {
  /** People and desks, as the page names them. */
  readonly authors: readonly string[];
  /** The agency credited among them, or null. */
  readonly wire: string | null;
}

const AUTHOR_TAGS = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.creator', 'dcterms.creator', 'article:author_name', 'og:article:author', 'og:author', 'cxenseparse:author', 'articleauthor', 'dcsext.author', 'citation_author', 'twitter:creator']; // prettier-ignore

/** Who signs the report, agencies apart: JSON-LD first, then meta tags, then the page's own byline. */
export function findAuthors(
  ld: LdThing | null,
  tags: ReadonlyMap<string, readonly string[]>,
  root: PageElement | null,
): Bylines {
  const sources: (() => string[])[] = [
    () => readLdNames(ld?.author),
    () => readLdNames(ld?.creator),
    () => AUTHOR_TAGS.map((tag) => cleanNames(tags.get(tag) ?? [])).find((names) => names.length > 0) ?? [],
    () => (root === null ? [] : cleanNames(readPageByline(root))),
  ];
  for (const read of sources) {
    const names = [...new Set(read())];
    if (names.length > 0) return splitWire(names);
  }
  return { authors: [], wire: null };
}

/** Agencies out of a list of names. */
export function splitWire(names: readonly string[]): Bylines {
  const wire = names.map(findAgency).find((agency) => agency !== null) ?? null;
  return { authors: names.filter((name) => findAgency(name) === null), wire };
}

function readLdNames(author: unknown): string[] {
  const list = Array.isArray(author) ? author : [author];
  const names = list.flatMap((item): string[] => {
    const name: unknown = isThing(item) ? item.name : item;
    if (Array.isArray(name)) return name.filter((part): part is string => typeof part === 'string');
    const text = readString(name);
    return text === null ? [] : [text];
  });
  return cleanNames(names);
}

function readPageByline(root: PageElement): string[] {
  const marked: string[] = [];
  const named: string[] = [];
  for (const element of listElements(root)) {
    const { attributes } = element;
    if (/\bauthor\b/u.test(`${attributes.get('itemprop') ?? ''} ${attributes.get('rel') ?? ''}`))
      marked.push(readText(element));
    else if (BYLINE.test(readNames(element))) named.push(readText(element));
  }
  const short = (text: string): boolean => text.length >= 3 && text.length <= 80;
  const first = marked.filter(short);
  return first.length > 0 ? first : named.filter(short).slice(0, 1);
}

const BYLINE = /(?:^|[\s_-])(?:byline|author|autor|auteur|writer)(?:$|[\s_-])|(?:author|byline)[_-]*name/iu;

/** Single names out of byline texts: “By Ann Lee and Bo Chen, Reuters” gives three. */
export function cleanNames(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => splitNames(tidyText(text)))
    .map(cleanName)
    .filter((name) => name.length >= 2 && name.length <= 100 && /\p{L}/u.test(name) && !NO_NAME.test(name));
}

const NO_NAME =
  /^(?:https?:|www\.|@|admin$|null$|undefined$|none$|unknown$|author$|by$|von$)|\.(?:com|org|net)\/|^\d+$/iu;

function splitNames(text: string): string[] {
  const own = text.replace(
    /^(?:written by|reported by|by|von|par|por|di|af|av|text|tekst|autor(?:in)?|author)\s*:?\s+/iu,
    '',
  );
  return own.split(
    /\s*(?:[;|·•]|,(?!\s*(?:Jr|Sr|MD|PhD|M\.D|Ph\.D))|\s(?:and|und|et|y|e|og|och|en|i|&)\s(?=\p{Lu}))\s*/u,
  );
}

function cleanName(name: string): string {
  return name
    .replace(/\s*\(?\S+@\S+\.\S+\)?/gu, '')
    .replace(/^(?:and|und|by|von)\s+/iu, '')
    .replace(/\s+(?:for|in|at)\s+(?:the\s+)?\p{Lu}.*$/u, '')
    .replace(/[\s,:–—-]+$/u, '')
    .trim();
}
