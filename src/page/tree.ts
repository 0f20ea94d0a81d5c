/** A page as plain data: what the DOM library parsed, and nothing of the library itself. */
export interface PageText {
  readonly kind: 'text';
  readonly text: string;
}

export interface PageElement {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
  readonly children: readonly PageNode[];
}

export type PageNode = PageText | PageElement;

/** Every element under `root`, itself first, in document order; `enter` false leaves a subtree out. */
export function* listElements(
  root: PageElement,
  enter: (element: PageElement) => boolean = () => true,
): Generator<PageElement> {
  const stack: PageElement[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (!enter(element)) continue;
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child?.kind === 'element') stack.push(child);
    }
  }
}

// prettier-ignore
const INLINE = new Set([
  'a', 'abbr', 'acronym', 'amp-', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins',
  'kbd', 'label', 'mark', 'nobr', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup',
  'time', 'tt', 'u', 'var', 'wbr', 'img', 'path', 'br',
]);

/** Whether an element stands within a line of text. */
export function isInline(tag: string): boolean {
  return INLINE.has(tag);
}

const SILENT = new Set(['script', 'style', 'noscript', 'template']);

/** The text under `root` as it stands, scripts and styles apart, white space collapsed. */
export function readText(root: PageElement): string {
  const parts: string[] = [];
  const stack: PageNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'text') parts.push(node.text);
    else if (!SILENT.has(node.tag)) {
      if (!isInline(node.tag)) parts.push(' ');
      for (const child of node.children.toReversed()) stack.push(child);
    }
  }
  return tidyText(parts.join(''));
}

/** The text of the element's own text nodes, unchanged: what a script holds. */
export function readRaw(element: PageElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

// C0 and C1 controls, soft hyphens, zero-width spaces, byte order marks and bidi overrides: none of them is a word.
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\u202a-\u202e\ufeff]/gu;

/** White space collapsed to single blanks, invisible and control characters removed. */
export function tidyText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

export function removeControls(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** The names by which a page's author calls an element: class, id and data-component, in lower case. */
export function readNames(element: PageElement): string {
  const { attributes } = element;
  const names = [
    'class',
    'id',
    'data-component',
    'data-testid',
    'data-qa',
    'data-block',
    'data-module',
    'data-type',
    'data-name',
  ];
  return names.map((name) => attributes.get(name) ?? '').join(' ');
}
