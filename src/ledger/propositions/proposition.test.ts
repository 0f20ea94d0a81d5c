import { describe, expect, it } from 'vitest';
import { attribute, inventReading, quote } from '../../../test/invented-reading.ts';
import type { Reading } from '../../reading/reading.ts';
import { findAppearances } from '../appearances.ts';
import type { Proposition } from './proposition.ts';

/** What a sentence of a report states in which this is a body's name. */
function stated(text: string, name: string): Proposition | undefined {
  const [mention] = quote(text, name);
  const entities = mention === undefined ? [] : [{ id: 'e1', name, kind: 'organization', mentions: [{ ...mention, why: 'name' }] } as Reading['entities'][number]]; // prettier-ignore
  const content = quote(text, text);
  const reading = inventReading({ report: { title: null, text }, attributions: [attribute('a1', { voice: 'own', act: null, content })], entities, headline: [] }); // prettier-ignore
  return findAppearances(reading)[0]?.proposition;
}

describe('who does what to whom', () => {
  it('is not told by a verb in a name', () => {
    expect(stated('Sells Harbour will disappear from Quellin.', 'Sells Harbour')).toMatchObject({ predicate: ['disappear'], subject: ['harbour', 'sells', 'sh'] }); // prettier-ignore
  });

  it.each([
    ['Holm Yard is being shut down.', [], ['holm', 'hy', 'yard']],
    ['Holm Yard is shutting down.', ['holm', 'hy', 'yard'], []],
    ['Holm Yard was quietly sold.', [], ['holm', 'hy', 'yard']],
  ])('“%s”: of a passive nobody does it', (text, subject, object) => {
    expect(stated(text, 'Holm Yard')).toMatchObject({ subject, object });
  });

  it('is not told by a turn that somebody has', () => {
    expect(stated('Holm Yard had in its turn cited the Tidewatch.', 'Holm Yard')?.predicate).toEqual(['cited']);
  });

  it('is told by what stands between “to” and an article, where all words are taken for nouns', () => {
    expect(stated('Holm Yard plans to sunset the dock.', 'Holm Yard')?.predicate).toEqual(['sunset']);
  });
});
