import { expect, it } from 'vitest';
import type { PlaceName } from './place.ts';
import { findPlaces } from './resolve-places.ts';

/** Places inside the one name of a sentence, with their use. */
function insideOf(name: string, kind: PlaceName['kind']): string[] {
  const text = `On Monday ${name} was in the news.`;
  const start = text.indexOf(name);
  return findPlaces(text, [{ start, end: start + name.length, kind }], {}).map((place) => `${text.slice(place.start, place.end)}/${place.use}`); // prettier-ignore
}

const CASES: readonly [string, PlaceName['kind'], readonly string[]][] = [
  ['Rotterdam Harbour Board', 'organization', ['Rotterdam/demonym']],
  ['United States Tide Agency', 'organization', ['United States/demonym']],
  ['University of Aberdeen', 'organization', ['Aberdeen/demonym']],
  ['Fair Trade Norway', 'organization', ['Norway/demonym']],
  ['Rotterdam Regatta Pavilion', 'place', ['Rotterdam/location']],
  ['Jack London Reading Trust', 'organization', []],
  ['Mary & Venn Shipbrokers', 'organization', []],
  ['Captain America', 'other', []],
  ['Norwegian Tide Agency', 'organization', []],
  ['Paris Venn', 'person', []],
  ['Tide News Channel', 'organization', []],
  ['Ministry of Justice', 'organization', []],
  ['Mexico City', 'place', ['Mexico City/location']],
]; // prettier-ignore

it.each(CASES)('“%s”, %s', (name, kind, places) => {
  expect(insideOf(name, kind)).toEqual(places);
});
