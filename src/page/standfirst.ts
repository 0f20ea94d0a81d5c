import type { Block } from './block.ts';
import type { BodyHints } from './body-hints.ts';
import { spreadNames } from './furniture.ts';
import { fold, judgeLine } from './lines.ts';
import { type PageElement, readNames } from './tree.ts';

const NAMED =
  / (?:standfirst|sub ?titles?|sub ?headlines?|subhead|subline|dek|deck|summary|lead|lede|leadin|leadtext|lead ?text|intro|intro ?text|excerpt|teaser|teaser ?text|chapo|abstract|description|desc|sommario|vorspann|einleitung|preface|sapo|spot|epigraph|bajada|ingress|subheader|ledtext|preamble)(?= )/u;

const FURNITURE = new Set(['nav', 'aside', 'figure', 'figcaption', 'button', 'footer', 'time', 'label']);

/** The lines between the headline and the story that belong to the story: its standfirst. */
export function findStandfirst(
  blocks: readonly Block[],
  story: readonly Block[],
  container: PageElement,
  hints: BodyHints,
): Block[] {
  const first = story[0];
  if (first === undefined) return [];
  const end = blocks.findIndex((block) => block.text === first.text);
  const head = findHeadline(blocks.slice(0, Math.max(end, 0)), hints.title);
  const told = new Set(story.map((block) => fold(block.text)));
  const description = fold(hints.description ?? '');
  const found: Block[] = [];
  for (const block of blocks.slice(head + 1, Math.max(end, 0))) {
    const folded = fold(block.text);
    if (told.has(folded) || folded.length < 25 || isFurniture(block, container)) continue;
    const isDescription =
      description.length > 30 && (folded.startsWith(description.slice(0, 60)) || description.startsWith(folded));
    const named = NAMED.test(spreadNames(namesAround(block)));
    const plain = head >= 0 && folded.length >= 60 && /[.!?…]["”’»]?$/u.test(block.text) && block.linkDensity < 0.2;
    if (!isDescription && (head < 0 || (!named && !plain))) continue;
    if (judgeLine(block.text) !== null || block.linkDensity > 0.5 || folded === fold(hints.title ?? '')) continue;
    told.add(folded);
    found.push(block);
  }
  return found.length <= 4 ? found : found.slice(0, 4);
}

function findHeadline(blocks: readonly Block[], title: string | null): number {
  const wanted = fold(title ?? '');
  const h1 = blocks.findLastIndex((block) => isUnder(block.element, 'h1'));
  const same = wanted === '' ? -1 : blocks.findLastIndex((block) => fold(block.text) === wanted);
  return same >= 0 ? same : h1;
}

function isUnder(element: PageElement, tag: string): boolean {
  for (let at: PageElement | null = element, i = 0; at !== null && i < 5; at = at.parent, i++)
    if (at.tag === tag) return true;
  return false;
}

function isFurniture(block: Block, container: PageElement): boolean {
  for (let at: PageElement | null = block.element; at !== null && at !== container; at = at.parent) {
    if (FURNITURE.has(at.tag)) return true;
    if (/ (?:caption|credit|byline|author|comments?|newsletter|related|breadcrumbs?|share|social|recommend\w*|cookies?) /u.test(spreadNames(readNames(at)))) return true; // prettier-ignore
  }
  return false;
}

function namesAround(block: Block): string {
  const parent = block.element.parent;
  return `${readNames(block.element)} ${parent === null ? '' : readNames(parent)}`;
}
