import { describe, expect, it } from 'vitest';
import { attribute, inventReading, link, quote } from '../../../test/invented-reading.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';
import { findClaims } from '../claims.ts';

const POST = link('The Tidewater Post', 'outlet');
const COURIER = link('The Saltmere Courier', 'outlet', 'metadata');

/** A report that says in its own voice that the yard is split, and another thing; then what it credits to the Post. */
function report(day: number, credited: string, cue: string): Reading {
  const own = 'Holm Yard will split into two companies.';
  const other = 'Holm Yard has 900 workers in Quellin.';
  const text = `${own} ${other} ${credited}`;
  const said = (id: string, words: string): Attribution => attribute(id, { voice: 'own', act: null, content: quote(text, words) }); // prettier-ignore
  const content = credited.slice(0, credited.indexOf(cue) - 1);
  return inventReading({
    report: { url: `https://saltmere.example/${String(day)}`, title: null, text, sha256: String(day), published: `2026-03-0${String(day)}` }, // prettier-ignore
    attributions: [said('a1', own), said('a2', other), attribute('a3', { act: 'report', content: quote(text, content), cue: quote(text, cue), chain: [COURIER, POST] })], // prettier-ignore
    headline: [],
  });
}

/** The claim's words with which a content without a verb stands. */
function claimOf(content: string, cue: string): readonly string[] {
  const credited = `${content} ${cue} by The Tidewater Post.`;
  const claims = findClaims([report(1, credited, cue), report(2, credited, cue)]);
  const found = claims.find(({ appearances }) => appearances.some((one) => one.content.some(({ text }) => text === content))); // prettier-ignore
  return found?.appearances.flatMap((one) => one.content.map(({ text }) => text)) ?? [];
}

describe('what takes up a matter', () => {
  it('stands with what its report says of it in like words', () => {
    expect(claimOf('News of the split', 'was first reported')).toContain('Holm Yard will split into two companies');
    expect(claimOf('News of the workers', 'was first reported')).toContain('Holm Yard has 900 workers in Quellin');
  });

  it('stands alone where its report says nothing of it', () => {
    expect(new Set(claimOf('News of the storm', 'was first reported'))).toEqual(new Set(['News of the storm']));
  });
});
