import { expect, it } from 'vitest';
import { describeSentence } from './propositions/bare-sentence.ts';
import { rankClaims } from './rank-claims.ts';
import { readQuery, splitWords } from './words.ts';

function claim(id: string, text: string, reports: number): Parameters<typeof rankClaims>[2][number] {
  return { id, reports, proposition: describeSentence(text), sense: null, words: splitWords(text).join(' ') };
}

function rank(typed: string, ...claims: Parameters<typeof rankClaims>[2]): string[] {
  const query = readQuery(typed, 'any');
  if (query === null) throw new RangeError('nothing was typed');
  return rankClaims(typed, query, claims).map(({ id }) => id);
}

it('puts first of two claims that say the same the one that more reports carry', () => {
  const [few, many] = [claim('a', 'Holm will close the dock', 1), claim('b', 'Holm will close the dock', 9)];
  expect(rank('Holm will close the dock', few, many)).toEqual(['b', 'a']);
});

it('puts what says it before what only more tell', () => {
  const [said, told] = [
    claim('a', 'Holm will close the dock in May', 1),
    claim('b', 'Holm will not close the dock in May', 2),
  ];
  expect(rank('Holm will close the dock in May', said, told)).toEqual(['a', 'b']);
});
