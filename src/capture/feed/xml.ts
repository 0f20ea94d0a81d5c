import { Parser } from 'htmlparser2';
import { HearsayError } from '../../base/error.ts';

/** An element with all that is in it. Names as written, prefix included: `content:encoded`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** It was larger than the limit: what is in it was left out. */
  readonly isCut: boolean;
}

/** What a feed or sitemap holds, in order: containers that open, and the elements in them, whole. */
export type XmlPart =
  { readonly opens: string; readonly attributes: Readonly<Record<string, string>> } | { readonly element: XmlElement };

/** What is walked into; every other element is handed out whole. */
const CONTAINERS = new Set(['rss', 'channel', 'feed', 'rdf:RDF', 'urlset', 'sitemapindex']);
/** What stands deeper in an element is left out of it… */
const MAX_DEPTH = 256;
/** …and at this depth the document is given up: the parser's cost grows with the square of it. */
const TOO_DEEP = 2000;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
  isCut: boolean;
}

/**
 * The parts of an XML document as they come, in memory of one of them. Mistakes are passed over, as feed readers do:
 * htmlparser2 in XML mode knows no document types, so no entity is ever declared, expanded or fetched.
 * @param limit characters that one element may hold
 * @throws HearsayError `page.too-deep`
 */
export async function* readXmlParts(text: AsyncIterable<string>, limit: number): AsyncGenerator<XmlPart> {
  const found: XmlPart[] = [];
  const parser = openParser((part) => found.push(part), limit);
  for await (const chunk of text) {
    const failure = write(parser, chunk);
    yield* found.splice(0); // what came before a failure too
    if (failure !== null) throw failure;
  }
  parser.end();
  yield* found.splice(0);
}

function write(parser: Parser, chunk: string): HearsayError | null {
  try {
    parser.write(chunk);
    return null;
  } catch (error) {
    if (error instanceof HearsayError) return error;
    throw error;
  }
}

function openParser(hand: (part: XmlPart) => void, limit: number): Parser {
  const open: OpenElement[] = [];
  let length = 0;
  const count = (characters: number): boolean => (length += characters) <= limit && open.length <= MAX_DEPTH;
  return new Parser(
    {
      onopentag(name, attributes) {
        if (open.length === 0 && CONTAINERS.has(name)) {
          hand({ opens: name, attributes });
          return;
        }
        if (open.length >= TOO_DEEP) throw describeTooDeep();
        if (open.length === 0) length = 0;
        const element: OpenElement = { name, attributes, children: [], isCut: false };
        const size = Object.values(attributes).reduce((sum, value) => sum + value.length, name.length);
        if (count(size)) open.at(-1)?.children.push(element);
        else if (open[0] !== undefined) open[0].isCut = true;
        open.push(element);
      },
      ontext(text) {
        const parent = open.at(-1);
        if (parent === undefined || open[0] === undefined) return;
        if (count(text.length)) parent.children.push(text);
        else open[0].isCut = true;
      },
      onclosetag(name) {
        const element = open.at(-1);
        if (element?.name !== name) return; // of a container
        open.pop();
        if (open.length === 0) hand({ element });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
}

function describeTooDeep(): HearsayError {
  return new HearsayError(
    'page.too-deep',
    'Did not read on in the feed or sitemap',
    `its elements are nested over ${String(TOO_DEEP)} deep`,
    'check the file: an element in it does not close',
  );
}

/** The elements in `parent` with this name. */
export function listChildren(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The text of the first element in `parent` with one of these names that has any; names in the order of preference. */
export function readChild(parent: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names)
    for (const child of listChildren(parent, name)) {
      const text = readXmlText(child).trim();
      if (text !== '') return text;
    }
  return null;
}

/** All text in the element. */
export function readXmlText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : readXmlText(child))).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
const VOID = /^(?:br|hr|img|input|source|wbr|area|col|embed|track)$/u;

/** XHTML inside a feed, as HTML. */
export function writeHtml(children: XmlElement['children']): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return escapeHtml(child);
      const name = child.name.replace(/^.*:/u, '');
      const attributes = Object.entries(child.attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
      const open = `<${name}${attributes.join('')}>`;
      return VOID.test(name) ? open : `${open}${writeHtml(child.children)}</${name}>`;
    })
    .join('');
}

/** The text that a piece of HTML shows, in one line: the titles of feeds hold entities and tags. */
export function readHtmlText(html: string): string {
  const pieces: string[] = [];
  const parser = new Parser({
    ontext: (text) => void pieces.push(text),
    onopentag: (name) => void (/^(?:p|br|div|li|h\d|td|blockquote)$/u.test(name) && pieces.push(' ')),
  });
  parser.end(html);
  return pieces.join('').replaceAll(/\s+/gu, ' ').trim();
}
