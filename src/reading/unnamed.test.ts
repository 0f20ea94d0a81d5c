import { expect, it } from 'vitest';
import { describeUnnamed, type Unnamed } from './unnamed.ts';

const none = { position: null, affiliation: null, closeness: null, reason: null, generic: false };
const cases: readonly (readonly [wording: string, around: string, expected: Omit<Unnamed, 'wording'>])[] = [
  ['their sources', '', { ...none, number: 'several', position: 'source' }],
  ['a source', '', { ...none, number: 'one', position: 'source' }],
  ['more than two dozen alumni', '', { ...none, number: 'several', position: 'alumni' }],
  ['a senior official', '', { ...none, number: 'one', position: 'senior official' }],
  ['two former CIA officers', '', { ...none, number: 'two', position: 'former officer', affiliation: 'CIA' }],
  ['officials at the Health Ministry', '', { ...none, number: 'several', position: 'official', affiliation: 'the Health Ministry' }],
  ['White House aides', '', { ...none, number: 'several', position: 'aide', affiliation: 'White House' }],
  ['campaign staffers', '', { ...none, number: 'several', position: 'staffer', affiliation: 'campaign' }],
  ['Police officials', '', { ...none, number: 'several', position: 'official', affiliation: 'Police' }],
  ['Former officials', '', { ...none, number: 'several', position: 'former official' }],
  ['a number of port engineers I spoke to this week', '', { ...none, number: 'several', position: 'port engineer' }],
  ['people familiar with the talks', '', { ...none, number: 'several', closeness: 'familiar with the talks' }],
  ['three people with direct knowledge of the deal', '', { ...none, number: 'several', closeness: 'with direct knowledge of the deal' }],
  ['an adviser who was briefed on the plan', '', { ...none, number: 'one', position: 'adviser', closeness: 'who was briefed on the plan' }],
  [
    'a person close to the family',
    'a person close to the family said, speaking on condition of anonymity because the talks were private',
    { ...none, number: 'one', closeness: 'close to the family', reason: 'because the talks were private' },
  ],
  ['one aide, who asked not to be named', '', { ...none, number: 'one', position: 'aide', reason: 'asked not to be named' }],
  ['an official', 'an official, who was not authorised to speak publicly, said', { ...none, number: 'one', position: 'official', reason: 'who was not authorised to speak publicly' }],
  ['a diplomat', 'a diplomat told the paper on condition that his country not be named', { ...none, number: 'one', position: 'diplomat', reason: 'on condition that his country not be named' }],
  ['a worker', 'said a worker who was granted anonymity for fear of losing her job', { ...none, number: 'one', position: 'worker', reason: 'for fear of losing her job' }],
  ['a spokesman for the port', '', { ...none, number: 'one', position: 'spokesman', affiliation: 'the port' }],
  ['56 percent of port voters', '', { ...none, number: 'several', position: 'port voter', generic: true }],
  ['so many in the town', '', { ...none, number: 'several', affiliation: 'the town', generic: true }],
  ['Sixteen governors', '', { ...none, number: 'several', position: 'governor' }],
  ['one Democratic source', '', { ...none, number: 'one', position: 'source', affiliation: 'Democratic' }],
  ['aides to Gov. Holm', '', { ...none, number: 'several', position: 'aide', affiliation: 'Gov. Holm' }],
  ['those around him', '', { ...none, number: 'several', closeness: 'around him' }],
  ['an aide', 'an aide set out a bill on background checks', { ...none, number: 'one', position: 'aide' }],
  ['an aide', 'an aide said on background', { ...none, number: 'one', position: 'aide', reason: 'on background' }],
  ['someone', '', { ...none, number: 'one' }],
  ['nearly four in 10 likely voters', '', { ...none, number: 'several', position: 'likely voter', generic: true }],
  ['both Republicans and Democrats', '', { ...none, number: 'several', affiliation: 'Republicans', generic: true }],
  ['members of the council in the meeting', '', { ...none, number: 'several', position: 'member', affiliation: 'the council', closeness: 'in the meeting' }],
]; // prettier-ignore

it.each(cases)('“%s”', (wording, around, expected) => {
  expect(describeUnnamed(wording, around, 'said')).toEqual({ wording, ...expected });
});

it.each<readonly [wording: string, cue: string, generic: boolean]>([
  ['critics', 'say', true],
  ['some critics', 'said', false],
  ['many voters', 'believe', true],
  ['many experts', 'suspect', true],
  ['experts', 'say', false],
  ['few analysts', 'expect', true],
  ['three analysts', 'expect', false],
  ['officials', 'believe', false],
  ['two supporters', 'said', false],
  ['everyone', 'agrees', true],
  ['someone', 'asked', false],
  ['a reader', 'might ask', true],
  ['people familiar with the talks', 'believe', false],
  ['people in other towns', 'rallied over', true],
])('%s %s: people at large %s', (wording, cue, generic) => {
  expect(describeUnnamed(wording, '', cue).generic).toBe(generic);
});
