import { describe, expect, it } from 'vitest';
import { certaintyOf, isNegated } from './certainty.ts';

function read(cue: string, content: string) {
  const text = `He ${cue} ${content}.`;
  const at = 3 + cue.length + 1;
  return certaintyOf(text, [{ start: at, end: at + content.length }], [{ start: 3, end: 3 + cue.length }]);
}

describe('certaintyOf', () => {
  it.each([
    ['said', 'the bridge will open', 'unstated', null, []],
    ['said', 'the bridge may open in May', 'possible', 1, ['may']],
    ['said', 'the bridge is likely to open', 'probable', 2, ['likely']],
    ['said', 'the bridge is unlikely to open', 'probable', -2, ['unlikely']],
    ['said', 'the bridge will definitely open', 'certain', 3, ['definitely']],
    ['said', 'the bridge will definitely not open', 'certain', -3, ['definitely']],
    ['said', 'the bridge will not open, certainly', 'certain', -3, ['certainly']],
    ['claimed', 'the bridge was open', 'possible', 1.5, ['claimed']],
    ['believes', 'the bridge might open', 'possible', 1, ['believes', 'might']],
    ['confirmed', 'the bridge was open', 'certain', 3, ['confirmed']],
    ['said', 'it would almost certainly open', 'probable', 2.5, ['almost certainly']],
    ['said', 'May 4 was the day', 'unstated', null, []],
    ['said', 'THE BRIDGE OPENED IN MAY', 'unstated', null, []],
    ['said', 'April, May, June', 'unstated', null, []],
    ['said', 'the ferry was for people who may be ill', 'unstated', null, []],
    ['said', 'the crew could not cross', 'unstated', null, []],
    ['said', 'the bridge is open. Perhaps it will rain', 'unstated', null, []],
    ['said', 'perhaps the bridge is open. It will rain', 'possible', 1, ['perhaps']],
    ['said', 'they will discuss the possibility of a sale', 'unstated', null, []],
    ['said', 'there is a possibility of a sale', 'possible', 1, ['a possibility']],
    ['said', 'a sale was not ruled out', 'possible', 1, ['not ruled out']],
    ['said', 'Dr. Bo may come', 'possible', 1, ['may']],
  ] as const)('He %s %s: %s, %s', (cue, content, level, score, hedges) => {
    const found = read(cue, content);
    expect({ ...found, hedges: found.hedges.map((hedge) => hedge.text) }).toEqual({
      level,
      score,
      hedges: [...hedges],
    });
  });
});

describe('isNegated', () => {
  it.each([
    ['that Kim will not travel', true],
    ['the plan isn’t dead', true],
    ['they cannot win', true],
    ['a man who is not here would win', false],
    ['he would win, not lose', false],
    ['it is over', false],
    ['never to return', true],
  ])('%s: %s', (content, negated) => {
    expect(isNegated(content)).toBe(negated);
  });
});
