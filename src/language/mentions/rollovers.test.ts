import { expect, it } from 'vitest';
import { findRollovers } from './rollovers.ts';

it.each([
  ['Sen. Ada Holm Ada (Addie) Maria HolmPort opens late | Finn leads in poll MORE (R-Norland) said it was over.', 'Ada Holm'], // prettier-ignore
  ['President Holm Ada Maria Holm2031 race: who leads and who does not MORE told us so.', 'Holm'],
  ['Majority Leader Ada Holm Ada Maria HolmPort opens late | Finn leads MORE said so.', 'Ada Holm'],
])('finds the name that other stories cut off: %s', (text, name) => {
  const [found] = findRollovers(text);
  expect(found?.name).toBe(name);
  expect(text.slice(found?.block.start, found?.block.end)).toMatch(/^ Ada .* MORE$/u);
  expect(text.slice(found?.more.start, found?.more.end)).toBe('MORE');
});

it('finds none where a text only says MORE', () => {
  expect(findRollovers('READ MORE: Ada Holm met Ada Holm. WE WANT MORE')).toEqual([]);
});
