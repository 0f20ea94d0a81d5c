import { isInline, type PageElement, type PageNode, removeControls } from './tree.ts';

/** A link in a block: offsets into the block's own text, the address as the page writes it. */
export interface BlockLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** One paragraph, subhead or list item of a page, as a reader sees it. */
export interface Block {
  readonly text: string;
  readonly links: readonly BlockLink[];
  readonly heading: boolean;
  readonly item: boolean;
  /** The share of its letters that stand in links, 0–1. */
  readonly linkDensity: number;
  readonly element: PageElement;
}

interface Run {
  parts: string[];
  length: number;
  links: { start: number; end: number; href: string }[];
  linked: number;
}

/** What a tree holds, in order: a block ends where a block element begins or ends, and at two line breaks in a row. */
export function listBlocks(root: PageElement, enter: (element: PageElement) => boolean): Block[] {
  const blocks: Block[] = [];
  let run = newRun();
  let owner = root;
  let breaks = 0;
  let link: { href: string; start: number } | null = null;
  const close = (): void => {
    if (link !== null) endLink(run, link);
    const block = makeBlock(run, owner);
    if (block !== null) blocks.push(block);
    run = newRun();
    if (link !== null) link = { href: link.href, start: 0 };
  };
  const stack: { node: PageNode; done: boolean }[] = [{ node: root, done: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, done } = step;
    if (node.kind === 'text') {
      if (/\S/u.test(node.text)) breaks = 0;
      addText(run, node.text, link !== null);
      continue;
    }
    const inline = isInline(node.tag);
    if (done) {
      if (node.tag === 'a' && link !== null) {
        endLink(run, link);
        link = null;
      }
      if (!inline) {
        close();
        owner = node.parent ?? root;
      }
      continue;
    }
    if (!enter(node)) {
      if (!inline) close();
      continue;
    }
    if (node.tag === 'br') {
      breaks++;
      if (breaks > 1) close();
      else addText(run, '\n', false);
      continue;
    }
    if (!inline) {
      close();
      owner = node;
    }
    if (node.tag === 'a') link = { href: node.attributes.get('href') ?? '', start: run.length };
    stack.push({ node, done: true });
    for (const child of node.children.toReversed()) stack.push({ node: child, done: false });
  }
  close();
  return blocks;
}

function newRun(): Run {
  return { parts: [], length: 0, links: [], linked: 0 };
}

/** Adds text with its white space collapsed, so that offsets into the block hold at once. */
function addText(run: Run, raw: string, linked: boolean): void {
  const last = run.parts.at(-1)?.at(-1) ?? ' ';
  if (raw === '\n' && last === ' ' && run.parts.length > 0) {
    run.parts.push(`${(run.parts.pop() ?? '').slice(0, -1)}\n`);
    return;
  }
  let text = raw === '\n' ? raw : removeControls(raw).replace(/\s+/gu, ' ');
  if (last === ' ' || last === '\n') text = text.replace(/^\s+/u, '');
  if (text === '') return;
  run.parts.push(text);
  run.length += text.length;
  if (linked) run.linked += text.trim().length;
}

function endLink(run: Run, link: { href: string; start: number }): void {
  if (run.length > link.start) run.links.push({ start: link.start, end: run.length, href: link.href });
}

function makeBlock(run: Run, element: PageElement): Block | null {
  const text = run.parts.join('').trimEnd();
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const links = run.links.map(({ start, end, href }) => {
    const cut = text.slice(start, end);
    return {
      start: start + (cut.length - cut.trimStart().length),
      end: Math.min(end, start + cut.trimEnd().length),
      href,
    };
  });
  return {
    text,
    links: links.filter(({ start, end }) => end > start),
    heading: isWithin(element, HEADINGS),
    item: isWithin(element, ITEMS),
    linkDensity: run.linked / text.length,
    element,
  };
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ITEMS = new Set(['li', 'dd', 'dt', 'td', 'th']);

function isWithin(element: PageElement, tags: ReadonlySet<string>): boolean {
  for (let at: PageElement | null = element, steps = 0; at !== null && steps < 4; at = at.parent, steps++) {
    if (tags.has(at.tag)) return true;
  }
  return false;
}
