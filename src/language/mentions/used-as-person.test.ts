import { expect, it } from 'vitest';
import { usedAsPerson } from './used-as-person.ts';

function used(text: string, name: string): boolean {
  const start = text.indexOf(name);
  return usedAsPerson(text, [{ start, end: start + name.length, kind: 'organization', score: 1 }]).has(name);
}

it.each([
  'Holm, himself, has said so.',
  'Then Mr. Holm left.',
  'Holm’s personal lawyer left.',
  'The Holm administration left.',
])('a body’s name is a person’s in “%s”', (text) => expect(used(text, 'Holm')).toBe(true));

it.each(['Holm said so.', 'Holm’s shares fell.', 'Holmes himself said so to Holm.'])('but not in “%s”', (text) =>
  expect(used(text, 'Holm')).toBe(false),
);

it('nor is an outlet or a senate', () => {
  expect(used('Reuters’ family; Reuters’s lawyer said so.', 'Reuters')).toBe(false);
  expect(used('The Senate’s lawyer said so.', 'Senate')).toBe(false);
});
