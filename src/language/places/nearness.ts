import type { Gazetteer } from './gazetteer.ts';
import type { PlaceKind } from './layout.ts';

/** What the weighing needs of an entry, fetched once. */
export interface Spot {
  readonly entry: number;
  readonly kind: PlaceKind;
  readonly country: number;
  readonly region: number;
  readonly county: number;
  /** Unit vector: a dot product tells the angle between two. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const EARTH_KM = 6371;

export function openSpot(gazetteer: Gazetteer, entry: number): Spot {
  const lat = (gazetteer.latOf(entry) * Math.PI) / 180;
  const lon = (gazetteer.lonOf(entry) * Math.PI) / 180;
  return {
    entry,
    kind: gazetteer.kindOf(entry),
    country: gazetteer.countryNumber(entry),
    region: gazetteer.regionOf(entry),
    county: gazetteer.countyOf(entry),
    x: Math.cos(lat) * Math.cos(lon),
    y: Math.cos(lat) * Math.sin(lon),
    z: Math.sin(lat),
  };
}

/** Kilometres along the great circle. */
export function distanceKm(a: Spot, b: Spot): number {
  return EARTH_KM * Math.acos(Math.min(1, a.x * b.x + a.y * b.y + a.z * b.z));
}

/** Whether the text could say that `inner` lies in `outer`. */
export function isWithin(inner: Spot, outer: Spot): boolean {
  if (inner.entry === outer.entry) return false;
  switch (outer.kind) {
    case 'country':
      return inner.country === outer.country && inner.kind !== 'country';
    case 'region':
      return inner.region === outer.entry;
    case 'county':
      return inner.county === outer.entry;
    case 'town':
    case 'capital':
      return inner.country === outer.country && inner.kind !== 'country' && inner.kind !== 'region' && distanceKm(inner, outer) < 40; // prettier-ignore
    case 'area':
    case 'land':
      return distanceKm(inner, outer) < 500 && (outer.country === 0 || inner.country === outer.country);
    case 'water':
    case 'spot':
    case 'seat':
    case 'continent':
      return false;
  }
}

/** 0–1: how much the mention of `other` in the same text speaks for `one`. */
export function nearness(one: Spot, other: Spot): number {
  const sameCountry = one.country !== 0 && one.country === other.country;
  if (other.kind === 'country') return sameCountry ? 0.4 : 0;
  if (other.kind === 'continent') return 0;
  if (other.kind === 'region') {
    if (one.region === other.entry) return 0.85;
    return sameCountry ? 0.3 : closeness(one, other) * 0.3;
  }
  if (other.kind === 'county' && one.county === other.entry) return 1;
  if (one.kind === 'region' && other.region === one.entry) return 0.85;
  const sameRegion = sameCountry && one.region === other.region && one.region >= 0;
  const near = Math.min(1, closeness(one, other) + (sameRegion ? 0.35 : 0) + (sameCountry ? 0.12 : 0));
  return one.kind === 'country' ? near * 0.4 : near;
}

function closeness(one: Spot, other: Spot): number {
  const dot = one.x * other.x + one.y * other.y + one.z * other.z;
  // Beyond 800 km the exponential is nothing, and the arc cosine not worth its time.
  return dot < 0.9921 ? 0 : 0.8 * Math.exp(-distanceKm(one, other) / 90);
}
