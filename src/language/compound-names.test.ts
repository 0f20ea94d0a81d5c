import { expect, it } from 'vitest';
import { cutCompounds } from './compound-names.ts';
import type { NameKind } from './spans.ts';
import { tokenize } from './tokens.ts';

it.each<[string, readonly (readonly [string, NameKind])[], readonly string[]]>([
  ['US-China trade grows.', [['US-China', 'place']], ['US/place', 'China/place']],
  ['Russian-Ukrainian talks go on.', [['Russian-Ukrainian', 'demonym']], ['Russian/demonym', 'Ukrainian/demonym']],
  ['Iran-backed fighters left.', [['Iran-backed', 'place']], ['Iran/place']],
  ['African-American voters came.', [['African-American', 'demonym']], ['African-American/demonym']],
  ['They live in Baden-Baden.', [['Baden-Baden', 'place']], ['Baden-Baden/place']],
  ['Ada Hall-Norway left.', [['Ada Hall-Norway', 'person']], ['Ada Hall-Norway/person']],
  [
    'Ada Holm, D-N.Y., left.',
    [
      ['Ada Holm', 'person'],
      ['Y.', 'place'],
    ],
    ['Ada Holm/person', 'N.Y/place'],
  ],
  [
    'Ada Holm (R-Calif.) left.',
    [
      ['Ada Holm', 'person'],
      ['R-Calif', 'place'],
    ],
    ['Ada Holm/person', 'Calif/place'],
  ],
  ['Ada Holm, I-Vermont, left.', [['Ada Holm', 'person']], ['Ada Holm/person', 'Vermont/place']],
  ['It is plan D-N. A pier is built.', [], []],
])('%s', (text, told, found) => {
  const names = told.map(([name, kind]) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length, kind, score: 0.9 })); // prettier-ignore
  expect(cutCompounds(tokenize(text), names).map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`)).toEqual(found); // prettier-ignore
});
