import { expect, it } from 'vitest';
import type { Attribution } from './reading.ts';
import { describeUnnamed } from './unnamed.ts';
import { isUnnamedSource } from './unnamed-source.ts';

it.each<readonly [wording: string, cue: string, around: string, is: boolean]>([
  ['an aide', 'believes', '', true],
  ['a port official', 'said', '', true],
  ['a port official', 'believes', '', false],
  ['people familiar with the talks', 'believe', '', true],
  ['a worker', 'fears', 'a worker, who asked not to be named, fears', true],
  ['an unnamed donor', 'wants', '', true],
  ['critics', 'say', '', false],
  ['his son', 'said', '', false],
  ['the governor', 'said', '', false],
  ['a governor', 'said', '', false],
  ['56 percent of voters', 'said', '', false],
  ['a senator', 'said', '', false],
  ['two welders', 'told', '', true],
  ['welders', 'said', '', false],
  ['Harbour County prosecutors', 'said', '', false],
  ['a spokeswoman', 'called', '', true],
  ['a spokesman', 'declined to comment', '', false],
  ['officials', 'said in a court filing', '', false],
  ['three-fourths', 'said', '', false],
  ['another', 'said', '', true],
  ['a young woman', 'told', '', true],
  ['someone', 'hopes', '', false],
  ['organisers', 'suggested', '', false],
  ['organisers', 'said', '', true],
  ['A wall of dockers', 'warned', '', false],
  ['A spokesman for Jo Holm Joseph HolmPort', 'launches', '', false],
  ['Top adviser', 'suggests', '', false],
  ['one user', 'said', '', false],
  ['some aides', 'have seen', '', false],
  ['port officials', 'called on', '', false],
  ['port officials', 'have long argued', '', false],
  ['anybody who has witnessed it', 'agrees', '', false],
  ['an officer', 'shouted through a megaphone', '', false],
  ['a former manager', 'says', '', true],
  ['one Ministry of Harbour Affairs official', 'claiming', '', true],
  ['port officials', 'have been warning', '', false],
])('%s %s %s: a source who spoke %s', (wording, cue, around, is) => {
  const unnamed = describeUnnamed(wording, around, cue);
  const chain = [{ name: wording, kind: 'unnamed', how: 'named', entity: null, mention: null, unnamed }] as const;
  const told: Pick<Attribution, 'voice' | 'chain' | 'cue'> = { voice: 'attributed', chain: [...chain], cue: [{ start: 0, end: cue.length, text: cue }] }; // prettier-ignore
  expect(isUnnamedSource(told)).toBe(is);
});

it('does not count what somebody named was told', () => {
  const link = { name: 'Ada Holm', kind: 'person', how: 'named', entity: null, mention: null } as const;
  const aide = { ...link, name: 'an aide', kind: 'unnamed', unnamed: describeUnnamed('an aide', '', 'said') } as const;
  const told = { voice: 'attributed', cue: [{ start: 0, end: 4, text: 'said' }] } as const;
  expect(isUnnamedSource({ ...told, cue: [...told.cue], chain: [link, aide] })).toBe(false);
  expect(isUnnamedSource({ ...told, cue: [...told.cue], chain: [{ ...link, kind: 'outlet' }, aide] })).toBe(true);
});
