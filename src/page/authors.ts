import { findAgency } from './agencies.ts';
import { fold } from './lines.ts';
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
  outlet: string | null,
): Bylines {
  const sources: (() => string[])[] = [
    () => readLdNames(ld?.author),
    () => readLdNames(ld?.creator),
    () => AUTHOR_TAGS.map((tag) => cleanNames(tags.get(tag) ?? [])).find((names) => names.length > 0) ?? [],
    () => (root === null ? [] : cleanNames(readPageByline(root))),
  ];
  let house: readonly string[] = [];
  let wire: string | null = null;
  for (const read of sources) {
    const names = [...new Set(read())];
    const signed = splitWire(names, outlet);
    wire ??= signed.wire;
    // Systems fill in the house where the page itself names a person: look on, and keep the house for want of one.
    const isOpen =
      house.length === 0
        ? names.length > 0 && !names.every((name) => isHouse(name, outlet))
        : signed.authors.some(isPerson);
    if (isOpen && house.length === 0) return signed;
    if (isOpen) return { authors: signed.authors.filter(isPerson), wire };
    if (house.length === 0) house = signed.authors;
  }
  return { authors: house, wire };
}

/** Two capitalised words or more and nothing else: enough to tell a person from “red” or “Source: agencies”. */
function isPerson(name: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|van|von|der|den|bin|al|el|la|le)){1,4}$/u.test(name);
}

/** Agencies out of a list of names; the agency that is the outlet itself signs as any house does. */
export function splitWire(names: readonly string[], outlet: string | null): Bylines {
  const own = outlet === null ? null : findAgency(outlet);
  const isWire = (name: string): boolean => findAgency(name) !== null && findAgency(name) !== own;
  const wire = names.find(isWire);
  return { authors: names.filter((name) => !isWire(name)), wire: wire === undefined ? null : findAgency(wire) };
}

/** “Harbour Post”, “harbourpost.example” and “The Harbour Post Online” are the outlet Harbour Post. */
function isHouse(name: string, outlet: string | null): boolean {
  if (/^[\w-]+(?:\.[\w-]+)+$/u.test(name)) return true;
  const [a, b] = [name, outlet ?? ''].map((text) => fold(text).replace(/^the /u, '').replace(/ /gu, ''));
  return a !== undefined && b !== undefined && b.length > 1 && (a.includes(b) || b.includes(a));
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
    .replace(/\s*\([^)]*\)?\s*/gu, ' ')
    .replace(/^(?:and|und|by|von)\s+/iu, '')
    .replace(/\s+(?:for|in|at)\s+(?:the\s+)?\p{Lu}.*$/u, '')
    .replace(/\s+\d.*$/u, '')
    .replace(/[\s,:–—-]+$/u, '')
    .trim();
}
