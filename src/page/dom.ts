// The one file that knows the DOM library and Readability: everything after it works on plain data.
import { Readability } from '@mozilla/readability';
// One file, where the package's own entry is 200: a quarter of a second less at every start.
import { parseHTML } from 'linkedom/worker';
import { HearsayError } from '../base/error.ts';
import { measureDepth } from './depth.ts';
import { type PageElement, type PageNode, readText } from './tree.ts';

// The part of the DOM that is read here; TypeScript's own DOM types are not loaded in a Node project.
interface DomNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly data: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly childNodes: Iterable<DomNode>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

const ELEMENT = 1;
const TEXT = 3;
// linkedom's time grows with the square of the depth: 10,000 take 0.2 s, 100,000 take 20 s. Real pages stay under 100.
const MAX_DEPTH = 4_000;

/** The element tree of an HTML page. Throws `page.too-deep`. */
export function parsePage(html: string): PageElement {
  if (measureDepth(html) > MAX_DEPTH) {
    throw new HearsayError(
      'page.too-deep',
      'This page cannot be read',
      `its elements are nested more than ${MAX_DEPTH.toLocaleString('en')} deep`,
      'save the page again from a browser, or pass its text as a .txt file',
    );
  }
  return copyTree(parseDocument(html));
}

/** What markup inside a metadata string says: `Q&amp;amp;A` and `<em>now</em>` as a reader sees them. */
export function decodeMarkup(text: string): string {
  return /[&<]/u.test(text) ? readText(copyTree(parseDocument(text.slice(0, 20_000)))) : text;
}

/** Mozilla Readability's choice of the story as an element tree, or null where it finds none or throws. */
export function readWithReadability(html: string): PageElement | null {
  try {
    // Its parameter is the DOM's own Document, a type that a Node project does not load.
    const content = new Readability(parseDocument(html), { charThreshold: 200 }).parse()?.content;
    return content ? copyTree(parseDocument(content)) : null;
  } catch {
    // Readability throws on pages that it emptied (`tagName` of null): the caller keeps its own reading.
    return null;
  }
}

function parseDocument(html: string): DomNode {
  // A document without <html> would give several roots, of which linkedom shows the first only.
  const whole = /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  // `<!-->` is a whole comment (HTML Standard §13.2.5.44); the parser would read on to the next `-->`, past `<html>`.
  const window: unknown = parseHTML(whole.replace(/<!--+>/gu, ''));
  return (window as { readonly document: DomNode }).document;
}

function copyTree(document: DomNode): PageElement {
  const top = { ...makeElement(null, null), attributes: readAttributes(findHtml(document)) };
  const stack: [DomNode, PageNode[], PageElement][] = [[document, top.children, top]];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const [node, children, parent] = entry;
    for (const child of node === document ? document.childNodes : listChildren(node)) {
      if (child.nodeType === TEXT) children.push({ kind: 'text', text: child.data });
      else if (child.nodeType === ELEMENT) {
        const copy = makeElement(child, parent);
        children.push(copy);
        stack.push([child, copy.children, copy]);
      }
    }
  }
  return top;
}

// The library's own list is made anew at each call; a document's siblings are not chained past its doctype.
function* listChildren(node: DomNode): Generator<DomNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child;
}

function findHtml(document: DomNode): DomNode | null {
  return [...document.childNodes].find((child) => child.localName === 'html') ?? null;
}

function makeElement(node: DomNode | null, parent: PageElement | null): PageElement & { children: PageNode[] } {
  const tag = (node?.localName ?? '#page').toLowerCase();
  return { kind: 'element', tag, attributes: readAttributes(node), parent, children: [] };
}

function readAttributes(node: DomNode | null): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, value } of node?.attributes ?? []) attributes.set(name.toLowerCase(), value);
  return attributes;
}
