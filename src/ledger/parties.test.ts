import { describe, expect, it } from 'vitest';
import { inventReading, quote } from '../../test/invented-reading.ts';
import { findParties, followPersons } from './parties.ts';

/** The body that a text gives the person of this name. */
function partyIn(text: string, name: string): string | undefined {
  const mentions = quote(text, name).map((span) => ({ ...span, why: 'name' }));
  const entities = [{ id: 'e1', name, kind: 'person' as const, mentions }];
  return [...findParties(inventReading({ report: { text }, entities })).values()][0];
}

describe('the body that a text gives a person', () => {
  it.each([
    ['Holm CEO Ada Berg said no.', 'Ada Berg', 'Holm'],
    ['Ada Berg, chairman of Saltmere, said no.', 'Ada Berg', 'Saltmere'],
    ['A spokesman for the Industry Ministry, Piet Lomar, declined to comment.', 'Piet Lomar', 'Industry Ministry'],
    ['The Trade Ministry said so. It was moved, ministry spokeswoman Mirela Dorn said.', 'Mirela Dorn', 'Trade Ministry'], // prettier-ignore
    ['It was moved, ministry spokeswoman Mirela Dorn said.', 'Mirela Dorn', undefined],
  ])('of “%s”', (text, name, body) => {
    expect(partyIn(text, name)?.replace(/^The /u, '')).toBe(body);
  });
});

describe('whose spokesman somebody is', () => {
  it('leads on to the body of the one he speaks for', () => {
    const parties = followPersons(new Map([['piet lomar', 'Karrow'], ['ilse karrow', 'Industry Ministry']])); // prettier-ignore
    expect(parties.get('piet lomar')).toBe('Industry Ministry');
  });

  it('stays where nobody says whose that one is', () => {
    expect(followPersons(new Map([['piet lomar', 'Karrow']])).get('piet lomar')).toBe('Karrow');
  });
});
