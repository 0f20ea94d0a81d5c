import { expect, it } from 'vitest';
import { describeUnnamed, type Unnamed } from './unnamed.ts';

const none = { position: null, affiliation: null, closeness: null, reason: null };
const cases: readonly (readonly [wording: string, around: string, expected: Omit<Unnamed, 'wording'>])[] = [
  ['their sources', '', { ...none, number: 'several' }],
  ['a source', '', { ...none, number: 'one' }],
  ['a senior official', '', { ...none, number: 'one', position: 'senior official' }],
  ['two former CIA officers', '', { ...none, number: 'two', position: 'former officers', affiliation: 'CIA' }],
  [
    'officials at the Health Ministry',
    '',
    { ...none, number: 'several', position: 'officials', affiliation: 'the Health Ministry' },
  ],
  ['White House aides', '', { ...none, number: 'several', position: 'aides', affiliation: 'White House' }],
  ['people familiar with the talks', '', { ...none, number: 'several', closeness: 'familiar with the talks' }],
  [
    'a person close to the family',
    'a person close to the family said, speaking on condition of anonymity because the talks were private',
    {
      ...none,
      number: 'one',
      closeness: 'close to the family',
      reason: 'because the talks were private',
    },
  ],
  [
    'one aide, who asked not to be named',
    '',
    { ...none, number: 'one', position: 'aide', reason: 'asked not to be named' },
  ],
  ['a spokesman for the port', '', { ...none, number: 'one', position: 'spokesman', affiliation: 'the port' }],
];

it.each(cases)('“%s”', (wording, around, expected) => {
  expect(describeUnnamed(wording, around)).toEqual({ wording, ...expected });
});
