import { describe, expect, it } from 'vitest';
import { inventReading, attribute, link, quote } from '../../../test/invented-reading.ts';
import { findClaims } from '../claims.ts';
import type { Reading } from '../../reading/reading.ts';

/** A report that says one thing, on the word of an official. */
function report(day: number, text: string): Reading {
  const chain = [link('The Saltmere Courier', 'outlet', 'metadata'), link('unnamed officials', 'unnamed')];
  return inventReading({
    report: { url: `https://saltmere.example/${String(day)}`, title: null, text, sha256: String(day), published: `2026-03-0${String(day)}` }, // prettier-ignore
    attributions: [attribute('a1', { source: quote(text, 'Officials'), cue: quote(text, 'said'), content: quote(text, text.slice('Officials said '.length, -1)), chain })], // prettier-ignore
    headline: [],
  });
}

describe('one question answered with two numbers', () => {
  const drifts = (...texts: readonly string[]): readonly string[] =>
    findClaims(texts.map((text, i) => report(i + 1, text))).flatMap(({ alerts }) =>
      alerts.filter(({ kind }) => kind === 'number-drift').map(({ what }) => what),
    );

  it('is told of', () => {
    const told = drifts('Officials said 140 workers at Holm Yard will lose their jobs.', 'Officials said 240 workers at Holm Yard will lose their jobs.'); // prettier-ignore
    expect(told.length).toBeGreaterThan(0);
    for (const what of told) expect([what.includes('140 workers'), what.includes('240 workers')]).toEqual([true, true]);
  });

  it('is none where both count the same', () => {
    expect(drifts('Officials said 140 workers at Holm Yard will lose their jobs.', 'Officials said 140 of the 900 workers at Holm Yard will lose their jobs.')).toEqual([]); // prettier-ignore
  });

  it('is none where the questions differ', () => {
    expect(drifts('Officials said 140 workers at Holm Yard will lose their jobs.', 'Officials said Berg Bakery hired 30 workers in Quellin.')).toEqual([]); // prettier-ignore
  });
});
