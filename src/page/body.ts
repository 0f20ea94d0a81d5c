import type { Note } from '../base/note.ts';
import { type Block, listBlocks } from './block.ts';
import { findContainer, findTitled, isInside, isProse, weighElements } from './container.ts';
import { chooseRemoval, SILENT_TAGS } from './furniture.ts';
import { judgeBlocks } from './lines.ts';
import type { BodyHints } from './body-hints.ts';
import { findStandfirst } from './standfirst.ts';
import { type PageElement, readText } from './tree.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** The blocks of the page's story, in order, with a note for each block that was taken for something else. */
export function findBody(root: PageElement, hints: BodyHints): Body {
  const visible = listBlocks(root, (element) => !SILENT_TAGS.has(element.tag));
  const all = weighElements(visible);
  const total = all.get(root) ?? 0;
  const isLeftOut = (element: PageElement, whole: number): boolean =>
    SILENT_TAGS.has(element.tag) || chooseRemoval(element, all.get(element) ?? 0, whole) !== null;
  // Weighed again without the furniture: cookie texts and recommended stories must not choose the container.
  const mass = weighElements(listBlocks(root, (element) => !isLeftOut(element, total)));
  const container = findContainer(root, mass, findTitled(visible, hints.title));
  const whole = all.get(container) ?? 0;
  const notes: Note[] = [];
  const kept = listBlocks(container, (element) => {
    if (SILENT_TAGS.has(element.tag)) return false;
    if (element === container) return true;
    const reason = chooseRemoval(element, all.get(element) ?? 0, whole);
    if (reason === null) return true;
    const text = readText(element);
    if (text !== '') notes.push(removedNote(reason, text));
    return false;
  });
  const story = judgeBlocks(kept, hints, (reason, text) => notes.push(removedNote(reason, text)));
  const standfirst = findStandfirst(visible, story, container, hints);
  return { blocks: [...standfirst, ...story], notes: [...notes, ...outsideNotes(visible, container, standfirst)] };
}

/** What stands around the story, as one note: menus, other stories, the foot of the page. */
function outsideNotes(visible: readonly Block[], container: PageElement, standfirst: readonly Block[]): Note[] {
  const outside = visible.filter((block) => !standfirst.includes(block) && !isInside(block.element, container));
  const [first] = outside;
  if (first === undefined) return [];
  const what = `Left out ${outside.length} lines around the story, from “${first.text.slice(0, 40)}” on.`;
  return [{ code: 'page.outside-removed', what, span: null }];
}

function removedNote(reason: string, text: string): Note {
  const words = text.split(/\s+/u).slice(0, 8).join(' ').slice(0, 80);
  const code = `page.${reason}-removed`;
  return { code, what: `Left out as ${reason}: “${words}${words.length < text.length ? ' …' : ''}”`, span: null };
}

/** Whether these blocks can be a story at all: some prose of some length. */
export function isStory(blocks: readonly Block[]): boolean {
  return blocks.filter(isProse).reduce((sum, block) => sum + block.text.length, 0) >= 120;
}
