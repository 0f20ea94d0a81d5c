import { findPlaces, resolvePlaces } from '../../src/language/places/resolve-places.ts';
import type { Place } from '../../src/language/places/place.ts';
import type { EvalRow } from '../row.ts';
import { readGeoVirus, type GeoArticle, type Half } from './geovirus.ts';

/** A place counts as right within a hundred miles, as in the literature (A@161). */
const NEAR_KM = 161;
/** Half the Earth's circumference: the error of a place that was not given at all. */
const FARTHEST_KM = 20_039;

interface Tally {
  gold: number;
  near: number;
  km: number;
  found: number;
  foundNear: number;
  said: number;
  borneOut: number;
}

/**
 * GeoVirus by halves, split by article (split.tsv); only the development half was looked at. Given spans: accuracy within
 * 161 km and mean error. End to end, no names given: the share of gold places found and within 161 km, and the share of
 * places found (demonyms apart, which the set does not mark) that stand on a gold one.
 */
export function evaluatePlaces(dataDir: string): Promise<EvalRow[]> {
  const halves = new Map<Half, Tally>();
  for (const { article, half } of readGeoVirus(dataDir)) {
    const tally = halves.get(half) ?? { gold: 0, near: 0, km: 0, found: 0, foundNear: 0, said: 0, borneOut: 0 };
    halves.set(half, tally);
    countGiven(article, tally);
    countFound(article, tally);
  }
  return Promise.resolve([...halves].sort().flatMap(([half, tally]) => toRows(half, tally)));
}

function countGiven({ text, gold }: GeoArticle, tally: Tally): void {
  const places = resolvePlaces(text, gold, {});
  gold.forEach((one, i) => {
    const place = places[i];
    const km = place ? distanceKm(one, place) : FARTHEST_KM;
    tally.gold++;
    tally.km += km;
    if (km <= NEAR_KM) tally.near++;
  });
}

function countFound({ text, gold }: GeoArticle, tally: Tally): void {
  const places = findPlaces(text, [], {}).filter(({ use }) => use !== 'demonym');
  const overlaps = (a: { start: number; end: number }, b: Place): boolean => a.start < b.end && b.start < a.end;
  for (const one of gold) {
    const place = places.find((found) => overlaps(one, found));
    if (place) tally.found++;
    if (place && distanceKm(one, place) <= NEAR_KM) tally.foundNear++;
  }
  tally.said += places.length;
  tally.borneOut += places.filter((place) => gold.some((one) => overlaps(one, place))).length;
}

function toRows(half: Half, tally: Tally): EvalRow[] {
  const row = (metric: string, value: number, size: number): EvalRow => ({ task: `places, GeoVirus ${half}`, metric, value, size }); // prettier-ignore
  return [
    row('A@161, given spans', tally.near / tally.gold, tally.gold),
    row('mean error in km, given spans', tally.km / tally.gold, tally.gold),
    row('found and within 161 km, end to end', tally.foundNear / tally.gold, tally.gold),
    row('found, end to end', tally.found / tally.gold, tally.gold),
    row('precision, end to end', tally.borneOut / Math.max(1, tally.said), tally.said),
  ];
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Along the great circle of a sphere of 6,371 km. */
function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(b.lat - a.lat) * rad, (b.lon - a.lon) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
