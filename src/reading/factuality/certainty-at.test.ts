import { describe, expect, it } from 'vitest';
import { certaintyAt } from './certainty-at.ts';

/** The event is in brackets. */
function score(marked: string): number | null {
  const start = marked.indexOf('[');
  const text = marked.replace(/[[\]]/gu, '');
  return certaintyAt({ text, sentences: [{ start: 0, end: text.length }] }, { start, end: marked.indexOf(']') - 1 });
}

const BANDS = { sure: [2.7, 3], nearly: [1.7, 3], open: [0, 2.5], against: [-2.5, 0.5], not: [-3, -1.6] } as const;

describe('certaintyAt', () => {
  it.each([
    ['The council [closed] the bridge on Monday.', 'sure'],
    ['The council did not [close] the bridge.', 'not'],
    ['Nobody [saw] the barge.', 'not'],
    ['The council never [opened] the lock.', 'not'],
    ['She said the council had [closed] the bridge.', 'nearly'],
    ['The council will [close] the bridge.', 'nearly'],
    ['The council will not [close] the bridge.', 'not'],
    ['The council may [close] the bridge.', 'open'],
    ['The storm could [damage] the pier.', 'open'],
    ['The council wants to [close] the bridge.', 'open'],
    ['The council is considering [closing] the bridge.', 'open'],
    ['If the council [closes] the bridge, traders will leave.', 'open'],
    ['It is unclear whether the council [closed] the bridge.', 'open'],
    ['The council failed to [close] the bridge.', 'not'],
    ['The council refused to [close] the bridge.', 'not'],
    ['The council managed to [close] the bridge.', 'sure'],
    ['The council did not manage to [close] the bridge.', 'not'],
    ['The council did not fail to [close] the bridge.', 'nearly'],
    ['He denied that the council had [closed] the bridge.', 'against'],
    ['The council nearly [closed] the bridge.', 'not'],
    ['Traders fear a [closure].', 'open'],
    ['The council warned of a possible [closure].', 'open'],
    ['The barge left without a [delay].', 'not'],
    ['There was no [delay].', 'not'],
    ['The [closure] was a success.', 'sure'],
    ['The council was prevented from [closing] the bridge.', 'not'],
    ['The mayor urged the council to [close] the bridge.', 'open'],
    ['The council may not be able to [close] the bridge.', 'against'],
    ['The crew is no longer [working] there.', 'not'],
    ['The council allegedly [closed] the bridge.', 'open'],
    ['Did the council [sell] the bridge?', 'open'],
    ['The test was not [successful].', 'not'],
  ] as const)('%s %s', (marked, band) => {
    const [low, high] = BANDS[band];
    const found = score(marked);
    expect(found).toBeGreaterThanOrEqual(low);
    expect(found).toBeLessThanOrEqual(high);
  });

  it('gives null outside every sentence', () => {
    expect(certaintyAt({ text: 'It rained.', sentences: [] }, { start: 3, end: 9 })).toBeNull();
  });
});
