import { expect, it } from 'vitest';
import type { Attribution, ChainLink } from './reading.ts';
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
  ['someone', 'says', '', false],
  ['someone leaving the port office', 'according to', '', true],
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
  ['port officials', 'regularly say', '', false],
  ['elected officials', 'make claims about', '', false],
  ['an aide', 'sought', '', false],
  ['his aides', 'asked', '', false],
  ['the aides', 'can call', '', false],
  ['how many officials familiar with the port', 'have promised', '', false],
  ['another speaker', 'said', '', false],
  ['a welder in the film', 'says', '', false],
])('%s %s %s: a source who spoke %s', (wording, cue, around, is) => {
  const unnamed = describeUnnamed(wording, around, cue);
  const chain = [{ name: wording, kind: 'unnamed', how: 'named', entity: null, mention: null, unnamed }] as const;
  const told: Pick<Attribution, 'voice' | 'chain' | 'cue'> = { voice: 'attributed', chain: [...chain], cue: [{ start: 0, end: cue.length, text: cue }] }; // prettier-ignore
  expect(isUnnamedSource(wording, told)).toBe(is);
});

it.each<readonly [wording: string, cue: string, next: string, is: boolean]>([
  ['an aide', 'told', ' Congress the port would close', false],
  ['an aide', 'told', ' the House Harbour Committee it would close', false],
  ['port officials', 'told', ' some 150 people that it would close', false],
  ['an aide', 'told', ' reporters it would close', true],
  ['an aide', 'told', ' Holm the committee would close', true],
  ['a lawyer', 'said', ' in court as she asked for the files', false],
  ['port officials', 'said', ' Friday in a report on the dock', false],
  ['one welder', 'said', ' on a recorded video', false],
  ['a port official', 'said', ' on TV', false],
  ['an official', 'claims', ' in the warrant', false],
  ['an officer', 'told', ' the audience it would close', false],
  ['an official', 'said', ' in a video call', true],
  ['an official', 'said', ' in a statement', true],
])('%s %s%s: a source who spoke %s', (wording, cue, next, is) => {
  const text = `${wording} ${cue}${next}.`;
  const unnamed = describeUnnamed(wording, '', cue);
  const chain = [{ name: wording, kind: 'unnamed', how: 'named', entity: null, mention: null, unnamed }] as const;
  const start = wording.length + 1;
  const told = {
    voice: 'attributed',
    chain: [...chain],
    cue: [{ start, end: start + cue.length, text: cue }],
  } as const;
  expect(isUnnamedSource(text, { ...told, cue: [...told.cue], chain: [...chain] })).toBe(is);
});

it('counts what an article of an outlet was told, and not what somebody named or another paper was', () => {
  const link = { name: 'Ada Holm', kind: 'person', how: 'named', entity: null, mention: null } as const;
  const aide = { ...link, name: 'an aide', kind: 'unnamed', unnamed: describeUnnamed('an aide', '', 'said') } as const;
  const isBehind = (kind: ChainLink['kind'], name: string): boolean =>
    isUnnamedSource('said', { voice: 'attributed', cue: [{ start: 0, end: 4, text: 'said' }], chain: [{ ...link, kind, name }, aide] }); // prettier-ignore
  expect(isBehind('person', 'Ada Holm')).toBe(false);
  expect(isBehind('outlet', 'The Harbour Herald')).toBe(true);
  expect(isBehind('document', 'a Harbour Herald article')).toBe(true);
  expect(isBehind('document', 'the port’s report')).toBe(false);
});
