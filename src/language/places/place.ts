import type { Range } from '../spans.ts';

/** How a text uses a place's name: as where something is, for its government, or for its people and things. */
export type PlaceUse = 'location' | 'government' | 'demonym';

/** A name of a place in a text, and the place. */
export interface Place extends Range {
  readonly name: string;
  /** Degrees, WGS 84; large areas have a point by convention. */
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2; null at sea and across borders. */
  readonly country: string | null;
  /** GeoNames id; null for what GeoNames did not give (seas, spots, post offices). */
  readonly geonames: number | null;
  readonly use: PlaceUse;
}

/** What is known of the report around a text; a paper's own region speaks for places there. */
export interface PlaceContext {
  readonly outlet?: string | null;
  readonly url?: string | null;
  readonly title?: string | null;
}

/** A name in a text and what it is a name of, as the network tells it. */
export interface PlaceName extends Range {
  readonly kind: 'person' | 'organization' | 'place' | 'demonym' | 'other';
}
