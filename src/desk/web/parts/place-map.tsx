import { createRequire } from 'node:module';
import { geoEquirectangular, geoPath } from 'd3-geo';
import type { MultiLineString, MultiPoint } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { plural } from './words.tsx';

/** A place that a claim names, and how often. */
export interface MappedPlace {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly country: string | null;
  readonly count: number;
}

const [WIDTH, HEIGHT] = [640, 330];

/** Degrees that a map shows at least: nearer, coasts of this coarseness mean nothing. */
const [LEAST_LON, LEAST_LAT] = [36, 18];

const require = createRequire(import.meta.url);

let borders: MultiLineString | null = null;

/** Coasts and borders (Natural Earth, 1:110 million), from the package: nothing is loaded from elsewhere. */
function loadBorders(): MultiLineString {
  if (borders !== null) return borders;
  const world = require('world-atlas/countries-110m.json') as Topology<{ countries: GeometryCollection }>; // prettier-ignore
  borders = mesh(world, world.objects.countries);
  return borders;
}

/** Where it is said to be, on a map drawn here; the same as a table. */
export function PlaceMap({ places }: { places: readonly MappedPlace[] }) {
  const projection = geoEquirectangular().fitExtent([[0, 0], [WIDTH, HEIGHT]], frame(places)).clipExtent([[0, 0], [WIDTH, HEIGHT]]); // prettier-ignore
  const lines = geoPath(projection).digits(1)(loadBorders()) ?? '';
  const named = places.slice(0, 12);
  return (
    <>
      <svg
        class="map"
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={`Map with ${plural(places.length, 'place')}: ${places.map(({ name }) => name).join(', ')}. The table below has the same.`}
      >
        <rect class="sea" width={WIDTH} height={HEIGHT} />
        <path class="borders" d={lines} />
        {named.map(({ name, lat, lon }) => {
          const [x = 0, y = 0] = projection([lon, lat]) ?? [];
          const end = x > WIDTH * 0.75;
          return (
            <g class="spot">
              <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r={5} />
              <text x={(x + (end ? -9 : 9)).toFixed(1)} y={(y + 4).toFixed(1)} class={end ? 'end' : undefined}>
                {name}
              </text>
            </g>
          );
        })}
      </svg>
      <details class="data">
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Country</th>
              <th scope="col" class="number">
                Latitude
              </th>
              <th scope="col" class="number">
                Longitude
              </th>
              <th scope="col" class="number">
                Named in places
              </th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ name, country, lat, lon, count }) => (
              <tr>
                <th scope="row" dir="auto">
                  {name}
                </th>
                <td>{country ?? ''}</td>
                <td class="number">{lat.toFixed(2)}</td>
                <td class="number">{lon.toFixed(2)}</td>
                <td class="number">{String(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p class="faint small">
        Coasts and borders: Natural Earth, coarse. Places as the gazetteer has them; a name may be another place’s too.
      </p>
    </>
  );
}

/** The corners of what is shown: all places, with room around. */
function frame(places: readonly MappedPlace[]): MultiPoint {
  const span = (values: readonly number[], least: number, bound: number): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const half = Math.max((high - low) * 0.7, least / 2);
    const middle = (low + high) / 2;
    return [Math.max(-bound, middle - half), Math.min(bound, middle + half)];
  };
  const [west, east] = span(places.map(({ lon }) => lon), LEAST_LON, 180); // prettier-ignore
  const [south, north] = span(places.map(({ lat }) => lat), LEAST_LAT, 85); // prettier-ignore
  return { type: 'MultiPoint', coordinates: [[west, south], [east, north]] }; // prettier-ignore
}
