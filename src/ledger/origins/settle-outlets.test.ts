import { expect, it } from 'vitest';
import { attribute, inventReading, link, quote } from '../../../test/invented-reading.ts';
import type { Attribution, Reading } from '../../reading/reading.ts';
import { findAppearances } from '../appearances.ts';
import { settleOutlets } from './settle-outlets.ts';

/** A report of `outlet` in which each of `links` says one sentence. */
function report(outlet: string, ...links: readonly Attribution['chain'][number][]): Reading {
  const contents = links.map((_, i) => `The ferry number ${String(i)} will stop at Lindow`);
  const text = contents.map((content, i) => `${content}, ${links[i]?.name ?? ''} said.`).join('\n\n');
  const attributions = links.map((one, i) =>
    attribute(`a${String(i)}`, {
      content: quote(text, contents[i] ?? ''),
      chain: [link(outlet, 'outlet', 'metadata'), one],
    }),
  );
  const url = `https://${outlet.toLowerCase().replace(/\W+/gu, '-')}.example/1`;
  return inventReading({ report: { url, outlet, published: null, title: null, text, sha256: `sha256:${outlet}`, links: [] }, attributions, headline: [], entities: [], times: [], places: [], notes: [] }); // prettier-ignore
}

const HELD = report('The Holm Post', link('Jo Berg', 'person'));

it.each([
  ['a held outlet is one, whatever it was taken for', [link('Holm Post', 'government')], ['The Holm Post/outlet']],
  ['a body of another name stays', [link('Holm Council', 'government')], ['Holm Council/government']],
  ['a person stays', [link('The Holm Post', 'person')], ['The Holm Post/person']],
  ['“the newspaper” is the one outlet credited', [link('The Holm Post', 'outlet'), link('The newspaper', 'organization')], ['The Holm Post/outlet', 'The Holm Post/outlet']],
  ['of two it stays open', [link('The Holm Post', 'outlet'), link('Quay Herald', 'outlet'), link('The newspaper', 'outlet')], ['The Holm Post/outlet', 'Quay Herald/outlet', 'The newspaper/outlet']],
] as const)('%s', (_, links, expected) => {
  const reading = report('Lindow Echo', ...links);
  const settled = settleOutlets(findAppearances(reading), [HELD, reading]);
  expect(settled.map(({ chain }) => `${chain[1]?.name ?? ''}/${chain[1]?.kind ?? ''}`)).toEqual(expected);
}); // prettier-ignore
