import { expect, it } from 'vitest';
import { findHearsay } from './hearsay.ts';

const facts = { score: 1, confidence: 1, features: [], within: null };

function hear(text: string, taken?: string): string[] {
  const at = taken === undefined ? [] : [{ start: text.indexOf(taken), end: text.indexOf(taken) + taken.length }];
  const show = (parts: readonly { start: number; end: number }[]): string =>
    parts.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return findHearsay(text, [{ start: 0, end: text.length }], [{ source: [], cue: [], content: at, ...facts }]).map(
    ({ cue, content }) => `${show(cue)} | ${show(content)}`,
  );
}

it.each([
  ['They reportedly left by ferry.', undefined, ['reportedly | They … left by ferry']],
  ['The pier was allegedly closed, but the ferry sailed.', undefined, ['allegedly | The pier was … closed']],
  ['Jo Hale, who reportedly owns the pier, left.', undefined, ['reportedly | who … owns the pier']],
  ['The board said the pier was allegedly closed.', 'the pier was allegedly closed', []],
  ['The ferry sailed, and the pier was reportedly closed.', 'The ferry sailed', ['reportedly | the pier was … closed']],
  ['An allegedly stolen ferry', undefined, []],
])('%s', (text, taken, expected) => {
  expect(hear(text, taken)).toEqual(expected);
});
