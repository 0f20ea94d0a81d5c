import { describe, expect, it } from 'vitest';
import { inventNews, type InventedSentence } from '../../../test/invented-news.ts';
import { DIMS } from '../../language/sense.ts';
import type { Reading } from '../../reading/reading.ts';
import { findClaims } from '../claims.ts';

const SHUTS = { content: 'The yard at Saltmere will shut its dry dock in May', by: 'Rosa Quill' };
const KEEPS = { content: 'The yard at Saltmere will not shut its dry dock in May', by: 'Aldous Venn' };

/** Says of a reading that its first sentence, of some 64 characters, means one thing, and what follows another, or the same. */
function meanWith({ report, ...reading }: Reading, other: 0 | 1): Reading {
  const cells = Math.ceil(report.text.length / 32);
  const grid = Int8Array.from({ length: cells * DIMS }, (_, i) => (i % DIMS === (i < 2 * DIMS ? 0 : other) ? 127 : 0));
  const text = Buffer.from(grid.buffer).toString('base64');
  return { ...reading, report, sense: { text, title: '' } };
}

/** Who denies the claim that the dock is shut, each with the strength, where the reports say this. */
function denyIn(...reports: readonly (readonly InventedSentence[])[]): readonly string[] {
  const readings = reports.map((sentences, i) => inventNews({ url: `https://quay${String(i)}.example/dock`, outlet: `Quay ${String(i)}`, published: '2026-03-02', sentences }).reading); // prettier-ignore
  const claims = findClaims(readings).filter(({ appearances }) => appearances.some(({ content }) => content[0]?.text === SHUTS.content)); // prettier-ignore
  return claims.flatMap(({ denials }) => denials.map(({ by, strength }) => `${by} ${strength}`));
}

describe('what is said with a “not”', () => {
  it('denies what others say, in one report or in two', () => {
    expect(denyIn([SHUTS], [KEEPS])).toEqual(['Aldous Venn denied']);
    expect(denyIn([SHUTS, KEEPS])).toEqual(['Aldous Venn denied']);
  });

  it('denies nothing that its own speaker says', () => {
    expect(denyIn([SHUTS, { ...KEEPS, by: 'Rosa Quill' }])).toEqual([]);
  });

  it('denies nothing where one report says both in its own voice', () => {
    expect(denyIn([{ content: SHUTS.content }, { content: KEEPS.content }])).toEqual([]);
    expect(denyIn([{ content: SHUTS.content }], [{ content: KEEPS.content }])).toEqual(['Quay 1 denied']);
  });

  it('denies nothing of other things', () => {
    expect(denyIn([SHUTS], [{ content: 'The bakers of Garrow Pike do not sell bread on Mondays', by: 'Aldous Venn' }])).toEqual([]); // prettier-ignore
  });

  it('denies nothing that means another thing, whatever its words', () => {
    const { reading } = inventNews({ url: 'https://quay.example/dock', outlet: 'Quay', published: '2026-03-02', sentences: [SHUTS, KEEPS] }); // prettier-ignore
    expect(findClaims([meanWith(reading, 0)]).flatMap(({ denials }) => denials.map(({ by }) => by))).toEqual(['Aldous Venn']); // prettier-ignore
    expect(findClaims([meanWith(reading, 1)]).flatMap(({ denials }) => denials)).toEqual([]);
  });

  it('denies nothing where it is only supposed', () => {
    expect(denyIn([SHUTS], [{ ...KEEPS, content: `if ${KEEPS.content}` }])).toEqual([]);
  });
});
