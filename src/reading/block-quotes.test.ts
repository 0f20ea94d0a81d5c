import { expect, it } from 'vitest';
import type { Orphan } from './assemble/triple.ts';
import { findParagraphs } from '../language/paragraphs.ts';
import { findBlockQuotes } from './block-quotes.ts';

/** `[source]` and `{cue}` are what the network marked and could not tie. */
function find(marked: string): string[] {
  let text = '';
  const orphans: Orphan[] = [];
  let start = 0;
  for (const char of marked) {
    if (char === '[' || char === '{') start = text.length;
    else if (char === ']') orphans.push({ start, end: text.length, role: 'source', reason: 'source-without-cue' });
    else if (char === '}') orphans.push({ start, end: text.length, role: 'cue', reason: 'cue-without-content' });
    else text += char;
  }
  return findBlockQuotes(text, findParagraphs(text), orphans).map(({ source, cue, content }) =>
    [source, cue, content]
      .map((parts) => parts.map((part) => text.slice(part.start, part.end)).join(' … '))
      .join(' | '),
  );
}

it.each<readonly [string, string, readonly string[]]>([
  ['the paragraph behind "said:"', '[The mayor] {added}:\n\nThe pier is ours. It will stay so.\n\nThe board left.', ['The mayor | added | The pier is ours. It will stay so.']],
  ['words between', 'Later [Ada Holm] {wrote} in a letter to the board:\n\nThe pier is ours.', ['Ada Holm | wrote | The pier is ours.']],
  ['not what has marks of its own', '[The mayor] {added}:\n\n“The pier is ours,” she wrote.', []],
  ['not a list', '[The board] {said}:\n\n- a pier\n\n- a crane.', []],
  ['not a dialogue', '[The board] {replied}:\n\nHOLM: The pier is ours.', []],
  ['not behind another sentence', '[The mayor] {said} so. Here is how to get there:\n\nTake the ferry at noon.', []],
  ['not behind a verb of another kind', '[The mayor] {opposes} the following:\n\nThe pier is sold.', []],
])('%s', (_name, marked, tellings) => {
  expect(find(marked)).toEqual(tellings);
}); // prettier-ignore
