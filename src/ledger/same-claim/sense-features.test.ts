import { describe, expect, it } from 'vitest';
import { attribute, inventReading, quote } from '../../../test/invented-reading.ts';
import { findAppearances } from '../appearances.ts';
import { compareSenses, SENSE_FEATURES, type Meant } from './sense-features.ts';

/** A sentence as an appearance; what the network says of it is made up and the same for all. */
function meant(text: string): Meant {
  const reading = inventReading({ report: { title: null, text }, attributions: [attribute('a1', { voice: 'own', act: null, content: quote(text, text) })], entities: [], headline: [] }); // prettier-ignore
  const [one] = findAppearances(reading);
  if (one === undefined) throw new RangeError(`nothing appears in “${text}”`);
  return { ...one, sense: Buffer.from(new Int8Array(64).fill(1).buffer).toString('base64') };
}

function compare(feature: (typeof SENSE_FEATURES)[number], one: string, other: string): number | undefined {
  return compareSenses(meant(one), meant(other))?.[SENSE_FEATURES.indexOf(feature)];
}

describe('what two statements have in common', () => {
  it.each([
    ['The yard will close.', 'The yard will not close.', 1],
    ['The yard will close.', 'The yard will remain in Quellin.', 1],
    ['The yard will not close.', 'The yard will remain in Quellin.', 0],
  ])('“%s” and “%s”: one is what is not so or goes on (%i)', (one, other, expected) => {
    expect(compare('negation', one, other)).toBe(expected);
  });

  it('is all stems, or none', () => {
    expect(compare('terms', 'The owner shuttered the shipyard.', 'The shipyard was shut by its owner.')).toBeCloseTo(1); // prettier-ignore
    expect(compare('terms', 'The owner shuttered the shipyard.', 'A ferry sank.')).toBe(0);
  });

  it('is the verbs, where both have one', () => {
    expect(compare('verbs', 'The owner sold the shipyard.', 'The owner sold the ferry.')).toBe(1);
    expect(compare('verbs', 'The owner sold the shipyard.', 'The shipyard on the coast')).toBe(0);
  });

  it('is nothing that can be told where a reading says nothing of what is meant', () => {
    expect(compareSenses(meant('The yard closed.'), { ...meant('The yard closed.'), sense: null })).toBeNull();
  });
});
