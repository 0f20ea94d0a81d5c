import { resolveAddress, type FeedEntry } from './entry.ts';
import { listChildren, readChild, readHtmlText, readXmlParts, readXmlText, writeHtml, type XmlElement } from './xml.ts';

/** What a feed says of itself, as far as it has been read. */
interface FeedHead {
  /** What relative addresses start from. */
  base: string | null;
  language: string | null;
}

/** The entries of a feed in RSS (0.9 to 2.0), RDF or Atom, as they come. `address`: the feed's own, or null for a file. */
export async function* readXmlFeed(
  text: AsyncIterable<string>,
  address: string | null,
  limit: number,
): AsyncGenerator<FeedEntry> {
  const head: FeedHead = { base: address, language: null };
  for await (const part of readXmlParts(text, limit)) {
    if ('opens' in part) {
      head.base = resolveAddress(part.attributes['xml:base'], head.base) ?? head.base;
      head.language = part.attributes['xml:lang'] ?? head.language;
    } else if (part.element.name === 'item' || part.element.name === 'entry') yield readEntry(part.element, head);
    else readHead(part.element, head);
  }
}

/** Elements of the feed itself. Its site is the base of addresses only where the feed's own address is not known. */
function readHead(element: XmlElement, head: FeedHead): void {
  if (element.name === 'language' || element.name === 'dc:language') head.language = readXmlText(element).trim();
  if (element.name === 'link') head.base ??= resolveAddress(readXmlText(element) || element.attributes.href, null);
}

function readEntry(entry: XmlElement, head: FeedHead): FeedEntry {
  const base = resolveAddress(entry.attributes['xml:base'], head.base) ?? head.base;
  const title = readChild(entry, 'title', 'dc:title');
  return {
    id: readChild(entry, 'guid', 'id'),
    address: findAddress(entry, base),
    title: title === null ? null : readHtmlText(title) || null,
    published: readChild(entry, 'pubDate', 'published', 'dc:date', 'dcterms:issued', 'issued', 'dcterms:created'),
    modified: readChild(entry, 'updated', 'atom:updated', 'dcterms:modified', 'modified'),
    authors: listAuthors(entry),
    language: entry.attributes['xml:lang'] ?? readChild(entry, 'dc:language') ?? head.language,
    html: findHtml(entry),
    isCut: entry.isCut,
  };
}

function findAddress(entry: XmlElement, base: string | null): string | null {
  const links = ['link', 'atom:link'].flatMap((name) => listChildren(entry, name));
  const alternate = links.find(
    ({ attributes: { rel, href } }) => href !== undefined && (rel ?? 'alternate') === 'alternate',
  );
  const guid = listChildren(entry, 'guid').find(({ attributes }) => attributes.isPermaLink !== 'false');
  const candidates = [
    readChild(entry, 'feedburner:origLink'),
    alternate?.attributes.href,
    ...links.map(readXmlText),
    entry.attributes['rdf:about'],
  ];
  return (
    candidates.map((candidate) => resolveAddress(candidate, base)).find((found) => found !== null) ??
    resolveAddress(guid === undefined ? null : readXmlText(guid), null) // an opaque one resolves against any base
  );
}

/** `dc:creator`, Atom's `author > name`, RSS's `desk@harbour.example (Ada Quay)`. */
function listAuthors(entry: XmlElement): readonly string[] {
  const named = listChildren(entry, 'author').map(
    (author) => readChild(author, 'name') ?? readMailName(readXmlText(author)),
  );
  const creators = listChildren(entry, 'dc:creator').map(readXmlText);
  const all = (creators.length > 0 ? creators : named).map((name) => readHtmlText(name));
  return [...new Set(all.filter((name) => name !== ''))];
}

function readMailName(author: string): string {
  const name = /\(([^()]+)\)\s*$/u.exec(author)?.[1];
  return name ?? (author.includes('@') ? '' : author);
}

/** The most that the entry has: full content, else what it calls a summary, which often is the whole. */
function findHtml(entry: XmlElement): string | null {
  const found = [
    ...['content:encoded', 'xhtml:body', 'body', 'content', 'summary', 'description', 'atom:summary'].flatMap((name) =>
      listChildren(entry, name).map(readContent),
    ),
  ].filter((html) => html.trim() !== '');
  return found.find((html) => html.length > 0) ?? null;
}

/** RSS writes HTML as text; Atom says which: `text`, `html`, or `xhtml` as elements in one `div`. */
function readContent(element: XmlElement): string {
  const type = element.attributes.type ?? 'html';
  const hasElements = element.children.some((child) => typeof child !== 'string');
  if (hasElements) return writeHtml(element.children);
  const text = readXmlText(element);
  if (type !== 'text') return /^(?:html|text\/html|xhtml)$/u.test(type) ? text : '';
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${writeHtml([paragraph])}</p>`)
    .join('');
}
