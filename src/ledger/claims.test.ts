import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, inventReading, link, quote } from '../../test/invented-reading.ts';
import type { Attribution, Reading } from '../reading/reading.ts';
import { findClaims } from './claims.ts';
import type { Claim } from './claim.ts';

/** Six reports of a purchase that never happened: one origin through a paper, one rival, one that says nothing of it. */
const PAPER = link('The Guardian', 'outlet');
const REPORTS: readonly Reading[] = [
  report('Holm Post', '2031-03-02T08:00:00Z', [
    [
      'Saltmere Ferries is to buy Tidewater Lines',
      'people close to the talks',
      'said',
      unnamed('people close to the talks'),
    ],
  ]),
  report('Quay Herald', '2031-03-02T10:00:00Z', [
    ['Saltmere Ferries plans to acquire Tidewater Lines', 'The Guardian', 'reported', PAPER],
  ]),
  report('The Guardian', '2031-03-02T07:00:00Z', [
    ['Saltmere Ferries will buy Tidewater Lines', 'two officials', 'said', unnamed('two officials')],
  ]),
  report('Saltmere Courier', '2031-03-03', [['Saltmere Ferries will buy Tidewater Lines', '', '', null]]),
  report('Harbour Times', '2031-03-03', [
    ['A storm closed the harbour of Lindow on Sunday', 'the harbour master', 'said', link('Jo Berg', 'person')],
  ]),
  report('Lindow Echo', null, [['Saltmere Ferries is buying Tidewater Lines', 'The Guardian', 'says', PAPER]]),
];

type Told = readonly [content: string, source: string, cue: string, end: Attribution['chain'][number] | null];

function unnamed(wording: string): Attribution['chain'][number] {
  return {
    ...link(wording, 'unnamed'),
    unnamed: {
      wording,
      number: 'several',
      position: null,
      affiliation: null,
      closeness: null,
      reason: null,
      generic: false,
    },
  };
}

function report(outlet: string, published: string | null, told: readonly Told[]): Reading {
  const text = told
    .map(([content, source, cue]) => (source === '' ? `${content}.` : `${content}, ${source} ${cue}.`))
    .join('\n\n');
  const attributions = told.map(([content, source, cue, end], i) =>
    attribute(`a${String(i + 1)}`, {
      voice: source === '' ? 'own' : 'attributed',
      source: source === '' ? [] : quote(text, source),
      cue: cue === '' ? [] : quote(text, cue),
      content: quote(text, content),
      act: source === '' ? null : 'say',
      chain: [link(outlet, 'outlet', 'metadata'), ...(end ? [end] : [])],
    }),
  );
  const url = `https://${outlet.toLowerCase().replace(/\W+/gu, '-')}.example/story`;
  return inventReading({
    report: { url, outlet, published, title: null, text, sha256: `sha256:${outlet}`, links: [] },
    attributions,
    headline: [],
    entities: [],
    times: [],
    places: [],
    notes: [],
  });
}

function claimOn(words: string, claims: readonly Claim[]): Claim {
  const claim = claims.find(({ appearances }) =>
    appearances.some(({ content }) => content.some(({ text }) => text.includes(words))),
  );
  if (!claim) throw new Error(`no claim holds “${words}”`);
  return claim;
}

describe('the laws of contract §2.5', () => {
  const expected = findClaims(REPORTS);

  it('gives the same claims for the same reports in any order, any number of times', () => {
    const arrivals = fc.shuffledSubarray([...REPORTS, ...REPORTS], { minLength: REPORTS.length });
    fc.assert(
      fc.property(arrivals, (some) => {
        const all = [...some, ...REPORTS.filter((one) => !some.includes(one))];
        expect(findClaims(all)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('names a claim by its first appearance in the order of publication', () => {
    for (const claim of expected) expect(claim.id).toBe(claim.firstAppearance.id);
    expect(claimOn('will buy', expected).firstAppearance.report.outlet).toBe('The Guardian');
  });

  it('lets people tie and part appearances, before every score', () => {
    const [purchase, storm] = [claimOn('will buy', expected), claimOn('storm', expected)];
    const tied = findClaims(REPORTS, { must: [[purchase.id, storm.id]], cannot: [] });
    expect(claimOn('storm', tied).id).toBe(claimOn('will buy', tied).id);
    const [first, second] = purchase.appearances;
    const parted = findClaims(REPORTS, { must: [], cannot: [[first?.id ?? '', second?.id ?? '']] });
    expect(parted.find(({ appearances }) => appearances.some(({ id }) => id === first?.id))?.appearances.some(({ id }) => id === second?.id)).toBe(false); // prettier-ignore
  });

  it('keeps what an appearance is when other reports come: its id is of its own text', () => {
    const ids = (claims: readonly Claim[]): string[] =>
      claims.flatMap(({ appearances }) => appearances.map(({ id }) => id)).sort();
    expect(ids(expected)).toEqual(REPORTS.flatMap((one) => ids(findClaims([one]))).sort());
  });
});

describe('origins (contract §2.3)', () => {
  it('completes a chain that ends at an outlet by what that outlet says itself', () => {
    const claim = claimOn('will buy', findClaims(REPORTS));
    const through = claim.appearances.filter(({ chain }) => chain.at(-1)?.name === 'The Guardian' && chain.length > 1);
    expect(through.map(({ lineage }) => lineage)).toEqual(through.map(() => 'completed'));
    expect(claim.origins.map(({ name }) => name)).toContain('unnamed officials, to The Guardian');
  });

  it('counts no origin where nobody says whence it is', () => {
    const claims = findClaims(
      REPORTS.filter(({ report: { outlet } }) => outlet === 'Quay Herald' || outlet === 'Lindow Echo'),
    );
    const claim = claimOn('Tidewater', claims);
    expect(claim.origins).toEqual([]);
    expect(claim.independent.atLeast).toBe(0);
    expect(claim.independent.atMost).toBe(1);
    expect(claim.unread.map(({ outlet }) => outlet)).toEqual(['The Guardian']);
  });
});
