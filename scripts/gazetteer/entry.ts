import type { PlaceKind } from '../../src/language/places/layout.ts';

/** A place on its way into the file. */
export interface Entry {
  name: string;
  kind: PlaceKind;
  /** ISO 3166-1, "" at sea and across borders. */
  country: string;
  region: Entry | null;
  county: Entry | null;
  /** NaN until its members say where it lies. */
  lat: number;
  lon: number;
  /** GeoNames id; 0: none. */
  id: number;
  people: number;
  /** Other names, as written; "=US" and ".Mass" are keys already. */
  more: Set<string>;
}

export function makeEntry(given: Pick<Entry, 'name' | 'kind' | 'country'> & Partial<Entry>): Entry {
  return { region: null, county: null, lat: NaN, lon: NaN, id: 0, people: 0, more: new Set(), ...given };
}
