import { expect, it } from 'vitest';
import { mendTriple } from './triple-mending.ts';

/** `[source] {cue} <content>`, marked in the text itself. */
function mend(marked: string): string | null {
  const parts = { source: [], cue: [], content: [] } as Record<'source' | 'cue' | 'content', { start: number; end: number }[]>; // prettier-ignore
  const role = { '[': 'source', '{': 'cue', '<': 'content' } as const;
  let text = '';
  let open: { role: 'source' | 'cue' | 'content'; start: number } | null = null;
  for (const sign of marked) {
    if (sign === '[' || sign === '{' || sign === '<') open = { role: role[sign], start: text.length };
    else if (']}>'.includes(sign) && open) parts[open.role].push({ start: open.start, end: text.length });
    else text += sign;
  }
  const mended = mendTriple(text, parts);
  const show = (ranges: readonly { start: number; end: number }[]): string =>
    ranges.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return mended && `${show(mended.source)} | ${show(mended.cue)} | ${show(mended.content)}`;
}

it.each([
  ['<It> {expected} <to dock by noon>.', 'It | expected | to dock by noon'],
  ['<He> {is expected} <to dock by noon>.', ' | is expected | He … to dock by noon'],
  ['<The ferry> {expected} <to dock> came.', ' | expected | The ferry … to dock'],
  ['[No official] {comment about} <the ferry> has been made by the harbour board yet.', 'the harbour board | No official comment about | the ferry'],
  ['[No] {response to} <the letter> came.', ' | No response to | the letter'],
  ['[No expert] {said} <it was safe>.', 'No expert | said | it was safe'],
  ['{Indirectly confirming} <the sale> was the fact that the ferry had left.', null],
  ['{Citing} <the tide>, the board closed the pier.', ' | Citing | the tide'],
  ['[She] {declined} to comment on <the sale>.', 'She | declined to comment on | the sale'],
  ['[She] {declined} <to comment about the sale>.', 'She | declined to comment about | the sale'],
  ['[She] {declined} <to sell the pier>.', 'She | declined | to sell the pier'],
  ['[Mayor] {Believed} <To Be Selling The Pier>', ' | Believed | Mayor … To Be Selling The Pier'],
  ['[The mayor] {thought} <the pier was sold>.', 'The mayor | thought | the pier was sold'],
  ['{No official comment about} <the ferry> has been made by the harbour board yet.', 'the harbour board | No official comment about | the ferry'],
  ['<No treaty> {has ever been signed}.', null],
  ['<The pier may close, according to two officials>, [who] {asked} not to be named.', null],
  ['[Two officials] {asked} <whether the pier would close>.', 'Two officials | asked | whether the pier would close'],
  ['[The mayor] {signed} <the sale of the pier>.', null],
  ['[The mayor] {signed} <a decree that the pier must close>.', 'The mayor | signed | a decree that the pier must close'],
])('%s', (marked, expected) => {
  expect(mend(marked)).toBe(expected);
}); // prettier-ignore
