import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { wrapPieces } from './wrap.ts';

it('counts the columns of letters and marks as string-width does', () => {
  const odd: string[] = [];
  // Latin letters, then dashes, quotation marks and their like; those that stand alone as what they are.
  for (const [first, last] of [
    [0xa1, 0x17f],
    [0x2010, 0x205e],
  ] as const)
    // prettier-ignore
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code);
      if (/[\u00AD\u2028-\u202F]/u.test(character)) continue;
      const [line = ''] = wrapPieces([{ text: character.repeat(30), style: '' }], 20);
      if (line.length * stringWidth(character) !== 20) odd.push(character);
    }
  expect(odd).toEqual([]);
});
