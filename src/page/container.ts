import type { Block } from './block.ts';
import { spreadNames } from './furniture.ts';
import { fold } from './lines.ts';
import { listElements, type PageElement, readNames } from './tree.ts';

/** How many letters of running prose each element holds, in the blocks under it. */
export function weighElements(blocks: readonly Block[]): ReadonlyMap<PageElement, number> {
  const mass = new Map<PageElement, number>();
  for (const block of blocks) {
    if (!isProse(block)) continue;
    for (let at: PageElement | null = block.element; at !== null; at = at.parent) {
      mass.set(at, (mass.get(at) ?? 0) + block.text.length);
    }
  }
  return mass;
}

// One CJK letter says about as much as two and a half Latin ones.
const DENSE_SCRIPT = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** Whether a block reads like a paragraph: long, few links, a sentence's marks. */
export function isProse(block: Block): boolean {
  const length = DENSE_SCRIPT.test(block.text) ? block.text.length * 2.5 : block.text.length;
  return !block.heading && length >= 60 && block.linkDensity < 0.4 && /[.!?,;:…。、।“”"»]/u.test(block.text);
}

// Measured on the development pages: a lower share loses stories set in two boxes, a higher one takes in the sidebar.
const SHARE_OF_SCOPE = 0.85;

/** The smallest element that holds the story: the declared body or the article, then down as long as one child holds nearly all. */
export function findContainer(
  root: PageElement,
  mass: ReadonlyMap<PageElement, number>,
  titles: ReadonlySet<PageElement>,
): PageElement {
  const total = mass.get(root) ?? 0;
  let scope = findScope(root, mass, total, titles);
  for (;;) {
    const least = (mass.get(scope) ?? 0) * SHARE_OF_SCOPE;
    const next = scope.children.find(
      (child) => child.kind === 'element' && (mass.get(child) ?? 0) >= least && least > 0,
    );
    if (next?.kind !== 'element' || next.tag === 'p') break;
    scope = next;
  }
  return findNamedBody(scope, mass) ?? scope;
}

// A page may hold the next stories too: the first that is no mere teaser is the one that was asked for.
const SHARE_OF_PAGE = 0.25;

function findScope(
  root: PageElement,
  mass: ReadonlyMap<PageElement, number>,
  total: number,
  titles: ReadonlySet<PageElement>,
): PageElement {
  const elements = [...listElements(root)].filter((element) => (mass.get(element) ?? 0) >= total * SHARE_OF_PAGE);
  const declared = elements.filter((element) => /\barticleBody\b/u.test(element.attributes.get('itemprop') ?? ''));
  const first = declared.find((element) => (mass.get(element) ?? 0) >= total * 0.35);
  if (first !== undefined) return first;
  const articles = elements.filter(
    (element) => element.tag === 'article' || element.attributes.get('role') === 'article',
  );
  const titled = articles.find((element) => titles.has(element));
  if (titled !== undefined) return titled;
  if (articles[0] !== undefined) return articles[0];
  return elements.find((element) => element.tag === 'main' || element.attributes.get('role') === 'main') ?? root;
}

const BODY_NAMES = / (?:article|story|post|entry|news|main) ?(?:body|content|text|copy)(?= )/u;

/** A single element inside that is named as the body and holds most of the prose: what follows it is other stories. */
function findNamedBody(scope: PageElement, mass: ReadonlyMap<PageElement, number>): PageElement | null {
  const named = [...listElements(scope)].filter(
    (element) => element !== scope && (mass.get(element) ?? 0) > 0 && BODY_NAMES.test(spreadNames(readNames(element))),
  );
  const most = named.find((element) => (mass.get(element) ?? 0) >= (mass.get(scope) ?? 0) * 0.6);
  if (most === undefined) return null;
  const others = named.filter((element) => !isInside(element, most) && !isInside(most, element));
  return others.some((element) => readNames(element) === readNames(most)) ? null : most;
}

export function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** Every element that holds a heading with this text. */
export function findTitled(blocks: readonly Block[], title: string | null): ReadonlySet<PageElement> {
  const holders = new Set<PageElement>();
  const wanted = fold(title ?? '');
  for (const block of blocks) {
    if (wanted === '' || fold(block.text) !== wanted) continue;
    for (let at: PageElement | null = block.element; at !== null; at = at.parent) holders.add(at);
  }
  return holders;
}
