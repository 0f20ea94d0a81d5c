import { describe, expect, it } from 'vitest';
import { isWanted } from './inside.ts';

describe('isWanted', () => {
  it.each([
    ['to comment on', 'asked to comment on the closure', null, true],
    ['to say', 'asked to say why it closed', null, false],
    ['commented on', 'commented on the closure', null, false],
    ['to comment on', 'Holm was the first to comment on it', 'Holm', false],
  ])('%s in “%s”', (cue, text, source, wanted) => {
    const find = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(isWanted(text, { cue: [find(cue)], source: source === null ? [] : [find(source)] })).toBe(wanted);
  });
});
